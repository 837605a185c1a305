import { aCompany, aLicense, aPermit, approver, aText } from '../../test/support/builders.js';
import { packHash, packManifest } from './pack.js';
import { sha256Hex } from './sha256.js';
import { licenseStatus } from './status.js';

const filingId = 'new-1';
const correction = (noticedOn: string, requirementId: string | null = null) => ({
  filingId,
  noticedOn,
  dueOn: null,
  number: null,
  items: [{ requirementId, text: aText }],
});

describe('a new filing', () => {
  it('goes from the draft to the permit', () => {
    const desk = aLicense('2026-03-02');
    const word = () => licenseStatus(desk.state, desk.today);
    expect(word()).toBe('preparing');
    desk.prepares().submits();
    expect(word()).toBe('submitted');
    desk.until('2026-03-05').accepted();
    expect(word()).toBe('in-review');
    desk.until('2026-04-20').granted();
    expect(word()).toBe('granted');
    desk.until('2026-06-01').issued();
    expect(word()).toBe('valid');
    expect(desk.state.permit).toMatchObject({
      grantedOn: '2026-04-20',
      terms: [{ validFrom: '2026-06-01', lastDay: '2031-05-31' }],
    });
    expect(desk.state.attention).toEqual([]);
  });

  it('is opened again after it came to nothing', () => {
    const desk = aLicense('2026-03-02')
      .prepares()
      .submits()
      .does('withdraw-filing', { filingId, withdrawnOn: '2026-03-02' });
    desk.prepares();
    expect(Object.keys(desk.state.filings)).toEqual(['new-1', 'new-2']);
    expect(desk.refuses('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null })).toMatchObject({
      code: 'filing-already-open',
      details: { filingId: 'new-2' },
    });
  });
});

describe('a pack', () => {
  const drafted = () =>
    aLicense('2026-03-02').does('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null });
  const missing = () =>
    drafted().refuses('sign-off-pack', { filingId, deferred: [] }, { by: approver }).details.missing as {
      requirementId: string;
      deferrable: boolean;
    }[];
  const required = () => missing().map(({ requirementId }) => requirementId);
  const deferrable = () => missing().flatMap((each) => (each.deferrable ? [each.requirementId] : []));

  it('is not signed off before every required material is there', () => {
    const desk = drafted().supplies(filingId, 'business-license');
    const { code, details } = desk.refuses('sign-off-pack', { filingId, deferred: [] }, { by: approver });
    expect(code).toBe('materials-missing');
    expect(details.missing).toContainEqual(
      expect.objectContaining({ requirementId: 'application-form', deferrable: false }),
    );
    expect(details.missing).not.toContainEqual(expect.objectContaining({ requirementId: 'business-license' }));
    desk.supplies(filingId).does('sign-off-pack', { filingId, deferred: [] }, { by: approver });
  });

  it('may promise what the authority lets come later, which then holds the permit', () => {
    const promised = deferrable();
    expect(promised.length).toBeGreaterThan(0);
    const desk = drafted();
    for (const id of required()) if (!promised.includes(id)) desk.supplies(filingId, id);
    desk.does('sign-off-pack', { filingId, deferred: promised }, { by: approver }).submits().accepted().granted();
    const entry = {
      filingId,
      issuedOn: '2026-03-02',
      permit: aPermit({ validFrom: '2026-03-02', printedLastDay: '2031-03-01' }),
    };
    expect(desk.refuses('record-permit', entry)).toMatchObject({
      code: 'deferred-materials-missing',
      details: { missing: promised },
    });
    expect(desk.refuses('supply-material', desk.material(filingId, 'business-license'))).toMatchObject({
      code: 'filing-not-in-preparation',
    });
    for (const id of promised) desk.supplies(filingId, id);
    const [first = ''] = promised;
    expect(desk.refuses('supply-material', { ...desk.material(filingId, first), reason: null })).toMatchObject({
      code: 'replacement-reason-missing',
    });
    desk.supplies(filingId, first);
    expect(desk.filing(filingId)).toMatchObject({
      deferred: [],
      materials: { [first]: [{ version: 1 }, { version: 2 }] },
    });
    desk.does('record-permit', entry);
    expect(desk.state.permit?.status).toBe('valid');
    expect(desk.refuses('supply-material', desk.material(filingId, first))).toMatchObject({
      code: 'filing-not-in-preparation',
    });
  });

  it('may not promise what must be there at once', () => {
    const desk = drafted();
    expect(desk.refuses('sign-off-pack', { filingId, deferred: ['application-form'] }, { by: approver })).toMatchObject(
      {
        code: 'requirement-not-deferrable',
        details: { pointer: '/deferred/0' },
      },
    );
  });

  it('must be signed off again once a material has changed', () => {
    const desk = aLicense('2026-03-02').prepares();
    const signed = desk.state.filings[filingId]?.pack?.packHash;
    desk.supplies(filingId, 'business-license');
    const filing = desk.filing(filingId);
    expect(filing.materials['business-license']).toMatchObject([{ version: 1 }, { version: 2 }]);
    expect(packHash(filing)).toBe(sha256Hex(packManifest(filing)));
    expect(desk.refuses('submit-filing', { filingId })).toMatchObject({
      code: 'pack-changed',
      details: { signedHash: signed, packHash: packHash(filing) },
    });
    desk.does('sign-off-pack', { filingId, deferred: [] }, { by: approver }).submits();
    expect(desk.state.filings[filingId]?.rounds[0]?.packHash).toBe(packHash(filing));
  });

  it('is refused on a filing day on which a material is too old', () => {
    const desk = aLicense('2026-03-02').prepares().until('2026-04-03');
    const { code, details } = desk.refuses('submit-filing', { filingId });
    expect(code).toBe('materials-stale');
    expect(details.stale).toContainEqual({
      requirementId: 'social-security-proof',
      issuedOn: '2026-03-02',
      freshUntil: '2026-04-02',
    });
    expect(desk.refuses('submit-filing', { filingId }, { on: '2026-03-01' }).code).toBe('submission-before-sign-off');
    desk
      .supplies(filingId, 'social-security-proof')
      .does('sign-off-pack', { filingId, deferred: [] }, { by: approver })
      .submits();
  });

  it('needs the day of issue of what grows old, and knows what it is asked for', () => {
    const desk = drafted();
    const proof = desk.material(filingId, 'social-security-proof');
    expect(desk.refuses('supply-material', { ...proof, issuedOn: null })).toMatchObject({
      code: 'issue-day-missing',
      details: { pointer: '/issuedOn' },
    });
    expect(desk.refuses('supply-material', { ...proof, issuedOn: '2026-03-03' })).toMatchObject({
      code: 'date-in-future',
    });
    expect(desk.refuses('supply-material', { ...proof, requirementId: 'horoscope' })).toMatchObject({
      code: 'unknown-requirement',
    });
    expect(desk.refuses('supply-material', { ...proof, sha256: 'AB' })).toMatchObject({ code: 'invalid-hash' });
    expect(desk.refuses('supply-material', { ...proof, bytes: 0 })).toMatchObject({ code: 'material-empty' });
    desk.does('supply-material', proof);
    expect(desk.refuses('supply-material', proof)).toMatchObject({
      code: 'material-already-supplied',
      kind: 'conflict',
    });
  });
});

describe('a correction', () => {
  it('opens a round of its own, with a receipt and a clock of its own', () => {
    const desk = aLicense('2026-03-02').prepares().submits().until('2026-03-06');
    desk.does('record-correction-notice', correction('2026-03-06', 'business-license'));
    expect(desk.refuses('submit-filing', { filingId })).toMatchObject({
      code: 'correction-unanswered',
      details: { items: [{ id: 'r1-1', requirementId: 'business-license' }] },
    });
    desk
      .until('2026-03-16')
      .supplies(filingId, 'business-license')
      .does('sign-off-pack', { filingId, deferred: [] }, { by: approver })
      .submits();
    expect(desk.state.filings[filingId]?.rounds).toMatchObject([
      { round: 1, receivedOn: '2026-03-02' },
      { round: 2, receivedOn: '2026-03-16', correction: null },
    ]);
    // Five working days after 2026-03-16 end on 2026-03-23.
    desk.until('2026-03-24');
    expect(desk.state.filings[filingId]?.acceptance).toMatchObject({
      by: 'silence',
      on: '2026-03-16',
      limit: '2026-03-23',
    });
  });

  it('may be answered by a paper of its own, under the id of its item', () => {
    const desk = aLicense('2026-03-02').prepares().submits().does('record-correction-notice', correction('2026-03-02'));
    desk.supplies(filingId, 'r1-1').does('sign-off-pack', { filingId, deferred: [] }, { by: approver }).submits();
    expect(desk.state.filings[filingId]).toMatchObject({
      status: 'submitted',
      materials: { 'r1-1': [{ version: 1 }] },
    });
  });
});

describe('an acceptance by silence', () => {
  // Received on Monday, 2026-03-02: the fifth working day is 2026-03-09.
  const silent = () => aLicense('2026-03-02').prepares().submits().until('2026-03-10');

  it('waits for a person to confirm it, once', () => {
    const desk = silent();
    expect(desk.state.attention).toMatchObject([{ reason: 'acceptance-deemed', about: filingId }]);
    expect(desk.refuses('clear-attention', { reason: 'acceptance-deemed', about: filingId })).toMatchObject({
      code: 'attention-needs-act',
    });
    desk.does('confirm-deemed-acceptance', { filingId });
    expect(desk.state.attention).toEqual([]);
    expect(desk.refuses('confirm-deemed-acceptance', { filingId })).toMatchObject({ code: 'acceptance-not-deemed' });
  });

  it('waits no longer once the filing is decided', () => {
    expect(silent().granted().state.attention).toEqual([]);
  });

  it('gives way to a notice with another day, which keeps the obligation', () => {
    const desk = silent();
    const { seq } = desk.acceptance(filingId);
    desk.does('record-acceptance', { filingId, acceptedOn: '2026-03-04', number: null });
    expect(desk.state.filings[filingId]?.acceptance).toMatchObject({
      on: '2026-03-04',
      by: 'notice',
      confirmed: true,
      seq,
    });
    expect(desk.state.attention).toEqual([]);
    expect(desk.refuses('record-acceptance', { filingId, acceptedOn: '2026-03-05', number: null })).toMatchObject({
      code: 'filing-already-accepted',
    });
  });

  it.each([
    ['correction', 'correction-requested'],
    ['not-accepted', 'filing-not-accepted'],
  ] as const)('is retracted by a notice of its time that becomes known later: %s', (status, event) => {
    const desk = silent().until('2026-06-30');
    const { seq } = desk.acceptance(filingId);
    const told = desk.history.filter(
      (each) => each.type === 'notice-due' && each.data.obligationId === `review:${seq}`,
    );
    expect(told.length).toBeGreaterThan(0);
    const before = desk.state.seq;
    if (status === 'correction') desk.does('record-correction-notice', correction('2026-03-09'));
    else desk.does('record-non-acceptance', { filingId, decidedOn: '2026-03-09', number: null, reason: null });
    expect(desk.since(before)).toEqual(['deemed-acceptance-retracted', event]);
    const retraction = desk.history[before];
    if (retraction?.type !== 'deemed-acceptance-retracted') throw new Error('no retraction');
    expect(retraction.data).toMatchObject({ deemedSeq: seq });
    expect(retraction.data.wrongNotices).toContainEqual(
      expect.objectContaining({ obligationId: `review:${seq}`, people: expect.arrayContaining(['person-owner']) }),
    );
    expect(desk.state.filings[filingId]).toMatchObject({ status, acceptance: null });
    expect(desk.state.attention).toEqual([]);
    expect(desk.state.unknownEvents).toEqual([]);
  });

  it('gives way to a notice that came too late, and a person must take that up', () => {
    const desk = silent().until('2026-03-12');
    const before = desk.state.seq;
    desk.does('record-correction-notice', correction('2026-03-10'));
    expect(desk.since(before)).toEqual(['deemed-acceptance-retracted', 'attention-raised', 'correction-requested']);
    expect(desk.state).toMatchObject({
      attention: [{ reason: 'notice-after-silence', about: filingId }],
      filings: { [filingId]: { status: 'correction', acceptance: null } },
      unknownEvents: [],
    });
    desk.does('clear-attention', { reason: 'notice-after-silence', about: filingId });
    expect(desk.state.attention).toEqual([]);
  });
});

describe('the review', () => {
  it('pauses for expert reviews and ends with a refusal', () => {
    const desk = aLicense('2026-03-02').prepares().submits().accepted();
    desk
      .until('2026-03-20')
      .does('start-expert-review', { filingId, from: '2026-03-18', announcedUntil: '2026-03-31' });
    desk.until('2026-03-31').does('end-expert-review', { filingId, on: '2026-03-30' });
    expect(desk.refuses('start-expert-review', { filingId, from: '2026-03-29', announcedUntil: null })).toMatchObject({
      code: 'expert-reviews-overlap',
    });
    desk.does('record-refusal', {
      filingId,
      refusedOn: '2026-03-31',
      servedOn: '2026-03-31',
      number: null,
      falseMaterial: true,
      reason: null,
    });
    expect(desk.state.filings[filingId]).toMatchObject({
      status: 'refused',
      expertReviews: [{ from: '2026-03-18', to: '2026-03-30' }],
      decision: { outcome: 'refused', falseMaterial: true },
    });
    expect(licenseStatus(desk.state, desk.today)).toBe('refused');
  });
});

it('asks of a foreign-invested company in one province that the ministry decides', () => {
  const desk = aLicense('2026-03-02', {
    company: aCompany({
      foreignShare: 100,
      shareholders: [{ kind: 'company', name: 'Example Ltd', percent: 100, foreign: true }],
    }),
  });
  expect(desk.state.authority).toBe('MIIT');
});
