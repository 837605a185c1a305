import { apiWatchman, engineWatchman, sealingWatchman, silenceWatchman } from './watchmen.js';

const start = Date.parse('2026-11-20T02:00:00.000Z');
const atMinute = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();

interface Scene {
  polls?: { licenses: boolean; notices: boolean } | null;
  waiting?: { licenses: number; notices: number };
  workerSeen?: string | null;
}

/** An engine as the test says, and the kinds that the watchman names at a minute: `kind:subject`, `?` where unsure. */
function anEngine() {
  let scene: Scene = {};
  const watchman = engineWatchman({
    pollers: async () => {
      if (scene.polls === null) throw new Error('away');
      return { licenses: true, notices: true, ...scene.polls, laws: [], versions: [] };
    },
    backlogSeconds: async () => scene.waiting ?? { licenses: 0, notices: 0 },
    signs: { last: async () => scene.workerSeen ?? null },
    startedAt: start,
  });
  return async (minute: number, next: Scene): Promise<string[]> => {
    scene = next;
    const seen = (await watchman.look(atMinute(minute))) ?? [];
    return seen.flatMap(({ kind, found, complete }) => [
      ...found.map(({ subject }) => `${kind}:${subject}`),
      ...(complete ? [] : [`${kind}?`]),
    ]);
  };
}

describe('the API as a watchman', () => {
  it('finds nothing where everything answers', async () => {
    expect(await anEngine()(0, { workerSeen: atMinute(0) })).toEqual([]);
  });

  it('names a server that has not answered for three minutes, and leaves what it cannot see as it was', async () => {
    const look = anEngine();
    expect(await look(0, { polls: null })).toEqual(['temporal-unreachable?']);
    expect(await look(2, { polls: null })).toEqual(['temporal-unreachable?']);
    expect(await look(3, { polls: null })).toEqual(['temporal-unreachable:temporal']);
    expect(await look(4, {})).toEqual([]);
    expect(await look(5, { polls: null })).toEqual(['temporal-unreachable?']);
  });

  it('names each queue that nobody has polled for three minutes', async () => {
    const look = anEngine();
    const gone = { polls: { licenses: true, notices: false } };
    expect(await look(0, gone)).toEqual(['worker-silent?']);
    expect(await look(3, gone)).toEqual(['worker-silent:notices']);
    expect(await look(4, {})).toEqual([]);
  });

  it('names workers that poll but whose watch is silent', async () => {
    const look = anEngine();
    const quiet = { workerSeen: atMinute(0) };
    expect(await look(4, quiet)).toEqual(['worker-silent?']);
    expect(await look(7, quiet)).toEqual(['worker-silent:watch']);
  });

  it('names a queue in which work has waited for more than ten minutes', async () => {
    const look = anEngine();
    expect(await look(0, { waiting: { licenses: 600, notices: 601 } })).toEqual(['work-waiting:notices']);
  });
});

describe('a worker as a watchman', () => {
  const look = (minute: number, seen: string | null) =>
    apiWatchman({ signs: { last: async () => seen }, startedAt: start }).look(atMinute(minute));

  it('does not judge before it has been there for three minutes', async () => {
    expect(await look(2, atMinute(-600))).toBeNull();
  });

  it.each([
    ['misses an API that gave no sign for more than three minutes', atMinute(0), ['api']],
    ['does not miss one that is there', atMinute(8), []],
    ['does not miss one that never was', null, []],
  ])('%s', async (_, seen, subjects) => {
    const [sighting] = (await look(10, seen)) ?? [];
    expect(sighting?.found.map(({ subject }) => subject)).toEqual(subjects);
  });
});

describe('what is recorded and not sealed', () => {
  const look = (minute: number, minutes: number) =>
    sealingWatchman({
      sealing: { waiting: async () => ({ entries: 3, milliseconds: minutes * 60_000 }) },
      startedAt: start,
    }).look(atMinute(minute));

  it.each([
    ['is not judged before a sealer had its time', 14, 60, null],
    ['is no fault while it is young', 20, 15, 0],
    ['is one after fifteen minutes', 20, 16, 1],
  ])('%s', async (_, minute, minutes, alarms) => {
    const seen = await look(minute, minutes);
    expect(seen?.[0]?.found.length ?? null).toBe(alarms);
  });
});

describe('a heartbeat', () => {
  const nothing = async (kind: string) => ({ kind, found: [], complete: true });
  const look = async (now: string, known: { sent: number; unsent: number; expected: boolean }) => {
    const silence = {
      overdueWakeUps: () => nothing('wake-up-overdue'),
      silentRungs: () => nothing('reminder-not-left'),
      stuckMessages: () => nothing('mail-not-taken'),
      unsentCheckpoints: () => nothing('checkpoint-mail-missing'),
      stalledRetention: () => nothing('retention-stalled'),
      clockSkew: async () => 0,
    };
    const weeks: string[] = [];
    const ofWeek = async (week: string) => {
      weeks.push(week);
      return known;
    };
    const seen = await silenceWatchman({
      silence,
      heartbeats: { ofWeek },
      channels: { at: async () => [] },
      startedAt: 0,
    }).look(now);
    return { week: weeks[0], missing: seen?.find(({ kind }) => kind === 'heartbeat-missing')?.found };
  };

  it('is looked for two hours after it should have left', async () => {
    const known = { sent: 0, unsent: 0, expected: true };
    expect((await look('2026-11-23T02:59:59.999Z', known)).week).toBe('2026-11-16');
    expect(await look('2026-11-23T03:00:00.000Z', known)).toEqual({
      week: '2026-11-23',
      missing: [{ subject: '2026-11-23', details: { sent: 0, unsent: 0 } }],
    });
  });

  it.each([
    ['all of them left', { sent: 2, unsent: 0, expected: true }, 0],
    ['one of them was not taken', { sent: 1, unsent: 1, expected: true }, 1],
    ['nobody was there to be written to', { sent: 0, unsent: 0, expected: false }, 0],
  ])('where %s, is missing or not', async (_, known, alarms) => {
    expect((await look('2026-11-25T03:00:00.000Z', known)).missing).toHaveLength(alarms);
  });
});

describe('the daily mail to auditors', () => {
  it.each([
    ['2026-11-25T02:59:59.999Z', '2026-11-24', '2026-11-24T01:00:00.000Z'],
    ['2026-11-25T03:00:00.000Z', '2026-11-25', '2026-11-25T01:00:00.000Z'],
    ['2026-11-25T16:30:00.000Z', '2026-11-25', '2026-11-25T01:00:00.000Z'],
  ])('is missed from two hours after nine in Shanghai on: at %s that of %s', async (now, day, dueAt) => {
    const asked: string[][] = [];
    const nothing = async () => ({ kind: 'nothing', found: [], complete: true });
    await silenceWatchman({
      silence: {
        overdueWakeUps: nothing,
        silentRungs: nothing,
        stuckMessages: nothing,
        stalledRetention: nothing,
        clockSkew: async () => 0,
        unsentCheckpoints: (...times) => {
          asked.push(times);
          return nothing();
        },
      },
      heartbeats: { ofWeek: async () => ({ sent: 0, unsent: 0, expected: false }) },
      channels: { at: async () => [] },
      startedAt: 0,
    }).look(now);
    expect(asked).toEqual([[day, dueAt]]);
  });
});
