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
