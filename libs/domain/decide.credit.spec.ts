import { approver, aText, Desk } from '../../test/support/builders.js';
import { aCompany } from '../../test/support/license-story.js';
import type { CompanyChange, CompanyFacts } from './company.js';

const day = '2026-03-02';
const opening = { kind: 'new' as const, period: null, answers: [], plannedOn: null };

describe('false material', () => {
  const refused = () =>
    Desk.opens(day).prepares().submits().accepted().does('record-refusal', {
      filingId: 'new-1',
      refusedOn: day,
      servedOn: day,
      number: null,
      falseMaterial: true,
      reason: null,
    });

  it('bars from applying for a year, and the end of the year is told once', () => {
    const desk = refused();
    expect(desk.agenda('false-material-bar')).toMatchObject([{ deadline: { date: '2027-03-02' } }]);
    expect(desk.until('2027-03-02').refuses('open-filing', opening)).toMatchObject({
      code: 'application-barred',
      details: { until: '2027-03-02' },
    });
    desk.until('2027-03-20');
    expect(desk.agenda('false-material-bar')).toHaveLength(1);
    desk.until('2027-04-02');
    const bar = desk.newestNotice('false-material-bar');
    expect(desk.state.notices[bar]?.fired.map(({ rung }) => rung)).toEqual(['ends-soon', 'ended']);
    expect(desk.agenda('false-material-bar')).toEqual([]);
    expect(desk.does('open-filing', opening).filing('new-2').status).toBe('draft');
  });
});

describe('a credit list', () => {
  const listed = (flag: 'bad-list' | 'dishonest-list') =>
    Desk.opens(day).does('record-flag', { flag, listed: true, on: day });

  it.each([
    ['bad-list', '2027-03-02'],
    ['dishonest-list', '2029-03-02'],
  ] as const)('%s has a way off from %s on, and stays on the agenda until the company is off', (flag, date) => {
    const desk = listed(flag);
    expect(desk.agenda(`${flag}-exit`)).toMatchObject([{ duty: 'authority', deadline: { date } }]);
    desk.does('record-flag', { flag, listed: false, on: day });
    expect(desk.agenda(`${flag}-exit`)).toEqual([]);
  });

  it('of the dishonest stops applications as long as it lasts', () => {
    const desk = listed('dishonest-list');
    expect(desk.state.company.onDishonestList).toBe(true);
    expect(desk.refuses('open-filing', opening)).toMatchObject({ code: 'company-on-dishonest-list' });
    desk.does('record-flag', { flag: 'dishonest-list', listed: false, on: day });
    expect(desk.does('open-filing', opening).filing('new-1').status).toBe('draft');
  });

  it('stands in the way of whoever was on it when the license was opened, and has its way off', () => {
    const company = aCompany({ onDishonestList: true, listedOn: { 'dishonest-list': '2025-05-06' } });
    const desk = Desk.opens(day, { company });
    expect(desk.refuses('open-filing', opening)).toMatchObject({
      code: 'company-on-dishonest-list',
      details: { since: '2025-05-06' },
    });
    expect(desk.agenda('dishonest-list-exit')).toMatchObject([{ openedOn: day, deadline: { date: '2028-05-06' } }]);
    desk.does('record-flag', { flag: 'dishonest-list', listed: false, on: day });
    expect(desk.agenda('dishonest-list-exit')).toEqual([]);
    expect(desk.does('open-filing', opening).filing('new-1').status).toBe('draft');
  });

  it('without a known day only stands in the way', () => {
    const desk = Desk.opens(day, { company: aCompany({ onDishonestList: true }) });
    expect(desk.agenda('dishonest-list-exit')).toEqual([]);
    expect(desk.refuses('open-filing', opening)).toMatchObject({ code: 'company-on-dishonest-list' });
  });

  it('does not remind of the time before anybody knew of it', () => {
    const desk = Desk.opens(day).does('record-flag', { flag: 'bad-list', listed: true, on: '2019-03-04' });
    const [exit] = desk.agenda('bad-list-exit');
    expect(desk.state.notices[exit?.id ?? '']?.fired.map(({ rung }) => rung)).toEqual(['ends-soon', 'ended']);
  });

  it('is told in the order of the company, whichever fan-out comes first', () => {
    const told = [
      { listed: true, on: '2026-02-02', companySeq: 5 },
      { listed: false, on: '2026-02-10', companySeq: 6 },
      { listed: true, on: '2026-02-20', companySeq: 7 },
    ].map((entry) => ({ flag: 'bad-list' as const, ...entry }));
    for (const [first, second, third] of permutations(told)) {
      const desk = Desk.opens(day);
      for (const entry of [first, second, third]) if (entry) desk.does('record-flag', entry);
      expect(desk.state.flags['bad-list']).toMatchObject({ status: 'listed', since: '2026-02-20' });
      expect(desk.state.company.listedOn).toEqual({ 'bad-list': '2026-02-20' });
      expect(desk.state.unknownEvents).toEqual([]);
    }
  });

  it('that both the license and its company tell of is one entry', () => {
    const desk = listed('bad-list');
    const [exit] = desk.agenda('bad-list-exit');
    desk.does('record-flag', { flag: 'bad-list', listed: true, on: day, companySeq: 3 });
    expect(desk.agenda('bad-list-exit')).toEqual([exit]);
  });

  it('of the bad does not', () => {
    expect(listed('bad-list').does('open-filing', opening).filing('new-1').status).toBe('draft');
  });
});

const change = (kind: CompanyChange['kind'], rest: Partial<CompanyChange> = {}): CompanyChange => ({
  kind,
  decidedOn: null,
  registeredOn: day,
  effectiveOn: null,
  operatorChanges: null,
  ...rest,
});

const held = () =>
  Desk.holds(day, { validFrom: '2024-01-10', printedLastDay: '2029-01-09' }, { reportsFiled: ['2025'] });

const tells = (desk: Desk, told: CompanyChange | null, facts: Partial<CompanyFacts> = {}) =>
  desk.does('record-company-fact', { change: told, facts, companySeq: 2 });

describe('a changed fact of the company', () => {
  it.each([
    ['name', { name: '新名称有限公司' }],
    ['legal-representative', { legalRepresentative: aText }],
    ['registered-capital', { registeredCapital: 2_000_000 }],
    ['shareholders', { shareholders: aCompany().shareholders }],
    ['scope', {}],
  ] as const)('%s opens a change of the permit', (kind, facts) => {
    expect(tells(held(), change(kind), facts).agenda('change')).toHaveLength(1);
  });

  it.each([
    ['city', { city: '上海市' }],
    ['founding day', { establishedOn: '2019-12-31' }],
  ])('%s opens none', (_what, facts) => {
    expect(tells(held(), null, facts).agenda('change')).toEqual([]);
  });

  it('blocks the annual report until the permit says the same, and the duty says so', () => {
    const desk = held().prepares({ kind: 'annual-report', period: '2026' });
    tells(desk, change('name'), { name: '新名称有限公司' });
    expect(desk.agenda('annual-report')[0]?.next.en).toMatch(/^First have the permit changed/);
    const [duty] = desk.agenda('change');
    const refusal = desk.refuses('submit-filing', { filingId: 'annual-report-2026' });
    expect(refusal).toMatchObject({
      code: 'report-blocked-by-change',
      details: { changes: [{ obligationId: duty?.id, kind: 'name' }] },
    });
    desk
      .prepares({ kind: 'change', answers: [duty?.id ?? ''] })
      .submits()
      .accepted()
      .granted();
    expect(desk.refuses('submit-filing', { filingId: 'annual-report-2026' })).toMatchObject({ code: refusal.code });
    desk.issued({ validFrom: '2024-01-10', printedLastDay: '2029-01-09' });
    expect(desk.does('submit-filing', { filingId: 'annual-report-2026' }).filing('annual-report-2026').status).toBe(
      'submitted',
    );
  });

  it('blocks it no longer once two persons have waived the change', () => {
    const desk = tells(held().prepares({ kind: 'annual-report', period: '2026' }), change('name'));
    const obligationId = desk.agenda('change')[0]?.id ?? '';
    desk
      .does('propose-waiver', { obligationId, reason: aText })
      .does('approve-waiver', { obligationId }, { by: approver });
    expect(desk.agenda('annual-report')[0]?.next.en).toMatch(/^File/);
    desk.does('submit-filing', { filingId: 'annual-report-2026' });
  });

  it('with the first foreign share moves the decision to MIIT', () => {
    const desk = tells(held(), change('shareholders', { decidedOn: '2026-03-01' }), { foreignShare: 20 });
    expect(desk.state).toMatchObject({ authority: 'MIIT', company: { foreignShare: 20 } });
    expect(desk.agenda('change')).toHaveLength(1);
    tells(desk, null, { foreignShare: 25 });
    expect(desk.history.filter(({ type }) => type === 'authority-moved')).toHaveLength(1);
  });

  it('that a newer one has overtaken moves nothing', () => {
    const desk = held().does('record-company-fact', { change: null, facts: { foreignShare: 0 }, companySeq: 5 });
    desk.does('record-company-fact', { change: null, facts: { foreignShare: 20 }, companySeq: 3 });
    expect(desk.state).toMatchObject({ authority: 'sh', company: { foreignShare: 0 } });
  });

  it('of the city moves the office where applicants of that city file', () => {
    const company = { company: aCompany({ province: 'sd', city: null }) };
    const permit = {
      validFrom: '2024-01-10',
      printedLastDay: '2029-01-09',
      coverage: { kind: 'province' as const, provinces: ['sd'] as [string] },
    };
    const desk = tells(Desk.holds(day, permit, company), null, { city: '青岛市' });
    expect(desk.state.authority).toBe('sd');
    expect(desk.state.office).not.toBe('sd');
  });
});

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((one, i) => permutations(list.toSpliced(i, 1)).map((rest) => [one, ...rest]));
}
