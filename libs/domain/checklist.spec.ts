import { aLicense, approver, aText } from '../../test/support/builders.js';
import { checklistOf } from './checklist.js';
import { filingOf } from './decide/guard.js';

const day = '2026-03-02';
const filingId = 'new-1';
const proof = 'social-security-proof';

const drafted = (plannedOn: string | null = null) =>
  aLicense(day).does('open-filing', { kind: 'new', period: null, answers: [], plannedOn });
type Drafted = ReturnType<typeof drafted>;

const listOf = (desk: Drafted) => checklistOf(desk.state, filingOf(desk.state, filingId), desk.context());
const lineOf = (desk: Drafted, id: string) => {
  const line = listOf(desk).requirements.find((requirement) => requirement.id === id);
  if (!line) throw new Error(`no requirement ${id}`);
  return line;
};

describe('the checklist', () => {
  it.each([
    ['on the planned day', '2026-04-03', { stale: true, freshUntil: '2026-04-02' }],
    ['on its last good day', '2026-04-02', { stale: false, freshUntil: '2026-04-02' }],
    ['today, where no day is planned', null, { stale: false, freshUntil: '2026-04-02' }],
  ])('judges freshness %s', (_when, plannedOn, judged) => {
    const desk = drafted(plannedOn).supplies(filingId, proof);
    expect(lineOf(desk, proof)).toMatchObject({ ...judged, versions: 1, supplied: [{ issuedOn: day, ...judged }] });
    expect(listOf(desk)).toMatchObject({ plannedOn, filingDay: plannedOn ?? day, freshThrough: '2026-04-02' });
  });

  it('judges by today once the planned day has passed', () => {
    const desk = drafted('2026-03-10').supplies(filingId, proof).until('2026-04-10');
    expect(listOf(desk).filingDay).toBe('2026-04-10');
    expect(lineOf(desk, proof).stale).toBe(true);
  });

  it('does not judge anew what the authority has had since an earlier round, as the submission does not', () => {
    const desk = aLicense(day).prepares().submits().until('2026-04-10');
    desk.does('record-correction-notice', {
      filingId,
      noticedOn: '2026-04-10',
      dueOn: null,
      number: null,
      items: [{ requirementId: 'business-license', text: aText }],
    });
    expect(lineOf(desk, proof)).toMatchObject({ stale: false, freshUntil: '2026-04-02' });
    expect(listOf(desk).freshThrough).toBeNull();
    desk.supplies(filingId, 'business-license').does('sign-off-pack', { filingId, deferred: [] }, { by: approver });
    desk.does('supply-material', { ...desk.material(filingId, proof), issuedOn: '2026-03-05' });
    expect(lineOf(desk, proof).stale).toBe(true);
    expect(listOf(desk).freshThrough).toBe('2026-04-05');
    desk.does('sign-off-pack', { filingId, deferred: [] }, { by: approver });
    expect(desk.refuses('submit-filing', { filingId })).toMatchObject({ code: 'materials-stale' });
  });

  it('follows a day that is planned anew', () => {
    const desk = drafted().supplies(filingId, proof).does('plan-filing', { filingId, plannedOn: '2026-05-08' });
    expect(lineOf(desk, proof).stale).toBe(true);
    desk.does('plan-filing', { filingId, plannedOn: null });
    expect(lineOf(desk, proof).stale).toBe(false);
    expect(desk.refuses('plan-filing', { filingId, plannedOn: '2026-03-01' })).toMatchObject({
      code: 'filing-day-past',
      details: { pointer: '/plannedOn' },
    });
  });

  it('goes by the same day as what is supplied and signed off: once the planned one has passed, by today', () => {
    const opening = { kind: 'new', period: null, plannedOn: '2020-05-08' } as const;
    const desk = aLicense('2020-05-06').does('open-filing', { ...opening, answers: [] });
    const asked = () => listOf(desk).requirements.map(({ id }) => id);
    const before = asked();
    desk.until('2020-05-12');
    const cut = before.find((id) => !asked().includes(id)) ?? '';
    expect(desk.refuses('supply-material', desk.material(filingId, cut))).toMatchObject({
      code: 'unknown-requirement',
    });
    desk.supplies(filingId).does('sign-off-pack', { filingId, deferred: [] }, { by: approver });
    expect(desk.state.filings[filingId]?.pack).not.toBeNull();
  });

  it('has every version, with why it took the place of the one before', () => {
    const desk = drafted().supplies(filingId, 'business-license');
    expect(
      desk.refuses('supply-material', { ...desk.material(filingId, 'business-license'), reason: null }),
    ).toMatchObject({ code: 'replacement-reason-missing', details: { pointer: '/reason', replaces: 1 } });
    desk.supplies(filingId, 'business-license');
    expect(lineOf(desk, 'business-license')).toMatchObject({
      versions: 2,
      material: { version: 2 },
      supplied: [
        { version: 1, reason: null, stale: null },
        { version: 2, reason: aText, stale: null },
      ],
    });
  });

  it.each([
    [true, false],
    [null, false],
    [false, true],
  ])('knows a paper that should be sealed: sealed %s', (sealed, sealMissing) => {
    const desk = drafted();
    desk.does('supply-material', { ...desk.material(filingId, 'lawful-operation-commitment'), sealed });
    expect(lineOf(desk, 'lawful-operation-commitment')).toMatchObject({ formality: { seal: true }, sealMissing });
  });

  it('says of a paper that no source describes that nothing is known', () => {
    expect(lineOf(drafted(), 'credit-system-screenshots')).toMatchObject({ formality: null, sealMissing: false });
  });

  it('keeps what was supplied beyond the list of the day', () => {
    const desk = aLicense(day).prepares().submits().until('2026-03-06');
    desk.does('record-correction-notice', {
      filingId,
      noticedOn: '2026-03-06',
      dueOn: null,
      number: null,
      items: [{ requirementId: null, text: aText }],
    });
    desk.does('supply-material', desk.material(filingId, 'r1-1'));
    expect(listOf(desk).further).toMatchObject([{ id: 'r1-1', supplied: [{ version: 1 }], original: null }]);
  });
});
