import { approver, aText, Desk } from '../../test/support/builders.js';
import type { RightStep } from './conduct.js';
import type { Permit } from './license.js';
import { rightsByDay } from './rights.js';
import { servicesInOrder } from './types-of-permit.js';

const two = { serviceTypes: ['B24', 'B25'] };
const suspension = (from: string) => ({ from, until: null, number: null });
/** `<from> <status> <types> <where> <seq>` of each step, in the order in which it was told. */
const told = ({ state }: Desk): string[] =>
  state.conduct.rights.map(({ from, status, serviceTypes, coverage, seq }) =>
    [
      from,
      status,
      serviceTypes.join('+'),
      coverage.kind === 'nationwide' ? 'CN' : coverage.provinces.join('+'),
      seq,
    ].join(' '),
  );
const entry = (desk: Desk, type: string): number => desk.history.findLast((event) => event.type === type)?.seq ?? 0;
const corrects = (desk: Desk, type: string, member: string, to: string): Desk => {
  const seq = entry(desk, type);
  return desk
    .does('propose-correction', { seq, member, to, reason: aText })
    .does('approve-correction', { seq, member }, { by: approver });
};

describe('what a permit allows is written down', () => {
  it('from the grant of a registered permit, or its first day, whichever is earlier', () => {
    expect(told(Desk.holds('2026-11-20', two))).toEqual(['2026-06-01 valid B24+B25 sh 2']);
    expect(told(Desk.holds('2026-11-20', {}, { grantedOn: '2026-05-20' }))).toEqual(['2026-05-20 valid B24 sh 2']);
    expect(told(Desk.holds('2026-11-20', {}, { grantedOn: null }))).toEqual(['1900-01-01 valid B24 sh 2']);
    expect(told(Desk.holds('2026-11-20', { coverage: { kind: 'nationwide' } }))).toEqual(['2026-06-01 valid B24 CN 2']);
  });

  it('from the first day on the paper of an application', () => {
    const desk = Desk.opens('2026-03-02').prepares().submits().accepted().granted();
    expect(told(desk)).toEqual([]);
    desk.issued({ validFrom: '2026-03-10', printedLastDay: '2031-03-09' });
    expect(told(desk)).toEqual([`2026-03-10 valid B24 sh ${entry(desk, 'permit-issued')}`]);
  });

  it('with the types in the order of their codes, which a state that was stored keeps as well', () => {
    const desk = Desk.holds('2026-11-20', { serviceTypes: ['B25', 'B24', 'B21-1', 'B13'] });
    expect(told(desk)).toEqual(['2026-06-01 valid B13+B21-1+B24+B25 sh 2']);
    const permit = desk.state.permit as Permit;
    const byLength = Object.fromEntries(Object.entries(permit.services).sort(([a], [b]) => a.length - b.length));
    const types = (services: Permit['services']) => servicesInOrder({ ...permit, services }).map(([type]) => type);
    expect(types(byLength)).toEqual(types(permit.services));
  });

  it('from the day of each act that changes it, and by no other', () => {
    const desk = Desk.holds('2026-11-20', two);
    desk.does('open-service', { serviceType: 'B25', openedOn: '2026-11-20', evidence: null, violation: false });
    desk.does('assign-people', { people: { owner: 'a', deputy: 'b', manager: 'c' } });
    expect(told(desk)).toHaveLength(1);
    desk.does('record-suspension', suspension('2026-11-10'));
    expect(told(desk).at(-1)).toBe(`2026-11-10 suspended B24+B25 sh ${entry(desk, 'permit-suspended')}`);
    desk.does('lift-suspension', { on: '2026-11-15' });
    expect(told(desk).at(-1)).toBe(`2026-11-15 valid B24+B25 sh ${entry(desk, 'suspension-lifted')}`);
    desk.does('record-revocation', { outcome: 'revoked', revokedOn: '2026-11-20', number: null });
    expect(told(desk).at(-1)).toMatch(/^2026-11-20 revoked /);
    expect(told(desk)).toHaveLength(4);
  });

  it('from the first day of a new term, though nothing else changes', () => {
    const desk = Desk.holds('2031-01-10').prepares({ kind: 'renewal' }).submits().accepted().granted();
    desk.issued({ validFrom: '2031-06-01', printedLastDay: '2036-05-31' });
    expect(told(desk).map((step) => step.slice(0, 16))).toEqual(['2026-06-01 valid', '2031-06-01 valid']);
  });

  it('without the types that have ended', () => {
    const desk = Desk.holds('2026-11-20', two)
      .prepares({ kind: 'termination', serviceTypes: ['B25'] })
      .submits();
    desk.published().until('2027-01-04').granted();
    desk.does('record-termination', { filingId: desk.newest.id, endedOn: desk.today, number: null });
    expect(told(desk).at(-1)).toBe(`2027-01-04 valid B24 sh ${entry(desk, 'services-terminated')}`);
  });
});

describe('a correction of a day', () => {
  it('moves the step of the permit that it dates, and no other', () => {
    const desk = Desk.holds('2026-11-20').does('record-suspension', suspension('2026-11-10'));
    corrects(desk, 'permit-registered', 'grantedOn', '2026-05-15');
    expect(told(desk).map((step) => step.slice(0, 10))).toEqual(['2026-05-15', '2026-11-10']);
  });

  it('moves the day on which a permit was taken', () => {
    const desk = Desk.holds('2026-11-20');
    desk.does('record-revocation', { outcome: 'set-aside', revokedOn: '2026-11-20', number: null });
    corrects(desk, 'permit-set-aside', 'on', '2026-11-01');
    expect(told(desk).map((step) => step.slice(0, 10))).toEqual(['2026-06-01', '2026-11-01']);
  });

  it('moves the first day of a later term', () => {
    const desk = Desk.holds('2031-01-10').prepares({ kind: 'renewal' }).submits().accepted().granted();
    desk.issued({ validFrom: '2031-06-01', printedLastDay: '2036-05-31' });
    corrects(desk, 'permit-renewed', 'permit.validFrom', '2031-06-02');
    expect(told(desk).map((step) => step.slice(0, 10))).toEqual(['2026-06-01', '2031-06-02']);
  });
});

describe('time that took a permit wrongly', () => {
  it('leaves no step of an expiry that was none', () => {
    const desk = Desk.holds('2026-03-02', { validFrom: '2021-06-01', printedLastDay: '2026-05-31' });
    desk.until('2026-06-01');
    expect(told(desk).map((step) => step.slice(0, 18))).toEqual(['2021-06-01 valid B', '2026-06-01 expired']);
    corrects(desk, 'permit-registered', 'permit.validFrom', '2021-07-01');
    corrects(desk, 'permit-registered', 'permit.printedLastDay', '2026-06-30');
    expect(desk.since(0)).toContain('permit-expiry-retracted');
    expect(told(desk).map((step) => step.slice(11, 16))).toEqual(['valid']);
  });
});

describe('the steps by day', () => {
  const step = (from: string, seq: number): RightStep => ({
    from,
    status: 'valid',
    serviceTypes: ['B24'],
    coverage: { kind: 'nationwide' },
    seq,
  });
  const byDay = (...rights: RightStep[]) => {
    const { state } = Desk.holds('2026-11-20');
    return rightsByDay({ conduct: { ...state.conduct, rights } }).map(({ from, seq }) => `${from} ${seq}`);
  };

  it('are the earliest first; what was told later holds from its day on', () => {
    expect(byDay()).toEqual([]);
    expect(byDay(step('2026-01-01', 1), step('2026-03-01', 2))).toEqual(['2026-01-01 1', '2026-03-01 2']);
    expect(byDay(step('2026-01-01', 1), step('2026-03-01', 2), step('2026-02-01', 3))).toEqual([
      '2026-01-01 1',
      '2026-02-01 3',
    ]);
    expect(byDay(step('2026-01-01', 1), step('2026-01-01', 2))).toEqual(['2026-01-01 2']);
  });
});
