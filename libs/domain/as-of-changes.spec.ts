import { Desk } from '../../test/support/builders.js';
import { changesBetween, type Standpoint } from './as-of-changes.js';
import type { LicenseState } from './license.js';
import type { Obligation } from './obligation.js';

const day = '2026-11-20';
const desk = Desk.holds(day);
const entries = desk.history.map((entry) => ({ ...entry, commandId: 'c' }));
const [opened, registered] = entries;
if (!opened || !registered) throw new Error('no entries');
const renewal: Obligation = {
  ...(desk.agenda('renewal')[0] as Obligation),
  id: 'renewal:2',
};
const on = (date: string | null): Obligation => ({
  ...renewal,
  deadline: date === null ? null : renewal.deadline && { ...renewal.deadline, date, safeDay: date },
});

const at = (more: Partial<Standpoint['past']> = {}, agenda: Obligation[] = [], today = day): Standpoint => ({
  past: { state: desk.state, entries: [opened, registered], unfit: [], ...more },
  agenda,
  today,
});
const stating = (more: Partial<LicenseState>) => at({ state: { ...desk.state, ...more } });

describe('between two standpoints of a license', () => {
  it('nothing differs where they are the same', () => {
    expect(changesBetween(at({}, [renewal]), at({}, [renewal]))).toEqual({
      came: [],
      went: [],
      facts: [],
      obligations: [],
    });
  });

  it('entries come, and others go, by their numbers', () => {
    const third = { ...registered, seq: 3 };
    const { came, went } = changesBetween(at({ entries: [opened, registered] }), at({ entries: [opened, third] }));
    expect([came, went]).toEqual([[third], [registered]]);
  });

  it('facts that a list shows differ, and the law, each with what it was', () => {
    const { permit, pins } = desk.state;
    const readings = { 'limit.review': { reading: 'a', scope: 'installation', houseSeq: 3 } } as const;
    const changed = stating({
      people: { ...desk.state.people, owner: 'next' },
      pins: { ...pins, pack: 'other@1' },
      permit: permit && { ...permit, number: 'X-1' },
      readings,
    });
    expect(changesBetween(at(), changed).facts).toEqual([
      { member: 'owner', from: 'person-owner', to: 'next' },
      { member: 'permitNumber', from: '沪B2-20260001', to: 'X-1' },
      { member: 'pack', from: pins.pack, to: 'other@1' },
      { member: 'readings', from: {}, to: readings },
    ]);
  });

  it('what is due next is a fact too, as of each day', () => {
    const member = (name: string, before: Standpoint, after: Standpoint) =>
      changesBetween(before, after).facts.find((each) => each.member === name);
    expect(member('nextDate', at({}, [on('2031-03-02')]), at({}, [on('2031-03-03')]))).toEqual({
      member: 'nextDate',
      from: '2031-03-02',
      to: '2031-03-03',
    });
    expect(member('status', at(), at({}, [], '2031-01-01'))).toEqual({
      member: 'status',
      from: 'valid',
      to: 'renewal-due',
    });
  });

  it('everything comes where the license was not there yet', () => {
    const { came, went, facts, obligations } = changesBetween(null, at({}, [on('2031-03-02')]));
    expect([came, went]).toEqual([[opened, registered], []]);
    expect(facts.every(({ from }) => from === null)).toBe(true);
    expect(facts).toContainEqual({ member: 'companyId', from: null, to: 'company-1' });
    expect(facts.map(({ member }) => member)).not.toContain('unknown');
    expect(obligations).toEqual([
      { obligationId: 'renewal:2', kind: 'renewal', change: 'opened', from: null, to: '2031-03-02' },
    ]);
  });

  it.each<[string, Obligation[], Obligation[], object[]]>([
    ['are opened, with their date', [], [on('2031-03-02')], [{ change: 'opened', from: null, to: '2031-03-02' }]],
    ['end, with the date that they had', [on('2031-03-02')], [], [{ change: 'ended', from: '2031-03-02', to: null }]],
    [
      'move from date to date',
      [on('2031-03-02')],
      [on('2031-03-03')],
      [{ change: 'moved', from: '2031-03-02', to: '2031-03-03' }],
    ],
    [
      'move to a date that becomes known',
      [on(null)],
      [on('2031-03-03')],
      [{ change: 'moved', from: null, to: '2031-03-03' }],
    ],
    ['stay where they are', [on(null)], [on(null)], []],
    [
      'are told as opened, then moved, then ended',
      [{ ...on('2031-01-01'), id: 'a:1' }, on('2031-03-02')],
      [on('2031-03-03'), { ...on('2031-05-05'), id: 'b:3' }],
      [
        { obligationId: 'b:3', change: 'opened', from: null, to: '2031-05-05' },
        { change: 'moved', from: '2031-03-02', to: '2031-03-03' },
        { obligationId: 'a:1', change: 'ended', from: '2031-01-01', to: null },
      ],
    ],
  ])('obligations %s', (_case, before, after, expected) => {
    expect(changesBetween(at({}, before), at({}, after)).obligations).toEqual(
      expected.map((each) => ({ obligationId: 'renewal:2', kind: 'renewal', ...each })),
    );
  });
});
