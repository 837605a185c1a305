import { createHash } from 'node:crypto';
import type { BundleFinding } from '../findings.js';
import type { Manifest } from '../manifest.js';
import type { HashedParts } from '../parts.js';
import type { Evidence } from './index.js';
import {
  aboutFindings,
  covers,
  differing,
  listOf,
  type Members,
  membersOf,
  named,
  placeOf,
  textOf,
} from './members.js';
import { NamedFiles } from './named-files.js';

const partName = 'documents.json';
const folder = 'files/';

/** Documents and packs are those of the entries, none is missing, and files have the bytes that were hashed. */
export async function documentEvidence(parts: HashedParts): Promise<Evidence> {
  const { value, findings } = parts.has(partName) ? await parts.json(partName) : { findings: [] };
  const files = new NamedFiles();
  return {
    see: (entry) => files.see(entry),
    async findings(manifest) {
      if (value === undefined) return findings;
      const { documents, packs } = membersOf(value);
      return [
        ...findings,
        ...aboutFindings(partName, value, manifest),
        ...listOf(documents).flatMap((document, at) => ofDocument(document, at, files)),
        ...omittedFindings(listOf(documents), files, manifest),
        ...(await fileFindings(listOf(documents), parts)),
        ...listOf(packs).flatMap((pack, at) => ofPack(pack, at, files)),
        ...lacking(listOf(documents), listOf(packs), files),
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

const otherwise = 'the entries say otherwise';

/** Every entry that it names holds its hash, and the first of them says all of it. */
function ofDocument(document: Members, at: number, files: NamedFiles): BundleFinding[] {
  const { id, sha256, named: entries } = document;
  const places = listOf(entries).map(placeOf);
  if (places.length === 0) return [fault(`documents/${at}/named`, 'no entry names it')];
  const strange = places.filter((place) => !files.names(place, textOf(id), sha256));
  const expected = files.documentOf(places[0] ?? '');
  return [
    ...strange.map((place) => fault(`documents/${at}/sha256`, 'the entry does not name this hash', place)),
    ...(expected ? differing(document, expected, ['sha256', 'file', 'omitted']) : []).map((name) =>
      fault(`documents/${at}/${name}`, otherwise, places[0]),
    ),
  ];
}

/** Why bytes are not there, as far as entries and the other documents show it: nothing shows what could not be read. */
function omittedFindings(documents: readonly Members[], files: NamedFiles, days: Manifest): BundleFinding[] {
  const noneAsked = documents.some(({ omitted }) => omitted === 'not-asked');
  return documents.flatMap(({ id, file, omitted, named: entries }, at) => {
    if (listOf(entries).length === 0) return [];
    const inPeriod = listOf(entries).some((entry) => covers(days, files.dayOf(placeOf(entry))));
    const usual = files.isErased(String(id)) ? 'erased' : noneAsked ? 'not-asked' : inPeriod ? null : 'outside-period';
    const isRight = omitted === usual || (usual === null && omitted === 'unreadable');
    if (isRight && (omitted === null) === (typeof file === 'string')) return [];
    return [fault(`documents/${at}/omitted`, 'the days and the other documents say otherwise')];
  });
}

async function fileFindings(documents: readonly Members[], parts: HashedParts): Promise<BundleFinding[]> {
  const findings: BundleFinding[] = [];
  const listed = new Set<string>();
  for (const [at, { file, sha256 }] of documents.entries()) {
    if (typeof file !== 'string') continue;
    if (!file.startsWith(`${folder}${textOf(sha256)}.`))
      findings.push(fault(`documents/${at}/file`, 'it is of another hash'));
    else if (!listed.has(file)) findings.push(...(await bytesFindings(file, textOf(sha256), parts)));
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
function ofPack(pack: Members, at: number, files: NamedFiles): BundleFinding[] {
  const { packHash, materials, signedOff } = pack;
  const hash = createHash('sha256')
    .update(JSON.stringify(materials) ?? '')
    .digest('hex');
  if (hash !== packHash) return [fault(`packs/${at}/packHash`, 'it is not the hash of its materials')];
  const place = placeOf(signedOff);
  const expected = files.packOf(place);
  if (expected?.packHash !== packHash)
    return [fault(`packs/${at}/packHash`, 'the entry does not name this hash', place)];
  return differing(pack, expected, ['materials']).map((name) => fault(`packs/${at}/${name}`, otherwise, place));
}

/** Entries that name a document or a pack which is not told of, or is told of twice. */
function lacking(documents: readonly Members[], packs: readonly Members[], files: NamedFiles): BundleFinding[] {
  const told = {
    documents: documents.map(({ named: entries }) => placeOf(listOf(entries)[0])),
    packs: packs.map(({ signedOff }) => placeOf(signedOff)),
  };
  return (['documents', 'packs'] as const).flatMap((field) => {
    const lack = files[field].filter((place) => !told[field].includes(place));
    const twice = told[field].filter((place, at, all) => all.indexOf(place) < at);
    return [
      ...lack.map((place) => fault(field, 'what this entry names is not told of', place)),
      ...twice.map((place) => fault(field, 'what this entry names is told of twice', place)),
    ];
  });
}
