import { Module } from '@nestjs/common';
import { AcknowledgeController } from './acknowledge.controller.js';
import { AcknowledgeService } from './acknowledge.service.js';

@Module({ controllers: [AcknowledgeController], providers: [AcknowledgeService] })
export class AcknowledgeModule {}
