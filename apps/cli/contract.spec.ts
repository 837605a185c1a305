/**
 * The contract for scripts: the fields, their types and the golden days of each command, told apart from the code. A
 * change here breaks somebody's script. The days were computed by hand or with an independent package.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { commands } from './commands/index.js';
import { run, type World } from './run.js';

const files: Record<string, string> = {};
const world: World = {
  entries: commands,
  version: '0',
  language: 'en',
  readText: (path) => files[path] ?? readFileSync(join(__dirname, '../..', path), 'utf8'),
  installation: () => Promise.reject(new Error('no question here joins an installation')),
  progress: () => undefined,
};
const ask = (line: string) => run([...line.split(' '), '--json'], world);

async function answer(line: string): Promise<unknown> {
  const { exitCode, out, err } = await ask(line);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  return JSON.parse(out);
}

const day = z.iso.date();
const firmness = z.enum(['firm', 'provisional']);
const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const reason = bilingual.extend({ code: z.string() }).strict();
const steps = z.array(z.strictObject({ date: day, counted: z.boolean(), reason }));

const dated = z.strictObject({ date: day, firmness });
const validity = z.strictObject({ lastDay: day, renewBy: day, safeDate: day, firmness });
const identifier = z.strictObject({
  valid: z.boolean(),
  severity: z.enum(['ok', 'warning', 'error']),
  reason: reason.nullable(),
  normalised: z.string(),
});
const finding = z.object({ code: z.string(), level: z.enum(['blocking', 'warning', 'info']), rule: z.string() });
const material = z.object({
  id: z.string(),
  status: z.enum(['required', 'optional', 'deferrable']),
  rule: z.string(),
});
const assessment = z.object({
  needed: z.enum(['yes', 'no', 'ask']),
  types: z.array(z.string().regex(/^B\d\d(-\d)?$/)),
  authority: z.string().regex(/^(MIIT|[a-z]{2,3})$/),
  office: z.string(),
  capitalFloor: z.int(),
  capitalMet: z.boolean(),
  eligible: z.boolean(),
  findings: z.array(finding),
  materials: z.array(material),
  earliestFiling: day.nullable(),
});
const clockRow = z.strictObject({
  clock: z.string(),
  reading: z.string(),
  start: day,
  pausedDays: z.int().min(0),
  due: day,
  safe: day.nullable(),
  firmness,
  rule: z.string().regex(/^limit\./),
});

describe('the fields of an answer', () => {
  it.each<[string, z.ZodType]>([
    ['calendar add 2026-09-14 5 --unit working-day', dated.extend({ steps }).strict()],
    ['calendar add 2026-09-14 5 --unit day', dated.extend({ steps }).strict()],
    ['calendar before 2026-12-31 90', dated.extend({ safeDate: day }).strict()],
    ['calendar roll 2026-10-02', dated],
    ['calendar last 2026-10-02', dated],
    ['calendar between 2026-09-14 2026-09-20', z.strictObject({ days: z.int(), firmness })],
    ['calendar is-working-day 2026-09-20', z.strictObject({ workingDay: z.boolean(), firmness, reason })],
    ['calendar is-working-day 2027-02-08', z.strictObject({ workingDay: z.literal(false), firmness, reason })],
    ['calendar coverage', z.strictObject({ from: day, to: day })],
    ['validity 2021-03-15', validity],
    ['check-id uscc 91350100M000100Y43', identifier],
    ['check-id permit 粤B2-20090059-5', identifier],
    ['check-id resident-id 11010519491231002x', identifier],
    ['assess docs/examples/shanghai-call-center.json', assessment],
    ['assess docs/examples/offshore-call-center.json', assessment],
    ['assess docs/examples/platform-abroad.json', assessment],
    ['clocks docs/examples/timeline.json', z.array(clockRow)],
  ])('%s', async (line, shape) => {
    const given = await answer(line);
    expect(shape.safeParse(given).error?.issues ?? []).toEqual([]);
  });
});

describe('golden days', () => {
  it.each([
    ['2026-09-14', 5, '2026-09-20'], // a Sunday on which offices work
    ['2026-01-05', 5, '2026-01-12'],
    ['2026-04-27', 5, '2026-05-07'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2007-01-01', 1, '2007-01-04'],
    ['2008-02-29', 10, '2008-03-14'],
    ['2015-08-31', 5, '2015-09-08'], // the parade's day off was added that year
    ['2020-01-22', 5, '2020-02-06'], // the holiday was prolonged that year
    ['2024-02-08', 20, '2024-03-13'],
    ['2025-09-26', 10, '2025-10-16'],
    ['2026-10-01', 0, '2026-10-01'],
  ])('%s and %i working days: %s', async (from, n, date) => {
    expect(await answer(`calendar add ${from} ${n}`)).toMatchObject({ date, firmness: 'firm' });
  });

  it.each([
    ['2026-12-31', 90, '2026-10-02', '2026-09-30'],
    ['2026-08-15', 90, '2026-05-17', '2026-05-15'],
    ['2025-02-28', 90, '2024-11-30', '2024-11-29'],
    ['2024-05-29', 90, '2024-02-29', '2024-02-29'],
  ])('%s, %i days before: %s, safe %s', async (end, n, date, safeDate) => {
    expect(await answer(`calendar before ${end} ${n}`)).toEqual({ date, safeDate, firmness: 'firm' });
  });

  it.each([
    ['2026-10-01', '2026-10-08', '2026-09-30'],
    ['2026-02-14', '2026-02-14', '2026-02-14'],
    ['2026-02-15', '2026-02-24', '2026-02-14'],
    ['2020-02-01', '2020-02-03', '2020-01-23'],
  ])('%s rolls to %s, and back to %s', async (date, next, last) => {
    expect(await answer(`calendar roll ${date}`)).toEqual({ date: next, firmness: 'firm' });
    expect(await answer(`calendar last ${date}`)).toEqual({ date: last, firmness: 'firm' });
  });

  it.each([
    ['2025-12-31', '2026-12-31', 248],
    ['2007-01-01', '2007-12-31', 249],
    ['2020-01-01', '2020-03-31', 59],
    ['2026-09-14', '2026-09-14', 0],
  ])('after %s up to %s: %i working days', async (a, b, days) => {
    expect(await answer(`calendar between ${a} ${b}`)).toEqual({ days, firmness: 'firm' });
  });

  it.each([
    ['2021-03-15', '2026-03-14', '2025-12-14', '2025-12-12', 'firm'],
    ['2020-02-29', '2025-02-28', '2024-11-30', '2024-11-29', 'firm'],
    ['2024-02-29', '2029-02-28', '2028-11-30', '2028-11-30', 'provisional'],
    ['2022-01-01', '2026-12-31', '2026-10-02', '2026-09-30', 'firm'],
  ])('a permit from %s ends %s, is renewed by %s, safely %s', async (start, lastDay, renewBy, safeDate, firm) => {
    expect(await answer(`validity ${start}`)).toEqual({ lastDay, renewBy, safeDate, firmness: firm });
  });

  it('is provisional as soon as an unarranged year decides', async () => {
    expect(await answer('calendar add 2026-12-31 1')).toMatchObject({ firmness: 'provisional' });
    expect(await answer('calendar add 2026-12-31 30 --unit day')).toMatchObject({ firmness: 'firm' });
    expect(await answer('calendar coverage')).toEqual({ from: '2007-01-01', to: '2026-12-31' });
  });
});

describe('clocks', () => {
  it('count an expert review out with both its days, and give each reading', async () => {
    files.timeline = JSON.stringify({
      rounds: [{ receivedOn: '2026-03-02' }],
      acceptedOn: '2026-03-09',
      expertReviews: [{ from: '2026-04-07', to: '2026-04-14' }],
    });
    const rows = z.array(clockRow).parse(await answer('clocks timeline'));
    const days = rows.map(({ clock, reading, due }) => [clock, reading, due]);
    expect(days).toContainEqual(['completeness', 'from-receipt', '2026-03-09']);
    expect(days).toContainEqual(['review', 'calendar-days-from-first-receipt', '2026-05-09']);
    expect(days).toContainEqual(['review', 'working-days-from-acceptance', '2026-06-12']);
    expect(rows.find(({ clock }) => clock === 'review')?.pausedDays).toBe(8);
  });
});

describe('assess', () => {
  const profile = {
    company: { province: 'sh', registeredCapital: 1_000_000, foreignShare: 0 },
    serviceTypes: ['B24'],
    coverage: { kind: 'province', provinces: ['sh'] },
    today: '2026-11-22',
  };

  it.each([
    ['one province', {}, { needed: 'yes', authority: 'sh', capitalFloor: 1_000_000, capitalMet: true }],
    [
      'the whole country',
      { coverage: { kind: 'nationwide' } },
      { authority: 'MIIT', capitalFloor: 10_000_000, capitalMet: false, eligible: false, earliestFiling: null },
    ],
    [
      'any foreign share',
      { company: { ...profile.company, foreignShare: 100 } },
      { authority: 'MIIT', capitalFloor: 1_000_000 },
    ],
  ])('%s', async (_what, change, expected) => {
    files.profile = JSON.stringify({ ...profile, ...change });
    expect(await answer('assess profile')).toMatchObject(expected);
  });

  it('names all at once what is wrong', async () => {
    files.profile = JSON.stringify({
      company: {
        province: 'sh',
        registeredCapital: -1,
        foreignShare: 130,
        shareholders: [{ kind: 'company', percent: 60 }],
        establishedOn: '2006-12-31',
      },
      serviceTypes: ['B24'],
      coverage: { kind: 'provinces', provinces: ['sh', 'sh'] },
      today: '2026-02-30',
      plannedOn: '1999-01-01',
    });
    const { exitCode, out, err } = await ask('assess profile');
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    const { details } = (JSON.parse(err) as { error: { details: { errors: { pointer: string }[] } } }).error;
    expect(details.errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/company/establishedOn',
      '/company/foreignShare',
      '/company/registeredCapital',
      '/company/shareholders',
      '/coverage/provinces',
      '/plannedOn',
      '/today',
    ]);
  });
});

describe('a question that is not right', () => {
  it.each([
    'calendar add 2026-09-14 -1',
    'calendar add 2026-09-14 ５',
    'calendar add ２０２６-09-14 5',
    'calendar add 2026-02-29 5',
    'calendar between 2026-09-20 2026-09-14',
    'calendar roll 2006-12-31',
    'check-id passport E12345678',
    'assess docs/examples/timeline.json',
    'clocks docs/examples/shanghai-call-center.json',
    'rehearse docs/examples/timeline.json',
    'compare docs/examples/timeline.json docs/examples/timeline.json',
    'rules check docs/examples/timeline.json',
    'rules show none',
    'check-proof docs/examples/timeline.json',
    'verify docs/examples/timeline.json',
    'explain clocks docs/examples/timeline.json --clock none',
  ])('ends with status 2, one line and nothing else: %s', async (line) => {
    const { exitCode, out, err } = await run(line.split(' '), world);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(/^paizhao: .{10,}$/);
    expect(err).not.toMatch(/undefined|NaN|\[object|nothing is|code nothing|kind nothing/);
  });
});
