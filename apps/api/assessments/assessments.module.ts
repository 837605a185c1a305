import { Module } from '@nestjs/common';
import { AssessmentsController } from './assessments.controller.js';

@Module({ controllers: [AssessmentsController] })
export class AssessmentsModule {}
