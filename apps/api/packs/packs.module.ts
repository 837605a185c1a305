import { Module } from '@nestjs/common';
import { FilingsModule } from '../filings/filings.module.js';
import { HistoryModule } from '../history/history.module.js';
import { MaterialsModule } from '../materials/materials.module.js';
import { PeopleModule } from '../people/people.module.js';
import { DraftsController } from './drafts.controller.js';
import { FilingPapers } from './filing-papers.js';
import { OriginalsController } from './originals.controller.js';
import { PacksController } from './packs.controller.js';
import { PacksService } from './packs.service.js';
import { SignOffController } from './sign-off.controller.js';

@Module({
  imports: [FilingsModule, HistoryModule, MaterialsModule, PeopleModule],
  controllers: [SignOffController, DraftsController, PacksController, OriginalsController],
  providers: [FilingPapers, PacksService],
})
export class PacksModule {}
