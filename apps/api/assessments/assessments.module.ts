import { Module } from '@nestjs/common';
import { AssessmentsController } from './assessments.controller.js';
import { RehearsalsController } from './rehearsals.controller.js';

@Module({ controllers: [AssessmentsController, RehearsalsController] })
export class AssessmentsModule {}
