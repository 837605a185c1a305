import { approver, aText, Desk } from '../../test/support/builders.js';
import type { RightStep } from './conduct.js';
import type { RecordedEvent } from './events.js';
import type { LicenseState, Permit } from './license.js';
import { rightsByDay, withRights } from './rights.js';
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

describe('what an event makes of the steps', () => {
  const { state } = Desk.holds('2026-11-20', two);
  const { permit } = state;
  if (!permit) throw new Error('no permit');
  const everywhere = { kind: 'nationwide' } as const;
  const step = (seq: number, more: Partial<RightStep> = {}): RightStep => ({
    from: `2026-07-${String(seq).padStart(2, '0')}`,
    status: 'valid',
    serviceTypes: ['B24', 'B25'],
    coverage: permit.coverage,
    seq,
    ...more,
  });
  const held = (rights: RightStep[], more: Partial<Permit> = {}): LicenseState => ({
    ...state,
    permit: { ...permit, ...more },
    conduct: { ...state.conduct, rights },
  });
  const happens = (rights: RightStep[], type: string, after: Partial<Permit>, data: object = {}, seq = 20) => {
    const event = { type, v: 1, validOn: '2026-11-20', seq, data } as unknown as RecordedEvent;
    const before = held(rights);
    return withRights(before, { ...before, permit: { ...permit, ...after } }, event).conduct.rights;
  };

  it('is nothing where the permit stays what it was, and where there is none', () => {
    const before = held([step(2)]);
    const event = { type: 'company-fact-recorded', v: 1, validOn: '2026-11-20', seq: 20, data: {} };
    expect(withRights(before, before, event as unknown as RecordedEvent)).toBe(before);
    const none = { ...before, permit: null };
    expect(withRights(none, none, event as unknown as RecordedEvent)).toBe(none);
  });

  it.each<[string, Partial<RightStep>, Partial<Permit>, boolean]>([
    ['nothing of it', {}, {}, false],
    ['its form only', {}, { form: 'paper' }, false],
    ['the order of its types only', { serviceTypes: ['B25', 'B24'] }, {}, false],
    ['its status', {}, { status: 'suspended' }, true],
    ['its coverage', {}, { coverage: everywhere }, true],
    ['its types', { serviceTypes: ['B24'] }, {}, true],
    ['types that read alike in a row', { serviceTypes: ['B24B25'] }, {}, true],
  ])('is one more step where it changes %s', (_what, last, after, steps) => {
    const rights = [step(2, last)];
    const told = happens(rights, 'people-assigned', after);
    expect(told).toHaveLength(steps ? 2 : 1);
    if (steps) expect(told[1]).toMatchObject({ from: '2026-11-20', seq: 20 });
    else expect(told).toBe(rights);
  });

  it('leaves out the newest expiry where that was none, and the renewal that was none', () => {
    const [valid, first, again] = [step(2), step(7, { status: 'expired' }), step(9, { status: 'expired' })];
    const after = step(11, { status: 'revoked' });
    const without = (rights: RightStep[], type: string, data: object) =>
      happens(rights, type, { form: 'paper' }, data).map(({ seq }) => seq);
    expect(without([valid, first, again, after], 'permit-expiry-retracted', {})).toEqual([2, 7, 11]);
    expect(without([valid, step(7), step(9)], 'deemed-renewal-retracted', { deemedSeq: 7 })).toEqual([2, 9]);
  });

  it.each<[string, RightStep, Partial<Permit>, Partial<RightStep>]>([
    ['keeps a step from before the paper', step(1), { serviceTypes: ['B24'], coverage: everywhere }, {}],
    ['takes away a type that the paper no longer names', step(9), { serviceTypes: ['B24'] }, { serviceTypes: ['B24'] }],
    [
      'adds a type that the paper names now',
      step(9),
      { serviceTypes: ['B24', 'B25', 'B22'] },
      { serviceTypes: ['B22', 'B24', 'B25'] },
    ],
    [
      'does not bring back a type that had ended before',
      step(9, { serviceTypes: ['B24'] }),
      { serviceTypes: ['B24', 'B25'], number: 'x' },
      {},
    ],
    [
      'keeps a type that the paper never named',
      step(9, { serviceTypes: ['B24', 'B21'] }),
      { serviceTypes: ['B24'] },
      { serviceTypes: ['B21', 'B24'] },
    ],
    ['changes the coverage where the paper does', step(9), { coverage: everywhere }, { coverage: everywhere }],
    [
      'leaves another coverage of the step where the paper does not',
      step(9, { coverage: everywhere }),
      { number: 'x' },
      {},
    ],
  ])('by a correction %s', (_case, told, after, expected) => {
    const [, corrected] = happens([step(2, { serviceTypes: [] }), told], 'entry-corrected', after);
    expect(corrected).toEqual({ ...told, ...expected });
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
