import { startWebhookReceiver, type WebhookReceiver } from '../../test/support/webhook-receiver.js';
import { createDeadMansPing } from './dead-mans-ping.js';

const start = Date.parse('2026-11-20T02:00:00.000Z');
const atMinute = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();
const parts = ['api', 'worker', 'watch/silence', 'watch/engine', 'watch/api'];

let service: WebhookReceiver;
beforeEach(async () => {
  service = await startWebhookReceiver();
});
afterEach(() => service.close());

/** An installation in which every part is well at the first minute. */
function aPing({ openKinds = [] as string[], untold = 0 } = {}) {
  const seen = new Map(parts.map((part) => [part, atMinute(0)]));
  const why: string[] = [];
  const ping = createDeadMansPing({
    url: service.url,
    everyMs: 5 * 60_000,
    signs: {
      last: async (name) => seen.get(name) ?? null,
      give: async (name, now) => void seen.set(name, now),
    },
    alarms: { openKinds: async () => openKinds, untold: async () => untold },
    warn: (line) => void why.push(line),
  });
  return { ping, seen, why };
}

describe('the dead man’s ping', () => {
  it('leaves every five minutes while everything is well', async () => {
    const { ping, seen } = aPing();
    for (let minute = 0; minute <= 11; minute += 1) {
      for (const part of parts) seen.set(part, atMinute(minute));
      await ping(atMinute(minute));
    }
    expect(service.count()).toBe(3);
  });

  it.each(parts)('stops where %s gives no sign of life', async (part) => {
    const { ping, seen, why } = aPing();
    seen.set(part, atMinute(-6));
    await ping(atMinute(0));
    expect(service.count()).toBe(0);
    expect(why).toEqual([`no ping: ${part} gives no sign of life`]);
  });

  it.each([
    [{ openKinds: ['worker-silent'] }, 1],
    [{ openKinds: ['temporal-unreachable'] }, 1],
    [{ untold: 1 }, 1],
    [{ openKinds: ['reminder-not-left'] }, 0],
  ])('with %j open: %d reason to stop', async (alarms, reasons) => {
    const { ping, why } = aPing(alarms);
    await ping(atMinute(0));
    expect(why).toHaveLength(reasons);
    expect(service.count()).toBe(1 - reasons);
  });

  it('is tried again with the next round where it was not taken', async () => {
    const { ping, why } = aPing();
    service.answerWith(503);
    await ping(atMinute(0));
    service.answerWith(204);
    await ping(atMinute(1));
    await ping(atMinute(2));
    expect(why).toHaveLength(1);
    expect(service.count()).toBe(2);
  });
});
