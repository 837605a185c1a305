import { aText, Desk, law } from '../../../test/support/builders.js';
import type { RecordedEvent } from '../events.js';
import type { RehearsalPlan } from './plan.js';
import { checkLivePlan } from './plan-check.js';
import { Stage } from './stage.js';
import { virtualCompany } from './virtual-company.js';

const today = '2026-11-20';

/** A stage on a license that is kept by hand. */
function onStage(desk: Desk, rest: Partial<RehearsalPlan> = {}): Stage {
  const { company, serviceTypes, coverage, people } = desk.state;
  const plan = { ...checkLivePlan({}, today, people), ...rest };
  return new Stage(law, { company, serviceTypes, coverage, plan, finished: [] }, desk);
}
const types = (history: readonly RecordedEvent[], from: number): string[] =>
  history.slice(from).flatMap(({ type }) => (type === 'notice-due' ? [] : [type]));
const supplied = (history: readonly RecordedEvent[], from: number) =>
  history.slice(from).flatMap((event) => (event.type === 'material-supplied' ? [event.data] : []));

describe('on a stage, people', () => {
  it('open, prepare and hand in a filing, each as who they are', () => {
    const desk = Desk.holds(today);
    const from = desk.history.length;
    onStage(desk).file({ kind: 'change' });
    const told = types(desk.history, from).filter((type) => type !== 'material-supplied');
    expect(told).toEqual(['filing-opened', 'pack-signed-off', 'filing-submitted', 'receipt-recorded']);
    const actor = (type: string) => desk.history.slice(from).find((event) => event.type === type)?.actor;
    expect(actor('filing-submitted')).toEqual({ kind: 'person', id: desk.state.people.owner });
    expect(actor('pack-signed-off')).toEqual({ kind: 'person', id: 'rehearsal-approver' });
    const papers = supplied(desk.history, from);
    expect(papers[0]).toMatchObject({
      materialId: 'paper-1',
      sha256: `${'0'.repeat(63)}1`,
      bytes: 1,
      mediaType: 'application/pdf',
      issuedOn: today,
      reason: null,
      version: 1,
    });
    expect(papers.map(({ materialId }) => materialId)).toEqual(papers.map((_, i) => `paper-${i + 1}`));
    expect(desk.newest.rounds[0]).toMatchObject({ receivedOn: today, submittedOn: today });
  });

  it('take the draft that is there, with its papers; of another kind, year or change they open a new one', () => {
    const opening = { period: null, answers: [], plannedOn: null };
    const desk = Desk.holds(today).does('open-filing', { kind: 'change', ...opening });
    const draft = desk.newest.id;
    desk.supplies(draft);
    const from = desk.history.length;
    onStage(desk).file({ kind: 'change' });
    expect(types(desk.history, from)).toEqual(['pack-signed-off', 'filing-submitted', 'receipt-recorded']);
    onStage(desk).file({ kind: 'change' });
    expect(desk.newest.id).not.toBe(draft);
    expect(Object.values(desk.state.filings).map(({ status }) => status)).toEqual(['submitted', 'submitted']);
  });

  it('open a new filing where the draft is of another kind, of another year, or answers another change', () => {
    const opening = { period: null, answers: [], plannedOn: null };
    const opened = (desk: Desk) => desk.newest.openedSeq > from;
    let from = 0;
    const renewal = Desk.holds(today).does('open-filing', { kind: 'renewal', ...opening });
    from = renewal.history.length;
    onStage(renewal).file({ kind: 'change' });
    expect([opened(renewal), renewal.newest.kind]).toEqual([true, 'change']);
    const report = Desk.holds('2028-01-10').does('open-filing', { kind: 'annual-report', ...opening, period: '2027' });
    from = report.history.length;
    onStage(report).file({ kind: 'annual-report', period: '2028' });
    expect([opened(report), report.newest.period]).toEqual([true, '2028']);
    const change = Desk.holds(today).does('open-filing', { kind: 'change', ...opening });
    const told = {
      kind: 'name',
      decidedOn: today,
      registeredOn: today,
      effectiveOn: null,
      operatorChanges: null,
    } as const;
    change.does('record-company-fact', { change: told, facts: {}, companySeq: 1 });
    const answers = change.agenda('change').map(({ id }) => id);
    from = change.history.length;
    onStage(change).file({ kind: 'change', answers });
    expect([opened(change), change.newest.answers]).toEqual([true, answers]);
  });

  it('act as the owner of the license, whomever the plan names', () => {
    const desk = Desk.holds(today);
    onStage(desk, { people: { owner: 'Li', deputy: 'Wang', manager: 'Zhao' } }).file({ kind: 'change' });
    expect(desk.history.find(({ type }) => type === 'filing-submitted')?.actor.id).toBe(desk.state.people.owner);
  });

  it('answer in words only what nobody has answered', () => {
    const desk = Desk.opens(today).prepares().submits();
    const items = [1, 2].map(() => ({ requirementId: null, text: null }));
    desk.does('record-correction-notice', {
      filingId: desk.newest.id,
      noticedOn: today,
      dueOn: null,
      number: null,
      items,
    });
    const [first] = desk.newest.rounds.at(-1)?.correction?.items ?? [];
    desk.does('answer-correction-item', { filingId: desk.newest.id, itemId: first?.id ?? '', text: aText });
    const from = desk.history.length;
    onStage(desk).answer(desk.newest);
    expect(types(desk.history, from)).toEqual([
      'pack-signed-off',
      'correction-item-answered',
      'filing-submitted',
      'receipt-recorded',
    ]);
  });

  it('answer a correction with new papers for what it names, and for what is too old', () => {
    const desk = Desk.opens(today).prepares().submits();
    const { id, materials } = desk.newest;
    const [named = '', another = ''] = Object.keys(materials);
    desk.does('record-correction-notice', {
      filingId: id,
      noticedOn: today,
      dueOn: '2026-12-10',
      number: null,
      items: [
        { requirementId: named, text: null },
        { requirementId: null, text: null },
      ],
    });
    const from = desk.history.length;
    onStage(desk).answer(desk.newest);
    expect(supplied(desk.history, from).map(({ requirementId, version }) => [requirementId, version])).toEqual([
      [named, 2],
    ]);
    expect(desk.newest.materials[another]).toHaveLength(1);
    expect(desk.newest.rounds).toHaveLength(2);
    expect(desk.newest.status).toBe('submitted');
  });

  it('supply what was promised for later, and nothing else', () => {
    const desk = Desk.opens(today).does('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null });
    const { id } = desk.newest;
    desk.supplies(id);
    const filing = { ...desk.newest, deferred: [Object.keys(desk.newest.materials)[1] ?? ''] };
    const from = desk.history.length;
    onStage(desk).supplyDeferred(filing);
    expect(supplied(desk.history, from).map(({ requirementId }) => requirementId)).toEqual(filing.deferred);
  });

  it('use the paper at hand for the first filing while it is fresh; a new one once it is not', () => {
    const proof = 'social-security-proof';
    const issued = (issuedOn: string) => {
      const desk = Desk.opens(today);
      const others = [{ id: 'premises-proof', issuedOn: '2026-10-01' }];
      const stage = onStage(desk, { materials: [...others, { id: proof, issuedOn }] });
      stage.file({ kind: 'new' });
      const paper = supplied(desk.history, 0).find(({ requirementId }) => requirementId === proof);
      return [paper?.issuedOn, stage.stale.map(({ requirementId }) => requirementId)];
    };
    expect(issued('2026-11-02')).toEqual(['2026-11-02', []]);
    expect(issued('2026-09-01')).toEqual([today, [proof]]);
  });

  it('wait for planned changes in the order in which they become known', () => {
    const change = { kind: 'name', operatorChanges: null, filedOn: 'never' } as const;
    const days = [
      { decidedOn: '2027-03-01', registeredOn: null },
      { decidedOn: '2027-01-01', registeredOn: '2027-02-01' },
      { decidedOn: '2027-02-15', registeredOn: '2027-04-01' },
    ];
    const stage = onStage(Desk.holds(today), { changes: days.map((each) => ({ ...change, ...each })) });
    expect(stage.changes.map(({ decidedOn }) => decidedOn)).toEqual(['2027-01-01', '2027-03-01', '2027-02-15']);
    expect([stage.termsBefore, onStage(Desk.opens(today)).termsBefore]).toEqual([1, 0]);
  });
});

describe('a rehearsed company', () => {
  it('has the facts that rules look at, and nobody’s name; what is unknown is no', () => {
    const known = {
      province: 'sh',
      city: '上海',
      registeredCapital: 5,
      foreignShare: 10,
      establishedOn: '2024-05-20',
    };
    const shareholders = [
      { kind: 'company' as const, percent: 60, foreign: false },
      { kind: 'natural-person' as const, percent: 40, foreign: true, origin: 'macau' as const },
    ];
    const rest = { name: 'a secret', freeTradeZone: null, onDishonestList: null, recentPenalty: null };
    const company = virtualCompany({ ...known, ...rest, shareholders });
    expect(company).toEqual({
      ...known,
      name: 'rehearsed company',
      uscc: '91310000MA1FL0000N',
      freeTradeZone: false,
      legalRepresentative: null,
      shareholders: [
        { kind: 'company', name: 'shareholder 1', percent: 60, foreign: false },
        { kind: 'natural-person', name: 'shareholder 2', percent: 40, foreign: true },
      ],
      onDishonestList: false,
      recentPenalty: false,
    });
    const yes = { freeTradeZone: true, onDishonestList: true, recentPenalty: true };
    expect(virtualCompany({ ...known, ...yes, shareholders: [] })).toMatchObject(yes);
  });
});
