import { Module } from '@nestjs/common';
import { FilingsModule } from '../filings/filings.module.js';
import { HistoryModule } from '../history/history.module.js';
import { MaterialCopiesController } from './material-copies.controller.js';
import { MaterialCopies } from './material-copies.js';
import { MaterialsController } from './materials.controller.js';
import { MaterialsService } from './materials.service.js';
import { StoredDocuments } from './stored-documents.js';
import { UnclaimedSweep } from './unclaimed-sweep.js';

@Module({
  imports: [FilingsModule, HistoryModule],
  controllers: [MaterialsController, MaterialCopiesController],
  providers: [MaterialsService, MaterialCopies, StoredDocuments, UnclaimedSweep],
  exports: [StoredDocuments],
})
export class MaterialsModule {}
