import { Module } from '@nestjs/common';
import { TokensController } from '../access/tokens.controller.js';
import { PeopleController } from './people.controller.js';
import { PersonService } from './person.service.js';

@Module({ controllers: [PeopleController, TokensController], providers: [PersonService], exports: [PersonService] })
export class PeopleModule {}
