import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { HouseModule } from '../house/house.module.js';
import { SuccessionModule } from '../licenses/succession.module.js';
import { FilingCommandsController } from './filing-commands.controller.js';
import { FilingsController } from './filings.controller.js';
import { FilingsService } from './filings.service.js';
import { ToldPreparation } from './told-preparation.js';

@Module({
  imports: [HistoryModule, HouseModule, SuccessionModule],
  controllers: [FilingsController, FilingCommandsController],
  providers: [FilingsService, ToldPreparation],
  exports: [FilingsService],
})
export class FilingsModule {}
