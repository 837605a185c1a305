import { Module } from '@nestjs/common';
import { FilingsModule } from '../filings/filings.module.js';
import { HistoryModule } from '../history/history.module.js';
import { MaterialsController } from './materials.controller.js';
import { MaterialsService } from './materials.service.js';
import { UnclaimedSweep } from './unclaimed-sweep.js';

@Module({
  imports: [FilingsModule, HistoryModule],
  controllers: [MaterialsController],
  providers: [MaterialsService, UnclaimedSweep],
})
export class MaterialsModule {}
