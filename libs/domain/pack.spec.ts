import { createHash } from 'node:crypto';
import { Folded } from '../../test/support/folded.js';
import type { Filing } from './license.js';
import {
  currentMaterials,
  isMaterial,
  packHash,
  packHashOf,
  packManifest,
  preparersOf,
  standsFor,
  unsignedBefore,
} from './pack.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const paper = (requirementId: string, version: number) => ({
  filingId: 'new-1',
  requirementId,
  materialId: `${requirementId}-${version}`,
  version,
  sha256: `${version}`.repeat(64),
  bytes: 1,
  mediaType: 'application/pdf',
  issuedOn: null,
  reason: null,
  sealed: null,
  copyOf: null,
});
const prepared = () =>
  Folded.opened()
    .opens('new-1')
    .tells('material-supplied', paper('premises', 1), 'person-3')
    .tells('material-supplied', paper('form', 1), 'person-2')
    .tells('material-supplied', paper('premises', 2), 'person-2');
const manifest = `[["form","form-1",1,"${'1'.repeat(64)}"],["premises","premises-2",2,"${'2'.repeat(64)}"]]`;

describe('a pack', () => {
  it('is the newest version of every material, by requirement, and is known by its hash', () => {
    const filing = prepared().filing('new-1');
    expect(currentMaterials(filing).map(({ material }) => material.materialId)).toEqual(['form-1', 'premises-2']);
    expect(packManifest(filing)).toBe(manifest);
    expect(packHash(filing)).toBe(sha256(manifest));
    const more = prepared().tells('material-supplied', paper('form', 2)).filing('new-1');
    expect([packHash(more), packHash(filing)]).toEqual([sha256(packManifest(more)), sha256(manifest)]);
  });

  it('has the same hash by its list, in whatever order that comes', () => {
    const [form, premises] = [paper('form', 1), paper('premises', 2)];
    for (const list of [
      [form, premises],
      [premises, form],
    ])
      expect(packHashOf(list)).toBe(sha256(manifest));
    expect(packHashOf([])).toBe(sha256('[]'));
  });

  it('is prepared by whoever opened the filing or supplied any version', () => {
    expect(preparersOf(prepared().filing('new-1'))).toEqual(['person-1', 'person-2', 'person-3']);
  });

  it('has versions that are known by their ids, whichever filing they are of', () => {
    const { state } = prepared().opens('change-1', 'change');
    const known = ['premises-1', 'premises-2', 'form-1', 'form-2'].map((id) => isMaterial(state, id));
    expect(known).toEqual([true, true, true, false]);
  });

  it('knows which version gave way before anybody signed for it', () => {
    const gaveWay = (filing: Filing, materialId: string) => unsignedBefore(filing, materialId)?.materialId ?? null;
    const filing = prepared().filing('new-1');
    expect(['premises-2', 'premises-1', 'form-1', 'none'].map((id) => gaveWay(filing, id))).toEqual([
      'premises-1',
      null,
      null,
      null,
    ]);
    const first = filing.materials.premises?.[0]?.seq ?? 0;
    const pack = { packHash: '', signedBy: 'person-1', signedOn: '2026-09-10', deferred: [], seq: first + 1 };
    expect(gaveWay({ ...filing, pack }, 'premises-2')).toBeNull();
    expect(gaveWay({ ...filing, pack: { ...pack, seq: first - 1 } }, 'premises-2')).toBe('premises-1');
  });

  describe('once it was handed in', () => {
    const handedIn = (deferred: string[]) => {
      const story = prepared();
      const signed = { filingId: 'new-1', packHash: packHash(story.filing('new-1')), materials: [], preparedBy: [] };
      return story
        .tells('pack-signed-off', { ...signed, deferred }, 'person-4')
        .tells('filing-submitted', { filingId: 'new-1', round: 1, packHash: signed.packHash });
    };
    const stands = (story: Folded): boolean => {
      const filing = story.filing('new-1');
      return filing.pack !== null && standsFor(filing, filing.pack);
    };

    it('stands when what was deferred in it comes, again too, and when one that it had is replaced', () => {
      expect(stands(handedIn(['proof']))).toBe(true);
      const late = handedIn(['proof', 'form']).tells('material-supplied', paper('proof', 1));
      expect(stands(late)).toBe(true);
      expect(stands(late.tells('material-supplied', paper('proof', 2)))).toBe(true);
      expect(stands(late.tells('material-supplied', paper('form', 2)))).toBe(true);
    });

    it('stands no more when anything else comes, or when the authority wants it handed in again', () => {
      expect(stands(handedIn(['proof']).tells('material-supplied', paper('form', 2)))).toBe(false);
      const late = handedIn(['proof']).tells('material-supplied', paper('proof', 1));
      const notice = { round: 1, noticedOn: '2026-03-10', dueOn: null, number: null, items: [] };
      expect(stands(late.tells('correction-requested', { filingId: 'new-1', ...notice }))).toBe(false);
    });

    it('does not stand before it was handed in', () => {
      const story = prepared();
      const pack = { packHash: packHash(story.filing('new-1')), deferred: ['proof'], seq: 99 };
      const late = story.tells('material-supplied', paper('proof', 1)).filing('new-1');
      expect(standsFor(late, pack)).toBe(false);
    });
  });

  it('of a filing without materials is empty', () => {
    const filing = Folded.opened().opens('new-1').filing('new-1');
    expect(packManifest({ ...filing, materials: { form: [] } })).toBe('[]');
    expect(packHash(filing)).toBe(sha256('[]'));
  });

  it('keeps the order of two entries for one requirement', () => {
    const twice = [paper('form', 1), paper('form', 2)];
    expect(packHashOf(twice)).toBe(
      sha256(`[["form","form-1",1,"${'1'.repeat(64)}"],["form","form-2",2,"${'2'.repeat(64)}"]]`),
    );
  });
});
