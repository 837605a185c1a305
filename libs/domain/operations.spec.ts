import { aLicense, Desk, law } from '../../test/support/builders.js';
import type { Operation, RightStep } from './conduct.js';
import type { Filing, FilingStatus, LicenseState } from './license.js';
import { alarmOf, operates, operationsOf, presentTimeWithoutRight, timesWithoutRight } from './operations.js';

const today = '2026-11-20';

const runs = (from: string, to: string | null = null, more: Partial<Operation> = {}): Operation => ({
  id: 'operation-1',
  serviceType: 'B24',
  province: 'sh',
  startedOn: from,
  stoppedOn: to,
  void: false,
  seq: 9,
  ...more,
});

const step = (from: string, status: RightStep['status'] = 'valid', more: Partial<RightStep> = {}): RightStep => ({
  from,
  status,
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
  seq: 3,
  ...more,
});

/** A license whose permit allowed this from day to day. */
const allowed = (...rights: RightStep[]): LicenseState => {
  const { state } = Desk.holds(today);
  return { ...state, conduct: { ...state.conduct, rights } };
};

/** `<from>..<to> <reasons>`; nothing behind the dots while it goes on. */
const times = (state: LicenseState, operation: Operation, on = today): string[] =>
  timesWithoutRight(state, operation, { today: on, law }).map(
    ({ from, to, reasons }) => `${from}..${to ?? ''} ${reasons.join(' ')}`,
  );

describe('a service ran without a right', () => {
  const inGuangdong: Partial<RightStep> = { coverage: { kind: 'province', provinces: ['gd'] } };

  it.each<[string, RightStep[], Operation, string[]]>([
    ['never, within its permit', [step('2026-01-01')], runs('2026-01-01'), []],
    [
      'before the permit, up to its eve',
      [step('2026-03-01')],
      runs('2026-02-27'),
      ['2026-02-27..2026-02-28 before-permit'],
    ],
    [
      'the one day before the permit',
      [step('2026-03-01')],
      runs('2026-02-28'),
      ['2026-02-28..2026-02-28 before-permit'],
    ],
    [
      'until it stopped, where no permit came',
      [step('2026-03-01')],
      runs('2026-02-01', '2026-02-10'),
      ['2026-02-01..2026-02-10 before-permit'],
    ],
    [
      'until it stopped on the eve',
      [step('2026-03-01')],
      runs('2026-02-01', '2026-02-28'),
      ['2026-02-01..2026-02-28 before-permit'],
    ],
    [
      'while the permit was suspended, both days included',
      [step('2026-01-01'), step('2026-03-01', 'suspended'), step('2026-04-01')],
      runs('2026-01-01'),
      ['2026-03-01..2026-03-31 suspended'],
    ],
    [
      'on the one day that it ran into a suspension',
      [step('2026-01-01'), step('2026-03-01', 'suspended')],
      runs('2026-01-01', '2026-03-01'),
      ['2026-03-01..2026-03-01 suspended'],
    ],
    [
      'never, where it stopped the day before',
      [step('2026-01-01'), step('2026-03-01', 'suspended')],
      runs('2026-01-01', '2026-02-28'),
      [],
    ],
    [
      'since it started within a suspension',
      [step('2026-01-01'), step('2026-03-01', 'suspended')],
      runs('2026-05-01'),
      ['2026-05-01.. suspended'],
    ],
    [
      'in one time for two reasons that follow each other',
      [step('2026-01-01'), step('2026-03-01', 'suspended'), step('2026-04-01', 'revoked')],
      runs('2026-01-01'),
      ['2026-03-01.. suspended revoked'],
    ],
    [
      'in one time that names each reason once',
      [step('2026-01-01'), step('2026-03-01', 'suspended'), step('2026-04-01', 'suspended', { serviceTypes: [] })],
      runs('2026-01-01', '2026-04-30'),
      ['2026-03-01..2026-04-30 suspended'],
    ],
    [
      'in two times with a day of right between them',
      [step('2026-01-01'), step('2026-03-01', 'suspended'), step('2026-04-01'), step('2026-04-02', 'suspended')],
      runs('2026-01-01', '2026-05-01'),
      ['2026-03-01..2026-03-31 suspended', '2026-04-02..2026-05-01 suspended'],
    ],
    [
      'before and after, the earlier time first',
      [step('2026-02-01'), step('2026-03-01', 'expired')],
      runs('2026-01-01'),
      ['2026-01-01..2026-01-31 before-permit', '2026-03-01.. expired'],
    ],
    [
      'outside the province',
      [step('2026-01-01', 'valid', inGuangdong)],
      runs('2026-01-01'),
      ['2026-01-01.. outside-coverage'],
    ],
    [
      'never in the whole country',
      [step('2026-01-01', 'valid', { coverage: { kind: 'nationwide' } })],
      runs('2026-01-01'),
      [],
    ],
    [
      'of a type that the permit has never named',
      [step('2026-01-01', 'valid', { serviceTypes: ['B25'] })],
      runs('2026-01-01'),
      ['2026-01-01.. outside-service-types'],
    ],
    [
      'of a type that the permit names later',
      [
        step('2026-01-01', 'valid', { serviceTypes: ['B25'] }),
        step('2026-03-01', 'valid', { serviceTypes: ['B24', 'B25'] }),
      ],
      runs('2026-01-01'),
      ['2026-01-01..2026-02-28 outside-service-types'],
    ],
    [
      'of a type that the permit named before',
      [step('2026-01-01'), step('2026-03-01', 'valid', { serviceTypes: ['B25'] })],
      runs('2026-01-01'),
      ['2026-03-01.. service-type-ended'],
    ],
    ['never of a part of what it names', [step('2026-01-01')], runs('2026-01-01', null, { serviceType: 'B24-1' }), []],
    [
      'as suspended, though the type is none of the permit’s',
      [step('2026-01-01', 'suspended', { serviceTypes: ['B25'] })],
      runs('2026-01-01'),
      ['2026-01-01.. suspended'],
    ],
  ])('%s', (_case, rights, operation, expected) => {
    expect(times(allowed(...rights), operation)).toEqual(expected);
  });

  it('goes on until today, and not from a day to come', () => {
    const state = allowed(step('2026-01-01'), step('2026-11-21', 'expired'));
    expect(times(state, runs('2026-01-01'))).toEqual([]);
    expect(times(state, runs('2026-01-01'), '2026-11-21')).toEqual(['2026-11-21.. expired']);
  });

  it('that has stopped is none of the present', () => {
    const state = allowed(step('2026-01-01', 'revoked'));
    const asked = { today, law };
    expect(presentTimeWithoutRight(state, runs('2026-02-01', today), asked)).toBeUndefined();
    expect(presentTimeWithoutRight(state, runs('2026-02-01'), asked)).toEqual({
      from: '2026-02-01',
      to: null,
      reasons: ['revoked'],
    });
  });
});

describe('without any permit a service has', () => {
  const filed = (status: FilingStatus, more: Partial<Filing> = {}) => {
    const desk = aLicense(today).prepares();
    const filing: Filing = { ...desk.newest, status, ...more };
    return { ...desk.state, filings: { [filing.id]: filing } };
  };

  it.each<[FilingStatus, string]>([
    ['draft', 'no-application'],
    ['submitted', 'application-pending'],
    ['correction', 'application-pending'],
    ['accepted', 'application-pending'],
    ['expert-review', 'application-pending'],
    ['public-notice', 'application-pending'],
    ['granted', 'application-pending'],
    ['issued', 'before-permit'],
    ['refused', 'application-refused'],
    ['not-accepted', 'application-refused'],
    ['withdrawn', 'no-application'],
  ])('while the application is %s: %s', (status, reason) => {
    expect(times(filed(status), runs(today))).toEqual([`${today}.. ${reason}`]);
  });

  it('the reason of the newest application, and of none of another kind', () => {
    const { state } = aLicense(today);
    expect(times(state, runs(today))).toEqual([`${today}.. no-application`]);
    expect(times(filed('submitted', { kind: 'change' }), runs(today))).toEqual([`${today}.. no-application`]);
    const { filings } = filed('submitted');
    const [first] = Object.values(filings);
    if (!first) throw new Error('no filing');
    const refused: Filing = { ...first, id: 'b', status: 'refused', openedSeq: first.openedSeq + 5 };
    expect(times({ ...state, filings: { b: refused, a: first } }, runs(today))).toEqual([
      `${today}.. application-refused`,
    ]);
    expect(times({ ...state, filings: { a: first, b: refused } }, runs(today))).toEqual([
      `${today}.. application-refused`,
    ]);
  });
});

describe('the operations of a license', () => {
  const withOperations = (...operations: Operation[]): LicenseState => {
    const { state } = Desk.holds(today);
    return { ...state, conduct: { ...state.conduct, operations } };
  };
  const mistaken = runs('2026-02-01', null, { id: 'operation-2', void: true });

  it('are those that were not entered by mistake', () => {
    expect(operationsOf(withOperations(mistaken, runs('2026-03-01'))).map(({ id }) => id)).toEqual(['operation-1']);
  });

  it.each<[string, Operation[], boolean]>([
    ['nothing is entered', [], false],
    ['all have stopped', [runs('2026-02-01', '2026-02-02')], false],
    ['one was entered by mistake', [mistaken], false],
    ['one goes on', [runs('2026-02-01', '2026-02-02'), runs('2026-03-01')], true],
  ])('run or not: %s', (_case, operations, expected) => {
    expect(operates(withOperations(...operations))).toBe(expected);
  });

  it('have an alarm for each time without a right, by its first day', () => {
    const alarm = { operationId: 'operation-1', from: '2026-02-01', seq: 12, recordedOn: today };
    const state = withOperations(runs('2026-02-01'));
    const alarmed = { ...state, conduct: { ...state.conduct, alarms: [alarm] } };
    expect(alarmOf(alarmed, runs('2026-02-01'), '2026-02-01')).toBe(alarm);
    expect(alarmOf(alarmed, runs('2026-02-01'), '2026-02-02')).toBeUndefined();
    expect(alarmOf(alarmed, runs('2026-02-01', null, { id: 'operation-2' }), '2026-02-01')).toBeUndefined();
  });
});
