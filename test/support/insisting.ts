import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { must } from './api-story.js';
import type { Answer, Sending } from './api-world.js';

/** Sends as a caller does who follows the API's advice: while the record is busy, again with the same key. */
export async function insisting(send: (how: Sending) => Promise<Answer>): Promise<Answer['body']> {
  const how = { key: randomUUID() };
  for (let tries = 0; ; tries++) {
    const answer = await send(how);
    if (answer.status !== 503 || tries === 20) return must(Promise.resolve(answer));
    await pause(250);
  }
}
