import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { DeliveriesController } from './deliveries.controller.js';
import { LicenseLaddersController } from './license-ladders.controller.js';
import { NoticeCommandsController } from './notice-commands.controller.js';
import { NoticesController } from './notices.controller.js';
import { ObligationDeliveries } from './obligation-deliveries.js';

@Module({
  imports: [HistoryModule],
  controllers: [NoticesController, NoticeCommandsController, LicenseLaddersController, DeliveriesController],
  providers: [ObligationDeliveries],
})
export class NoticesModule {}
