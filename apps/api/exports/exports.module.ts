import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { PortfolioModule } from '../portfolio/portfolio.module.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { ViewExportsController } from './view-exports.controller.js';

@Module({
  imports: [JobsModule, PortfolioModule],
  controllers: [ExportsController, ViewExportsController],
  providers: [ExportsService],
})
export class ExportsModule {}
