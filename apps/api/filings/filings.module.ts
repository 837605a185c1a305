import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { FilingCommandsController } from './filing-commands.controller.js';
import { FilingsController } from './filings.controller.js';
import { FilingsService } from './filings.service.js';

@Module({
  imports: [HistoryModule],
  controllers: [FilingsController, FilingCommandsController],
  providers: [FilingsService],
  exports: [FilingsService],
})
export class FilingsModule {}
