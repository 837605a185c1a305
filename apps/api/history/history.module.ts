import { Module } from '@nestjs/common';
import { ChainExport } from './chain-export.js';
import { HistoryController } from './history.controller.js';
import { LicenseLedger } from './license-ledger.js';
import { PastState } from './past-state.js';

@Module({
  controllers: [HistoryController],
  providers: [LicenseLedger, PastState, ChainExport],
  exports: [LicenseLedger, ChainExport],
})
export class HistoryModule {}
