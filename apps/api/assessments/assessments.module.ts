import { Module } from '@nestjs/common';
import { HouseModule } from '../house/house.module.js';
import { AssessmentsController } from './assessments.controller.js';
import { RehearsalsController } from './rehearsals.controller.js';

@Module({ imports: [HouseModule], controllers: [AssessmentsController, RehearsalsController] })
export class AssessmentsModule {}
