import { aLicense, aText, Desk } from '../../test/support/builders.js';
import { addDays } from '../calendar/index.js';
import type { LicenseCommandData, LicenseCommandType } from './commands.js';

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
