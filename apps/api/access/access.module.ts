import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { HouseModule } from '../house/house.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AccessController } from './access.controller.js';
import { AccessService } from './access.service.js';
import { AccessRecordsController } from './access-records.controller.js';
import { AccessRecords } from './access-records.js';
import { Authentication } from './authentication.js';
import { Bearer } from './bearer.js';
import { SensitiveReads } from './sensitive-reads.js';
import { TokensController } from './tokens.controller.js';
import { TokensService } from './tokens.service.js';

@Module({
  imports: [HouseModule, PeopleModule],
  controllers: [AccessController, AccessRecordsController, TokensController],
  providers: [
    AccessRecords,
    AccessService,
    Authentication,
    Bearer,
    SensitiveReads,
    { provide: APP_INTERCEPTOR, useExisting: SensitiveReads },
    TokensService,
  ],
  exports: [AccessRecords, Authentication, Bearer],
})
export class AccessModule {}
