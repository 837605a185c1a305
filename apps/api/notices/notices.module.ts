import { Module } from '@nestjs/common';
import { LicenseLaddersController } from './license-ladders.controller.js';
import { NoticeCommandsController } from './notice-commands.controller.js';
import { NoticesController } from './notices.controller.js';

@Module({ controllers: [NoticesController, NoticeCommandsController, LicenseLaddersController] })
export class NoticesModule {}
