import { aLicense, approver, aText } from '../../test/support/builders.js';
import { checklistOf, originalsOf } from './checklist.js';
import { filingOf } from './decide/guard.js';
import type { Filing, MaterialVersion } from './license.js';

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

describe('papers and originals of a filing', () => {
  const original = (requirementId: string, dueBackOn: string | null, returnedOn: string | null = null) => ({
    [requirementId]: {
      holder: { person: 'p' },
      handedOverOn: day,
      dueBackOn,
      shownOn: null,
      showings: [],
      returnedOn,
      returnedSeq: returnedOn === null ? null : 9,
      seq: 5,
    },
  });
  const holding = (...originals: Filing['originals'][]) => {
    const desk = drafted();
    const filing = { ...desk.filing(filingId), originals: Object.assign({}, ...originals) };
    return { state: { ...desk.state, filings: { [filingId]: filing } }, filing, context: desk.context() };
  };

  it('are listed out before returned, each by its day, those of one day as they stand', () => {
    const { state } = holding(
      original('a', '2026-03-03', '2026-03-09'),
      original('b', null),
      original('c', '2026-03-20'),
      original('d', '2026-03-04', '2026-03-05'),
      original('f', '2026-03-05'),
      original('e', '2026-03-05'),
    );
    expect(originalsOf(state, '2026-03-10').map(({ requirementId, overdue }) => `${requirementId} ${overdue}`)).toEqual(
      ['f true', 'e true', 'c false', 'b false', 'd false', 'a false'],
    );
  });

  it('that nobody asks for any more stand behind the list, by their names', () => {
    const { state, filing, context } = holding(original('zodiac', null), original('horoscope', null));
    expect(checklistOf(state, filing, context).further.map(({ id }) => id)).toEqual(['horoscope', 'zodiac']);
  });

  it('are fresh as long as the first of them that was not filed yet', () => {
    const desk = drafted();
    const { requirements } = listOf(desk);
    const fresh = requirements.filter(({ freshness }) => freshness !== null).map(({ id }) => id);
    const filing = desk.filing(filingId);
    const version = { ...desk.supplies(filingId, proof).filing(filingId).materials[proof]?.[0] } as MaterialVersion;
    const dated = (id: string, issuedOn: string | null) => ({ [id]: [{ ...version, issuedOn }] });
    const through = (...materials: Filing['materials'][]) =>
      checklistOf(desk.state, { ...filing, materials: Object.assign({}, ...materials) }, desk.context()).freshThrough;
    const [first = '', second = ''] = fresh;
    expect(fresh.length).toBeGreaterThan(0);
    expect(through(dated(first, '2026-03-01'))).toBe('2026-04-01');
    expect(through(dated(first, null))).toBeNull();
    if (second !== '') expect(through(dated(first, '2026-03-01'), dated(second, '2026-02-20'))).toBe('2026-03-20');
    expect(through()).toBeNull();
  });
});
