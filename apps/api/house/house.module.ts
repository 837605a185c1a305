import { Module } from '@nestjs/common';
import { AdoptionsController } from './adoptions.controller.js';
import { AdoptionsService } from './adoptions.service.js';
import { HouseDesk } from './house-desk.js';
import { HouseFanOut } from './house-fan-out.js';
import { LaddersController } from './ladders.controller.js';
import { ReadingsController } from './readings.controller.js';
import { ReadingsService } from './readings.service.js';
import { RemindingService } from './reminding.service.js';
import { UnheardReadings } from './unheard-readings.js';
import { UntoldNews } from './untold-news.js';

/** What the house decides for itself: how rules are read, which law its licenses take, when people are reminded. */
@Module({
  controllers: [ReadingsController, AdoptionsController, LaddersController],
  providers: [HouseDesk, HouseFanOut, ReadingsService, UnheardReadings, AdoptionsService, RemindingService, UntoldNews],
  exports: [HouseDesk, HouseFanOut, ReadingsService, RemindingService, UntoldNews],
})
export class HouseModule {}
