import { Module } from '@nestjs/common';
import { AlarmsController } from './alarms.controller.js';
import { BounceService } from './bounce.service.js';
import { BouncesController } from './bounces.controller.js';

@Module({ controllers: [AlarmsController, BouncesController], providers: [BounceService] })
export class WatchModule {}
