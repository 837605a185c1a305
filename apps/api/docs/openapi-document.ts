import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from '../app.module.js';
import type { Runtime } from '../runtime/runtime.js';
import { describeApi } from './describe.js';

/** The description of the whole API, with what exists only where time is simulated, made without starting anything. */
export async function openapiDocument(): Promise<OpenAPIObject> {
  // Nest makes no instance in a preview, so nothing is asked of what stands for the runtime.
  const runtime = { options: {}, engine: { skipTime: () => undefined } } as unknown as Runtime;
  const app = await NestFactory.create(AppModule.of(runtime), { preview: true, logger: false });
  return describeApi(app);
}
