import { Module } from '@nestjs/common';
import { HouseModule } from '../house/house.module.js';
import { AssessmentsController } from './assessments.controller.js';
import { FinishedFilings } from './finished-filings.js';
import { RehearsalsController } from './rehearsals.controller.js';

@Module({
  imports: [HouseModule],
  controllers: [AssessmentsController, RehearsalsController],
  providers: [FinishedFilings],
})
export class AssessmentsModule {}
