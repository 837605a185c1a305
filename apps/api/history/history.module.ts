import { Module } from '@nestjs/common';
import { ChainExport } from './chain-export.js';
import { HistoryController } from './history.controller.js';
import { LicenseLedger } from './license-ledger.js';

@Module({
  controllers: [HistoryController],
  providers: [LicenseLedger, ChainExport],
  exports: [LicenseLedger, ChainExport],
})
export class HistoryModule {}
