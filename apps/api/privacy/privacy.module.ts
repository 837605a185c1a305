import { Module } from '@nestjs/common';
import { HouseModule } from '../house/house.module.js';
import { MaterialsModule } from '../materials/materials.module.js';
import { ErasureController } from './erasure.controller.js';
import { ErasureService } from './erasure.service.js';
import { FileErasure } from './file-erasure.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PersonalDataService } from './personal-data.service.js';
import { RetentionController } from './retention.controller.js';
import { RetentionService } from './retention.service.js';

/** Personal data: what somebody may know of it, and its end. */
@Module({
  imports: [HouseModule, MaterialsModule],
  controllers: [ErasureController, PersonalDataController, RetentionController],
  providers: [ErasureService, FileErasure, PersonalDataService, RetentionService],
})
export class PrivacyModule {}
