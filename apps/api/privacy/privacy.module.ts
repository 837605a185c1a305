import { Module } from '@nestjs/common';
import { HouseModule } from '../house/house.module.js';
import { ErasureController } from './erasure.controller.js';
import { ErasureService } from './erasure.service.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PersonalDataService } from './personal-data.service.js';

/** Personal data: what somebody may know of it, and its end. */
@Module({
  imports: [HouseModule],
  controllers: [ErasureController, PersonalDataController],
  providers: [ErasureService, PersonalDataService],
})
export class PrivacyModule {}
