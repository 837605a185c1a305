import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';

const root = join(__dirname, '..', '..');
const layers = ['calendar', 'rulebook', 'domain'];

/** Asks the core as a program on a host with a time zone of its own would; gives the zone's offset with the answers. */
const questions = `
  const { latestTable, loadCalendar, ...ask } = require('./calendar/index.js');
  const { latestPack } = require('./rulebook/index.js');
  const { rehearse } = require('./domain/rehearse.js');
  const calendar = loadCalendar(latestTable);
  const lines = [];
  const special = ['02-28', '02-29', '03-01', '12-30', '12-31', '01-01', '10-01'];
  for (let year = 2008; year < 2050; year++) {
    for (const day of special.map((monthDay) => year + '-' + monthDay).filter(ask.isCivilDate)) {
      const one = [ask.addDays, ask.addMonths, ask.addYears, ask.lastDayOfTerm].map((count) => count(day, 5));
      const found = [ask.addWorkingDays, ask.subtractWorkingDays].map((count) => count(calendar, day, 40));
      const near = [ask.rollForward, ask.lastWorkingDay, ask.safeDay, ask.isWorkingDay].map((find) => find(calendar, day));
      const late = ask.instantAt(day, '23:59');
      lines.push([day, ask.weekday(day), one, found, near, late, ask.shanghaiDay(late), ask.shanghaiDay(day + 'T16:00:00Z')]);
    }
  }
  const plan = JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8'));
  const answers = [lines, rehearse({ pack: latestPack, calendar }, plan)];
  console.log(JSON.stringify({ offset: new Date(2026, 0, 1).getTimezoneOffset(), answers }));
`;

/** The core as JavaScript, inside `node_modules` so that its packages are found. */
function compiled(): string {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'host-zones-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }');
  const jsc = { parser: { syntax: 'typescript' as const }, target: 'es2022' as const };
  for (const layer of layers) {
    for (const name of readdirSync(join(root, 'libs', layer), { recursive: true }) as string[]) {
      if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
      const source = readFileSync(join(root, 'libs', layer, name), 'utf8');
      const target = join(folder, layer, name.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, transformSync(source, { jsc, module: { type: 'commonjs' } }).code);
    }
  }
  return folder;
}

describe('the core', () => {
  let folder: string;
  const ask = (zone: string) => {
    const plan = join(root, 'docs', 'examples', 'five-years.json');
    const output = execFileSync(process.execPath, ['-e', questions, plan], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
      maxBuffer: 64 * 1024 * 1024,
    });
    return JSON.parse(output) as { offset: number; answers: unknown };
  };

  let utc: unknown;
  beforeAll(() => {
    folder = compiled();
    utc = ask('UTC').answers;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['Asia/Shanghai', -480],
    ['America/Los_Angeles', 480],
    ['Pacific/Kiritimati', -840],
  ])('gives the same dates on a host in %s as on one in UTC', (zone, offset) => {
    const here = ask(zone);
    expect(here.offset).toBe(offset);
    expect(here.answers).toEqual(utc);
  });
});
