import { Module } from '@nestjs/common';
import { Asking } from './asking.js';
import { LicenseLines } from './license-lines.js';
import { PortfolioController } from './portfolio.controller.js';

/** Many licenses at once: lists, search, saved views, figures, tasks. */
@Module({
  controllers: [PortfolioController],
  providers: [Asking, LicenseLines],
})
export class PortfolioModule {}
