import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { ChangesController } from './changes.controller.js';

@Module({ imports: [JobsModule], controllers: [ChangesController] })
export class ChangesModule {}
