import {
  aContext,
  aLicense,
  aPermit,
  approver,
  aText,
  Desk,
  law,
  people,
  refusal,
} from '../../test/support/builders.js';
import { latestTable, loadCalendar } from '../calendar/index.js';
import type { CompanyChange } from './company.js';
import { decide } from './decide.js';

const change = (rest: Partial<CompanyChange> = {}): CompanyChange => ({
  kind: 'shareholders',
  decidedOn: '2026-11-16',
  registeredOn: null,
  effectiveOn: null,
  operatorChanges: null,
  ...rest,
});
const told = (rest: Partial<CompanyChange> = {}, companySeq = 2) => ({ change: change(rest), facts: {}, companySeq });

describe('a changed company', () => {
  it('owes the change of every permit in force', () => {
    const desk = Desk.holds('2026-11-20').does('record-company-fact', { ...told(), facts: { city: '上海市' } });
    expect(desk.state.company.city).toBe('上海市');
    expect(desk.state.changes).toMatchObject([
      { obligationId: 'change:3', recordedOn: '2026-11-20', filingId: null, done: false },
    ]);
    expect(desk.agenda('change')).toMatchObject([{ id: 'change:3' }]);
  });

  it('owes nothing while the license is in preparation', () => {
    const desk = aLicense('2026-11-20').does('record-company-fact', {
      ...told(),
      facts: { registeredCapital: 2_000_000 },
    });
    expect(desk.state).toMatchObject({ changes: [], company: { registeredCapital: 2_000_000 } });
  });

  it('keeps the duty when the registration or the answer follows', () => {
    const desk = Desk.holds('2026-11-20').does('record-company-fact', told());
    desk.does('answer-operator-question', { obligationId: 'change:3', operatorChanges: false });
    desk.does('record-company-fact', told({ registeredOn: '2026-11-19' }, 3));
    expect(desk.state.changes).toMatchObject([
      { obligationId: 'change:3', change: { registeredOn: '2026-11-19', operatorChanges: false } },
    ]);
    desk.does('record-company-fact', told({ kind: 'name', decidedOn: null, registeredOn: '2026-11-20' }, 4));
    expect(desk.state.changes).toHaveLength(2);
    expect(
      desk.refuses('answer-operator-question', {
        obligationId: desk.state.changes[1]?.obligationId ?? '',
        operatorChanges: true,
      }).code,
    ).toBe('operator-question-not-asked');
  });

  it('keeps a newer fact that overtook an older one', () => {
    const desk = Desk.holds('2026-11-20').does('record-company-fact', {
      change: null,
      facts: { name: '新名称' },
      companySeq: 7,
    });
    desk.does('record-company-fact', { change: null, facts: { name: '旧名称', city: '上海市' }, companySeq: 6 });
    expect(desk.state.company).toMatchObject({ name: '新名称', city: '上海市' });
  });

  it('takes a fact that the fan-out brings before the one it goes with', () => {
    const holders = [{ kind: 'company', name: 'Example Ltd', percent: 30, foreign: true } as const];
    const facts = {
      shareholders: [...holders, { kind: 'company', name: '股东', percent: 70, foreign: false } as const],
    };
    const state = Desk.holds('2026-11-20').state;
    const command = {
      type: 'record-company-fact',
      validOn: '2026-11-20',
      data: { change: null, facts, companySeq: 3 },
    } as const;
    const fanOut = { kind: 'system', id: 'fan-out' } as const;
    expect(decide(state, command, aContext('2026-11-20', fanOut))).toHaveLength(1);
    expect(refusal(() => decide(state, command, aContext('2026-11-20'))).code).toBe('foreign-share-too-low');
  });

  it('answers with a change filing, once, and has done with it when the permit is amended', () => {
    const desk = Desk.holds('2026-11-20').does('record-company-fact', told());
    const open = { kind: 'change', period: null, answers: ['change:3'], plannedOn: null } as const;
    expect(desk.refuses('open-filing', { ...open, answers: ['change:9'] })).toMatchObject({
      code: 'change-not-found',
      kind: 'not-found',
      details: { known: ['change:3'] },
    });
    desk.does('open-filing', { ...open, answers: ['change:3'] });
    expect(desk.refuses('open-filing', { ...open, answers: ['change:3'] })).toMatchObject({
      code: 'change-already-answered',
      details: { filingId: 'change-1' },
    });
    desk.does('withdraw-filing', { filingId: 'change-1', withdrawnOn: '2026-11-20' });
    expect(desk.state.changes).toMatchObject([{ filingId: null, done: false }]);
    desk
      .prepares({ kind: 'change', answers: ['change:3'] })
      .submits()
      .accepted()
      .granted();
    desk.does('record-permit', { filingId: 'change-2', permit: aPermit(), issuedOn: '2026-11-20' });
    expect(desk.state.changes).toMatchObject([{ filingId: 'change-2', done: true }]);
    expect(desk.agenda('change')).toEqual([]);
  });

  it('is refused with days in the wrong order or ahead', () => {
    const desk = Desk.holds('2026-11-20');
    expect(desk.refuses('record-company-fact', told({ registeredOn: '2026-11-15' })).code).toBe(
      'registration-before-decision',
    );
    expect(desk.refuses('record-company-fact', told({ decidedOn: '2026-11-21' })).code).toBe('date-in-future');
    expect(desk.refuses('record-company-fact', { ...told(), facts: { foreignShare: -1 } }).code).toBe(
      'invalid-percent',
    );
  });

  it('bears the marks of the authorities', () => {
    const desk = Desk.holds('2026-11-20').does('record-flag', {
      flag: 'dishonest-list',
      listed: true,
      on: '2026-11-10',
    });
    expect(desk.state).toMatchObject({
      company: { onDishonestList: true },
      flags: { 'dishonest-list': { status: 'listed', since: '2026-11-10' } },
    });
    expect(desk.decides('record-flag', { flag: 'dishonest-list', listed: true, on: '2026-11-12' })).toEqual([]);
    desk.does('record-flag', { flag: 'dishonest-list', listed: false, on: '2026-11-20' });
    expect(desk.state).toMatchObject({
      company: { onDishonestList: false },
      flags: { 'dishonest-list': { status: 'clear' } },
    });
  });
});

describe('an annual report', () => {
  const report = (period: string | null) => ({ kind: 'annual-report', period, answers: [], plannedOn: null }) as const;
  const opening = (desk: Desk, period: string | null) =>
    desk.refuses('open-filing', { ...report(period), answers: [] });

  it('goes back and forth until it is filed, and then the year is done', () => {
    const desk = Desk.holds('2027-02-01').prepares({ kind: 'annual-report', period: '2027' }).submits();
    expect(desk.newest.id).toBe('annual-report-2027');
    desk
      .until('2027-02-20')
      .does('record-report-return', { filingId: 'annual-report-2027', returnedOn: '2027-02-19', dueOn: '2027-03-10' });
    expect(desk.state.filings['annual-report-2027']).toMatchObject({
      status: 'returned',
      reportReturn: { dueOn: '2027-03-10' },
    });
    desk.does('submit-filing', { filingId: 'annual-report-2027' });
    expect(desk.state.filings['annual-report-2027']).toMatchObject({
      reportReturn: null,
      rounds: [{ round: 1 }, { round: 2 }],
    });
    desk.does('record-report-filed', { filingId: 'annual-report-2027', filedOn: '2027-02-20', number: null });
    expect(desk.agenda('annual-report')).toEqual([]);
    expect(opening(desk, '2027')).toMatchObject({ code: 'report-already-filed' });
  });

  it('is opened once for a year that has come, and not for the year of the grant', () => {
    const desk = Desk.holds('2027-02-01');
    for (const period of [null, '27', '2028', '2026'])
      expect(opening(desk, period)).toMatchObject({ code: 'invalid-report-period', details: { pointer: '/period' } });
    desk.does('open-filing', { ...report('2027'), answers: [] });
    expect(opening(desk, '2027')).toMatchObject({ code: 'filing-already-open' });
    expect(
      desk.refuses('open-filing', { kind: 'renewal', period: '2027', answers: [], plannedOn: null }),
    ).toMatchObject({ code: 'invalid-report-period' });
    expect(aLicense('2027-02-01').refuses('open-filing', { ...report('2027'), answers: [] })).toMatchObject({
      code: 'permit-not-issued',
    });
  });
});

describe('a notice', () => {
  const reminded = () => Desk.holds('2027-01-01').until('2027-01-05');

  it('is acknowledged or put off only where it has left: what was skipped told nobody anything', () => {
    const desk = Desk.holds('2026-11-20', {}, { reportsFiled: [] });
    desk.sleepTo('2027-03-25');
    desk.settle();
    const obligationId = desk.newestNotice('annual-report');
    expect(desk.firstNotice(obligationId)).toMatchObject({ rung: 'january-1', skipped: true });
    const asked = { obligationId, rung: 'january-1' };
    const refused = { code: 'rung-not-found', details: { known: ['S-7'] } };
    expect(desk.refuses('acknowledge-notice', asked)).toMatchObject(refused);
    expect(desk.refuses('snooze-notice', { ...asked, until: '2027-03-29' })).toMatchObject(refused);
  });

  it('is acknowledged once, by its obligation and rung', () => {
    const desk = reminded();
    const obligationId = desk.newestNotice('annual-report');
    const fired = desk.firstNotice(obligationId);
    expect(fired).toMatchObject({ people: [people.owner], acknowledgedBy: null });
    desk.does('acknowledge-notice', { obligationId, rung: fired.rung });
    expect(desk.state.notices[obligationId]?.fired[0]?.acknowledgedBy).toBe(people.owner);
    expect(desk.refuses('acknowledge-notice', { obligationId, rung: fired.rung }).code).toBe(
      'notice-already-acknowledged',
    );
    expect(desk.refuses('acknowledge-notice', { obligationId, rung: 'S-999' })).toMatchObject({
      code: 'rung-not-found',
      kind: 'not-found',
    });
    expect(desk.refuses('acknowledge-notice', { obligationId: 'renewal:99', rung: 'S' })).toMatchObject({
      code: 'obligation-not-found',
      kind: 'not-found',
    });
  });

  it('may sleep until the safe day and not beyond', () => {
    const desk = reminded();
    const obligationId = desk.newestNotice('annual-report');
    const { rung } = desk.firstNotice(obligationId);
    const safeDay = desk.agenda('annual-report')[0]?.deadline?.safeDay ?? '';
    expect(safeDay).toBe('2027-03-31');
    expect(desk.refuses('snooze-notice', { obligationId, rung, until: '2027-04-01' })).toMatchObject({
      code: 'snooze-crosses-safe-day',
      details: { latest: safeDay },
    });
    expect(desk.refuses('snooze-notice', { obligationId, rung, until: '2027-01-05' })).toMatchObject({
      code: 'snooze-in-past',
    });
    desk.does('snooze-notice', { obligationId, rung, until: safeDay });
    expect(desk.state.notices[obligationId]?.fired[0]?.snoozedUntil).toBe(safeDay);
  });
});

describe('keeping a license', () => {
  it('adopts a calendar by an event that says which dates moved', () => {
    const desk = aLicense('2026-03-02').prepares().submits();
    const shorter = {
      ...latestTable,
      id: 'cn-test.2',
      years: latestTable.years.map((year) => ({
        ...year,
        arrangements: [
          ...year.arrangements,
          ...(year.year === 2026
            ? [{ holiday: 'qingming', from: '2026-03-09', to: '2026-03-09', makeUpWorkingDays: [] }]
            : []),
        ],
      })),
    };
    const context = { ...aContext('2026-03-03'), law: { ...law, calendar: loadCalendar(shorter) } };
    const adopt = { type: 'adopt-calendar', validOn: '2026-03-03', data: { calendar: 'cn-test.2' } } as const;
    expect(decide(desk.state, adopt, { ...context, lawBefore: law })).toMatchObject([
      {
        type: 'calendar-adopted',
        data: {
          calendar: 'cn-test.2',
          moved: [{ obligationId: expect.stringMatching(/^acceptance:/), from: '2026-03-09', to: '2026-03-10' }],
        },
      },
    ]);
    expect(refusal(() => decide(desk.state, adopt, context))).toMatchObject({
      code: 'law-not-loaded',
      kind: 'unavailable',
    });
    expect(refusal(() => decide(desk.state, adopt, { ...aContext('2026-03-03'), lawBefore: law }))).toMatchObject({
      code: 'law-not-loaded',
    });
  });

  it('asks for three people, and changes nothing when they are the same', () => {
    const desk = aLicense('2026-03-02');
    expect(desk.decides('assign-people', { people })).toEqual([]);
    expect(desk.refuses('assign-people', { people: { ...people, manager: ' ' } })).toMatchObject({
      code: 'people-missing',
    });
    desk.does('assign-people', { people: { ...people, owner: 'person-new' } }, { by: approver });
    expect(desk.state.people.owner).toBe('person-new');
  });

  it('clears a mark that no act clears', () => {
    const desk = aLicense('2026-03-02').does('open-service', {
      serviceType: 'B24',
      openedOn: '2026-03-01',
      evidence: null,
      violation: true,
    });
    desk.does('clear-attention', { reason: 'operating-without-permit', about: 'B24' });
    expect(desk.state.attention).toEqual([]);
    expect(desk.refuses('clear-attention', { reason: 'operating-without-permit', about: 'B24' }).code).toBe(
      'attention-not-found',
    );
  });

  it('ends in a license that answers the fan-out with nothing', () => {
    const desk = aLicense('2026-03-02').does('mark-simulated', {}).does('close-license', { reason: aText });
    expect(desk.state).toMatchObject({ simulated: true, closed: true });
    expect(desk.decides('record-company-fact', told({ decidedOn: '2026-03-01' }))).toEqual([]);
    expect(desk.refuses('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null }).code).toBe(
      'license-closed',
    );
  });
});
