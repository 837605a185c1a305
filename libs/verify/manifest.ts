import type { BundleFinding } from './findings.js';
import { type HashedParts, strangeMember } from './parts.js';

export interface Manifest {
  license: string;
  createdAt: string;
  /** Days that are covered. */
  from?: string;
  to?: string;
  simulated: boolean;
  /** Every other file. */
  files: { name: string; sha256: string }[];
}

export const manifestName = 'manifest.json';
const format = 'paizhao-audit';
/** What no bundle is without, besides what the ledger asks for. */
const required = ['proofs.json', 'documents.json', 'deadlines.json', 'deliveries.json'];

/** The manifest, null where there is none, and what is wrong with it. */
export async function readManifest(
  parts: HashedParts,
): Promise<{ manifest: Manifest | null; findings: BundleFinding[] }> {
  if (!parts.has(manifestName)) return { manifest: null, findings: [missing(manifestName)] };
  const { value, findings } = await parts.json(manifestName);
  if (value === undefined) return { manifest: null, findings };
  const field = strangeMember(value) ?? faultIn(Object(value));
  if (field === null) return { manifest: value as Manifest, findings };
  return {
    manifest: null,
    findings: [...findings, { kind: 'form', file: manifestName, field, what: 'it is missing, or not as it has to be' }],
  };
}

/** The first member that is not as it has to be. */
function faultIn(value: Record<string, unknown>): string | null {
  if (value.format !== format) return 'format';
  if (value.v !== 1) return 'v';
  if (!Array.isArray(value.files) || !value.files.every(isFile)) return 'files';
  const names = value.files.map(({ name }: { name: string }) => name);
  if (new Set(names).size !== names.length || names.includes(manifestName)) return 'files';
  if (typeof value.license !== 'string' || value.license === '') return 'license';
  if (typeof value.createdAt !== 'string' || value.createdAt === '') return 'createdAt';
  return typeof value.simulated === 'boolean' ? null : 'simulated';
}

/** Files that are missing, changed, or not named; `referred` are named elsewhere in the bundle. */
export async function partFindings(
  manifest: Manifest | null,
  parts: HashedParts,
  referred: readonly string[],
): Promise<BundleFinding[]> {
  const named = manifest?.files ?? [];
  const wanted = new Set([...named.map(({ name }) => name), ...required, ...referred]);
  const findings = [...wanted].filter((name) => !parts.has(name)).map(missing);
  if (!manifest) return findings;
  for (const { name, sha256 } of named)
    if (parts.has(name) && (await parts.hashOf(name)) !== sha256)
      findings.push({ kind: 'changed-part', file: name, what: 'it has another hash than the manifest says' });
  const known = new Set([manifestName, ...named.map(({ name }) => name)]);
  for (const file of parts.all())
    if (!known.has(file)) findings.push({ kind: 'strange-part', file, what: 'the manifest does not name it' });
  return findings;
}

const missing = (file: string): BundleFinding => ({ kind: 'missing-part', file, what: 'it is not there' });

function isFile(value: unknown): boolean {
  const { name, sha256 } = Object(value) as Record<string, unknown>;
  return typeof name === 'string' && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
}
