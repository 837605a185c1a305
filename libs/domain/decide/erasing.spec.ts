import { aCompany, aLicense, aText, Desk, people } from '../../../test/support/builders.js';
import { textsOf } from '../erasure.js';
import { sha256Hex } from '../sha256.js';

const day = '2026-03-02';
const filingId = 'new-1';
const erasure = (...refs: string[]) => ({ refs, ground: 'purpose-met' as const, reason: aText });

/** A filing with an original at a place that a text names. */
const atAPlace = () =>
  aLicense(day)
    .prepares()
    .does('hand-over-original', {
      filingId,
      requirementId: 'business-license',
      holder: { place: { ref: 'place', commitment: '11'.repeat(32) } },
      handedOverOn: day,
      dueBackOn: null,
    });

describe('texts', () => {
  it('are erased by an event that names them', () => {
    expect(aLicense(day).decides('erase-texts', erasure('one', 'two'))).toMatchObject([
      { type: 'erased', validOn: day, data: { what: 'texts', refs: ['one', 'two'], ground: 'purpose-met' } },
    ]);
  });

  it('change nothing else', () => {
    const desk = aLicense(day);
    const before = desk.state;
    const { seq: _, ...after } = desk.does('erase-texts', erasure('one')).state;
    expect(before).toMatchObject(after);
  });

  it('that an open filing needs stay until it is closed', () => {
    const desk = atAPlace();
    expect(desk.refuses('erase-texts', erasure('one', 'place'))).toMatchObject({
      code: 'text-needed',
      details: { needed: ['place'], neededFor: filingId, pointer: '/refs' },
    });
    desk.does('withdraw-filing', { filingId, withdrawnOn: day }).does('erase-texts', erasure('place'));
  });

  it('by which the company is known stay until the license is closed', () => {
    const legalRepresentative = { ref: 'representative', commitment: '11'.repeat(32) };
    const desk = Desk.opens(day, { company: aCompany({ legalRepresentative }) });
    expect(desk.refuses('erase-texts', erasure('representative'))).toMatchObject({ details: { neededFor: 'company' } });
    desk.does('close-license', { reason: aText }).does('erase-texts', erasure('representative'));
  });
});

describe('files', () => {
  const files = (...ids: string[]) => ({ files: ids, ground: 'unlawful-handling' as const, reason: aText });
  const requirementId = 'business-license';

  /** A filing in draft: a material in these versions, one after the other. */
  function supplied(...versions: string[]) {
    const desk = aLicense(day).does('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null });
    for (const materialId of versions) desk.does('supply-material', material(materialId));
    return desk;
  }

  const material = (materialId: string) => ({
    ...{
      filingId,
      requirementId,
      materialId,
      sha256: sha256Hex(materialId),
      bytes: 12,
      mediaType: 'application/pdf',
    },
    issuedOn: day,
    reason: aText,
  });

  const neededFor = (desk: Desk, id: string) => {
    const { code, details } = desk.refuses('erase-files', files(id));
    return { code, needed: details.needed, neededFor: details.neededFor };
  };

  it('are erased by an event that says what they were, and once', () => {
    const desk = supplied('wrong', 'right');
    const data = {
      what: 'files',
      files: [{ id: 'wrong', sha256: sha256Hex('wrong'), bytes: 12, mediaType: 'application/pdf' }],
    };
    expect(desk.decides('erase-files', files('wrong', 'wrong'))).toMatchObject([{ type: 'erased', v: 2, data }]);
    desk.does('erase-files', files('wrong'));
    expect(desk.newest.materials[requirementId]).toMatchObject([
      { materialId: 'wrong', sha256: sha256Hex('wrong'), erasedOn: day },
      { materialId: 'right', erasedOn: null },
    ]);
    expect(desk.decides('erase-files', files('wrong'))).toEqual([]);
    expect(desk.refuses('erase-files', files('right', 'wrong', 'none'))).toMatchObject({
      code: 'file-not-found',
      details: { missing: ['none'], pointer: '/files' },
    });
  });

  it('that an open filing rests on stay until it is closed', () => {
    const desk = supplied('first', 'second');
    const needed = { code: 'file-needed', needed: ['second'], neededFor: filingId };
    expect(neededFor(desk, 'second')).toEqual(needed);
    desk.does('withdraw-filing', { filingId, withdrawnOn: day }).does('erase-files', files('second'));
  });

  it('that were signed for or handed in stay, also where another version has come since', () => {
    const desk = aLicense(day).prepares();
    const { materialId } = desk.newest.materials[requirementId]?.[0] ?? { materialId: 'none' };
    desk.does('supply-material', material('later'));
    expect(neededFor(desk, materialId)).toMatchObject({ code: 'file-needed', neededFor: filingId });
  });

  it('that show a paper of the authority stay while the license lasts, but for those that another one replaced', () => {
    const desk = aLicense(day).prepares().submits();
    const entry = desk.state.papers[0]?.seq ?? 0;
    const scan = (scanId: string, replaces: string | null) =>
      ({ entry, scanId, sha256: sha256Hex(scanId), bytes: 1, mediaType: 'image/png', replaces }) as const;
    desk.does('attach-scan', scan('blurred', null)).does('attach-scan', scan('sharp', 'blurred'));
    expect(neededFor(desk, 'sharp')).toEqual({ code: 'file-needed', needed: ['sharp'], neededFor: 'license' });
    desk.does('erase-files', files('blurred'));
    expect(desk.state.papers[0]?.scans).toMatchObject([{ erasedOn: day }, { erasedOn: null }]);
  });
});

it('texts are found wherever a value refers to them', () => {
  expect(textsOf({ a: [aText, { b: { ref: 'x', commitment: 'y' } }], c: { ref: 'no text' }, people })).toEqual([
    'text-1',
    'x',
  ]);
});
