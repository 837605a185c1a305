import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { latestPack } from '../../../libs/rulebook/index.js';
import { run, type World } from '../run.js';
import { commands } from './index.js';

const root = join(__dirname, '..', '..', '..');
const timeline = readFileSync(join(root, 'docs/examples/timeline.json'), 'utf8');
const world = (text: string): World => ({
  entries: commands,
  version: '0',
  language: 'en',
  readText: () => text,
  installation: () => Promise.reject(new Error('no installation is joined')),
  progress: () => undefined,
});
const paizhao = (text: string, ...words: string[]) => run(words, world(text));

describe('paizhao clocks', () => {
  it('answers scripts with a row for each reading', async () => {
    const { exitCode, out } = await paizhao(timeline, 'clocks', 'timeline.json', '--json');
    const rows = JSON.parse(out) as { clock: string }[];
    expect(exitCode).toBe(0);
    expect(rows.map(({ clock }) => clock)).toContain('review');
    for (const row of rows) {
      const keys = ['clock', 'reading', 'start', 'pausedDays', 'due', 'safe', 'firmness', 'rule'];
      expect(Object.keys(row)).toEqual(keys);
    }
  });

  it.each([
    ['en', '2026-10-02 (Friday), safe day 2026-09-30 (Wednesday)  from 2026-12-31  ninety-days-ahead  [TR art. 15]'],
    ['zh', '2026-10-02（星期五），安全日 2026-09-30（星期三）  起始 2026-12-31  ninety-days-ahead  [TR 第十五条]'],
  ])('answers people in %s', async (language, line) => {
    const { out } = await paizhao(timeline, 'clocks', 'timeline.json', '--lang', language);
    expect(out).toContain(line);
  });

  it.each([
    ['{', 'the timeline is not JSON'],
    ['{}', 'the timeline: no clock runs by these facts'],
    ['{"x":1,"grantedOn":"y"}', '/grantedOn: "y" is not a date; /x: this field is not known'],
  ])('refuses %s in one line that names everything', async (text, message) => {
    const outcome = await paizhao(text, 'clocks', 'timeline.json');
    expect(outcome).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining(message) });
    expect(outcome.err).not.toContain('\n');
  });
});

describe('paizhao explain', () => {
  const lines = [
    'explain clocks timeline.json',
    'explain validity 2021-03-15',
    'explain validity 2011-06-01',
    'explain calendar-add 2026-09-14 5',
    'explain calendar-add 2026-09-14 45 --unit day',
    'explain calendar-before 2028-01-05 90',
    'explain calendar-roll 2026-10-02',
    'explain calendar-last 2026-10-02',
  ];

  it.each(lines.flatMap((line) => ['', '--lang zh', '--json'].map((more) => [`${line} ${more}`.trim()])))(
    '%s can be checked again from what it printed, and a changed day is found',
    async (line) => {
      const { exitCode, out } = await paizhao(timeline, ...line.split(' '));
      expect(exitCode).toBe(0);
      const checked = await paizhao(out, 'check-proof', 'explanation', '--json');
      expect(JSON.parse(checked.out)).toMatchObject({ proven: true, differences: [] });

      const [, result = ''] = /(?:Result: |结果：|"count"[\s\S]*?"date": ")(\d{4}-\d\d-\d\d)/.exec(out) ?? [];
      const changed = await paizhao(out.replaceAll(result, '2026-11-03'), 'check-proof', 'explanation');
      expect(changed).toMatchObject({ exitCode: 1, out: expect.stringContaining('2026-11-03') });
    },
  );

  it('explains the clock that is asked for', async () => {
    const { out } = await paizhao(timeline, ...'explain clocks timeline.json --clock renewal --lang zh'.split(' '));
    expect(out).toContain('说明：续期申请期限');
    expect(out).not.toContain('说明：审查期限');
    expect(out).toContain('已由第二套算法重新计算：一致。');
  });

  it('names the clocks that run when another is asked for', async () => {
    const outcome = await paizhao(timeline, ...'explain clocks timeline.json --clock litigation'.split(' '));
    expect(outcome).toMatchObject({ exitCode: 2, err: expect.stringContaining('running: completeness, correction') });
  });

  it('has no proof to check in any other file', async () => {
    expect(await paizhao(timeline, 'check-proof', 'timeline.json')).toMatchObject({
      exitCode: 2,
      err: 'paizhao: check-proof: the file holds no explanation of a date',
    });
  });
});

describe('docs/cli.md', () => {
  /** The changes of a company share one clock; the ninety days ahead also stand before the end of the business. */
  const clockOf: Record<string, string> = {
    'limit.change-after-decision': '`change`',
    'limit.change-after-registration': '`change`',
    'limit.change-ahead': '`change`, `change-ahead`',
  };

  it('lists every clock with its rule and readings', () => {
    const page = readFileSync(join(root, 'docs/cli.md'), 'utf8');
    const table = page.slice(page.indexOf('| clock | rule | readings |')).split('\n\n')[0]?.split('\n').slice(2);
    const expected = latestPack.limits.map(({ id, readings }) => {
      const clock = clockOf[id] ?? `\`${id.replace('limit.', '')}\``;
      return `| ${clock} | \`${id}\` | ${readings.map((reading) => `\`${reading.id}\``).join(', ')} |`;
    });
    expect(table).toEqual(expected);
  });

  it('shows an explanation that can be checked', async () => {
    const printed = readFileSync(join(root, 'docs/examples/explanation.txt'), 'utf8');
    const { out } = await paizhao('', ...'explain calendar-add 2026-09-28 5'.split(' '));
    const withoutCalendar = (text: string) => text.replace(/^Calendar: .*$/m, '').trim();
    expect(withoutCalendar(out)).toBe(withoutCalendar(printed));
    expect((await paizhao(printed, 'check-proof', 'explanation.txt')).exitCode).toBe(0);
  });
});
