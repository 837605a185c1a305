import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { SuccessionModule } from '../licenses/succession.module.js';
import { FilingCommandsController } from './filing-commands.controller.js';
import { FilingsController } from './filings.controller.js';
import { FilingsService } from './filings.service.js';

@Module({
  imports: [HistoryModule, SuccessionModule],
  controllers: [FilingsController, FilingCommandsController],
  providers: [FilingsService],
  exports: [FilingsService],
})
export class FilingsModule {}
