import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from '../../test/support/quick-expect.js';
import { addDays, addWorkingDays, fromEpochDay, latestTable, loadCalendar, toEpochDay } from '../calendar/index.js';
import { deadlineOf, measure, pausesOf } from '../rulebook/deadlines.js';
import {
  type Deadline,
  type Explanation,
  explain,
  explainDay,
  explanationText,
  type LimitRule,
  latestPack,
  publishedPacks,
  review,
} from '../rulebook/index.js';
import { dateOf, monthsFrom, numberOf, weekdayOf } from './days.js';
import { check, checkPrinted } from './index.js';

const law = { pack: latestPack, calendar: loadCalendar(latestTable) };
const about = { zh: '期限', en: 'a limit' };
const languages = ['zh', 'en'] as const;

const aDay = fc.integer({ min: toEpochDay('2017-09-01'), max: toEpochDay('2040-12-31') }).map(fromEpochDay);
const somePauses = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 25 })), {
  maxLength: 3,
});
const aRule = fc.constantFrom(...publishedPacks.flatMap(({ limits }) => limits));

function explained(rule: LimitRule, start: string, pauses: [number, number][]): Explanation {
  const periods = pauses.map(([after, length]) => ({
    from: addDays(start, after),
    to: addDays(start, after + length),
  }));
  const readings = rule.readings.map((reading) =>
    measure(law, rule, reading, reading.from === 'year' ? start.slice(0, 4) : start, pausesOf(periods, start)),
  ) as Deadline['readings'];
  const [first, ...others] = readings;
  if (!first) throw new Error(`${rule.id} has no reading`);
  return explain(law, { subject: rule.id, about, duty: rule.duty }, deadlineOf(law, rule.duty, [first, ...others]));
}

const printed = (explanation: Explanation) => [
  JSON.stringify(explanation),
  ...languages.map((language) => explanationText(explanation, language).join('\n')),
];

describe('a second computation', () => {
  it('agrees with the first for every rule, start and expert review, from the JSON and from either text', () => {
    fc.assert(
      fc.property(aRule, aDay, somePauses, (rule, start, pauses) => {
        for (const text of printed(explained(rule, start, pauses))) {
          expect(checkPrinted(text)).toEqual([{ date: expect.any(String), differences: [] }]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('agrees on plain questions to the calendar', () => {
    const units = fc.constantFrom('day' as const, 'working-day' as const);
    const where = fc.constantFrom(undefined, 'next-working-day' as const, 'last-working-day' as const);
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 300 }), units, where, fc.boolean(), (start, n, unit, moved, safe) => {
        const plain = { date: addDays(start, n), firmness: 'firm' as const, steps: [] };
        const answer = unit === 'day' ? plain : addWorkingDays(law.calendar, start, n);
        const count = { kind: 'length', length: n, unit, direction: 'after' } as const;
        const more = { ...(moved && { moved }), withSafeDay: safe };
        const explanation = explainDay(law.calendar, { subject: 'calendar', about, start, count, answer, ...more });
        for (const text of printed(explanation)) expect(checkPrinted(text)?.[0]?.differences).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('counts days by itself, in agreement with the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (epochDay) => {
        const date = fromEpochDay(epochDay);
        expect(dateOf(numberOf(date) ?? 0)).toBe(date);
        expect(numberOf(date)).toBe(epochDay + 719_163);
      }),
    );
    expect(numberOf('2026-02-29')).toBeNull();
    expect(weekdayOf(numberOf('2026-11-25') ?? 0)).toBe(3);
    expect(monthsFrom('2025-08-31', 6)).toBe('2026-02-28');
    expect(monthsFrom('2024-01-31', -2)).toBe('2023-11-30');
  });
});

describe('a changed proof', () => {
  const renewal = explained(ruleOf('limit.renewal'), '2026-12-31', []);
  const completeness = explained(ruleOf('limit.completeness'), '2026-09-28', []);
  const reviewed = explain(
    law,
    { subject: 'review', about, duty: 'authority' },
    review(law, {
      firstReceivedOn: '2026-03-02',
      completeReceivedOn: '2026-03-02',
      acceptedOn: '2026-03-06',
      pauses: [{ from: '2026-03-20', to: '2026-03-27' }],
      today: '2026-04-01',
    }),
  );

  type Change = (explanation: Explanation) => unknown;
  const first = (explanation: Explanation) => explanation.readings[0] as Explanation['readings'][number];
  const step = (steps: Explanation['readings'][number]['steps'] | undefined, i: number) =>
    steps?.at(i) as { date: string; counted: boolean };
  const changes: [string, Explanation, Change][] = [
    ['the date', renewal, (e) => (e.date = '2026-10-03')],
    ['the date of a reading', renewal, (e) => (first(e).date = '2026-10-03')],
    ['the date of the other reading', renewal, (e) => ((e.readings[1] as { date: string }).date = '2026-12-02')],
    ['the length', renewal, (e) => (first(e).count = { kind: 'length', length: 89, unit: 'day', direction: 'before' })],
    [
      'the direction',
      renewal,
      (e) => (first(e).count = { kind: 'length', length: 90, unit: 'day', direction: 'after' }),
    ],
    ['the start', renewal, (e) => (first(e).start.value = '2026-12-30')],
    ['the safe day', renewal, (e) => ((e.safeDay as { date: string }).date = '2026-10-02')],
    [
      'a safe day on a holiday',
      renewal,
      (e) => (e.safeDay = { date: e.date, steps: e.safeDay?.steps.slice(0, 1) ?? [] }),
    ],
    ['which reading drives', renewal, (e) => Object.assign(first(e), { drives: false })],
    ['the firmness', renewal, (e) => (e.firmness = 'provisional')],
    ['a holiday that counts', completeness, (e) => (step(first(e).steps, 3).counted = true)],
    ['a holiday taken out', completeness, (e) => first(e).steps.splice(3, 1)],
    ['the first day taken out', completeness, (e) => first(e).steps.shift()],
    ['the last day taken out', completeness, (e) => first(e).steps.pop()],
    ['a day outside the count', completeness, (e) => (step(first(e).steps, -1).date = '2026-12-01')],
    ['a safe day for the authority', completeness, (e) => (e.safeDay = renewal.safeDay)],
    ['a day of the expert review taken out', reviewed, (e) => first(e).steps.pop()],
    ['the number of days left out', reviewed, (e) => (first(e).pausedDays = 3)],
    ['where a rest day moves to', reviewed, (e) => ((first(e).moved as { date: string }).date = '2026-05-11')],
  ];

  it.each(changes)('%s is found', (_what, explanation, change) => {
    expect(check(explanation)).toEqual([]);
    const changed = JSON.parse(JSON.stringify(explanation)) as Explanation;
    change(changed);
    for (const text of printed(changed)) {
      expect(checkPrinted(text)?.[0]?.differences).not.toEqual([]);
    }
  });

  it('with a start that is no day is found', () => {
    const [reading] = renewal.readings;
    const changed = { ...renewal, readings: [{ ...reading, start: { name: 'lastDay', value: '2026-02-30' } }] };
    expect(checkPrinted(JSON.stringify(changed))?.[0]?.differences).toEqual([
      { where: 'readings[0].date', claimed: '2026-10-02', computed: 'none' },
    ]);
  });

  it('never breaks the check, whatever was put into it', () => {
    const leaves: string[] = JSON.stringify(reviewed).match(/"[^"]*"(?=[,}\]])|\d+(?=[,}])|true|false|null/g) ?? [];
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 1e9, '9999-12-31', '0001-01-01', 'month', 'term'));
    fc.assert(
      fc.property(fc.nat(leaves.length - 1), value, (place, other) => {
        let i = 0;
        const text = JSON.stringify(reviewed).replaceAll(/"[^"]*"(?=[,}\]])|\d+(?=[,}])|true|false|null/g, (leaf) =>
          i++ === place ? JSON.stringify(other) : leaf,
        );
        expect(() => checkPrinted(text)).not.toThrow();
        expect(() => checkPrinted(explanationText(reviewed, 'en').join('\n').slice(place))).not.toThrow();
      }),
      { examples: leaves.map((_leaf, place): [number, fc.JsonValue] => [place, { toString: null }]) },
    );
  });

  it('is left in peace where nothing that computes was touched', () => {
    const changed = JSON.parse(JSON.stringify(renewal)) as Explanation;
    if (first(changed).rule) (first(changed).rule as { citation: unknown }).citation = { source: 'ALL', article: '1' };
    expect(check(changed)).toEqual([]);
  });

  it.each(languages)('a wrong day of the week is found in the %s text', (language) => {
    const text = explanationText(renewal, language).join('\n');
    const wrong = text.replace(/Friday|星期五/, (name) => (name === 'Friday' ? 'Monday' : '星期一'));
    expect(checkPrinted(wrong)?.[0]?.differences).toEqual([
      expect.objectContaining({ where: '2026-10-02', claimed: expect.stringMatching(/Monday|星期一/) }),
    ]);
  });
});

describe('what is no explanation', () => {
  it.each(['', '{}', '[]', 'null', '{"readings":[]}', 'Date: 2026-01-01', '{"date":"2026-01-01","readings":[{}]}'])(
    '%s is said to be none',
    (text) => expect(checkPrinted(text)).toBeNull(),
  );
});

it('shares no code: the folder imports nothing but itself', () => {
  const files = readdirSync(__dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  for (const file of files) {
    const text = readFileSync(join(__dirname, file), 'utf8');
    for (const [, from] of text.matchAll(/from '([^']+)'/g)) expect(from).toMatch(/^\.\/[a-z]+\.js$/);
    expect(text).not.toMatch(/\bDate\b\s*[.(]|new Date/);
  }
});

function ruleOf(id: string): LimitRule {
  const rule = latestPack.limits.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}
