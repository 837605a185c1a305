import { aLicense, approver, aText, Desk } from '../../test/support/builders.js';
import { requirementsOf } from './decide/requirements.js';
import { nextStepNow } from './next-step.js';

const next = (desk: Desk, kind: string) => {
  const [duty] = desk.agenda(kind);
  if (!duty) throw new Error(`no ${kind} is due`);
  return nextStepNow(desk.state, duty);
};

describe('the next step', () => {
  const holding = () => Desk.holds('2031-01-05', {}, { reportsFiled: ['2027', '2028', '2029', '2030', '2031'] });
  const draft = () => holding().does('open-filing', { kind: 'renewal', period: null, answers: [], plannedOn: null });

  it('is the duty itself while no filing is opened', () => {
    const desk = holding();
    expect(next(desk, 'renewal')).toEqual(desk.agenda('renewal')[0]?.next);
  });

  it('goes on from where the filing stands', () => {
    const desk = draft();
    expect(next(desk, 'renewal').en).toMatch(/^File for renewal, .*\. renewal-1 is opened and has no papers yet/);
    const [first] = requirementsOf(desk.state, desk.newest, desk.today, desk.context());
    desk.does('supply-material', desk.material('renewal-1', first?.id ?? ''));
    expect(next(desk, 'renewal').en).toMatch(/renewal-1 has 1 paper so far/);
    expect(next(holding().prepares({ kind: 'renewal' }), 'renewal').zh).toMatch(/材料已签核：提交即可$/);
  });

  it('asks for new papers after a correction notice, though the first pack was signed off', () => {
    const desk = aLicense().prepares().submits();
    desk.does('record-correction-notice', {
      filingId: 'new-1',
      noticedOn: desk.today,
      dueOn: null,
      number: null,
      items: [{ requirementId: null, text: aText }],
    });
    expect(next(desk, 'correction').en).toMatch(
      /^Answer the correction notice and submit again\. new-1 has no new papers since/,
    );
  });

  const said = (desk: Desk, kind: string) => {
    const [duty] = desk.agenda(kind);
    if (!duty) throw new Error(`no ${kind} is due`);
    const { zh, en } = nextStepNow(desk.state, duty);
    expect([zh.startsWith(`${duty.next.zh}。`), en.startsWith(`${duty.next.en}. `)]).toEqual([true, true]);
    return [zh.slice(duty.next.zh.length + 1), en.slice(duty.next.en.length + 2)];
  };
  const itself = (desk: Desk, kind: string) => expect(next(desk, kind)).toEqual(desk.agenda(kind)[0]?.next);
  const supplied = (desk: Desk, filingId: string, count: number) => {
    const asked = requirementsOf(desk.state, desk.filing(filingId), desk.today, desk.context());
    for (const { id } of asked.slice(0, count)) desk.does('supply-material', desk.material(filingId, id));
    return desk;
  };
  const notice = (desk: Desk, filingId = 'new-1') =>
    desk.does('record-correction-notice', {
      filingId,
      noticedOn: desk.today,
      dueOn: null,
      number: null,
      items: [{ requirementId: null, text: aText }],
    });
  const rest = (answered: string, again = '') => [
    `：补齐后由第二人签核并${again ? '再次' : ''}提交`,
    `${answered}: supply ${again ? 'them' : 'the rest'}, have the pack signed off by a second person, and hand it in${again}`,
  ];

  it('counts the papers that are there, each requirement once, in both languages', () => {
    expect(said(draft(), 'renewal')).toEqual([
      '申报 renewal-1 已建立，尚无材料：准备材料后由第二人签核并提交',
      'renewal-1 is opened and has no papers yet: supply them, have the pack signed off by a second person, and hand it in',
    ]);
    const [zh, en] = rest('');
    expect(said(supplied(draft(), 'renewal-1', 1), 'renewal')).toEqual([
      `申报 renewal-1 已有1份材料${zh}`,
      `renewal-1 has 1 paper so far${en}`,
    ]);
    expect(said(supplied(draft(), 'renewal-1', 2), 'renewal')).toEqual([
      `申报 renewal-1 已有2份材料${zh}`,
      `renewal-1 has 2 papers so far${en}`,
    ]);
    const twice = supplied(supplied(draft(), 'renewal-1', 1), 'renewal-1', 1);
    expect(said(twice, 'renewal')[1]).toContain('has 1 paper so far');
  });

  it('is to hand in what is signed off, until a paper is replaced', () => {
    const desk = holding().prepares({ kind: 'renewal' });
    expect(said(desk, 'renewal')).toEqual([
      '申报 renewal-1 的材料已签核：提交即可',
      'The pack of renewal-1 is signed off: hand it in',
    ]);
    supplied(desk, 'renewal-1', 1);
    expect(said(desk, 'renewal')[1]).toMatch(/^renewal-1 has \d+ papers so far: supply the rest/);
  });

  it('counts after a notice only the papers that came since, until the pack is signed off anew', () => {
    const desk = notice(aLicense().prepares().submits());
    const [zh, en] = rest('', ' again');
    expect(said(desk, 'correction')).toEqual([
      `申报 new-1 收到补正通知后尚无新材料${zh}`,
      `new-1 has no new papers since the notice${en}`,
    ]);
    expect(said(supplied(desk, 'new-1', 1), 'correction')[1]).toContain('new-1 has 1 paper so far');
    desk.supplies('new-1').does('sign-off-pack', { filingId: 'new-1', deferred: [] }, { by: approver });
    expect(said(desk, 'correction')[1]).toBe('The pack of new-1 is signed off: hand it in');
  });

  it('of a report is by the filing of its own year', () => {
    const open = { answers: [], plannedOn: null };
    const desk = Desk.holds('2028-01-05', {}, { reportsFiled: [] });
    const [first, second] = desk.agenda('annual-report');
    if (!first || !second) throw new Error('two reports are due');
    desk.does('open-filing', { kind: 'annual-report', period: second.period, ...open });
    expect(nextStepNow(desk.state, first)).toEqual(first.next);
    expect(nextStepNow(desk.state, second).en).toContain(`annual-report-${second.period} is opened`);
    expect(next(desk, 'renewal')).toEqual(desk.agenda('renewal')[0]?.next);
  });

  it('of a change is by the filing that answers it', () => {
    const desk = Desk.holds('2026-11-20');
    const change = {
      kind: 'name' as const,
      decidedOn: '2026-11-20',
      registeredOn: '2026-11-20',
      effectiveOn: null,
      operatorChanges: null,
    };
    desk.does('record-company-fact', { change, facts: {}, companySeq: 2 });
    const [duty] = desk.agenda('change');
    if (!duty) throw new Error('no change is due');
    desk.does('open-filing', { kind: 'change', period: null, answers: [], plannedOn: null });
    itself(desk, 'change');
    desk.does('withdraw-filing', { filingId: 'change-1', withdrawnOn: desk.today });
    desk.does('open-filing', { kind: 'change', period: null, answers: [duty.id], plannedOn: null });
    expect(next(desk, 'change').en).toContain('change-2 is opened');
    desk.does('withdraw-filing', { filingId: 'change-2', withdrawnOn: desk.today });
    itself(desk, 'change');
  });

  it('is the duty itself of what the authority is to do, and while its clock stands still', () => {
    const desk = aLicense().prepares().submits();
    itself(desk, 'acceptance');
    const at = notice(aLicense().prepares().submits());
    const [duty] = at.agenda('correction');
    if (!duty) throw new Error('no correction is due');
    expect(nextStepNow(at.state, { ...duty, paused: true })).toEqual(duty.next);
    expect(nextStepNow(at.state, { ...duty, filingId: 'another' })).toEqual(duty.next);
  });
});
