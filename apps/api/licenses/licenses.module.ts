import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { HouseModule } from '../house/house.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ExplanationsController } from './explanations.controller.js';
import { LicenseCommandsController } from './license-commands.controller.js';
import { LicensesController } from './licenses.controller.js';

@Module({
  imports: [CompaniesModule, HouseModule, PeopleModule],
  controllers: [LicensesController, ExplanationsController, LicenseCommandsController],
})
export class LicensesModule {}
