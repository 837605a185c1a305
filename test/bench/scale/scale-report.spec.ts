import type { Latencies } from './commands-on-sleepers.js';
import { scaleReportLines, scaleResultOf } from './scale-report.js';
import type { Results } from './scale-state.js';

const use = (cpuSeconds: number | null) => ({ cpuSeconds, peakBytes: 250e6, bytes: 200e6 });

const latencies = (p50Ms: number): Latencies => ({
  commands: 50,
  callers: p50Ms > 100 ? 8 : 1,
  perSecond: 12.34,
  p50Ms,
  p99Ms: 2 * p50Ms,
  latenciesMs: [],
});

const results: Required<Results> = {
  a: {
    licenses: 100,
    imported: { count: 100, seconds: 2, use: { postgres: use(0.4), bench: use(null) } },
    started: { count: 80, seconds: 4, use: { worker: use(0.8) } },
    settleSeconds: 9.4,
    bytesPerLicense: { postgres: 14_500, temporal: 20_240 },
    tables: [{ table: 'commands', rows: 100, bytes: 490_000 }],
    idle: {
      seconds: 50,
      use: { worker: use(0.5) },
      database: { transactions: 250, scans: [{ table: 'signs_of_life', scans: 5, rows: 100 }] },
    },
  },
  b: {
    day: '2026-11-26',
    rung: 'S-421',
    windowMinutes: 2,
    toldLate: 3,
    lateSeconds: 4.4,
    wave: { count: 100, seconds: 125, use: { worker: use(1.5) } },
    expected: 100,
    received: 100,
    lost: 1,
    doubled: 2,
    delaySeconds: { p50: 1.2, p99: 7.9, longest: 9.6 },
    perMinute: [49, 51],
  },
  c: { asleep: latencies(31), awake: latencies(17), asleepAtOnce: latencies(140) },
  d: {
    poll: { days: 350, actions: 710, events: 3_890, bytes: 480_000 },
    phases: [
      {
        name: 'filed',
        license: { days: 10, commands: 2, messages: 1, wakeUps: 1, actions: 8, events: 30, bytes: 4_000 },
        poll: { actions: 20, events: 111, bytes: 13_714 },
      },
      {
        name: 'renewed',
        license: { days: 20, commands: 3, messages: 2, wakeUps: 4, actions: 12, events: 50, bytes: 5_000 },
        poll: { actions: 41, events: 222, bytes: 27_429 },
      },
    ],
  },
};

const linesOf = (measured: Results): string =>
  scaleReportLines(scaleResultOf({ licenses: 100, results: measured }, { idleSeconds: 50, windowMinutes: 2 })).join(
    '\n',
  );

describe('the report of the scale benchmark', () => {
  const report = linesOf(results);

  it.each([
    ['rates', /imported +100 in 2 s: 50\.0\/s\n.*started +80 in 4 s: 20\.0\/s; then 9 s/],
    ['bytes per license, by table too', /PostgreSQL 14\.5 kB, Temporal 20\.2 kB\n +commands 4\.9 kB/],
    ['processor time per piece, unknown where the system does not tell', /per import, ms: postgres 4\.0, bench \?/],
    ['idle memory, and the share of a core', /50 idle seconds.*\n +worker +200 MB +1\.0 %/],
    ['what the idle database did', /5\.0 transactions\/s; .*signs_of_life 2\.0/],
    ['the last mail, and what was lost and doubled', /the last of 100 mails left after 2 min 5 s; lost 1, doubled 2/],
    ['delays and minutes', /p50 1 s, p99 8 s, the longest 10 s\n.*minute: 49 51/],
    ['who was told too late to be measured', /3 licenses learned of it only after.*\n.*ready 4 s after/],
    ['the most memory', /the most memory\n +worker +250 MB/],
    [
      'latencies of sleepers',
      /asleep, no worker holds it +50 +12\.3 +31 +62\n.*17 +34\n.*8 callers +50 +12\.3 +140 +280/,
    ],
    [
      'costs by phase and in all',
      /filed +10 +2 +1 +1 +8 +30 +4000 +20 +111 +13714\n.*\n +the whole life +30 +5 +5 +3 +20 +80 +9000 +61 +333 +41143/,
    ],
  ])('gives %s', (_, lines) => {
    expect(report).toMatch(lines);
  });

  it('leaves out what was not measured', () => {
    const some = linesOf({ c: results.c });
    expect(some).toMatch(/^c\. /m);
    expect(some).not.toMatch(/^[abd]\. /m);
    expect(linesOf({}).split('\n').filter(Boolean)).toHaveLength(1);
  });
});
