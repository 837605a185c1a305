import { Module } from '@nestjs/common';
import { LiveExamples } from './live-examples.js';

@Module({ providers: [LiveExamples] })
export class DocsModule {}
