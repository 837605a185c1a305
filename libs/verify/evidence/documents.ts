import { createHash } from 'node:crypto';
import type { Envelope } from '../../ledger/index.js';
import type { BundleFinding } from '../findings.js';
import type { HashedParts } from '../parts.js';
import type { Evidence } from './index.js';
import { aboutFindings, listOf, type Members, membersOf, named, placeOf } from './members.js';

const partName = 'documents.json';
const folder = 'files/';

/** What entries say of files, by stream and number: only of those that say something. */
type Said = Map<string, { type: string; data: Members }>;

const documentTypes = ['material-supplied', 'scan-attached'];
const packTypes = ['pack-signed-off', 'filing-submitted'];

/** Documents and packs are those of the entries, none is missing, and files have the bytes that were hashed. */
export async function documentEvidence(parts: HashedParts): Promise<Evidence> {
  const { value, findings } = parts.has(partName) ? await parts.json(partName) : { findings: [] };
  const said: Said = new Map();
  return {
    see({ stream, seq, type, data }: Envelope) {
      if (!stream.startsWith('license/') || ![...documentTypes, ...packTypes].includes(type)) return;
      said.set(`${stream} ${seq}`, { type, data: membersOf(data) });
    },
    async findings(manifest) {
      if (value === undefined) return findings;
      const { documents, packs } = membersOf(value);
      return [
        ...findings,
        ...aboutFindings(partName, value, manifest),
        ...listOf(documents).flatMap((document, at) => ofDocument(document, at, said)),
        ...(await fileFindings(listOf(documents), parts)),
        ...listOf(packs).flatMap((pack, at) => ofPack(pack, at, said)),
        ...lacking(listOf(documents), listOf(packs), said),
      ];
    },
  };
}

const fault = (field: string, what: string, place?: string): BundleFinding => ({
  kind: 'document',
  file: partName,
  ...(place === undefined ? {} : named(place)),
  field,
  what,
});

/** Every entry that it names holds its hash. */
function ofDocument({ id, sha256, named: entries }: Members, at: number, said: Said): BundleFinding[] {
  const places = listOf(entries).map(placeOf);
  if (places.length === 0) return [fault(`documents/${at}/named`, 'no entry names it')];
  return places
    .filter((place) => !names(said.get(place), String(id), sha256))
    .map((place) => fault(`documents/${at}/sha256`, 'the entry does not name this hash', place));
}

function names(entry: { type: string; data: Members } | undefined, id: string, sha256: unknown): boolean {
  if (!entry) return false;
  const { data } = entry;
  if (documentTypes.includes(entry.type))
    return (data.materialId === id || data.scanId === id) && data.sha256 === sha256;
  return listOf(data.materials).some((material) => material.materialId === id && material.sha256 === sha256);
}

async function fileFindings(documents: readonly Members[], parts: HashedParts): Promise<BundleFinding[]> {
  const findings: BundleFinding[] = [];
  const listed = new Set<string>();
  for (const [at, { file, sha256 }] of documents.entries()) {
    if (typeof file !== 'string') continue;
    if (!file.startsWith(`${folder}${String(sha256)}.`))
      findings.push(fault(`documents/${at}/file`, 'it is of another hash'));
    else if (!listed.has(file)) findings.push(...(await bytesFindings(file, String(sha256), parts)));
    listed.add(file);
  }
  for (const name of parts.all())
    if (name.startsWith(folder) && !listed.has(name))
      findings.push({ kind: 'strange-part', file: name, what: `${partName} does not name it` });
  return findings;
}

async function bytesFindings(file: string, sha256: string, parts: HashedParts): Promise<BundleFinding[]> {
  if (!parts.has(file)) return [{ kind: 'missing-part', file, what: `${partName} names it` }];
  if ((await parts.hashOf(file)) === sha256) return [];
  return [{ kind: 'document', file, field: 'sha256', what: 'its bytes are not those that were hashed' }];
}

/** What was signed off is the materials, and what was handed in is that. */
function ofPack({ packHash, materials, signedOff, submitted }: Members, at: number, said: Said): BundleFinding[] {
  const hash = createHash('sha256')
    .update(JSON.stringify(materials) ?? '')
    .digest('hex');
  if (hash !== packHash) return [fault(`packs/${at}/packHash`, 'it is not the hash of its materials')];
  return [signedOff, ...listOf(submitted)]
    .map(placeOf)
    .filter((place) => said.get(place)?.data.packHash !== packHash)
    .map((place) => fault(`packs/${at}/packHash`, 'the entry does not name this hash', place));
}

/** Entries that name a document or a pack which is not told of. */
function lacking(documents: readonly Members[], packs: readonly Members[], said: Said): BundleFinding[] {
  const ofDocuments = new Set(documents.flatMap(({ named: entries }) => listOf(entries).map(placeOf)));
  const ofPacks = new Set(packs.map(({ signedOff }) => placeOf(signedOff)));
  const what = 'what this entry names is not told of';
  return [...said].flatMap(([place, { type }]) => {
    if (documentTypes.includes(type) && !ofDocuments.has(place)) return [fault('documents', what, place)];
    return type === 'pack-signed-off' && !ofPacks.has(place) ? [fault('packs', what, place)] : [];
  });
}
