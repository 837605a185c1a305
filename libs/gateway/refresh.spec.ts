import type { LicenseStanding } from '../persistence/index.js';
import { type RefreshDeps, type RefreshOptions, refresh } from './refresh.js';

const began = '2026-11-20T00:00:00.000Z';

const aStanding = (licenseId: string, rest: Partial<LicenseStanding> = {}): LicenseStanding => ({
  licenseId,
  seq: 1,
  recordedAt: began,
  derivedSeq: 1,
  ended: false,
  simulated: false,
  wakeAt: null,
  clockOffsetMs: 0,
  ...rest,
});

/** Five licenses: two ordinary ones, one that ended, one without a workflow, one whose workflow does not take it. */
const patients = [
  aStanding('a'),
  aStanding('b'),
  aStanding('ended', { ended: true }),
  aStanding('lost'),
  aStanding('stuck'),
];

function world(standings: LicenseStanding[] = patients): RefreshDeps & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    licenses: {
      standings: async (after) => standings.filter(({ licenseId }) => licenseId > (after ?? '')).slice(0, 2),
    },
    gateway: {
      describe: async () => ({
        runId: 'run',
        running: true,
        events: 9,
        taskAttempts: 0,
        begunAt: began,
        skippedTo: null,
      }),
      refresh: async (licenseId) => {
        if (licenseId === 'stuck') throw new Error('no handler is registered');
        asked.push(licenseId);
        return licenseId !== 'lost';
      },
    },
  };
}

const options: RefreshOptions = { licenseId: null, perSecond: 1_000, begunBefore: null };

describe('refresh', () => {
  it('asks every open license, page by page, and says which it could not', async () => {
    const all = world();
    expect(await refresh(all, options)).toEqual({
      refreshed: 2,
      fresh: 0,
      left: [
        { licenseId: 'lost', outcome: 'no-workflow' },
        { licenseId: 'stuck', outcome: 'failed', error: 'no handler is registered' },
      ],
    });
    expect(all.asked).toEqual(['a', 'b', 'lost']);
  });

  it('asks one license where it is named', async () => {
    const all = world();
    expect(await refresh(all, { ...options, licenseId: 'b' })).toMatchObject({ refreshed: 1, left: [] });
    expect(all.asked).toEqual(['b']);
  });

  it.each([
    ['leaves a run alone that began late enough', began, { refreshed: 0, fresh: 1 }],
    ['asks a run that began before', '2026-11-20T00:00:00.001Z', { refreshed: 1, fresh: 0 }],
  ])('%s', async (_, begunBefore, expected) => {
    expect(await refresh(world([aStanding('a')]), { ...options, begunBefore })).toMatchObject(expected);
  });

  it('asks a simulated license whenever its run began, which is in a time of its own', async () => {
    const all = world([aStanding('a', { simulated: true })]);
    expect(await refresh(all, { ...options, begunBefore: began })).toMatchObject({ refreshed: 1 });
  });

  it('tells of each as it goes, and stops where it is told to', async () => {
    const stop = new AbortController();
    const told: string[] = [];
    const going = refresh(world(), {
      ...options,
      signal: stop.signal,
      onAsked: ({ licenseId }, number) => {
        told.push(`${number} ${licenseId}`);
        if (number === 2) stop.abort();
      },
    });
    await expect(going).rejects.toThrow(/abort/i);
    expect(told).toEqual(['1 a', '2 b']);
  });
});
