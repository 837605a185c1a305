import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { HouseModule } from '../house/house.module.js';
import { PeopleModule } from '../people/people.module.js';
import { CorrectionsController } from './corrections.controller.js';
import { ExplanationsController } from './explanations.controller.js';
import { LicenseCommandsController } from './license-commands.controller.js';
import { LicenseEndingsController } from './license-endings.controller.js';
import { LicensesController } from './licenses.controller.js';
import { RegistrationPreviewController } from './registration-preview.controller.js';
import { SuccessionModule } from './succession.module.js';

@Module({
  imports: [CompaniesModule, HouseModule, PeopleModule, SuccessionModule],
  controllers: [
    LicensesController,
    ExplanationsController,
    LicenseCommandsController,
    RegistrationPreviewController,
    LicenseEndingsController,
    CorrectionsController,
  ],
})
export class LicensesModule {}
