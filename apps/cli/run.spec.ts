import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, CommandEntry } from './command.js';
import { commands } from './commands/index.js';
import { faultWords } from './fault-words.js';
import { type Outcome, run, type World } from './run.js';

const world: World = {
  entries: commands,
  version: '0.5.0',
  language: 'en',
  readText: (path) => {
    throw new Error(`${path} is read`);
  },
  installation: () => Promise.reject(new Error('an installation is asked for')),
  progress: () => undefined,
};
const paizhao = (line: string, more: Partial<World> = {}): Promise<Outcome> =>
  run(line.split(' ').filter(Boolean), { ...world, ...more });
const answer = async (line: string) => JSON.parse((await paizhao(`${line} --json`)).out) as unknown;

describe('the contract for scripts', () => {
  it.each([
    ['calendar add 2026-09-14 5 --unit working-day', { date: '2026-09-20', firmness: 'firm' }],
    ['calendar add 2026-01-05 5', { date: '2026-01-12', firmness: 'firm' }],
    ['calendar add 2026-04-27 5', { date: '2026-05-07', firmness: 'firm' }],
    ['calendar add 2026-12-31 1', { date: '2027-01-04', firmness: 'provisional' }],
  ])('%s', async (line, expected) => {
    expect(await answer(line)).toEqual({ ...expected, steps: expect.any(Array) });
  });

  it.each([
    ['calendar add 2026-10-01 0', { date: '2026-10-01', firmness: 'firm', steps: [] }],
    ['calendar add 2026-09-14 5 --unit day', { date: '2026-09-19', firmness: 'firm', steps: [] }],
    ['calendar add 2030-01-31 31 --unit=day', { date: '2030-03-03', firmness: 'firm', steps: [] }],
    ['calendar add 2060-02-28 1 --unit day', { date: '2060-02-29', firmness: 'firm', steps: [] }],
    ['calendar before 2026-12-31 90', { date: '2026-10-02', safeDate: '2026-09-30', firmness: 'firm' }],
    ['calendar before 2026-08-15 90', { date: '2026-05-17', safeDate: '2026-05-15', firmness: 'firm' }],
    ['calendar before 2028-01-05 90', { date: '2027-10-07', safeDate: '2027-09-30', firmness: 'provisional' }],
    ['calendar roll 2026-10-02', { date: '2026-10-08', firmness: 'firm' }],
    ['calendar last 2026-10-02', { date: '2026-09-30', firmness: 'firm' }],
    ['calendar between 2026-09-14 2026-09-20', { days: 5, firmness: 'firm' }],
    ['calendar between 2007-01-03 2007-12-31', { days: 249, firmness: 'firm' }],
    ['calendar between 2027-02-01 2027-02-01', { days: 0, firmness: 'firm' }],
    ['calendar coverage', { from: '2007-01-01', to: '2026-12-31' }],
    [
      'calendar is-working-day 2026-09-20',
      {
        workingDay: true,
        firmness: 'firm',
        reason: { code: 'make-up-working-day', zh: '国庆节调休上班', en: 'make-up working day for National Day' },
      },
    ],
    ['validity 2021-03-15', { lastDay: '2026-03-14', renewBy: '2025-12-14', safeDate: '2025-12-12', firmness: 'firm' }],
    ['validity 2020-02-29', { lastDay: '2025-02-28', renewBy: '2024-11-30', safeDate: '2024-11-29', firmness: 'firm' }],
    ['validity 2022-01-01', { lastDay: '2026-12-31', renewBy: '2026-10-02', safeDate: '2026-09-30', firmness: 'firm' }],
    // ended under the measures of 2009, and on the first day of those of 2017
    ['validity 2010-01-01', { lastDay: '2014-12-31', renewBy: '2014-10-02', safeDate: '2014-09-30', firmness: 'firm' }],
    ['validity 2012-09-02', { lastDay: '2017-09-01', renewBy: '2017-06-03', safeDate: '2017-06-02', firmness: 'firm' }],
    [
      'validity 2026-11-20',
      { lastDay: '2031-11-19', renewBy: '2031-08-21', safeDate: '2031-08-21', firmness: 'provisional' },
    ],
  ])('%s', async (line, expected) => {
    expect(await answer(line)).toEqual(expected);
  });
});

describe('bad input', () => {
  it.each([
    ['calendar add 2026-02-30 1', 'invalid-date', '"2026-02-30" is not a date'],
    ['calendar roll 2026/2/3', 'invalid-date', 'write it as YYYY-MM-DD'],
    ['calendar add 2026-02-03 -1', 'invalid-number', '-1 is negative'],
    ['calendar add 2026-02-03 1.5', 'invalid-number', '"1.5" is no whole number'],
    ['calendar add 2026-02-03 x', 'invalid-number', '"x" is no whole number'],
    ['calendar add 2026-02-03', 'missing-argument', '<n> is missing'],
    ['calendar add 2026-02-03 1 2', 'surplus-argument', '"2" is one argument too many'],
    ['calendar add 2026-02-03 1 --unit week', 'invalid-option', 'expected working-day or day'],
    ['calendar add 2026-02-03 1 --unit', 'invalid-option', '--unit'],
    ['calendar add 2026-02-03 1 --until 3', 'invalid-option', '--until'],
    ['calendar between 2026-02-02 2026-02-01', 'invalid-period', '2026-02-01 lies before 2026-02-02'],
    [
      'calendar roll 2006-12-31',
      'calendar-not-covered',
      '2006-12-31 is outside calendar cn-2026.2, which answers from 2007-01-01',
    ],
    ['calendar add 2006-12-31 0', 'calendar-not-covered', 'from 2007-01-01 to 2050-12-31'],
    ['calendar add 2006-12-31 5 --unit day', 'calendar-not-covered', 'from 2007-01-01 to 2050-12-31'],
    ['calendar before 2007-01-31 90', 'calendar-not-covered', '2006-11-02 is outside'],
    ['calendar before 2026-01-01 9999999', 'invalid-date', '2026-01-01 and -9999999 days'],
    ['calendar last 2007-01-03', 'calendar-not-covered', 'the working day before 2007-01-03'],
    ['calendar between 2006-12-01 2007-02-01', 'calendar-not-covered', '2006-12-01'],
    ['calendar is-working-day 2006-07-01', 'calendar-not-covered', '2006-07-01'],
    ['validity 2006-12-31', 'calendar-not-covered', '2006-12-31'],
    ['explain validity 2006-12-31', 'calendar-not-covered', '2006-12-31'],
    ['explain calendar-add 2006-12-31 5 --unit day', 'calendar-not-covered', '2006-12-31'],
    ['validity 2046-06-01', 'calendar-not-covered', '2051-03-02'],
    ['calendar', 'unknown-command', 'calendar: say what'],
    ['calendar subtract 2026-01-01 1', 'unknown-command', 'there is no "subtract"'],
    ['renew', 'unknown-command', 'there is no command "renew"'],
    ['renew --help', 'unknown-command', 'there is no command "renew"'],
    ['validity', 'missing-argument', '<start-date> is missing'],
    ['calendar coverage --json=true', 'invalid-option', '--json takes no value'],
    ['calendar coverage --lang fr', 'invalid-option', 'expected zh or en'],
  ])('%s ends with exit code 2 and one line', async (line, code, message) => {
    const plain = await paizhao(line);
    expect(plain).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining(message) });
    expect(plain.err).toMatch(/^paizhao: .+$/);
    expect(plain.err).not.toContain('\n');

    const scripted = await paizhao(`--json ${line}`);
    expect(scripted).toMatchObject({ exitCode: 2, out: '' });
    expect(JSON.parse(scripted.err)).toEqual({
      error: { code, message: expect.stringContaining(message), details: expect.any(Object) },
    });
  });

  it.each([
    ['--lang zh calendar roll 2026-02-30', '日期有误：date: "2026-02-30" is not a date'],
    ['calendar add 2026-02-03 --lang zh', '缺少参数：calendar add: <n> is missing'],
    ['calendar roll 2006-12-31 --lang=zh', '超出工作日历范围：2006-12-31 is outside'],
    ['calendar roll 2026-02-03 --lang fr', '--lang: expected zh or en'],
  ])('%s is headed in Chinese', async (line, said) => {
    expect((await paizhao(line)).err).toMatch(`paizhao: ${said}`);
    expect((await paizhao('calendar roll 2026-02-30', { language: 'zh' })).err).toMatch(/^paizhao: 日期有误：/);
  });

  it('has a Chinese heading for every code of the command line', () => {
    const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .map((name) => readFileSync(join(__dirname, name), 'utf8'));
    const thrown = sources.flatMap((text) =>
      [...text.matchAll(/(?:new UsageError|throw wrong)\(\s*'([a-z-]+)'/g)].map(([, code = '']) => code),
    );
    expect(thrown.length).toBeGreaterThan(20);
    expect(thrown.filter((code) => !Object.hasOwn(faultWords, code))).toEqual([]);
  });

  it('is told apart from a failure', async () => {
    const broken: CommandEntry = { name: 'break', load: () => Promise.reject(new Error('the disk\nis full')) };
    expect(await paizhao('break', { entries: [broken] })).toEqual({
      exitCode: 1,
      out: '',
      err: 'paizhao: the disk is full',
    });
    const away: Command = {
      describe: { zh: '', en: '' },
      positionals: [],
      examples: [],
      run: () => Promise.reject(Object.assign(new Error('away'), { code: 'record-unavailable', kind: 'unavailable' })),
    };
    const outcome = await paizhao('away --json', { entries: [{ name: 'away', load: async () => away }] });
    expect(outcome).toMatchObject({
      exitCode: 1,
      err: '{"error":{"code":"record-unavailable","message":"away","details":{}}}',
    });
  });
});

describe('help', () => {
  it.each(['', '--help', '-h'])('lists every command for "%s"', async (line) => {
    const { exitCode, out } = await paizhao(line);
    expect(exitCode).toBe(0);
    for (const { name } of commands) expect(out).toContain(`  ${name} `);
  });

  it('lists a group, and speaks the language asked for', async () => {
    const { out } = await paizhao('calendar --help --lang zh');
    expect(out).toContain('calendar between <a> <b>');
    expect(out).toContain('国务院放假安排已收录的起止日');
    expect(out).not.toContain('validity');
    expect((await paizhao('--help', { language: 'zh' })).out).toContain('以 JSON 输出');
    expect((await paizhao('--help --lang=en', { language: 'zh' })).out).toContain('answer in JSON');
  });

  it.each(commands.map(({ name }) => name))('%s has help in both languages and examples that run', async (name) => {
    const command = await commands.find((entry) => entry.name === name)?.load();
    for (const language of ['zh', 'en'] as const) {
      const { exitCode, out } = await paizhao(`${name} --help`, { language });
      expect(exitCode).toBe(0);
      expect(out).toContain(command?.describe[language]);
      for (const example of command?.examples ?? []) expect(out).toContain(`paizhao ${example}`);
    }
  });

  it.each(['calendar', 'validity', 'check-id'])('the examples of %s run in both languages', async (group) => {
    const own = commands.filter(({ name }) => name.split(' ')[0] === group);
    for (const { load } of own) {
      for (const example of (await load()).examples) {
        expect(await paizhao(`${example} --lang zh`)).toMatchObject({ exitCode: 0, err: '' });
        expect((await paizhao(example)).out).not.toBe('');
      }
    }
  });

  it('shows the version', async () => {
    expect(await paizhao('--version')).toEqual({ exitCode: 0, out: '0.5.0', err: '' });
  });
});

describe('readable text', () => {
  it.each([
    [
      'calendar add 2026-09-14 5',
      '2026-09-20 (Sunday)\n  + 2026-09-15  working day\n  + 2026-09-20  make-up working day for National Day',
    ],
    ['calendar between 2026-09-18 2026-09-20', '1 working day'],
    ['calendar between 2026-09-18 2026-09-20 --lang zh', '1 个工作日'],
    ['calendar is-working-day 2026-10-01', '2026-10-01 (Thursday): no, National Day holiday'],
    ['calendar before 2026-12-31 90 --lang zh', '2026-10-02（星期五）\n安全日：2026-09-30（星期三）'],
    [
      'calendar roll 2027-01-04',
      '2027-01-04 (Monday), provisional (the arrangements of its year are not in the calendar)',
    ],
  ])('%s', async (line, text) => {
    expect((await paizhao(line)).out.startsWith(text)).toBe(true);
  });
});
