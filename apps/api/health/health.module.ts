import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { LawReadiness } from './law-readiness.js';

@Module({ controllers: [HealthController], providers: [LawReadiness] })
export class HealthModule {}
