import { Module } from '@nestjs/common';
import { NoticeCommandsController } from './notice-commands.controller.js';
import { NoticesController } from './notices.controller.js';

@Module({ controllers: [NoticesController, NoticeCommandsController] })
export class NoticesModule {}
