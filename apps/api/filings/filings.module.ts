import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { HouseModule } from '../house/house.module.js';
import { SuccessionModule } from '../licenses/succession.module.js';
import { FilingCommandsController } from './filing-commands.controller.js';
import { FilingsController } from './filings.controller.js';
import { FilingsService } from './filings.service.js';
import { SharedExperience } from './shared-experience.js';

@Module({
  imports: [HistoryModule, HouseModule, SuccessionModule],
  controllers: [FilingsController, FilingCommandsController],
  providers: [FilingsService, SharedExperience],
  exports: [FilingsService],
})
export class FilingsModule {}
