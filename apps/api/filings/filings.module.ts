import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { HouseModule } from '../house/house.module.js';
import { SuccessionModule } from '../licenses/succession.module.js';
import { CorrectionItemsController } from './correction-items.controller.js';
import { FilingCommandsController } from './filing-commands.controller.js';
import { FilingsController } from './filings.controller.js';
import { FilingsService } from './filings.service.js';
import { PapersController } from './papers.controller.js';
import { PermitEntryController } from './permit-entry.controller.js';
import { PermitPreviews } from './permit-previews.js';
import { ScansService } from './scans.service.js';
import { ToldPreparation } from './told-preparation.js';

@Module({
  imports: [HistoryModule, HouseModule, SuccessionModule],
  controllers: [
    FilingsController,
    FilingCommandsController,
    PermitEntryController,
    CorrectionItemsController,
    PapersController,
  ],
  providers: [FilingsService, PermitPreviews, ScansService, ToldPreparation],
  exports: [FilingsService],
})
export class FilingsModule {}
