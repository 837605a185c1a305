import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { CompanionsController } from './companions.controller.js';
import { CompanyCompanionsController } from './company-companions.controller.js';
import { CompanyCompanions } from './company-companions.js';
import { DutiesController } from './duties.controller.js';
import { InspectionsController } from './inspections.controller.js';
import { OperationsController } from './operations.controller.js';
import { SubsidiariesController } from './subsidiaries.controller.js';

/** The business under a permit, beside its filings. */
@Module({
  imports: [CompaniesModule],
  controllers: [
    OperationsController,
    InspectionsController,
    DutiesController,
    CompanionsController,
    CompanyCompanionsController,
    SubsidiariesController,
  ],
  providers: [CompanyCompanions],
})
export class ConductModule {}
