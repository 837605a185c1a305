import { Module } from '@nestjs/common';
import { AskedQuestions } from './asked-questions.js';
import { CompanyAsOfController } from './company-as-of.controller.js';
import { CompanyChangesController } from './company-changes.controller.js';
import { HouseAsOfController } from './house-as-of.controller.js';
import { LicenseAsOfController } from './license-as-of.controller.js';
import { LicenseChangesController } from './license-changes.controller.js';
import { LicenseListController } from './license-list.controller.js';
import { LicenseList } from './license-list.js';
import { LicensesAsOf } from './licenses-as-of.js';
import { PastStreams } from './past-streams.js';

/** Questions about the past. */
@Module({
  controllers: [
    ...[LicenseAsOfController, LicenseChangesController, LicenseListController],
    ...[CompanyAsOfController, CompanyChangesController, HouseAsOfController],
  ],
  providers: [PastStreams, LicensesAsOf, LicenseList, AskedQuestions],
})
export class AsOfModule {}
