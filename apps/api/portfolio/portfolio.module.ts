import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { HouseModule } from '../house/house.module.js';
import { Asking } from './asking.js';
import { CommentsController } from './comments.controller.js';
import { CommentsService } from './comments.service.js';
import { DashboardController } from './dashboard.controller.js';
import { DoneTasksController } from './done-tasks.controller.js';
import { LicenseLines } from './license-lines.js';
import { OriginalsOutController } from './originals-out.controller.js';
import { PortfolioController } from './portfolio.controller.js';
import { TasksController } from './tasks.controller.js';
import { TasksService } from './tasks.service.js';
import { ViewsController } from './views.controller.js';
import { ViewsService } from './views.service.js';

/** Many licenses at once: lists, search, saved views, figures, tasks, comments. */
@Module({
  imports: [HistoryModule, HouseModule],
  controllers: [
    PortfolioController,
    DashboardController,
    ViewsController,
    TasksController,
    OriginalsOutController,
    DoneTasksController,
    CommentsController,
  ],
  providers: [Asking, LicenseLines, ViewsService, TasksService, CommentsService],
  exports: [Asking, ViewsService],
})
export class PortfolioModule {}
