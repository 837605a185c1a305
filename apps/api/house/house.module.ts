import { Module } from '@nestjs/common';
import { AdoptionsController } from './adoptions.controller.js';
import { AdoptionsService } from './adoptions.service.js';
import { HouseDesk } from './house-desk.js';
import { ReadingsController } from './readings.controller.js';
import { ReadingsService } from './readings.service.js';
import { UnheardReadings } from './unheard-readings.js';

/** What the house decides for itself: how rules are read, and which version of the law its licenses take. */
@Module({
  controllers: [ReadingsController, AdoptionsController],
  providers: [HouseDesk, ReadingsService, UnheardReadings, AdoptionsService],
  exports: [ReadingsService],
})
export class HouseModule {}
