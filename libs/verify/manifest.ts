import { createHash } from 'node:crypto';
import type { BundleFinding } from './findings.js';

/** A bundle as it was unpacked: files by their names. */
export type BundleFiles = ReadonlyMap<string, Buffer>;

export interface Manifest {
  license: string;
  createdAt: string;
  simulated: boolean;
  /** Every other file. */
  files: { name: string; sha256: string }[];
}

export const manifestName = 'manifest.json';
const format = 'paizhao-audit';

/** The manifest, or why there is none. */
export function readManifest(files: BundleFiles): Manifest | BundleFinding {
  const bytes = files.get(manifestName);
  if (!bytes) return { kind: 'missing-part', file: manifestName, what: 'it is not there' };
  const form = (what: string): BundleFinding => ({ kind: 'form', file: manifestName, what });
  try {
    const value = Object(JSON.parse(bytes.toString('utf8'))) as Partial<Manifest> & { format?: unknown; v?: unknown };
    if (value.format !== format || value.v !== 1) return form(`it is not a manifest of ${format}, version 1`);
    if (!Array.isArray(value.files) || !value.files.every(isFile))
      return form('files: it is not a list of names and hashes');
    if (
      typeof value.license !== 'string' ||
      typeof value.createdAt !== 'string' ||
      typeof value.simulated !== 'boolean'
    )
      return form('license, createdAt or simulated is missing');
    return value as Manifest;
  } catch {
    return form('it is not JSON');
  }
}

/** Files that are missing, changed, or not named. */
export function partFindings({ files: named }: Manifest, files: BundleFiles): BundleFinding[] {
  const known = new Set([manifestName, ...named.map(({ name }) => name)]);
  const strange = [...files.keys()].filter((name) => !known.has(name));
  return [
    ...named.flatMap(({ name, sha256 }): BundleFinding[] => {
      const bytes = files.get(name);
      if (!bytes) return [{ kind: 'missing-part', file: name, what: 'it is not there' }];
      if (createHash('sha256').update(bytes).digest('hex') === sha256) return [];
      return [{ kind: 'changed-part', file: name, what: 'it has another hash than the manifest says' }];
    }),
    ...strange.map((file): BundleFinding => ({ kind: 'strange-part', file, what: 'the manifest does not name it' })),
  ];
}

const isFile = (value: unknown): boolean =>
  typeof Object(value).name === 'string' && /^[0-9a-f]{64}$/.test(String(Object(value).sha256));
