import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { HouseModule } from '../house/house.module.js';
import { OpenStreams } from '../http/open-streams.js';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';

@Module({
  imports: [AccessModule, HouseModule],
  controllers: [JobsController],
  providers: [JobsService, OpenStreams],
  exports: [JobsService, OpenStreams],
})
export class JobsModule {}
