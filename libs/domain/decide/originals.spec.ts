import { aLicense, approver, aText, people } from '../../../test/support/builders.js';
import { checklistOf, originalsOf } from '../checklist.js';
import { proposedCorrections } from '../correctable.js';
import { filingOf } from './guard.js';

const day = '2026-03-02';
const filingId = 'new-1';
const requirementId = 'business-license';

const drafted = () => aLicense(day).does('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null });
type Drafted = ReturnType<typeof drafted>;

const toDeputy = {
  filingId,
  requirementId,
  holder: { person: people.deputy },
  handedOverOn: day,
  dueBackOn: '2026-03-06',
};
const out = () => drafted().does('hand-over-original', toDeputy);
const originalOf = (desk: Drafted) => {
  const filing = filingOf(desk.state, filingId);
  const { requirements } = checklistOf(desk.state, filing, desk.context());
  return requirements.find(({ id }) => id === requirementId)?.original ?? null;
};

/** Shown on the 3rd, back on the 4th; it is the 9th. */
const moved = () =>
  out()
    .until('2026-03-04')
    .does('record-original-shown', { filingId, requirementId, shownOn: '2026-03-03' })
    .does('record-original-return', { filingId, requirementId, returnedOn: '2026-03-04' })
    .until('2026-03-09');

const entryOf = (desk: Drafted, mistaken: 'showing' | 'return'): number => {
  const { showings = [], returnedSeq } = desk.state.filings[filingId]?.originals[requirementId] ?? {};
  return (mistaken === 'return' ? returnedSeq : showings.at(-1)?.seq) as number;
};

describe('an original', () => {
  it('is where it was handed over, shown at the window, and back', () => {
    const desk = out();
    expect(originalOf(desk)).toMatchObject({ holder: { person: people.deputy }, shownOn: null, returnedOn: null });
    desk.until('2026-03-04').does('record-original-shown', { filingId, requirementId, shownOn: '2026-03-04' });
    desk.does('record-original-return', { filingId, requirementId, returnedOn: '2026-03-04' });
    expect(originalOf(desk)).toMatchObject({ shownOn: '2026-03-04', returnedOn: '2026-03-04', overdue: false });
  });

  it.each([
    ['2026-03-06', false],
    ['2026-03-07', true],
  ])('that is still out on %s is overdue: %s', (today, overdue) => {
    expect(originalOf(out().until(today))).toMatchObject({ overdue });
  });

  it('never is overdue where no day was set', () => {
    const desk = drafted().does('hand-over-original', { ...toDeputy, dueBackOn: null });
    expect(originalOf(desk.until('2026-06-01'))).toMatchObject({ overdue: false });
  });

  it('goes from hand to hand, and to a place that the record does not name', () => {
    const desk = out().until('2026-03-03');
    desk.does('hand-over-original', {
      ...toDeputy,
      holder: { place: aText },
      handedOverOn: '2026-03-03',
      dueBackOn: null,
    });
    expect(originalOf(desk)).toMatchObject({ holder: { place: aText }, dueBackOn: null, shownOn: null });
  });

  it('comes back after the filing has ended, and after the license was closed', () => {
    const desk = aLicense(day).prepares().does('hand-over-original', toDeputy);
    desk.does('withdraw-filing', { filingId, withdrawnOn: day }).does('close-license', { reason: aText });
    desk.does('record-original-return', { filingId, requirementId, returnedOn: day });
    expect(desk.state.filings[filingId]?.originals[requirementId]).toMatchObject({ returnedOn: day });
  });

  it('is out again, and overdue, once its return proves to be a mistake; also after the license was closed', () => {
    const desk = aLicense(day).prepares().does('hand-over-original', toDeputy);
    desk.does('record-original-return', { filingId, requirementId, returnedOn: day });
    desk.does('withdraw-filing', { filingId, withdrawnOn: day }).does('close-license', { reason: aText });
    const correction = { filingId, requirementId, mistaken: 'return', reason: aText } as const;
    const seq = entryOf(desk, 'return');
    const data = { seq, member: 'returnedOn', from: day, to: null, reason: aText };
    expect(desk.until('2026-03-09').decides('correct-original', correction)).toMatchObject([
      { type: 'entry-correction-proposed', validOn: '2026-03-09', data },
    ]);
    desk.does('correct-original', correction);
    expect(originalsOf(desk.state, '2026-03-09')).toMatchObject([{ returnedOn: day, overdue: false }]);
    desk.does('approve-correction', { seq, member: 'returnedOn' }, { by: approver });
    expect(originalsOf(desk.state, '2026-03-09')).toMatchObject([{ returnedOn: null, overdue: true }]);
  });

  it('that was handed over again leaves nobody asked whether it had come back before', () => {
    const desk = moved();
    const seq = entryOf(desk, 'return');
    desk.does('correct-original', { filingId, requirementId, mistaken: 'return', reason: aText });
    expect(proposedCorrections(desk.state)).toMatchObject([{ seq, member: 'returnedOn', to: null }]);
    desk.does('hand-over-original', { ...toDeputy, handedOverOn: '2026-03-05' });
    expect(proposedCorrections(desk.state)).toEqual([]);
  });

  it('was not shown where the showing was a mistake, and then is shown in truth', () => {
    const desk = out().does('record-original-shown', { filingId, requirementId, shownOn: day });
    desk.does('correct-original', { filingId, requirementId, mistaken: 'showing', reason: aText });
    desk.does('approve-correction', { seq: entryOf(desk, 'showing'), member: 'shownOn' }, { by: approver });
    expect(originalOf(desk)).toMatchObject({ shownOn: null });
    desk.until('2026-03-03').does('record-original-shown', { filingId, requirementId, shownOn: '2026-03-03' });
    expect(originalOf(desk)).toMatchObject({ shownOn: '2026-03-03' });
  });

  it.each(['showing', 'return'] as const)('keeps the day of its %s on the word of one person', (mistaken) => {
    const desk = moved();
    const [seq, member] = [entryOf(desk, mistaken), mistaken === 'return' ? 'returnedOn' : 'shownOn'];
    desk.does('correct-original', { filingId, requirementId, mistaken, reason: aText });
    expect(desk.refuses('approve-correction', { seq, member })).toMatchObject({
      code: 'correction-needs-second-person',
    });
    const robot = { kind: 'integration', id: 'robot' } as const;
    const correction = { filingId, requirementId, mistaken, reason: aText };
    expect(desk.refuses('correct-original', correction, { by: robot })).toMatchObject({ code: 'person-required' });
  });

  it('was shown, and came back, on the days that two persons put in the place of those on record', () => {
    const desk = moved();
    const [shown, back] = [entryOf(desk, 'showing'), entryOf(desk, 'return')];
    const propose = (seq: number, member: string, to: string | null) =>
      desk.does('propose-correction', { seq, member, to, reason: aText });
    propose(back, 'returnedOn', '2026-03-06').does(
      'approve-correction',
      { seq: back, member: 'returnedOn' },
      { by: approver },
    );
    propose(shown, 'shownOn', '2026-03-05').does(
      'approve-correction',
      { seq: shown, member: 'shownOn' },
      { by: approver },
    );
    expect(originalOf(desk)).toMatchObject({ shownOn: '2026-03-05', returnedOn: '2026-03-06' });
    propose(shown, 'shownOn', null).does('approve-correction', { seq: shown, member: 'shownOn' }, { by: approver });
    expect(originalOf(desk)).toMatchObject({ shownOn: null, returnedOn: '2026-03-06' });
  });

  it.each([
    ['a return before the showing', 'return', 'returnedOn', '2026-03-02', 'correction-out-of-order'],
    ['a return before the hand-over', 'return', 'returnedOn', '2026-03-01', 'correction-out-of-order'],
    ['a showing after the return', 'showing', 'shownOn', '2026-03-05', 'correction-out-of-order'],
    ['a showing that lies ahead', 'showing', 'shownOn', '2026-03-10', 'date-in-future'],
    ['a day that is none', 'return', 'returnedOn', '2026-02-30', 'invalid-date'],
    ['what stands there', 'return', 'returnedOn', '2026-03-04', 'correction-changes-nothing'],
  ] as const)('is not corrected to %s', (_what, mistaken, member, to, code) => {
    const desk = moved();
    const asked = { seq: entryOf(desk, mistaken), member, to, reason: aText };
    expect(desk.refuses('propose-correction', asked)).toMatchObject({ code });
  });

  it.each(['showing', 'return'] as const)('has no mistaken %s where none is on record', (mistaken) => {
    const correction = { filingId, requirementId, mistaken, reason: aText };
    const missing = { code: 'original-entry-missing', kind: 'conflict', details: { pointer: '/mistaken' } };
    expect(drafted().refuses('correct-original', correction)).toMatchObject(missing);
    expect(out().refuses('correct-original', correction)).toMatchObject(missing);
  });

  it('is listed with all others of the license: out before returned, and what is due back first', () => {
    const handOver = (paper: string, dueBackOn: string | null) => ({ ...toDeputy, requirementId: paper, dueBackOn });
    const desk = drafted()
      .does('hand-over-original', handOver('premises-proof', null))
      .does('hand-over-original', handOver('application-form', '2026-03-06'))
      .does('hand-over-original', handOver('business-license', '2026-03-04'))
      .does('hand-over-original', handOver('shareholder-tracing', null));
    desk.does('record-original-return', { filingId, requirementId: 'shareholder-tracing', returnedOn: day });
    const listed = originalsOf(desk.state, '2026-03-05');
    expect(listed.map((original) => [original.requirementId, original.overdue])).toEqual([
      ['business-license', true],
      ['application-form', false],
      ['premises-proof', false],
      ['shareholder-tracing', false],
    ]);
  });

  it.each([
    ['of a filing that there is not', { ...toDeputy, filingId: 'new-2' }, 'filing-not-found'],
    ['of a paper that nobody asked for', { ...toDeputy, requirementId: 'horoscope' }, 'unknown-requirement'],
    ['with nobody', { ...toDeputy, holder: {} as never }, 'holder-unclear'],
    ['with a person and at a place', { ...toDeputy, holder: { person: 'p', place: aText } }, 'holder-unclear'],
    ['tomorrow', { ...toDeputy, handedOverOn: '2026-03-03' }, 'date-in-future'],
    ['due back before it left', { ...toDeputy, dueBackOn: '2026-03-01' }, 'original-days-reversed'],
    ['due back on no day', { ...toDeputy, dueBackOn: '2026-02-30' }, 'invalid-date'],
  ])('is not handed over %s', (_what, data, code) => {
    expect(drafted().refuses('hand-over-original', data)).toMatchObject({ code });
  });

  it('moves on days in their order', () => {
    const desk = out().until('2026-03-05');
    desk.does('record-original-shown', { filingId, requirementId, shownOn: '2026-03-04' });
    const early = { filingId, requirementId, returnedOn: '2026-03-03' };
    expect(desk.refuses('record-original-return', early)).toMatchObject({
      code: 'original-days-reversed',
      details: { pointer: '/returnedOn', earliest: '2026-03-04' },
    });
    expect(desk.refuses('hand-over-original', { ...toDeputy, handedOverOn: '2026-03-03' })).toMatchObject({
      code: 'original-days-reversed',
    });
  });

  it('is neither shown nor returned while it is not out', () => {
    const shown = { filingId, requirementId, shownOn: day };
    expect(drafted().refuses('record-original-shown', shown)).toMatchObject({
      code: 'original-not-out',
      kind: 'conflict',
      details: { out: [] },
    });
    const back = out().does('record-original-return', { filingId, requirementId, returnedOn: day });
    expect(back.refuses('record-original-shown', shown)).toMatchObject({ code: 'original-not-out' });
  });
});
