import { Module } from '@nestjs/common';
import { HouseModule } from '../house/house.module.js';
import { Asking } from './asking.js';
import { DashboardController } from './dashboard.controller.js';
import { LicenseLines } from './license-lines.js';
import { PortfolioController } from './portfolio.controller.js';
import { ViewsController } from './views.controller.js';
import { ViewsService } from './views.service.js';

/** Many licenses at once: lists, search, saved views, figures, tasks. */
@Module({
  imports: [HouseModule],
  controllers: [PortfolioController, DashboardController, ViewsController],
  providers: [Asking, LicenseLines, ViewsService],
})
export class PortfolioModule {}
