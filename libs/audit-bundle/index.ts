import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type ArchivedFile, zipOf } from '../archive/index.js';
import type { AuditContent, AuditedFile } from '../audit-report/content.js';
import { allowedMediaTypes } from '../documents/index.js';
import { readWholeStream, type Sql } from '../ledger/append.js';
import { canonicalBytes } from '../ledger/canonicalize.js';
import type { SealedEntry } from '../ledger/envelope.js';
import { exportLines } from '../ledger/export.js';
import { deliveryStream, licenseStream } from '../ledger/streams.js';
import type { NamedDocument, Omitted } from './documents.js';
import { type BundleWish, type Gathered, gather, type PersonalParts } from './gather.js';
import { lawBytes, toldLaw } from './law.js';
import type { BundledStream } from './proofs.js';

export type { BundleWish, PersonalParts } from './gather.js';

/** How a report is drawn from what there is to tell. */
export interface Reports {
  /** By the names of their files. */
  files(content: () => AuditContent): ArchivedFile[];
}

/**
 * An audit bundle, as docs/ledger-format.md describes it. What can change is read at one moment, before the first byte is
 * given; the chains are read page by page while they are written, up to what that moment saw of them.
 * @throws NotFound `license-not-found`; Unavailable `law-not-here`
 */
export async function auditBundle(
  dataSource: DataSource,
  wish: BundleWish,
  reports: Reports,
): Promise<AsyncGenerator<Buffer, void, undefined>> {
  const gathered = await dataSource.transaction('REPEATABLE READ', async (manager) => {
    await manager.query('set transaction read only');
    return gather(manager, wish);
  });
  const documents = await documentsIn(gathered, wish.personal);
  return zipOf(filesOf(dataSource, { wish, gathered, documents }, reports));
}

interface Parts {
  wish: BundleWish;
  gathered: Gathered;
  documents: BundledDocument[];
}

/** In the order of the archive. What a report and the manifest say of the files before them is known when their turn comes. */
function* filesOf(sql: Sql, parts: Parts, reports: Reports): Generator<ArchivedFile> {
  const written: AuditedFile[] = [];
  for (const file of evidenceOf(sql, parts)) yield noted(file, written);
  const evidence = () => written.filter(({ name }) => !name.startsWith('report.'));
  for (const file of reports.files(() => contentOf(parts, evidence()))) yield noted(file, written);
  yield jsonFile('manifest.json', () => manifestOf(parts, written));
}

function* evidenceOf(sql: Sql, { wish, gathered, documents }: Parts): Generator<ArchivedFile> {
  const { proofs, law, packs } = gathered;
  const { licenseId: license, from, to } = wish;
  for (const stream of gathered.streams) yield chainFile(sql, stream, wish, gathered.simulated);
  yield jsonFile('proofs.json', () => proofs);
  for (const { file } of [...law.packs, ...law.calendars]) yield { path: file, content: () => lawBytes(file) };
  yield jsonFile('documents.json', () => ({ license, documents: documents.map(describedDocument), packs }));
  yield* bytesOf(documents, wish.personal);
  yield jsonFile('deadlines.json', () => ({ license, from, to, ...deadlinesOf(gathered) }));
  yield jsonFile('deliveries.json', () => ({ license, from, to, messages: messagesOf(license, gathered) }));
}

const jsonFile = (path: string, value: () => unknown): ArchivedFile => ({
  path,
  content: () => canonicalBytes(value()),
});

/** The file, noting what is written of it. */
function noted({ path, content }: ArchivedFile, into: AuditedFile[]): ArchivedFile {
  const note = (sha256: string, bytes: number): void => {
    const at = into.findIndex(({ name }) => name === path);
    into.splice(at < 0 ? into.length : at, 1, { name: path, sha256, bytes });
  };
  const ofPieces = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
    note(hash.digest('hex'), bytes);
  };
  const ofWhole = (whole: Buffer): Buffer => {
    note(createHash('sha256').update(whole).digest('hex'), whole.length);
    return whole;
  };
  return {
    path,
    content: () => {
      const given = content();
      if (Buffer.isBuffer(given)) return ofWhole(given);
      return given instanceof Promise ? given.then(ofWhole) : ofPieces(given);
    },
  };
}

function chainFile(
  sql: Sql,
  { stream, file, seq }: BundledStream,
  { createdAt }: BundleWish,
  simulated: boolean,
): ArchivedFile {
  const about = { stream, exportedAt: createdAt, simulated };
  return { path: file, content: () => inPieces(exportLines(about, upTo(seq, readWholeStream(sql, stream)))) };
}

async function* upTo(seq: number, rows: AsyncIterable<SealedEntry>): AsyncGenerator<SealedEntry> {
  for await (const row of rows) {
    if (row.seq > seq) return;
    yield row;
  }
}

const pieceCharacters = 65_536;

async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = '';
  for await (const line of lines) {
    piece += line;
    if (piece.length < pieceCharacters) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

type BundledDocument = Gathered['documents'][number] & { file: string | null; omitted: Omitted | null };

/** Of which documents the bytes come along: those that are asked for, are covered, and are there as they were hashed. */
async function documentsIn({ documents }: Gathered, personal: PersonalParts | null): Promise<BundledDocument[]> {
  const found: BundledDocument[] = [];
  for (const document of documents) {
    const omitted = await whyOmitted(document, personal);
    found.push({ ...document, omitted, file: omitted === null ? fileNameOf(document) : null });
  }
  return found;
}

async function whyOmitted(
  document: NamedDocument & { storageKey: string },
  personal: PersonalParts | null,
): Promise<Omitted | null> {
  if (personal === null) return 'not-asked';
  if (!document.inPeriod) return 'outside-period';
  const bytes = await personal.read(document.storageKey);
  return bytes && createHash('sha256').update(bytes).digest('hex') === document.sha256 ? null : 'unreadable';
}

const fileNameOf = ({ sha256, mediaType }: NamedDocument): string =>
  `files/${sha256}.${allowedMediaTypes[mediaType]?.[0] ?? 'bin'}`;

/** One of each: several documents may be one file. */
function* bytesOf(documents: readonly BundledDocument[], personal: PersonalParts | null): Generator<ArchivedFile> {
  const files = new Map(documents.flatMap(({ file, storageKey }) => (file === null ? [] : [[file, storageKey]])));
  for (const [path, key] of files)
    yield {
      path,
      content: async () => {
        const bytes = await personal?.read(key);
        if (!bytes) throw new Error(`${path} cannot be read any more.`);
        return bytes;
      },
    };
}

const describedDocument = ({ inPeriod: _, storageKey: __, ...document }: BundledDocument) => document;

function deadlinesOf({ deadlines, law }: Gathered) {
  const versions = (files: Gathered['law']['packs']) => files.map(({ pinnedBy: _, ...file }) => file);
  return {
    law: { packs: versions(law.packs), calendars: versions(law.calendars) },
    obligations: deadlines.map(({ obligationId: id, dates: _, about: __, ended, ...duty }) => ({
      id,
      ...duty,
      ended: ended && { how: ended.how, on: ended.on, by: ended.by && { seq: ended.by.seq, type: ended.by.type } },
    })),
    explanations: deadlines.flatMap(({ obligationId, dates }) =>
      dates.map((date) => ({ obligation: obligationId, ...date })),
    ),
  };
}

function messagesOf(licenseId: string, { deliveries }: Gathered) {
  const [own, sent] = [licenseStream(licenseId), deliveryStream(licenseId)];
  return deliveries.map(({ due, events, acknowledged, ...message }) => ({
    ...message,
    due: due && { stream: own, seq: due.seq },
    events: events.map((event) => ({ stream: sent, ...event })),
    acknowledged: acknowledged && { stream: own, ...acknowledged },
  }));
}

function manifestOf({ wish, gathered }: Parts, written: readonly AuditedFile[]) {
  const { licenseId: license, createdAt, release, from, to } = wish;
  const files = written.map(({ name, sha256 }) => ({ name, sha256 }));
  return { format: 'paizhao-audit', v: 1, release, license, createdAt, from, to, simulated: gathered.simulated, files };
}

function contentOf({ wish, gathered, documents }: Parts, files: AuditedFile[]): AuditContent {
  const { licenseId, createdAt, release, from, to } = wish;
  const { companyId, company, simulated, first, last, deadlines, history, deliveries, people, texts } = gathered;
  return {
    licenseId,
    companyId,
    company: { name: company.name, uscc: company.uscc },
    simulated,
    period: { from, to },
    createdAt,
    release,
    first,
    last,
    deadlines,
    history,
    deliveries,
    documents: documents.map(({ inPeriod: _, storageKey: __, omitted: ___, named, ...document }) => ({
      ...document,
      entries: named.map(({ seq }) => seq),
    })),
    law: toldLaw(gathered.law, deadlines, gathered.readings),
    proof: gathered.proof,
    files,
    people,
    texts,
  };
}
