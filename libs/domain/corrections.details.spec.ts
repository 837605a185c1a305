import { aLicense, aPermit, approver, aText, Desk, licenseId } from '../../test/support/builders.js';
import type { LicenseCommandData } from './commands.js';
import { proposable } from './correctable.js';
import type { RecordedEvent } from './events.js';
import { fold } from './evolve.js';
import { timesWithoutRight } from './operations.js';

const day = '2026-03-02';
const province = (code: string) => ({ kind: 'province' as const, provinces: [code] as [string] });

type To = LicenseCommandData['propose-correction']['to'];

const entry = (desk: Desk, type: RecordedEvent['type']): number =>
  desk.history.findLast((event) => event.type === type)?.seq ?? 0;

function corrected(desk: Desk, seq: number, member: string, to: To): Desk {
  desk.does('propose-correction', { seq, member, to, reason: aText });
  desk.does('approve-correction', { seq, member }, { by: approver });
  expect(desk.state.unknownEvents).toEqual([]);
  expect(fold(licenseId, desk.history)).toEqual(desk.state);
  return desk;
}

const refusedFor = (desk: Desk, seq: number, member: string, to: To) =>
  desk.refuses('propose-correction', { seq, member, to, reason: aText });

/** A life whose entries all bear numbers. */
function numbered(): Desk {
  const filingId = 'new-1';
  return aLicense(day)
    .prepares()
    .does('submit-filing', { filingId })
    .does('record-receipt', { filingId, receivedOn: day, number: 'R-1' })
    .does('record-acceptance', { filingId, acceptedOn: day, number: 'A-1' })
    .does('record-grant', { filingId, grantedOn: day, number: 'G-1' })
    .does('record-permit', {
      filingId,
      permit: aPermit({ validFrom: day, printedLastDay: '2031-03-01' }),
      issuedOn: day,
    });
}

/** A filing that came back with two points. */
function returned(): Desk {
  return aLicense(day)
    .prepares()
    .submits()
    .does('record-correction-notice', {
      filingId: 'new-1',
      noticedOn: day,
      dueOn: null,
      number: 'C-1',
      items: [
        { requirementId: 'application-form', text: aText },
        { requirementId: null, text: aText },
      ],
    });
}

describe('a number', () => {
  it.each<[RecordedEvent['type'], string]>([
    ['receipt-recorded', 'number'],
    ['filing-accepted', 'number'],
    ['filing-granted', 'number'],
    ['permit-issued', 'permit.number'],
  ])('of %s is corrected by two persons, and stands as corrected wherever it is shown', (type, member) => {
    const desk = numbered();
    const seq = entry(desk, type);
    const before = desk.state.papers.find((paper) => paper.seq === seq)?.number;
    corrected(desk, seq, member, '沪B2-20267777');
    expect(desk.state.papers.find((paper) => paper.seq === seq)).toMatchObject({ number: '沪B2-20267777' });
    expect(desk.state.corrected).toEqual([
      {
        seq,
        changes: [{ member, from: before, to: '沪B2-20267777' }],
        reason: aText,
        proposedBy: 'person-owner',
        proposedSeq: desk.history.findLast(({ type }) => type === 'entry-correction-proposed')?.seq,
        approvedBy: approver.id,
        on: day,
        correctedBy: desk.state.seq,
      },
    ]);
    if (type === 'permit-issued') expect(desk.state.permit?.number).toBe('沪B2-20267777');
    if (type === 'receipt-recorded') expect(desk.filing('new-1').rounds[0]?.receiptNumber).toBe('沪B2-20267777');
  });

  it('of a notice that bears none is taken away; a permit has one', () => {
    const desk = returned();
    corrected(desk, entry(desk, 'correction-requested'), 'number', null);
    expect(desk.filing('new-1').rounds[0]?.correction?.number).toBeNull();
    const issued = numbered();
    expect(refusedFor(issued, entry(issued, 'permit-issued'), 'permit.number', null)).toMatchObject({
      code: 'correction-value-invalid',
      details: { pointer: '/to' },
    });
  });

  it('of an older paper leaves that of the permit as the newest says it', () => {
    const desk = numbered();
    const first = entry(desk, 'permit-issued');
    const paper = { validFrom: day, printedLastDay: '2031-03-01', number: '沪B2-20260002' };
    desk.prepares({ kind: 'change' }).submits().accepted().granted().issued(paper);
    corrected(desk, first, 'permit.number', '沪B2-20260003');
    expect(desk.state.permit?.number).toBe('沪B2-20260002');
  });
});

describe('the number of a certificate', () => {
  const certificate = (number: string): LicenseCommandData['record-companion'] => ({
    companion: 'number-certificate-95',
    number,
    holder: aText,
    validFrom: '2026-01-05',
    lastDay: '2031-01-04',
  });
  const certified = () =>
    Desk.holds('2026-11-20')
      .does('record-companion', certificate('95124'))
      .does('record-companion', certificate('95123'));

  it('is corrected as it is entered, however it was typed', () => {
    const desk = certified();
    corrected(desk, entry(desk, 'companion-recorded'), 'number', '９５１２ 5');
    expect(desk.state.conduct.companions).toMatchObject([{ number: '95124' }, { number: '95125' }]);
    expect(desk.state.papers.at(-1)).toMatchObject({ number: '95125' });
  });

  it.each<[string, To, string]>([
    ['none', null, 'correction-value-invalid'],
    ['that of another certificate', '９５１24', 'companion-already-recorded'],
    ['what stands there', '95 123', 'correction-changes-nothing'],
  ])('is not %s', (_, to, code) => {
    const desk = certified();
    expect(refusedFor(desk, entry(desk, 'companion-recorded'), 'number', to)).toMatchObject({
      code,
      details: { pointer: '/to' },
    });
  });
});

describe('the day of a paper', () => {
  it('stands as corrected in the list of papers too', () => {
    const desk = numbered();
    desk.until('2026-03-05');
    corrected(desk, entry(desk, 'permit-issued'), 'permit.validFrom', '2026-03-03');
    const held = Desk.holds('2026-11-20');
    corrected(held, entry(held, 'permit-registered'), 'permit.validFrom', '2026-06-02');
    expect(held.state.papers[0]?.on).toBe('2026-06-02');
  });
});

describe('the points of a notice', () => {
  it('are corrected as a whole: what stays keeps its text and its answer, what was overlooked gets an id', () => {
    const desk = returned().does('answer-correction-item', { filingId: 'new-1', itemId: 'r1-2', text: aText });
    corrected(desk, entry(desk, 'correction-requested'), 'items', [
      { id: 'r1-2', requirementId: null, text: null },
      { id: null, requirementId: 'business-license', text: aText },
    ]);
    const correction = desk.filing('new-1').rounds[0]?.correction;
    expect(correction?.items).toEqual([
      { id: 'r1-2', requirementId: null, text: aText },
      { id: `r1-${desk.state.seq - 1}-2`, requirementId: 'business-license', text: aText },
    ]);
    expect(Object.keys(correction?.answers ?? {})).toEqual(['r1-2']);
  });

  it('get ids that no other point of the notice has had', () => {
    const desk = returned();
    const seq = entry(desk, 'correction-requested');
    const itemIds = () => desk.filing('new-1').rounds[0]?.correction?.items.map(({ id }) => id) ?? [];
    const seen = new Set(itemIds());
    for (const requirementId of ['business-license', null, 'business-license']) {
      corrected(desk, seq, 'items', [
        { id: 'r1-1', requirementId: 'application-form', text: null },
        { id: null, requirementId, text: aText },
      ]);
      const [, overlooked = ''] = itemIds();
      expect(seen).not.toContain(overlooked);
      seen.add(overlooked);
    }
  });

  it.each<[string, To, string, string]>([
    ['none at all', [], 'correction-value-invalid', '/to'],
    ['something else', 'R-1', 'correction-value-invalid', '/to'],
    [
      'an item that is not there',
      [{ id: 'r1-9', requirementId: null, text: null }],
      'correction-item-not-found',
      '/to/0/id',
    ],
    [
      'an item twice',
      [
        { id: 'r1-1', requirementId: null, text: null },
        { id: 'r1-1', requirementId: null, text: null },
      ],
      'correction-item-not-found',
      '/to/1/id',
    ],
    [
      'what stands there',
      [
        { id: 'r1-1', requirementId: 'application-form', text: null },
        { id: 'r1-2', requirementId: null, text: null },
      ],
      'correction-changes-nothing',
      '/to',
    ],
  ])('are not %s', (_, to, code, pointer) => {
    const desk = returned();
    expect(refusedFor(desk, entry(desk, 'correction-requested'), 'items', to)).toMatchObject({
      code,
      details: { pointer },
    });
  });
});

describe('what a permit says', () => {
  const held = (serviceTypes = ['B24']) => Desk.holds('2026-11-20', { serviceTypes }, { opened: [] });
  const steps = (desk: Desk) =>
    desk.state.conduct.rights.map(({ from, serviceTypes, coverage }) => [from, serviceTypes, coverage]);

  it('of its types is corrected, and held from its first day', () => {
    const desk = held();
    corrected(desk, entry(desk, 'permit-registered'), 'permit.serviceTypes', ['B24', 'B22']);
    expect(desk.state).toMatchObject({
      serviceTypes: ['B24', 'B22'],
      permit: { serviceTypes: ['B24', 'B22'], services: { B22: { status: 'not-opened' } } },
    });
    expect(steps(desk)).toEqual([['2026-06-01', ['B22', 'B24'], province('sh')]]);
    corrected(desk, entry(desk, 'permit-registered'), 'permit.serviceTypes', ['B22']);
    expect(Object.keys(desk.state.permit?.services ?? {})).toEqual(['B22']);
  });

  it('of its coverage is corrected, and what ran outside it is alarmed', () => {
    const desk = Desk.holds('2026-11-20');
    desk.does('start-operation', {
      serviceType: 'B24',
      province: 'sh',
      startedOn: '2026-06-01',
      stoppedOn: null,
      evidence: null,
    });
    expect(desk.agenda('operating-without-permit')).toEqual([]);
    corrected(desk, entry(desk, 'permit-registered'), 'permit.coverage', province('gd'));
    expect(desk.state.permit?.coverage).toEqual(province('gd'));
    expect(steps(desk)).toEqual([['2026-06-01', ['B24'], province('gd')]]);
    expect(desk.agenda('operating-without-permit')).toHaveLength(1);
    expect(desk.state).toMatchObject({ coverage: province('gd'), authority: 'gd', office: 'gd' });
  });

  it('keeps a type whose service was opened', () => {
    const desk = Desk.holds('2026-11-20', { serviceTypes: ['B24', 'B22'] });
    expect(refusedFor(desk, entry(desk, 'permit-registered'), 'permit.serviceTypes', ['B22'])).toMatchObject({
      code: 'correction-not-possible',
    });
  });

  it.each<[string, string, To, string]>([
    ['types that there are not', 'permit.serviceTypes', ['B99'], 'unknown-service-type'],
    ['no types', 'permit.serviceTypes', [], 'service-types-missing'],
    ['a type twice', 'permit.serviceTypes', ['B22', 'B22'], 'duplicate-service-type'],
    ['a day for types', 'permit.serviceTypes', '2026-03-02', 'correction-value-invalid'],
    ['a province that there is not', 'permit.coverage', province('xx'), 'unknown-province'],
    ['a list for a coverage', 'permit.coverage', ['sh'], 'correction-value-invalid'],
    ['the coverage that stands there', 'permit.coverage', province('sh'), 'correction-changes-nothing'],
  ])('is not %s', (_, member, to, code) => {
    const desk = held();
    expect(refusedFor(desk, entry(desk, 'permit-registered'), member, to)).toMatchObject({ code });
  });
});

describe('an answer that was entered for the wrong filing', () => {
  const two = () => {
    const desk = Desk.holds('2026-11-20').prepares({ kind: 'change' });
    desk.does('submit-filing', { filingId: 'change-1' }).prepares({ kind: 'renewal' });
    return desk.does('submit-filing', { filingId: 'renewal-1' });
  };
  const received = () => {
    const desk = two();
    for (const filingId of ['change-1', 'renewal-1'])
      desk.does('record-receipt', { filingId, receivedOn: '2026-11-20', number: filingId });
    return desk;
  };
  const accepted = () => {
    const desk = received();
    for (const filingId of ['change-1', 'renewal-1'])
      desk.does('record-acceptance', { filingId, acceptedOn: '2026-11-20', number: filingId });
    return desk;
  };
  const decision = { filingId: 'change-1', number: 'D-1', servedOn: '2026-11-20' };

  it('moves a receipt, and its clock', () => {
    const desk = two().does('record-receipt', { filingId: 'change-1', receivedOn: '2026-11-20', number: 'R-1' });
    const seq = entry(desk, 'receipt-recorded');
    corrected(desk, seq, 'filingId', 'renewal-1');
    expect(desk.filing('change-1').rounds[0]).toMatchObject({ receivedOn: null, receiptSeq: null });
    expect(desk.filing('renewal-1').rounds[0]).toMatchObject({
      receivedOn: '2026-11-20',
      receiptNumber: 'R-1',
      receiptSeq: seq,
    });
    expect(desk.agenda('acceptance').map(({ filingId }) => filingId)).toEqual(['renewal-1']);
    expect(desk.state.papers.at(-1)).toMatchObject({ seq, filingId: 'renewal-1' });
  });

  it('moves a correction notice, and takes back what silence had brought about there', () => {
    const desk = received().until('2026-12-10');
    expect(desk.acceptance('renewal-1').by).toBe('silence');
    const items = [{ requirementId: null, text: aText }];
    desk.does('record-correction-notice', {
      filingId: 'change-1',
      noticedOn: '2026-11-24',
      dueOn: null,
      number: null,
      items,
    });
    corrected(desk, entry(desk, 'correction-requested'), 'filingId', 'renewal-1');
    expect(desk.filing('renewal-1')).toMatchObject({ status: 'correction', acceptance: null });
    expect(desk.history.some(({ type }) => type === 'deemed-acceptance-retracted')).toBe(true);
  });

  it('moves an acceptance', () => {
    const desk = received().does('record-acceptance', {
      filingId: 'change-1',
      acceptedOn: '2026-11-20',
      number: 'A-1',
    });
    corrected(desk, entry(desk, 'filing-accepted'), 'filingId', 'renewal-1');
    expect(desk.filing('change-1')).toMatchObject({ status: 'submitted', acceptance: null });
    expect(desk.filing('renewal-1')).toMatchObject({ status: 'accepted', acceptance: { by: 'notice' } });
  });

  it('moves a grant, a refusal and a decision not to accept', () => {
    const granted = accepted().does('record-grant', { ...decision, grantedOn: '2026-11-20' });
    corrected(granted, entry(granted, 'filing-granted'), 'filingId', 'renewal-1');
    expect([granted.filing('change-1').status, granted.filing('renewal-1').status]).toEqual(['accepted', 'granted']);

    const refused = accepted().does('record-refusal', {
      ...decision,
      refusedOn: '2026-11-20',
      falseMaterial: false,
      reason: null,
    });
    corrected(refused, entry(refused, 'filing-refused'), 'filingId', 'renewal-1');
    expect(refused.filing('change-1')).toMatchObject({ status: 'accepted', decision: null, closedOn: null });
    expect(refused.filing('renewal-1')).toMatchObject({ status: 'refused', decision: { outcome: 'refused' } });
    expect(refused.agenda('reconsideration').map(({ filingId }) => filingId)).toEqual(['renewal-1']);

    const turned = received().does('record-non-acceptance', { ...decision, decidedOn: '2026-11-20', reason: null });
    corrected(turned, entry(turned, 'filing-not-accepted'), 'filingId', 'renewal-1');
    expect([turned.filing('change-1').status, turned.filing('renewal-1').status]).toEqual([
      'submitted',
      'not-accepted',
    ]);
  });

  it('gives back the changes that the filing answers', () => {
    const desk = Desk.holds('2026-11-20').does('record-company-fact', {
      change: { kind: 'name', decidedOn: null, registeredOn: '2026-11-19', effectiveOn: null, operatorChanges: null },
      facts: {},
      companySeq: 2,
    });
    const answers = desk.state.changes.map(({ obligationId }) => obligationId);
    desk.prepares({ kind: 'change', answers }).submits().prepares({ kind: 'renewal' }).submits();
    desk.does('record-non-acceptance', { ...decision, decidedOn: '2026-11-20', reason: null });
    expect(desk.state.changes).toMatchObject([{ filingId: null }]);
    corrected(desk, entry(desk, 'filing-not-accepted'), 'filingId', 'renewal-1');
    expect(desk.state.changes).toMatchObject([{ filingId: 'change-1' }]);
  });

  it('stays where something has followed from it', () => {
    const desk = accepted();
    desk.does('start-expert-review', { filingId: 'change-1', from: '2026-11-20', announcedUntil: null });
    const seq = desk.state.papers.find(
      ({ type, filingId }) => type === 'filing-accepted' && filingId === 'change-1',
    )?.seq;
    expect(
      proposable(desk.state)
        .filter((each) => each.seq === seq)
        .map(({ member }) => member),
    ).not.toContain('filingId');
  });

  it.each<[string, () => Desk]>([
    [
      'before the authority that it named',
      () => {
        const turned = { ...decision, decidedOn: '2026-11-20', reason: null, reroutedTo: 'MIIT' };
        return received().does('record-non-acceptance', turned);
      },
    ],
    [
      'by a later filing like it',
      () => {
        const turned = { ...decision, filingId: 'renewal-1', decidedOn: '2026-11-20', reason: null };
        return received().does('record-non-acceptance', turned).prepares({ kind: 'renewal' });
      },
    ],
    [
      'by a later filing that answers its change',
      () => {
        const desk = Desk.holds('2026-11-20').does('record-company-fact', {
          change: { kind: 'name', decidedOn: null, registeredOn: null, effectiveOn: null, operatorChanges: null },
          facts: {},
          companySeq: 2,
        });
        const answers = desk.state.changes.map(({ obligationId }) => obligationId);
        desk.prepares({ kind: 'change', answers }).submits();
        desk.does('record-non-acceptance', { ...decision, decidedOn: '2026-11-20', reason: null });
        return desk.prepares({ kind: 'change', answers });
      },
    ],
  ])('stays where its filing has gone on %s', (_, gone) => {
    const desk = gone();
    const seq = entry(desk, 'filing-not-accepted');
    expect(proposable(desk.state).filter((each) => each.seq === seq && each.member === 'filingId')).toEqual([]);
  });

  it.each<[string, To, string]>([
    ['a filing that is not there', 'change-9', 'filing-does-not-await'],
    ['one that has such an answer', 'renewal-1', 'filing-does-not-await'],
    ['the same one', 'change-1', 'correction-changes-nothing'],
    ['a list', ['B24'], 'correction-value-invalid'],
  ])('is not given to %s', (_, to, code) => {
    const desk = received();
    const seq = desk.state.papers.find(({ filingId }) => filingId === 'change-1')?.seq ?? 0;
    expect(refusedFor(desk, seq, 'filingId', to)).toMatchObject({ code, details: { pointer: '/to' } });
  });

  it('is not given to a filing that was handed in later', () => {
    const desk = Desk.holds('2026-11-20').prepares({ kind: 'change' }).submits().until('2026-11-24');
    desk.prepares({ kind: 'renewal' }).does('submit-filing', { filingId: 'renewal-1' });
    const seq = entry(desk, 'receipt-recorded');
    expect(refusedFor(desk, seq, 'filingId', 'renewal-1')).toMatchObject({ code: 'correction-out-of-order' });
  });
});

describe('what binds the company, entered by mistake', () => {
  const refused = (falseMaterial: boolean) =>
    aLicense(day).prepares().submits().accepted().does('record-refusal', {
      filingId: 'new-1',
      refusedOn: day,
      servedOn: day,
      number: null,
      falseMaterial,
      reason: null,
    });
  const setAside = (byFraud: boolean) =>
    Desk.holds('2026-11-20').does('record-revocation', {
      outcome: 'set-aside',
      revokedOn: '2026-11-20',
      number: null,
      byFraud,
    });
  const again = { kind: 'new' as const, period: null, answers: [], plannedOn: null };

  it('as a refusal for false material bars nobody once it is corrected', () => {
    const desk = refused(true);
    expect(desk.refuses('open-filing', again).code).toBe('application-barred');
    corrected(desk, entry(desk, 'filing-refused'), 'falseMaterial', false);
    expect(desk.agenda('false-material-bar')).toEqual([]);
    expect(desk.does('open-filing', again).filing('new-2').status).toBe('draft');
  });

  it.each<[string, (mark: boolean) => Desk, RecordedEvent['type'], string, string]>([
    ['false material', refused, 'filing-refused', 'falseMaterial', 'false-material-bar'],
    ['deceit', setAside, 'permit-set-aside', 'byFraud', 'fraud-bar'],
  ])('is corrected both ways: %s', (_, desk, type, member, bar) => {
    for (const mark of [true, false]) {
      const right = corrected(desk(!mark), entry(desk(!mark), type), member, mark);
      expect(right.agenda(bar)).toHaveLength(mark ? 1 : 0);
    }
  });

  it.each<[string, To]>([
    ['words', 'no'],
    ['nothing', null],
  ])('is not corrected to %s', (_, to) => {
    const desk = refused(true);
    expect(refusedFor(desk, entry(desk, 'filing-refused'), 'falseMaterial', to)).toMatchObject({
      code: 'correction-value-invalid',
      details: { pointer: '/to' },
    });
  });

  it('is asked of no other decision', () => {
    const desk = numbered();
    const members = proposable(desk.state).map(({ member }) => member);
    expect(members).not.toContain('falseMaterial');
    expect(members).not.toContain('refusedTypes');
  });
});

describe('the types for which a renewal was refused', () => {
  const held = { validFrom: '2024-01-10', printedLastDay: '2029-01-09', serviceTypes: ['B24', 'B25'] };
  const granted = (refusedTypes: string[]) =>
    Desk.holds('2028-03-02', held)
      .prepares({ kind: 'renewal' })
      .submits()
      .accepted()
      .does('record-grant', { filingId: 'renewal-1', grantedOn: '2028-03-02', number: null, refusedTypes });
  const put = (desk: Desk, to: To) => corrected(desk, entry(desk, 'filing-granted'), 'refusedTypes', to);
  const paper = { ...held, validFrom: '2029-01-10', printedLastDay: '2034-01-09' };

  it('are corrected before the paper comes, which then names the others', () => {
    const desk = put(granted(['B25']), []);
    expect(desk.agenda('litigation')).toEqual([]);
    expect(desk.issued(paper).state.permit?.serviceTypes).toEqual(['B24', 'B25']);
    const overlooked = put(granted([]), ['B25']);
    expect(overlooked.agenda('litigation')).toHaveLength(1);
    expect(overlooked.issued({ ...paper, serviceTypes: ['B24'] }).state.permit?.serviceTypes).toEqual(['B24']);
  });

  it('are corrected after it too, of those that have ended with it', () => {
    const desk = granted(['B25']).issued({ ...paper, serviceTypes: ['B24'] });
    expect(put(desk, []).agenda('litigation')).toEqual([]);
    expect(put(desk, ['B25']).agenda('litigation')).toHaveLength(1);
  });

  it('take back what silence had renewed, and the law renews the others', () => {
    const desk = granted(['B25']).until('2029-01-12');
    expect(desk.state.permit?.services).toMatchObject({ B24: { status: 'opened' }, B25: { status: 'ended' } });
    const before = desk.state.seq;
    put(desk, []);
    expect(desk.since(before).filter((type) => type.includes('renew'))).toEqual([
      'deemed-renewal-retracted',
      'renewal-deemed',
    ]);
    expect(desk.state.permit).toMatchObject({
      status: 'valid',
      services: { B24: { status: 'opened' }, B25: { status: 'not-opened' } },
    });
    expect(desk.state.permit?.terms).toHaveLength(2);
  });

  it.each<[string, To, string]>([
    ['a type that it was not about', ['B22'], 'service-type-not-permitted'],
    ['one type twice', ['B24', 'B24'], 'duplicate-service-type'],
    ['all of them: that is a refusal', ['B24', 'B25'], 'nothing-granted'],
    ['what stands there', ['B25'], 'correction-changes-nothing'],
    ['a word', 'B24', 'correction-value-invalid'],
  ])('are not corrected to %s', (_, to, code) => {
    const desk = granted(['B25']);
    const refusal = refusedFor(desk, entry(desk, 'filing-granted'), 'refusedTypes', to);
    expect(refusal).toMatchObject({ code, details: { pointer: expect.stringMatching(/^\/to/) } });
  });
});

describe('the own day of a paper', () => {
  const termOfHeld = { validFrom: '2024-01-10', printedLastDay: '2029-01-09' };
  const held = () => Desk.holds(day, termOfHeld);
  const suspended = () =>
    held()
      .does('record-suspension', { from: day, until: null, number: null })
      .until('2026-03-20')
      .does('lift-suspension', { on: '2026-03-20' });
  const amended = () =>
    held().prepares({ kind: 'change' }).submits().accepted().granted().until('2026-03-20').issued(termOfHeld);
  const report = () => Desk.holds(day, termOfHeld).prepares({ kind: 'annual-report', period: '2026' }).submits();
  const filed = () =>
    report()
      .until('2026-03-20')
      .does('record-report-filed', { filingId: 'annual-report-2026', filedOn: '2026-03-20', number: null });
  const cancelled = () =>
    held()
      .until('2026-03-20')
      .does('record-cancellation', {
        cancelledOn: '2026-03-20',
        number: null,
        returnPaper: { dueOn: '2026-04-01' },
      });

  it('says how the permit stood on the days between', () => {
    const desk = suspended().does('start-operation', {
      serviceType: 'B24',
      province: 'sh',
      startedOn: '2026-02-01',
      stoppedOn: null,
      evidence: null,
    });
    const [operation] = desk.state.conduct.operations;
    const without = () => operation && timesWithoutRight(desk.state, operation, desk.context());
    expect(without()).toEqual([{ from: day, to: '2026-03-19', reasons: ['suspended'] }]);
    corrected(desk, entry(desk, 'permit-suspended'), 'from', '2026-03-10');
    corrected(desk, entry(desk, 'suspension-lifted'), 'on', '2026-03-18');
    expect(without()).toEqual([{ from: '2026-03-10', to: '2026-03-17', reasons: ['suspended'] }]);
  });

  it.each<[string, () => Desk, RecordedEvent['type'], string, string, string]>([
    ['an amendment before its grant', amended, 'permit-amended', 'amendedOn', '2026-03-01', 'decision'],
    ['a lifting before the suspension', suspended, 'suspension-lifted', 'on', '2026-03-01', 'suspension'],
    ['a suspension before the permit', suspended, 'permit-suspended', 'from', '2024-01-09', 'first day'],
    ['a filed report before its submission', filed, 'report-filed', 'filedOn', '2026-03-01', 'submission'],
    ['a cancellation before the permit', cancelled, 'permit-cancelled', 'cancelledOn', '2024-01-09', 'first day'],
    ['a return before the cancellation', cancelled, 'permit-cancelled', 'returnPaper.dueOn', '2026-03-19', 'decision'],
    ['a grant after the amendment', amended, 'filing-granted', 'grantedOn', '2026-03-21', 'decision'],
  ])('is not corrected out of its order: %s', (_, live, type, member, to, earlier) => {
    const desk = live().until('2026-03-25');
    expect(refusedFor(desk, entry(desk, type), member, to)).toMatchObject({
      code: 'correction-out-of-order',
      details: {
        contradictions: expect.arrayContaining([
          expect.objectContaining({ earlier: expect.objectContaining({ what: earlier }) }),
        ]),
      },
    });
  });
});
