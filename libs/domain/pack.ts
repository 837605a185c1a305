import type { Filing, MaterialVersion } from './license.js';
import { sha256Hex } from './sha256.js';

/** The newest version of every material, ordered by requirement. */
export function currentMaterials(filing: Filing): { requirementId: string; material: MaterialVersion }[] {
  return Object.keys(filing.materials)
    .sort()
    .flatMap((requirementId) => {
      const material = filing.materials[requirementId]?.at(-1);
      return material ? [{ requirementId, material }] : [];
    });
}

/**
 * The canonical list of a pack: a JSON array of `[requirementId, materialId, version, sha256]`, ordered by requirement,
 * without white space. Its hash is what a sign-off stands for.
 */
export function packManifest(filing: Filing): string {
  return JSON.stringify(
    currentMaterials(filing).map(({ requirementId, material }) => [
      requirementId,
      material.materialId,
      material.version,
      material.sha256,
    ]),
  );
}

/** Sign-off and submission ask for the hash of the same papers. */
const hashes = new WeakMap<Filing['materials'], string>();

/** SHA-256 of the manifest, in hexadecimal digits. */
export function packHash(filing: Filing): string {
  const known = hashes.get(filing.materials);
  if (known !== undefined) return known;
  const hash = sha256Hex(packManifest(filing));
  hashes.set(filing.materials, hash);
  return hash;
}

/** Ids of all who had a hand in the pack: whoever opened the filing or supplied any version of a material. */
export function preparersOf(filing: Filing): string[] {
  const suppliers = Object.values(filing.materials).flatMap((versions) =>
    versions.map((version) => version.suppliedBy),
  );
  return [...new Set([filing.openedBy, ...suppliers])].sort();
}
