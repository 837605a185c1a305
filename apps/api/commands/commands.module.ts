import { Global, Module } from '@nestjs/common';
import { CommandService } from './command.service.js';
import { Disclosure } from './disclosure.js';
import { PrivateTexts } from './private-texts.js';

@Global()
@Module({ providers: [CommandService, Disclosure, PrivateTexts], exports: [CommandService, Disclosure, PrivateTexts] })
export class CommandsModule {}
