import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { PendingEvent } from '../../../libs/persistence/index.js';
import type { ApiOptions, Engine } from '../runtime/runtime.js';
import { IdleFanOuts } from './idle-fan-outs.js';

function idle(pending: PendingEvent[], startFanOut: (eventId: string, perSecond: number) => Promise<void>) {
  const query = async () => pending;
  const warnings: string[] = [];
  const log = { warn: (_: object, message: string) => void warnings.push(message) } as unknown as Logger;
  const engine = { gateway: { startFanOut } } as unknown as Engine;
  const source = { manager: { query } } as unknown as DataSource;
  return { warnings, fanOuts: new IdleFanOuts(source, engine, { fanOutPerSecond: 7 } as ApiOptions, log) };
}

describe('fan-outs that nobody runs', () => {
  afterEach(() => jest.useRealTimers());

  it('are started, each at the rate chosen for it, else the usual one', async () => {
    const started: [string, number][] = [];
    const { fanOuts } = idle(
      [
        { eventId: 'a', perSecond: null },
        { eventId: 'b', perSecond: 2 },
      ],
      async (...asked) => void started.push(asked),
    );
    await expect(fanOuts.start()).resolves.toEqual(['a', 'b']);
    expect(started).toEqual([
      ['a', 7],
      ['b', 2],
    ]);
  });

  it('are looked for every minute, also after a minute in which Temporal was away, until the process ends', async () => {
    jest.useFakeTimers();
    let asked = 0;
    const { fanOuts, warnings } = idle([{ eventId: 'a', perSecond: null }], async () => {
      asked += 1;
      if (asked === 1) throw new Error('away');
    });
    fanOuts.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(120_000);
    expect([asked, warnings]).toEqual([2, ['fan-outs not started']]);
    fanOuts.onModuleDestroy();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(asked).toBe(2);
  });
});
