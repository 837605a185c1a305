import type { INestApplication } from '@nestjs/common';
import { drain } from './http/drain.js';
import { OpenStreams } from './http/open-streams.js';

/**
 * What is followed ends, open requests are answered and a round of the watch is finished, or so many milliseconds pass;
 * then connections are closed. What the runtime holds open stays so.
 */
export async function shutDown(
  app: INestApplication,
  watch: { stop(): Promise<void> },
  limitMs: number,
): Promise<void> {
  app.get(OpenStreams, { strict: false }).end();
  await Promise.all([drain(app.getHttpServer(), limitMs), watch.stop()]);
  await app.close();
}
