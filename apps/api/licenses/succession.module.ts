import { Module } from '@nestjs/common';
import { Succession } from './succession.js';

@Module({ providers: [Succession], exports: [Succession] })
export class SuccessionModule {}
