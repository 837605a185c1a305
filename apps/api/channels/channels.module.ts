import { Module } from '@nestjs/common';
import { HouseDesk } from '../house/house-desk.js';
import { ChannelChecks } from './channel-checks.js';
import { RobotsController } from './robots.controller.js';
import { RobotsService } from './robots.service.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksService } from './webhooks.service.js';

/** Webhooks and chat robots: who is told besides people. */
@Module({
  controllers: [WebhooksController, RobotsController],
  providers: [HouseDesk, ChannelChecks, WebhooksService, RobotsService],
})
export class ChannelsModule {}
