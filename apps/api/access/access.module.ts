import { Module } from '@nestjs/common';
import { HouseModule } from '../house/house.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AccessController } from './access.controller.js';
import { AccessService } from './access.service.js';
import { Authentication } from './authentication.js';
import { TokensController } from './tokens.controller.js';
import { TokensService } from './tokens.service.js';

@Module({
  imports: [HouseModule, PeopleModule],
  controllers: [AccessController, TokensController],
  providers: [AccessService, Authentication, TokensService],
  exports: [Authentication],
})
export class AccessModule {}
