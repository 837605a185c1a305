import { aLicense, approver, aText, Desk } from '../../test/support/builders.js';
import { addDays } from '../calendar/index.js';
import type { LicenseCommandData, LicenseCommandType } from './commands.js';
import type { LicenseEventType } from './events.js';
import type { PermitData } from './license.js';
import { licenseStatus } from './status.js';

const day = '2026-03-02';
const entered = '2026-03-20';
const filing = { filingId: 'new-1', number: null };
const items = [{ requirementId: null, text: aText }];

const handedIn = () => aLicense(day).prepares().does('submit-filing', { filingId: 'new-1' });
const received = () => handedIn().does('record-receipt', { ...filing, receivedOn: day });
const accepted = () => received().does('record-acceptance', { ...filing, acceptedOn: day });
const granted = () => accepted().does('record-grant', { ...filing, grantedOn: day });
const held = () => Desk.holds(day, { validFrom: '2024-01-10', printedLastDay: '2029-01-09' });
const suspended = () => held().does('record-suspension', { from: day, until: null, number: null });
const reported = () =>
  held().prepares({ kind: 'annual-report', period: '2026' }).does('submit-filing', { filingId: 'annual-report-2026' });

type Row<T extends LicenseCommandType = LicenseCommandType> = [
  what: string,
  life: () => Desk,
  type: T,
  dated: (on: string) => LicenseCommandData[T],
];

const row = <T extends LicenseCommandType>(
  what: string,
  life: () => Desk,
  type: T,
  dated: (on: string) => LicenseCommandData[T],
): Row => [what, life, type, dated] as unknown as Row;

/** Acts that may be entered long after the day on which they were true; each comes after something of `day`. */
const rows: Row[] = [
  row('a receipt', handedIn, 'record-receipt', (receivedOn) => ({ ...filing, receivedOn })),
  row('a correction notice', received, 'record-correction-notice', (noticedOn) => ({
    ...filing,
    noticedOn,
    dueOn: null,
    items,
  })),
  row('an acceptance', received, 'record-acceptance', (acceptedOn) => ({ ...filing, acceptedOn })),
  row('a decision not to accept', received, 'record-non-acceptance', (decidedOn) => ({
    ...filing,
    decidedOn,
    reason: null,
  })),
  row('a grant', accepted, 'record-grant', (grantedOn) => ({ ...filing, grantedOn })),
  row('a refusal', accepted, 'record-refusal', (on) => ({
    ...filing,
    refusedOn: on,
    servedOn: on,
    falseMaterial: false,
    reason: null,
  })),
  row('a withdrawal', received, 'withdraw-filing', (withdrawnOn) => ({ filingId: 'new-1', withdrawnOn })),
  row('a permit', granted, 'record-permit', (issuedOn) => ({
    filingId: 'new-1',
    issuedOn,
    permit: {
      number: '沪B2-20260001',
      validFrom: day,
      printedLastDay: '2031-03-01',
      serviceTypes: ['B24'],
      coverage: { kind: 'province', provinces: ['sh'] },
    },
  })),
  row('the end of an order to stop', suspended, 'lift-suspension', (on) => ({ on })),
  row('a filed report', reported, 'record-report-filed', (filedOn) => ({
    filingId: 'annual-report-2026',
    filedOn,
    number: null,
  })),
];

describe('an act that is entered days later', () => {
  it.each(rows)('%s stands on record on its own day', (_, life, type, dated) => {
    const desk = life().until(entered);
    const decided = desk.decides(type, dated('2026-03-03'), { on: '2026-03-03' });
    const told = decided.find(({ type: of }) => !of.startsWith('deemed-') && of !== 'attention-raised');
    expect(told?.validOn).toBe('2026-03-03');
  });

  it.each(rows)('%s is refused on a day before what it follows, and on one that lies ahead', (_, life, type, dated) => {
    const desk = life().until(entered);
    const early = desk.refuses(type, dated(addDays(day, -1)), { on: day });
    expect(early.details).toMatchObject({ earliest: day, pointer: expect.any(String) });
    expect(desk.refuses(type, dated(addDays(entered, 1)), { on: day })).toMatchObject({
      code: 'date-in-future',
      details: { today: entered },
    });
  });

  it('a receipt may be entered after the notice that it came before', () => {
    const desk = handedIn().until('2026-03-06');
    desk.does('record-correction-notice', { ...filing, noticedOn: '2026-03-05', dueOn: null, items });
    expect(desk.refuses('record-receipt', { ...filing, receivedOn: '2026-03-06' })).toMatchObject({
      code: 'notice-before-receipt',
      details: { pointer: '/receivedOn' },
    });
    desk.does('record-receipt', { ...filing, receivedOn: '2026-03-03', number: 'R-1' });
    expect(desk.filing('new-1')).toMatchObject({
      status: 'correction',
      rounds: [{ receivedOn: '2026-03-03', receiptNumber: 'R-1', receiptRecordedOn: '2026-03-06' }],
    });
  });
});

describe('what the authority says of a renewal', () => {
  /** A permit that ends on 2026-09-15, and its renewal in time: received, or accepted as well. */
  const ending = (permit: Partial<PermitData> = {}, rest: object = {}) =>
    Desk.holds(
      '2026-06-01',
      { validFrom: '2021-09-16', printedLastDay: '2026-09-15', ...permit },
      { grantedOn: '2021-09-10', ...rest },
    );
  const renewing = () => ending().prepares({ kind: 'renewal' }).submits();
  const reviewed = () => renewing().accepted();
  const renewal = { filingId: 'renewal-1', number: null };
  const refusal = { ...renewal, falseMaterial: false, reason: null };
  const told = [
    row('a correction notice', renewing, 'record-correction-notice', (noticedOn) => ({
      ...renewal,
      noticedOn,
      dueOn: null,
      items,
    })),
    row('a decision not to accept', renewing, 'record-non-acceptance', (decidedOn) => ({
      ...renewal,
      decidedOn,
      servedOn: '2026-09-19',
      reason: null,
    })),
    row('a refusal', reviewed, 'record-refusal', (refusedOn) => ({ ...refusal, refusedOn, servedOn: '2026-09-19' })),
  ];
  const withdrawals = [renewing, reviewed].map((life) =>
    row('a withdrawal', life, 'withdraw-filing', (withdrawnOn) => ({ filingId: 'renewal-1', withdrawnOn })),
  );
  const known = '2026-09-20';

  /** What a person sees of it, whichever entries brought it about. */
  const standing = ({ state, today }: Desk) => ({
    word: licenseStatus(state, today),
    permit: state.permit?.status,
    terms: state.permit?.terms.map(({ validFrom, lastDay, provisional }) => ({ validFrom, lastDay, provisional })),
    services: Object.values(state.permit?.services ?? {}).map(({ status }) => status),
    filing: state.filings['renewal-1']?.status,
    marks: state.attention.map(({ reason, about }) => `${reason} ${about}`).sort(),
  });
  const corrects = (desk: Desk, of: LicenseEventType, member: string, to: string) => {
    const entry = { seq: desk.history.findLast(({ type }) => type === of)?.seq ?? 0, member };
    desk.does('propose-correction', { ...entry, to, reason: aText });
    return desk.does('approve-correction', entry, { by: approver });
  };
  const each = (days: string[], among: Row[]) =>
    days.flatMap((on) => among.map(([what, ...rest]): [string, string, ...typeof rest] => [what, on, ...rest]));

  it.each(each(['2026-06-02', '2026-09-14', '2026-09-15', '2026-09-16', '2026-09-18'], told))(
    'comes to the same, entered after the end of the permit or in time: %s of %s',
    (_what, on, life, type, dated) => {
      const late = life().until(known).does(type, dated(on));
      // Served later than told: that does not matter here.
      const inTime = life()
        .until(on)
        .does(type, servedBy(dated(on), on))
        .until(known);
      expect(standing(late)).toEqual(standing(inTime));
      expect(late.state.permit?.status).toBe(on < '2026-09-16' ? 'expired' : 'valid');
    },
  );

  it.each(each(['2026-06-02', '2026-09-15'], withdrawals))(
    'comes to the same, as what the company does: %s of %s',
    (_what, on, life, type, dated) => {
      const late = life().until(known).does(type, dated(on));
      expect(standing(late)).toEqual(standing(life().until(on).does(type, dated(on)).until(known)));
      expect(standing(late)).toMatchObject({ word: 'expired', marks: [] });
    },
  );

  it.each(['2026-06-17', '2026-06-18'])('comes to the same, as the receipt from which the day counts: of %s', (on) => {
    const handedInOnly = () =>
      ending().prepares({ kind: 'renewal' }).does('submit-filing', { filingId: 'renewal-1' }).until(on);
    const receipt = { ...renewal, receivedOn: on };
    const late = handedInOnly().until(known).does('record-receipt', receipt);
    const inTime = handedInOnly().does('record-receipt', receipt).until(known);
    expect(standing(late)).toEqual(standing(inTime));
    expect(late.state.permit?.status).toBe(on === '2026-06-17' ? 'valid' : 'expired');
  });

  describe('as a grant without one of the types', () => {
    const types = ['B24', 'B22'];
    const both = () =>
      ending({ serviceTypes: types }, { opened: types.map((serviceType) => ({ serviceType, openedOn: '2021-09-16' })) })
        .prepares({ kind: 'renewal' })
        .submits()
        .accepted();
    const grant = (grantedOn: string, servedOn = grantedOn) => ({
      ...renewal,
      grantedOn,
      servedOn,
      refusedTypes: ['B22'],
    });
    const inTime = (on: string) => both().until(on).does('record-grant', grant(on)).until(known);
    const services = (on: string) => ['opened', on < '2026-09-16' ? 'ended' : 'opened'];

    it.each(['2026-09-15', '2026-09-16'])('comes to the same, entered after the end or in time: of %s', (on) => {
      const late = both().until(known).does('record-grant', grant(on, '2026-09-19'));
      expect(standing(late)).toEqual(standing(inTime(on)));
      expect(standing(late).services).toEqual(services(on));
    });

    it.each([
      ['2026-09-15', '2026-09-16'],
      ['2026-09-16', '2026-09-15'],
      ['2026-09-16', '2026-09-17'],
    ])('comes to the same, corrected or entered rightly: of %s is of %s', (wrong, right) => {
      const desk = both().until('2026-09-18').does('record-grant', grant(wrong, '2026-09-18')).until(known);
      expect(standing(corrects(desk, 'filing-granted', 'grantedOn', right))).toEqual(standing(inTime(right)));
      expect(standing(desk).services).toEqual(services(right));
    });
  });

  const entries: [string, LicenseEventType, string][] = [
    ['a correction notice', 'correction-requested', 'noticedOn'],
    ['a decision not to accept', 'filing-not-accepted', 'decidedOn'],
    ['a refusal', 'filing-refused', 'refusedOn'],
  ];
  it.each(withdrawals)(
    'of a withdrawal comes to what it would have, corrected across the end: %s',
    (_, life, type, dated) => {
      const rightly = life().until('2026-09-14').does(type, dated('2026-09-14')).until(known);
      const desk = life().until('2026-09-14').does(type, dated('2026-09-14')).until(known);
      expect(standing(desk)).toEqual(standing(rightly));
      corrects(desk, 'filing-withdrawn', 'withdrawnOn', '2026-09-15');
      expect(standing(desk)).toEqual(standing(rightly));

      // Of a day on which silence had renewed the permit already, which no entry of that day may say.
      corrects(desk, 'filing-withdrawn', 'withdrawnOn', '2026-09-18');
      expect(standing(desk)).toMatchObject({
        permit: 'valid',
        terms: [{}, { validFrom: '2026-09-16', lastDay: '2031-09-15', provisional: true }],
        services: ['opened'],
        filing: 'withdrawn',
        marks: ['renewal-deemed renewal-1', 'renewal-undecided renewal-1'],
      });
      expect(standing(corrects(desk, 'filing-withdrawn', 'withdrawnOn', '2026-09-19')).permit).toBe('valid');
      corrects(desk, 'filing-withdrawn', 'withdrawnOn', '2026-09-14');
      expect(standing(desk)).toEqual(standing(rightly));
    },
  );

  it.each(['2026-09-15', '2031-09-15'])(
    'of a withdrawal after the end is for a person to decide: until %s',
    (lastDay) => {
      const desk = reviewed()
        .until('2026-09-14')
        .does('withdraw-filing', { filingId: 'renewal-1', withdrawnOn: '2026-09-14' });
      corrects(desk.until(known), 'filing-withdrawn', 'withdrawnOn', '2026-09-18');
      expect(desk.refuses('confirm-deemed-renewal', { filingId: 'renewal-1' })).toMatchObject({
        code: 'renewal-not-deemed',
        details: { status: 'withdrawn' },
      });
      desk.does('decide-permit-end', { lastDay, reason: aText }, { by: approver });
      expect(standing(desk.until('2026-09-25'))).toMatchObject({
        permit: lastDay < known ? 'expired' : 'valid',
        filing: 'withdrawn',
        marks: [],
      });
    },
  );

  it('is no withdrawal once the permit has ended, though silence is not on record yet', () => {
    const desk = reviewed().until('2026-09-15');
    desk.sleepTo('2026-09-16', '01:00');
    const withdrawal = (withdrawnOn: string) => ({ filingId: 'renewal-1', withdrawnOn });
    expect(desk.state.permit?.terms).toHaveLength(1);
    expect(desk.refuses('withdraw-filing', withdrawal('2026-09-16'))).toMatchObject({ code: 'renewal-already-deemed' });
    expect(standing(desk.does('withdraw-filing', withdrawal('2026-09-15')).until(known))).toMatchObject({
      word: 'expired',
      marks: [],
    });
  });

  const movedDays: [string, string][] = [
    ['2026-09-18', '2026-09-14'],
    ['2026-09-16', '2026-09-15'],
    ['2026-09-14', '2026-09-18'],
    ['2026-09-15', '2026-09-16'],
    ['2026-09-14', '2026-09-11'],
    ['2026-09-17', '2026-09-18'],
  ];

  it.each(movedDays.flatMap((days) => told.map((each, i) => [entries[i]?.[0], ...days, i, each] as const)))(
    'comes to the same, corrected or entered rightly: %s of %s is of %s',
    (_what, wrong, right, i, [, life, type, dated]) => {
      const corrected = life()
        .until(wrong)
        .does(type, servedBy(dated(wrong), wrong))
        .until(known);
      const [, entry, member] = entries[i] ?? [];
      const seq = corrected.history.find((each) => each.type === entry)?.seq ?? 0;
      const to = { seq, member: member ?? '' };
      if (wrong < right && entry !== 'correction-requested') {
        corrected.does('propose-correction', { seq, member: 'servedOn', to: right, reason: aText });
        corrected.does('approve-correction', { seq, member: 'servedOn' }, { by: approver });
      }
      corrected.does('propose-correction', { ...to, to: right, reason: aText });
      corrected.does('approve-correction', to, { by: approver });
      const rightly = life()
        .until(right)
        .does(type, servedBy(dated(right), right))
        .until(known);
      expect(standing(corrected.until('2026-09-25'))).toEqual(standing(rightly.until('2026-09-25')));
      expect(corrected.state.permit?.status).toBe(right < '2026-09-16' ? 'expired' : 'valid');
    },
  );
});

/** Nothing is served before it is decided, nor after the day of the entry. */
function servedBy<T extends object>(data: T, on: string): T {
  return 'servedOn' in data ? { ...data, servedOn: on } : data;
}
