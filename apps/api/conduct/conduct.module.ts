import { Module } from '@nestjs/common';
import { CompanionsController } from './companions.controller.js';
import { DutiesController } from './duties.controller.js';
import { InspectionsController } from './inspections.controller.js';
import { OperationsController } from './operations.controller.js';
import { SubsidiariesController } from './subsidiaries.controller.js';

/** The business under a permit, beside its filings. */
@Module({
  controllers: [
    OperationsController,
    InspectionsController,
    DutiesController,
    CompanionsController,
    SubsidiariesController,
  ],
})
export class ConductModule {}
