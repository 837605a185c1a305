import { createHash } from 'node:crypto';
import { zipOf } from '../../../libs/archive/index.js';
import { deliveriesOf } from '../../../libs/audit-bundle/deliveries.js';
import { documentsOf, packsOf } from '../../../libs/audit-bundle/documents.js';
import { messagesOf } from '../../../libs/audit-bundle/parts.js';
import { knownTables, type LicenseEntry, lawOf } from '../../../libs/domain/index.js';
import { canonicalBytes, type Envelope, exportLines, type SealedEntry } from '../../../libs/ledger/index.js';
import { type Count, explain, knownPacks, renewalWindow } from '../../../libs/rulebook/index.js';
import {
  calendar,
  company,
  delivery,
  documents,
  entriesOf,
  lastDay,
  license,
  licenseId,
  other,
  pack,
  renewal,
} from './entries.js';
import { type Beginning, origin, type Point, proofsOf, type Sealing, type World, worldOf } from './world.js';

/** Parts by their names, in the order of the archive; `manifest.json` is the last. */
export type Files = Map<string, Buffer>;

export const createdAt = '2026-11-27T00:00:00.000Z';
export const streams = [
  { stream: license, file: 'streams/1.jsonl' },
  { stream: delivery, file: 'streams/2.jsonl' },
  { stream: company, file: 'streams/3.jsonl' },
];
const [from, to] = ['2026-11-01', '2026-11-30'];

/** Four checkpoints; the third announces the second key. Two entries of the license and one of its deliveries are younger. */
export const sealings: Sealing[] = [
  { entries: { [license]: 3, [company]: 2 }, names: 'first', signs: ['first'] },
  { entries: { [license]: 5, [company]: 2, [delivery]: 2, [other]: 2 }, names: 'first', signs: ['first'] },
  { entries: { [license]: 6, [company]: 3, [delivery]: 2, [other]: 2 }, names: 'second', signs: ['second', 'first'] },
  { entries: { [license]: 8, [company]: 3, [delivery]: 4, [other]: 3 }, names: 'second', signs: ['second'] },
];

/** The log whose place another one took, and from which of its checkpoints on that goes its own way. */
const replaced = worldOf(entriesOf(), sealings).points;
const [kept, end] = [replaced[1] as Point, replaced[3] as Point];
export const continued: Beginning = {
  number: end.number + 1,
  origin: `paizhao/${'c0'.repeat(16)}`,
  continues: { origin, size: end.size, root: end.root, kept: kept.size, gone: 4 },
};

/** A log in the place of that of the sample, over its first two checkpoints; 5 and 6 are its own. */
export const sealingsContinued = (begins: Beginning = continued): Sealing[] => [
  ...sealings.slice(0, 2),
  { entries: { [license]: 7, [company]: 3, [delivery]: 2, [other]: 2 }, names: 'second', signs: ['second'], begins },
  { entries: { [license]: 8, [company]: 3, [delivery]: 4, [other]: 3 }, names: 'second', signs: ['second'] },
];

export interface Making {
  entries?: Record<string, Envelope[]>;
  sealings?: readonly Sealing[];
  /** Numbers of the checkpoints in the bundle. */
  checkpoints?: readonly number[];
  /** Entries of each stream that are there, where not all are. */
  there?: Readonly<Record<string, number>>;
}

export interface Bundle {
  world: World;
  files: Files;
}

/** A bundle with everything that one may hold: mailed, announcing and newest checkpoint, a window, files, law. */
export async function aBundle(explanation: object, making: Making = {}): Promise<Bundle> {
  const world = worldOf(making.entries ?? entriesOf(), making.sealings ?? sealings);
  const files: Files = new Map();
  for (const { stream, file } of streams)
    files.set(file, await exported(stream, (world.chains[stream] as SealedEntry[]).slice(0, making.there?.[stream])));
  files.set('proofs.json', canonicalBytes(proofsOf(world, streams, making.checkpoints ?? [1, 2, 3, 4])));
  const law = lawFiles();
  for (const { file, bytes } of law) files.set(file, bytes);
  const entries = entriesIn(world, license, making) as unknown as LicenseEntry[];
  files.set('documents.json', canonicalBytes(documentsFile(entries)));
  for (const { text, sha256 } of documents) files.set(`files/${sha256}.pdf`, Buffer.from(text));
  files.set('deadlines.json', canonicalBytes(deadlinesFile(law, explanation)));
  files.set('deliveries.json', canonicalBytes(await deliveriesFile(entries, entriesIn(world, delivery, making))));
  files.set('report.en.html', Buffer.from('<!doctype html><title>An audit bundle</title>'));
  return { world, files: withManifest(files) };
}

export async function exported(stream: string, rows: readonly SealedEntry[]): Promise<Buffer> {
  let text = '';
  for await (const line of exportLines({ stream, exportedAt: createdAt, simulated: false }, rows)) text += line;
  return Buffer.from(text);
}

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** The parts with a manifest made anew, as whoever forges a whole bundle makes it. */
export function withManifest(parts: Files): Files {
  const files = new Map([...parts].filter(([name]) => name !== 'manifest.json'));
  const named = [...files].map(([name, bytes]) => ({ name, sha256: sha256(bytes) }));
  const manifest = {
    format: 'paizhao-audit',
    v: 1,
    release: '0.0.0',
    license: licenseId,
    createdAt,
    from,
    to,
    simulated: false,
    files: named,
  };
  return files.set('manifest.json', canonicalBytes(manifest));
}

export async function zipped(files: Files): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zipOf([...files].map(([path, bytes]) => ({ path, content: () => bytes }))))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}

interface LawFile {
  id: string;
  file: string;
  bytes: Buffer;
}

function lawFiles(): LawFile[] {
  const packs = knownPacks().map((law) => ({ folder: 'packs', law }));
  const tables = knownTables().map((law) => ({ folder: 'calendars', law }));
  return [...packs, ...tables]
    .filter(({ law }) => law.id === pack || law.id === calendar)
    .map(({ folder, law }) => ({ id: law.id, file: `law/${folder}/${law.id}.json`, bytes: canonicalBytes(law) }));
}

const entriesIn = ({ chains }: World, stream: string, { there }: Making): Envelope[] =>
  (chains[stream] as SealedEntry[])
    .slice(0, there?.[stream])
    .map(({ body }) => JSON.parse(body.toString('utf8')) as Envelope);

function documentsFile(entries: readonly LicenseEntry[]) {
  const all = documentsOf(licenseId, entries, { from, to }).map(({ inPeriod: _, erased: __, ...document }) => ({
    ...document,
    file: `files/${document.sha256}.pdf`,
    omitted: null,
  }));
  return { license: licenseId, documents: all, packs: packsOf(licenseId, entries) };
}

function deadlinesFile(law: readonly LawFile[], explanation: object) {
  const of = (folder: string) =>
    law
      .filter(({ file }) => file.startsWith(`law/${folder}/`))
      .map(({ id, file, bytes }) => ({ id, file, sha256: sha256(bytes) }));
  const duty = { duty: 'company', filingId: null, openedOn: '2026-11-24', openedSeq: 7 };
  return {
    license: licenseId,
    from,
    to,
    law: { packs: of('packs'), calendars: of('calendars') },
    obligations: [
      { ...duty, id: renewal, kind: 'renewal', period: null, ended: null },
      {
        ...duty,
        id: 'annual-report:7:2026',
        kind: 'annual-report',
        period: '2026',
        ended: { how: 'done', on: '2026-11-24', by: { seq: 8, type: 'scan-attached' } },
      },
    ],
    explanations: [{ obligation: renewal, since: { seq: 7, day: '2026-11-24' }, explanation }],
  };
}

async function deliveriesFile(entries: readonly LicenseEntry[], sent: readonly Envelope[]) {
  const deliveries = await deliveriesOf(entries, sent, { from, to });
  return { license: licenseId, from, to, messages: messagesOf(licenseId, { deliveries }) };
}

/**
 * The date of the renewal with its proof, as the product explains it.
 * @param shorter days by which the limit is shorter than the pack says
 */
export function anExplanation(shorter = 0): object {
  const known = lawOf({ pack, calendar });
  const limits = known.pack.limits.map((rule) => ({
    ...rule,
    readings: rule.readings.map((reading) => ({ ...reading, count: shortened(reading.count, shorter) })),
  }));
  const law = { ...known, pack: { ...known.pack, limits } };
  const about = { zh: '续期', en: 'renewal' };
  return explain(law, { subject: renewal, about, duty: 'company' }, renewalWindow(law, lastDay));
}

const shortened = (count: Count, days: number): Count =>
  count.kind === 'length' ? { ...count, length: Math.max(0, count.length - days) } : count;
