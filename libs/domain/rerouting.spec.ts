import { aCompany, aLicense, approver, aText, Desk, licenseId } from '../../test/support/builders.js';
import { proposable } from './correctable.js';
import { fold } from './evolve.js';

const day = '2026-03-02';
const turnedAway = (filingId: string, reroutedTo: string | null = 'MIIT') => ({
  filingId,
  decidedOn: day,
  number: 'N-1',
  reason: aText,
  reroutedTo,
});

describe('a filing that another authority is to decide', () => {
  it('ends, and goes on as a new one before the authority that was named', () => {
    const desk = aLicense(day).prepares().submits();
    const before = desk.state.seq;
    desk.does('record-non-acceptance', turnedAway('new-1'));
    expect(desk.since(before)).toEqual(['filing-not-accepted', 'authority-moved', 'filing-opened']);
    expect(desk.state).toMatchObject({
      authority: 'MIIT',
      office: 'MIIT',
      filings: {
        'new-1': { status: 'not-accepted', follows: null },
        'new-2': { status: 'draft', kind: 'new', follows: 'new-1' },
      },
    });
  });

  it('keeps the rights against the decision, counted from its service, each with its proof', () => {
    const desk = aLicense(day).prepares().submits().until('2026-03-06');
    desk.does('record-non-acceptance', { ...turnedAway('new-1'), servedOn: '2026-03-05' });
    const [reconsideration] = desk.agenda('reconsideration');
    const [litigation] = desk.agenda('litigation');
    expect(reconsideration).toMatchObject({ filingId: 'new-1', duty: 'right', deadline: { date: '2026-05-04' } });
    expect(litigation).toMatchObject({ filingId: 'new-1', duty: 'right', deadline: { date: '2026-09-05' } });
    for (const right of [reconsideration, litigation]) {
      const proof = right?.deadline?.readings[0]?.proof;
      expect(proof?.inputs).toMatchObject({ servedOn: '2026-03-05' });
      expect(proof?.citation.article).not.toBe('');
    }
  });

  it('goes on answering the change that it answered', () => {
    const desk = Desk.holds('2026-11-20').does('record-company-fact', {
      change: {
        kind: 'name',
        decidedOn: '2026-11-19',
        registeredOn: '2026-11-19',
        effectiveOn: null,
        operatorChanges: null,
      },
      facts: {},
      companySeq: 2,
    });
    const answers = desk.state.changes.map(({ obligationId }) => obligationId);
    desk.prepares({ kind: 'change', answers }).submits();
    desk.does('record-non-acceptance', { ...turnedAway('change-1'), decidedOn: '2026-11-20' });
    expect(desk.filing('change-2')).toMatchObject({ answers, follows: 'change-1' });
    expect(desk.state.changes).toMatchObject([{ filingId: 'change-2', done: false }]);
  });

  it('stays with the named authority until facts lead elsewhere than before', () => {
    const fact = (facts: object, companySeq: number) => ({ change: null, facts, companySeq });
    const desk = aLicense(day).prepares().submits().does('record-non-acceptance', turnedAway('new-1', 'gd'));
    desk.does('record-company-fact', fact({ registeredCapital: 3_000_000 }, 2));
    expect(desk.state.authority).toBe('gd');
    desk.does('record-company-fact', fact({ foreignShare: 30 }, 3));
    expect(desk.state.authority).toBe('MIIT');
  });

  it('is given up where the decision names nobody', () => {
    const desk = aLicense(day).prepares().submits().does('record-non-acceptance', turnedAway('new-1', null));
    expect(Object.keys(desk.state.filings)).toEqual(['new-1']);
    expect(desk.state.authority).toBe('sh');
  });

  it.each([
    ['an authority that there is not', 'xx', 'unknown-authority'],
    ['the one that decides already', 'sh', 'rerouted-to-itself'],
  ])('is refused for %s', (_, reroutedTo, code) => {
    const desk = aLicense(day, { company: aCompany() }).prepares().submits();
    expect(desk.refuses('record-non-acceptance', turnedAway('new-1', reroutedTo))).toMatchObject({
      code,
      details: { pointer: '/reroutedTo' },
    });
  });

  it('of a permit that is no more in force is applied for anew instead', () => {
    const desk = Desk.holds('2026-11-20').prepares({ kind: 'change' }).submits();
    desk.does('record-cancellation', { cancelledOn: '2026-11-20', number: null });
    const data = { ...turnedAway('change-1'), decidedOn: '2026-11-20' };
    expect(desk.refuses('record-non-acceptance', data)).toMatchObject({ code: 'permit-not-valid' });
  });
});

describe('an authority that was entered by mistake, or forgotten', () => {
  const member = 'reroutedTo';
  const decided = (desk: Desk, type = 'filing-not-accepted') =>
    desk.history.findLast((event) => event.type === type)?.seq ?? 0;
  const corrected = (desk: Desk, to: string | null) => {
    const seq = decided(desk);
    desk.does('propose-correction', { seq, member, to, reason: aText });
    const before = desk.state.seq;
    desk.does('approve-correction', { seq, member }, { by: approver });
    expect(desk.state.unknownEvents).toEqual([]);
    expect(fold(licenseId, desk.history)).toEqual(desk.state);
    return desk.since(before);
  };
  const refused = (desk: Desk, to: string | null) =>
    desk.refuses('propose-correction', { seq: decided(desk), member, to, reason: aText });
  const sent = (to: string | null) =>
    aLicense(day).prepares().submits().does('record-non-acceptance', turnedAway('new-1', to));
  const goesOn = ({ state }: Desk) =>
    Object.values(state.filings).map(({ id, status, follows }) => [id, status, follows]);
  const again = { kind: 'new' as const, period: null, answers: [], plannedOn: null };

  it('is corrected, and what is in preparation goes to the right one', () => {
    const desk = sent('gd');
    expect(corrected(desk, 'MIIT')).toEqual(['entry-corrected', 'authority-moved']);
    expect(desk.state).toMatchObject({ authority: 'MIIT', office: 'MIIT' });
    expect(goesOn(desk)).toEqual([
      ['new-1', 'not-accepted', null],
      ['new-2', 'draft', 'new-1'],
    ]);
    expect(proposable(desk.state)).toContainEqual(expect.objectContaining({ member, value: 'MIIT' }));
  });

  it('is added where it was forgotten: a filing goes on there', () => {
    const desk = sent(null);
    expect(corrected(desk, 'MIIT')).toEqual(['entry-corrected', 'authority-moved', 'filing-opened']);
    expect(desk.state.authority).toBe('MIIT');
    expect(goesOn(desk)).toContainEqual(['new-2', 'draft', 'new-1']);
  });

  it('is added to a draft that was opened by hand', () => {
    const desk = sent(null).does('open-filing', again);
    expect(corrected(desk, 'MIIT')).toEqual(['entry-corrected', 'authority-moved']);
    expect(goesOn(desk)).toContainEqual(['new-2', 'draft', 'new-1']);
  });

  it('is taken away: the license is with the one before, and the draft stands by itself', () => {
    const desk = sent('gd');
    expect(corrected(desk, null)).toEqual(['entry-corrected', 'authority-moved']);
    expect(desk.state).toMatchObject({ authority: 'sh', office: aLicense(day).state.office });
    expect(goesOn(desk)).toContainEqual(['new-2', 'draft', null]);
  });

  it('is put right after its filing was withdrawn and another one opened', () => {
    const desk = sent('gd').does('withdraw-filing', { filingId: 'new-2', withdrawnOn: day }).does('open-filing', again);
    corrected(desk, 'MIIT');
    expect(desk.state.authority).toBe('MIIT');
    expect(goesOn(desk)).toEqual([
      ['new-1', 'not-accepted', null],
      ['new-2', 'withdrawn', 'new-1'],
      ['new-3', 'draft', 'new-1'],
    ]);
  });

  it('leaves the license where facts have led since', () => {
    const desk = sent('gd');
    desk.does('record-company-fact', { change: null, facts: { foreignShare: 30 }, companySeq: 2 });
    expect(corrected(desk, 'bj')).toEqual(['entry-corrected']);
    expect(desk.state).toMatchObject({ authority: 'MIIT', filings: { 'new-1': { decision: { reroutedTo: 'bj' } } } });
  });

  it('goes on answering the change that the filing answered', () => {
    const change = {
      kind: 'name' as const,
      decidedOn: day,
      registeredOn: day,
      effectiveOn: null,
      operatorChanges: null,
    };
    const held = { validFrom: '2024-01-10', printedLastDay: '2029-01-09' };
    const desk = Desk.holds(day, held).does('record-company-fact', { change, facts: {}, companySeq: 2 });
    const answers = desk.state.changes.map(({ obligationId }) => obligationId);
    desk.prepares({ kind: 'change', answers }).submits();
    desk.does('record-non-acceptance', turnedAway('change-1', null));
    corrected(desk, 'MIIT');
    expect(desk.filing('change-2')).toMatchObject({ answers, follows: 'change-1' });
    expect(desk.state.changes).toMatchObject([{ filingId: 'change-2', done: false }]);
  });

  it('stays once the filing is with the other one', () => {
    const desk = sent('gd')
      .supplies('new-2')
      .does('sign-off-pack', { filingId: 'new-2', deferred: [] }, { by: approver });
    desk.does('propose-correction', { seq: decided(desk), member, to: 'MIIT', reason: aText });
    desk.submits();
    expect(refused(desk, 'MIIT')).toMatchObject({ code: 'entry-not-correctable', details: { pointer: '/member' } });
    const asked = { seq: decided(desk), member };
    expect(desk.refuses('approve-correction', asked, { by: approver }).code).toBe('entry-not-correctable');
  });

  it('of a permit that is no more in force is not added', () => {
    const desk = Desk.holds('2026-11-20').prepares({ kind: 'change' }).submits();
    desk.does('record-non-acceptance', { ...turnedAway('change-1', null), decidedOn: '2026-11-20' });
    desk.does('propose-correction', { seq: decided(desk), member, to: 'MIIT', reason: aText });
    desk.does('record-cancellation', { cancelledOn: '2026-11-20', number: null });
    const asked = { seq: decided(desk), member };
    expect(desk.refuses('approve-correction', asked, { by: approver }).code).toBe('permit-not-valid');
  });

  it.each<[string, string | boolean | null, string]>([
    ['an authority that there is not', 'xx', 'unknown-authority'],
    ['the one that has decided', 'sh', 'rerouted-to-itself'],
    ['what stands there', 'gd', 'correction-changes-nothing'],
    ['yes', true, 'correction-value-invalid'],
  ])('is not corrected to %s', (_, to, code) => {
    expect(refused(sent('gd'), to as string)).toMatchObject({ code, details: { pointer: '/to' } });
  });
});
