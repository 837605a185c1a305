import { latestTable, loadCalendar } from '../calendar/index.js';
import { deadlineOf, limitOn, measure, only, pausesOf, readingOf, settledFirst } from './deadlines.js';
import { RuleNotInForceError } from './errors.js';
import type { Count, LimitReading, LimitRule } from './pack.js';
import { latestPack } from './packs.js';
import type { DeadlineProof, DeadlineReading, Firmness } from './proof.js';

const law = { pack: latestPack, calendar: loadCalendar(latestTable) };
const citation = { source: 'TR', article: 'art. 1' };
const wording = { zh: '某期限。', en: 'A limit.' };
const days = (length: number, direction: 'after' | 'before' = 'after'): Count => ({
  kind: 'length',
  length,
  unit: 'day',
  direction,
});

function aReading(some: Partial<LimitReading> = {}): LimitReading {
  const plain = { id: 'plain', from: 'receivedOn', citation, confidence: 'verified', wording } as const;
  return { ...plain, count: days(5), pauses: 'none', roll: 'none', examples: [], ...some };
}

function aLimit(some: Partial<LimitRule> = {}): LimitRule {
  const inForce = { validFrom: '2020-01-01', validTo: null };
  const rule = { id: 'limit.a', citation, confidence: 'verified', wording, ...inForce } as const;
  return { ...rule, duty: 'authority', readings: [aReading()], whenPassed: 'overdue', ...some };
}

describe('measure', () => {
  it.each<[Count, string, string, Record<string, string | number>]>([
    [days(5), '2026-03-02', '2026-03-07', { length: 5, unit: 'day', direction: 'after' }],
    [{ kind: 'day-of-year', monthDay: '03-31' }, '2026', '2026-03-31', { monthDay: '03-31' }],
    [{ kind: 'term', years: 5, end: 'eve' }, '2022-01-01', '2026-12-31', { years: 5, end: 'eve' }],
    [{ kind: 'same-day' }, '2026-03-07', '2026-03-07', {}],
  ])('proves %j from %s: %s', (count, start, date, inputs) => {
    const reading = aReading({ count });
    expect(measure(law, aLimit(), reading, start)).toEqual({
      id: 'plain',
      date,
      rolled: date,
      proof: {
        ruleId: 'limit.a',
        pack: latestPack.id,
        calendar: latestTable.id,
        citation,
        confidence: 'verified',
        wording,
        inputs: { receivedOn: start, ...inputs },
        steps: [],
        result: date,
        firmness: 'firm',
      },
    });
  });

  it.each([
    ['none', '2026-03-07', undefined],
    ['both-ends-excluded', '2026-03-10', 3],
    ['end-day-counts', '2026-03-09', 2],
  ] as const)('leaves days of an expert review out as the reading says: %s', (pauses, date, pausedDays) => {
    const periods = pausesOf([{ from: '2026-03-03', to: '2026-03-05' }], '2026-03-20');
    const found = measure(law, aLimit(), aReading({ pauses }), '2026-03-02', periods);
    expect(found.date).toBe(date);
    expect(found.proof.inputs.pausedDays).toBe(pausedDays);
    expect(found.proof.steps).toHaveLength(pausedDays ?? 0);
  });

  it('names no days left out where no review was held', () => {
    const found = measure(
      law,
      aLimit(),
      aReading({ pauses: 'both-ends-excluded' }),
      '2026-03-02',
      pausesOf([], '2026-03-20'),
    );
    expect(found.proof.inputs).toEqual({ receivedOn: '2026-03-02', length: 5, unit: 'day', direction: 'after' });
  });

  const rolling = aReading({ roll: 'next-working-day' });

  it('also shows an authority’s rest day at the next working day, with each day looked at', () => {
    const { date, rolled, proof } = measure(law, aLimit(), rolling, '2026-03-02'); // five days later is a Saturday
    expect([date, rolled, proof.result]).toEqual(['2026-03-07', '2026-03-09', '2026-03-07']);
    expect(proof.steps.map((step) => step.date)).toEqual(['2026-03-07', '2026-03-08', '2026-03-09']);
  });

  it('lists no day where the day is a working day, and moves no duty of the company', () => {
    expect(measure(law, aLimit(), rolling, '2026-03-04')).toMatchObject({ rolled: '2026-03-09', proof: { steps: [] } });
    const ofCompany = measure(law, aLimit({ duty: 'company' }), rolling, '2026-03-02');
    expect(ofCompany).toMatchObject({ date: '2026-03-07', rolled: '2026-03-07', proof: { steps: [] } });
  });

  it('is provisional where only the move reaches an unpublished year', () => {
    const firmnessOf = (roll: LimitReading['roll']) =>
      measure(law, aLimit(), aReading({ roll }), '2026-12-28').proof.firmness; // 2027-01-02
    expect([firmnessOf('none'), firmnessOf('next-working-day')]).toEqual(['firm', 'provisional']);
  });

  it('tells on which reading the house has settled', () => {
    const settled = { 'limit.a': { reading: 'plain', scope: 'authority', houseSeq: 7 } } as const;
    const house = { ...law, readings: settled };
    expect(measure(house, aLimit(), aReading(), '2026-03-02').settled).toEqual({ scope: 'authority', houseSeq: 7 });
    for (const other of [
      measure(house, aLimit(), aReading({ id: 'other' }), '2026-03-02'),
      measure(house, aLimit({ id: 'limit.b' }), aReading(), '2026-03-02'),
      measure(law, aLimit(), aReading(), '2026-03-02'),
    ]) {
      expect(other).not.toHaveProperty('settled');
    }
  });
});

/** A reading that gave a date, by the parts that matter here. */
function given(id: string, date: string, firmness: Firmness = 'firm', houseSeq?: number): DeadlineReading {
  const proof = { firmness } as DeadlineProof;
  const settled = houseSeq === undefined ? {} : { settled: { scope: 'license', houseSeq } as const };
  return { id, date, rolled: date, ...settled, proof };
}

describe('a deadline of the company', () => {
  it('is the earliest date, met on the safe day before it', () => {
    const readings = [given('a', '2026-10-05'), given('b', '2026-10-02'), given('c', '2026-10-09')] as const;
    const deadline = deadlineOf(law, 'company', [...readings]);
    expect(deadline).toMatchObject({ date: '2026-10-02', safeDay: '2026-09-30', firmness: 'firm', readings });
    expect(deadline.safeDaySteps.map(({ date }) => date)).toEqual(['2026-10-02', '2026-10-01', '2026-09-30']);
  });

  it('needs no step where its day is a working day', () => {
    expect(deadlineOf(law, 'right', [given('a', '2026-03-31')])).toMatchObject({
      date: '2026-03-31',
      safeDay: '2026-03-31',
      safeDaySteps: [],
    });
  });

  it.each<[string, DeadlineReading[], Firmness]>([
    ['the driving reading is', [given('a', '2026-12-31'), given('b', '2026-12-30', 'provisional')], 'provisional'],
    ['another one is', [given('a', '2026-12-31', 'provisional'), given('b', '2026-12-30')], 'firm'],
    ['the safe day is', [given('a', '2027-01-02')], 'provisional'],
    ['nothing is', [given('a', '2026-12-31')], 'firm'],
  ])('where %s provisional: %j', (_, [first, ...others], firmness) => {
    expect(deadlineOf(law, 'company', [first as DeadlineReading, ...others]).firmness).toBe(firmness);
  });

  it('follows the earliest date whatever the house has settled on', () => {
    const [early, late] = [given('early', '2026-10-02'), given('late', '2026-10-09', 'firm', 3)];
    expect(deadlineOf(law, 'company', [early, late])).toMatchObject({ date: '2026-10-02', readings: [late, early] });
  });
});

describe('a deadline of an authority', () => {
  const [first, second, third] = [
    given('a', '2026-10-05', 'provisional'),
    given('b', '2026-10-02'),
    given('c', '2026-10-09'),
  ];

  it('is the first reading’s, without a safe day', () => {
    expect(deadlineOf(law, 'authority', [first, second])).toEqual({
      date: '2026-10-05',
      safeDay: null,
      safeDaySteps: [],
      firmness: 'provisional',
      readings: [first, second],
    });
  });

  it('is the reading’s on which the house has settled, which then stands before the others', () => {
    const settled = given('b', '2026-10-02', 'firm', 3);
    expect(deadlineOf(law, 'authority', [first, settled, third])).toMatchObject({
      date: '2026-10-02',
      firmness: 'firm',
      readings: [settled, first, third],
    });
    expect(settledFirst([settled, first, third])).toEqual([settled, first, third]);
    expect(settledFirst([first, second, third])).toEqual([first, second, third]);
  });
});

describe('a limit that is not there', () => {
  const refused = (rule: string, on: string) =>
    expect.objectContaining({
      code: 'rule-not-in-force',
      kind: 'invalid',
      message: `rule pack ${latestPack.id} has no rule ${rule} for ${on}`,
      details: { pack: latestPack.id, rule, on },
    });

  it('is refused by its name, its day or the name of its reading', () => {
    expect(() => limitOn(law, 'limit.none', '2026-03-02')).toThrow(refused('limit.none', '2026-03-02'));
    expect(() => only(law, 'limit.renewal', 'ninety-days-before', '2017-08-31')).toThrow(
      refused('limit.renewal', '2017-08-31'),
    );
    expect(() => readingOf(law, aLimit(), 'other')).toThrow(refused('limit.a/other', '2020-01-01'));
    expect(() => readingOf(law, aLimit(), 'other')).toThrow(RuleNotInForceError);
    expect(readingOf(law, aLimit(), 'plain')).toEqual(aReading());
  });
});
