import type { LicenseCarry } from '../contracts/index.js';
import type { LicenseStanding } from '../persistence/index.js';
import { diagnose } from './diagnosis.js';
import type { LicenseRun } from './gateway.js';
import { type HealDeps, type HealOptions, heal, startMissing } from './heal.js';

const hour = 3_600_000;
const loaded = Date.now();
const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();
const wakeAt = inMs(48 * hour);

const aStanding = (standing: Partial<LicenseStanding> = {}): LicenseStanding => ({
  licenseId: 'license-1',
  seq: 7,
  recordedAt: inMs(-hour),
  derivedSeq: 7,
  ended: false,
  simulated: false,
  wakeAt,
  clockOffsetMs: 0,
  ...standing,
});

const aRun = (run: Partial<LicenseRun> = {}): LicenseRun => ({
  runId: 'run-1',
  running: true,
  events: 9,
  taskAttempts: 0,
  begunAt: inMs(-hour),
  skippedTo: null,
  ...run,
});

const aCarry = (carry: Partial<LicenseCarry> = {}): LicenseCarry => ({
  seq: 7,
  wakeAt,
  unsent: [],
  progress: { status: 'valid', filings: [], nextWhy: null, needsAttention: false, simulated: false, ended: false },
  ...carry,
});

interface Case {
  standing?: Partial<LicenseStanding>;
  run?: LicenseRun | null;
  carry?: LicenseCarry | null;
  workerPolls?: boolean;
  simulation?: 'off' | 'on';
}

const year = 8_760 * hour;
const aheadOfTheWall = {
  simulated: true,
  clockOffsetMs: year,
  recordedAt: inMs(year - hour),
  wakeAt: inMs(year + hour),
};
const carryAhead = aCarry({ wakeAt: aheadOfTheWall.wakeAt });

describe('what is wrong with a license', () => {
  // The cases are written when this file is loaded, which may be minutes before they are tried.
  beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(loaded));
  afterEach(() => jest.restoreAllMocks());

  const cases: [string, string | null, string | null, Case][] = [
    ['nothing', null, null, {}],
    ['nothing with one that has ended', null, null, { standing: { ended: true }, run: null }],
    [
      'nothing with one that waits for no date',
      null,
      null,
      { standing: { wakeAt: null }, carry: aCarry({ wakeAt: null }) },
    ],
    [
      'a wake-up that is an hour late but for a minute',
      null,
      null,
      { standing: { wakeAt: inMs(-hour + 60_000) }, carry: aCarry({ wakeAt: inMs(-hour + 60_000) }) },
    ],
    ['lost views', 'derived-behind', 'rebuild', { standing: { derivedSeq: null } }],
    [
      'views of an older entry, ended or not',
      'derived-behind',
      'rebuild',
      { standing: { derivedSeq: 6, ended: true } },
    ],
    ['no workflow', 'no-workflow', 'start', { run: null }],
    ['a workflow that ended', 'no-workflow', 'start', { run: aRun({ running: false }) }],
    ['a task that fails for ever', 'task-failing', 'restart', { run: aRun({ taskAttempts: 3 }) }],
    ['a task that a killed worker held', null, null, { run: aRun({ taskAttempts: 2 }) }],
    ['an answer that does not come', 'no-answer', 'none', { carry: null }],
    ['a ledger ahead of the workflow', 'workflow-behind', 'restart', { carry: aCarry({ seq: 6 }) }],
    [
      'another wake-up than the one on record',
      'workflow-behind',
      'restart',
      { carry: aCarry({ wakeAt: inMs(72 * hour) }) },
    ],
    ['a ledger behind the workflow', 'ledger-behind', 'restart', { carry: aCarry({ seq: 8 }) }],
    ['nothing that a worker must be asked, without one', null, null, { carry: null, workerPolls: false }],
    [
      'nothing with a license in its own time',
      null,
      null,
      { standing: aheadOfTheWall, run: aRun({ skippedTo: inMs(year) }), carry: carryAhead },
    ],
    ['a simulated license in our time', 'clock-behind', 'restart', { standing: aheadOfTheWall, carry: carryAhead }],
    [
      'a simulated license an hour early',
      'clock-behind',
      'restart',
      { standing: aheadOfTheWall, run: aRun({ skippedTo: inMs(year - hour) }) },
    ],
    [
      'a simulated license where simulation is off',
      'no-workflow',
      'none',
      { standing: aheadOfTheWall, run: null, simulation: 'off' },
    ],
  ];

  it.each(cases)(
    '%s',
    async (_, ailment, cure, { standing, run = aRun(), carry = aCarry(), workerPolls = true, simulation = 'on' }) => {
      const progress = async () => carry;
      const found = await diagnose(aStanding(standing), {
        gateway: { describe: async () => run, progress },
        workerPolls,
        simulation,
      });
      expect(found && [found.ailment, found.cure]).toEqual(ailment && [ailment, cure]);
    },
  );

  it('a wake-up more than an hour past', async () => {
    const late = inMs(-hour - 60_000);
    const gateway = { describe: async () => aRun(), progress: async () => aCarry({ wakeAt: late }) };
    const found = await diagnose(aStanding({ wakeAt: late }), { gateway, workerPolls: true, simulation: 'off' });
    expect(found).toMatchObject({
      ailment: 'wake-up-overdue',
      cure: 'restart',
      details: { wakeAt: late },
      runId: 'run-1',
    });
  });
});

/** Licenses with their runs; what heal does to them is kept. */
class Ward implements HealDeps {
  readonly acts: string[] = [];
  readonly runs = new Map<string, LicenseRun>();
  readonly carries = new Map<string, LicenseCarry>();
  readonly simulation = 'on';
  readonly fanOutPerSecond = 5;
  events: string[] = [];
  refuses: string | null = null;

  constructor(readonly patients: LicenseStanding[]) {}

  readonly licenses = {
    standings: async (after: string | null) =>
      this.patients.filter(({ licenseId }) => licenseId > (after ?? '')).slice(0, 2),
    standing: async (licenseId: string) => this.patients.find((standing) => standing.licenseId === licenseId) ?? null,
  };
  readonly gateway: HealDeps['gateway'] = {
    describe: async (licenseId) => this.runs.get(licenseId) ?? null,
    progress: async (licenseId) => this.carries.get(licenseId) ?? null,
    start: async (licenseId, aheadMs = 0) => {
      if (this.refuses === licenseId) throw new Error('the server refuses');
      this.acts.push(`start ${licenseId}${aheadMs > 0 ? ` ${Math.round(aheadMs / hour)} h ahead` : ''}`);
    },
    terminate: async (licenseId, reason, runId) => void this.acts.push(`terminate ${licenseId} ${runId} (${reason})`),
    startFanOut: async (eventId) => void this.acts.push(`fan out ${eventId}`),
    fanOutRuns: async (eventId) => eventId === 'running',
  };
  readonly fanOuts = { pendingEvents: async () => this.events.map((eventId) => ({ eventId, perSecond: null })) };
  workerPolls = async () => true;
  rebuild = async (licenseId: string) => {
    this.acts.push(`rebuild ${licenseId}`);
    const standing = await this.licenses.standing(licenseId);
    if (standing) standing.derivedSeq = standing.seq;
  };

  healthy(licenseId: string): void {
    this.runs.set(licenseId, aRun());
    this.carries.set(licenseId, aCarry());
  }
}

const options: HealOptions = { act: true, perSecond: 1_000, patienceMs: 0 };
const ward = (...ids: string[]) => new Ward(ids.map((licenseId) => aStanding({ licenseId })));

describe('heal', () => {
  it('looks at every license, page by page, and starts only what is missing', async () => {
    const all = ward('a', 'b', 'c', 'd', 'e');
    for (const licenseId of ['a', 'c', 'd']) all.healthy(licenseId);
    const report = await heal(all, options);
    expect(report).toMatchObject({ checked: 5, workerPolls: true });
    expect(report.findings.map(({ licenseId, outcome }) => [licenseId, outcome])).toEqual([
      ['b', 'cured'],
      ['e', 'cured'],
    ]);
    expect(all.acts).toEqual(['start b', 'start e']);
  });

  it('changes nothing in a dry run', async () => {
    const all = ward('a');
    all.events = ['stopped'];
    const report = await heal(all, { ...options, act: false });
    expect(report).toMatchObject({
      findings: [{ licenseId: 'a', cure: 'start', outcome: 'found' }],
      fanOuts: ['stopped'],
    });
    expect(all.acts).toEqual([]);
  });

  it('terminates only the run that was found stuck', async () => {
    const all = ward('a');
    all.runs.set('a', aRun({ taskAttempts: 9 }));
    await heal(all, options);
    expect(all.acts).toEqual(['terminate a run-1 (heal: task-failing)', 'start a']);
  });

  it('starts a simulated license in its own time, which is never before its newest entry', async () => {
    const all = new Ward([
      aStanding({ licenseId: 'a', simulated: true, clockOffsetMs: 100 * hour }),
      aStanding({ licenseId: 'b', simulated: true, clockOffsetMs: 0, recordedAt: inMs(200 * hour) }),
    ]);
    await heal(all, options);
    expect(all.acts).toEqual(['start a 100 h ahead', 'start b 200 h ahead']);
  });

  it('starts a simulated license anew that a command has started meanwhile by the clock on the wall', async () => {
    const all = new Ward([aStanding({ licenseId: 'a', simulated: true, clockOffsetMs: 100 * hour })]);
    const { start } = all.gateway;
    all.gateway.start = async (licenseId, aheadMs) => {
      await start(licenseId, aheadMs);
      const starts = all.acts.filter((act) => act.startsWith('start')).length;
      all.runs.set(licenseId, aRun(starts === 1 ? {} : { skippedTo: inMs(100 * hour) }));
    };
    await expect(heal(all, options)).resolves.toMatchObject({ findings: [{ outcome: 'cured' }] });
    expect(all.acts).toEqual(['start a 100 h ahead', 'terminate a run-1 (heal: clock-behind)', 'start a 100 h ahead']);
  });

  it('rebuilds lost views before it judges the workflow', async () => {
    const all = new Ward([aStanding({ licenseId: 'a', derivedSeq: null, wakeAt: null })]);
    await heal(all, options);
    expect(all.acts).toEqual(['rebuild a', 'start a']);
  });

  it('lets pass what passes by itself', async () => {
    const all = ward('a');
    all.runs.set('a', aRun({ taskAttempts: 9 }));
    setTimeout(() => all.healthy('a'), 100);
    await expect(heal(all, { ...options, patienceMs: 5_000 })).resolves.toMatchObject({ findings: [] });
    expect(all.acts).toEqual([]);
  });

  it('goes on with the others when one cannot be cured', async () => {
    const all = ward('a', 'b');
    all.refuses = 'a';
    const told: string[] = [];
    const report = await heal(all, {
      ...options,
      onCured: ({ licenseId }, number, of) => told.push(`${number}/${of} ${licenseId}`),
    });
    expect(report.findings).toMatchObject([{ outcome: 'failed', error: 'the server refuses' }, { outcome: 'cured' }]);
    expect(told).toEqual(['1/2 a', '2/2 b']);
  });

  it('starts the fan-outs that do not run', async () => {
    const all = ward();
    all.events = ['running', 'stopped'];
    await expect(heal(all, options)).resolves.toMatchObject({ checked: 0, fanOuts: ['stopped'] });
    expect(all.acts).toEqual(['fan out stopped']);
  });

  it('keeps to it by several at once, where a start takes long', async () => {
    const all = ward('a', 'b', 'c');
    let inHand = 0;
    let open = () => {};
    const together = new Promise<void>((resolve) => {
      open = resolve;
    });
    all.gateway.start = async () => {
      inHand += 1;
      if (inHand === 3) open();
      await together;
    };
    await expect(heal(all, options)).resolves.toMatchObject({ findings: Array(3).fill({ outcome: 'cured' }) });
  });

  it('keeps to its rate', async () => {
    const all = ward('a', 'b', 'c', 'd');
    const begun = Date.now();
    await heal(all, { ...options, perSecond: 20 });
    expect(Date.now() - begun).toBeGreaterThanOrEqual(140);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const all = ward('a', 'b');
    const onCured = () => stop.abort();
    await expect(heal(all, { ...options, signal: stop.signal, onCured })).rejects.toThrow();
    expect(all.acts).toEqual(['start a']);
  });
});

describe('starting what is missing', () => {
  it('starts the named licenses that have no workflow, and touches nothing else', async () => {
    const all = new Ward([
      aStanding({ licenseId: 'a' }),
      aStanding({ licenseId: 'b', ended: true }),
      aStanding({ licenseId: 'c' }),
      aStanding({ licenseId: 'd' }),
      aStanding({ licenseId: 'e', derivedSeq: null }),
    ]);
    all.runs.set('c', aRun({ taskAttempts: 9 }));
    const started = await startMissing(['a', 'b', 'c', 'e', 'unknown'], all, { perSecond: 1_000 });
    expect(started).toMatchObject([{ licenseId: 'a', outcome: 'cured' }]);
    expect(all.acts).toEqual(['start a']);
  });
});
