import { Conflict, DomainError } from '../libs/domain/errors.js';
import { createFanOutActivities } from './fan-out.activities.js';

/** Rows of one event, and licenses that answer as they are told. */
function aFanOut(answers: Record<string, Error | null>) {
  const rows = new Map(
    Object.keys(answers).map((licenseId) => [licenseId, { state: 'pending', code: null as string | null }]),
  );
  const asked: string[] = [];
  const pauses: number[] = [];
  const activities = createFanOutActivities({
    fanOut: {
      pending: async (_, limit) =>
        [...rows]
          .flatMap(([licenseId, { state }]) => (state === 'pending' ? { licenseId, commandId: `c-${licenseId}` } : []))
          .slice(0, limit),
      countPending: async () => [...rows.values()].filter(({ state }) => state === 'pending').length,
      settle: async (_, licenseId, state, __, code = null) => void rows.set(licenseId, { state, code }),
    },
    gateway: {
      execute: async (licenseId, commandId) => {
        asked.push(commandId);
        const answer = answers[licenseId];
        if (answer) throw answer;
        return { outcome: 'appended', seq: 1 };
      },
    },
    now: () => '2026-11-22T00:00:00.000Z',
    heartbeat: () => undefined,
    pause: async (ms) => void pauses.push(ms),
  });
  return { rows, asked, pauses, carry: (limit = 10) => activities.carryBatch({ eventId: 'e', perSecond: 4, limit }) };
}

describe('a fan-out batch', () => {
  it('carries the event to each license at the set rate', async () => {
    const { asked, pauses, carry } = aFanOut({ a: null, b: null });
    await expect(carry()).resolves.toEqual({ settled: 2, postponed: 0, left: 0 });
    expect(asked).toEqual(['c-a', 'c-b']);
    expect(pauses).toEqual([250, 250]);
  });

  it('does no more than its share', async () => {
    await expect(aFanOut({ a: null, b: null, c: null }).carry(2)).resolves.toEqual({
      settled: 2,
      postponed: 0,
      left: 1,
    });
  });

  it('keeps a refusal with its code: the license has answered', async () => {
    const { rows, carry } = aFanOut({ a: new Conflict('license-closed', 'closed') });
    await expect(carry()).resolves.toEqual({ settled: 1, postponed: 0, left: 0 });
    expect(rows.get('a')).toEqual({ state: 'refused', code: 'license-closed' });
  });

  it('leaves for later what could not be reached, and goes on with the next', async () => {
    const { rows, carry } = aFanOut({ a: new DomainError('record-unavailable', 'unavailable', 'away'), b: null });
    await expect(carry()).resolves.toEqual({ settled: 1, postponed: 1, left: 1 });
    expect(rows.get('a')?.state).toBe('pending');
  });

  it('fails on what nobody foresaw, so that the whole batch is tried again', async () => {
    await expect(aFanOut({ a: new TypeError('?') }).carry()).rejects.toThrow(TypeError);
  });
});
