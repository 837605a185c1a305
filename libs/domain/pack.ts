import type { Filing, LicenseState, MaterialVersion, SignedPack } from './license.js';
import { sha256Hex } from './sha256.js';

/** The newest version of every material, ordered by requirement. */
export function currentMaterials(filing: Filing): { requirementId: string; material: MaterialVersion }[] {
  const current: { requirementId: string; material: MaterialVersion }[] = [];
  for (const requirementId of Object.keys(filing.materials).sort()) {
    const material = filing.materials[requirementId]?.at(-1);
    if (material) current.push({ requirementId, material });
  }
  return current;
}

/** A paper in the list that a sign-off stands for. */
export interface PackEntry extends Pick<MaterialVersion, 'materialId' | 'version' | 'sha256'> {
  requirementId: string;
}

/**
 * The canonical list of a pack: a JSON array of `[requirementId, materialId, version, sha256]`, ordered by requirement,
 * without white space. Its hash is what a sign-off stands for.
 */
export function packManifest(filing: Filing): string {
  return manifestOf(currentMaterials(filing).map(({ requirementId, material }) => ({ requirementId, ...material })));
}

/** SHA-256 of the canonical list of such papers, in whatever order they come. */
export function packHashOf(entries: readonly PackEntry[]): string {
  const ordered = entries.toSorted((a, b) => (a.requirementId < b.requirementId ? -1 : 1));
  return sha256Hex(manifestOf(ordered));
}

const manifestOf = (entries: readonly PackEntry[]): string =>
  JSON.stringify(
    entries.map(({ requirementId, materialId, version, sha256 }) => [requirementId, materialId, version, sha256]),
  );

/** Sign-off and submission ask for the hash of the same papers, one after the other. */
let newest: { materials: Filing['materials']; hash: string } | null = null;

/** SHA-256 of the manifest, in hexadecimal digits. */
export function packHash(filing: Filing): string {
  const { materials } = filing;
  if (newest?.materials !== materials) newest = { materials, hash: sha256Hex(packManifest(filing)) };
  return newest.hash;
}

/** The company has it in hand: it is not with the authority, nor decided. */
export const isInPreparation = ({ status }: Filing): boolean =>
  status === 'draft' || status === 'correction' || status === 'returned';

/**
 * Whether a sign-off stands for what the filing holds. Once it was handed in, what was deferred in it may come, and come
 * again; until then, and after a notice, it must be signed off.
 */
export function standsFor(
  filing: Filing,
  { packHash: signed, deferred, seq }: Omit<SignedPack, 'signedBy' | 'signedOn'>,
): boolean {
  if (isInPreparation(filing)) return packHash(filing) === signed;
  const entries = Object.entries(filing.materials).flatMap(([requirementId, versions]) => {
    const later = deferred.includes(requirementId);
    const newest = versions.findLast((version) => !later || version.seq < seq);
    return newest ? [{ requirementId, ...newest }] : [];
  });
  return packHashOf(entries) === signed;
}

/** Ids of all who had a hand in the pack: whoever opened the filing or supplied any version of a material. */
export function preparersOf(filing: Filing): string[] {
  const preparers = new Set([filing.openedBy]);
  for (const versions of Object.values(filing.materials))
    for (const { suppliedBy } of versions) preparers.add(suppliedBy);
  return [...preparers].sort();
}

/** The version whose place this one took, where nobody had signed for it; null else. */
export function unsignedBefore({ materials, pack, rounds }: Filing, materialId: string): MaterialVersion | null {
  const versions =
    Object.values(materials).find((all) => all.some((version) => version.materialId === materialId)) ?? [];
  const before = versions[versions.findIndex((version) => version.materialId === materialId) - 1];
  if (!before || (pack?.seq ?? 0) > before.seq) return null;
  return rounds.some(({ submittedSeq }) => submittedSeq > before.seq) ? null : before;
}

/** Whether any filing of the license has a version of that id. */
export function isMaterial({ filings }: LicenseState, materialId: string): boolean {
  return Object.values(filings).some(({ materials }) =>
    Object.values(materials).some((versions) => versions.some((known) => known.materialId === materialId)),
  );
}
