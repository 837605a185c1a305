import type { DataSource } from 'typeorm';
import { type ArchivedFile, zipOf } from '../archive/index.js';
import type { AuditedFile } from '../audit-report/content.js';
import type { Sql } from '../ledger/append.js';
import { canonicalBytes } from '../ledger/canonicalize.js';
import { bytesOf, describedDocument, documentsIn } from './bytes.js';
import { chainFile } from './chain.js';
import { type BundleWish, gather } from './gather.js';
import { lawBytes } from './law.js';
import { noted } from './noted.js';
import { contentOf, deadlinesOf, messagesOf, type Parts } from './parts.js';
import { reportFiles } from './reports.js';

export type { BundleWish, PersonalParts } from './gather.js';
export { type RecordedBundle, recordBundle } from './record.js';

/**
 * An audit bundle, as docs/ledger-format.md describes it. What can change is read at one moment, before the first byte is
 * given; the chains are read page by page while they are written, up to what that moment saw of them.
 * @throws NotFound `license-not-found`; Unavailable `law-not-here`, `sealing-behind`; InvalidInput `bundle-too-large`
 */
export async function auditBundle(
  dataSource: DataSource,
  wish: BundleWish,
): Promise<AsyncGenerator<Buffer, void, undefined>> {
  const gathered = await dataSource.transaction('REPEATABLE READ', async (manager) => {
    await manager.query('set transaction read only');
    // A life is folded between two readings, which may take longer than a command has.
    await manager.query(`set local idle_in_transaction_session_timeout = '5min'`);
    return gather(manager, wish);
  });
  const documents = await documentsIn(gathered, wish.personal);
  return zipOf(filesOf(dataSource, { wish, gathered, documents }));
}

/** In the order of the archive. What a report and the manifest say of the files before them is known when their turn comes. */
function* filesOf(sql: Sql, parts: Parts): Generator<ArchivedFile> {
  const written: AuditedFile[] = [];
  for (const file of evidenceOf(sql, parts)) yield noted(file, written);
  const evidence = () => written.filter(({ name }) => !name.startsWith('report.'));
  for (const file of reportFiles(() => contentOf(parts, evidence()))) yield noted(file, written);
  yield jsonFile('manifest.json', () => manifestOf(parts, written));
}

function* evidenceOf(sql: Sql, { wish, gathered, documents }: Parts): Generator<ArchivedFile> {
  const { proofs, law, packs } = gathered;
  const { licenseId: license, from, to } = wish;
  for (const stream of gathered.streams)
    yield chainFile(sql, stream, { createdAt: wish.createdAt, simulated: gathered.simulated });
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

function manifestOf({ wish, gathered }: Parts, written: readonly AuditedFile[]) {
  const { licenseId: license, createdAt, release, from, to } = wish;
  const files = written.map(({ name, sha256 }) => ({ name, sha256 }));
  return { format: 'paizhao-audit', v: 1, release, license, createdAt, from, to, simulated: gathered.simulated, files };
}
