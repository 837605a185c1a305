import type { EntityManager } from 'typeorm';
import type {
  AuditedDeadline,
  AuditedDelivery,
  AuditedEntry,
  AuditedLaw,
  AuditedProof,
  AuditedState,
} from '../audit-report/content.js';
import { shanghaiDay } from '../calendar/index.js';
import type { DocumentStore } from '../documents/index.js';
import {
  type CompanyFacts,
  fold,
  type LicenseEntry,
  type LicenseState,
  NotFound,
  type TextRef,
} from '../domain/index.js';
import { readHead, readStream, readWholeStream } from '../ledger/append.js';
import { type Envelope, genesis, openBody } from '../ledger/envelope.js';
import { companyStream, deliveryStream, houseStream, licenseStream } from '../ledger/streams.js';
import { type Cipher, PersonRepository, PrivateTextRepository, StoredFileRepository } from '../persistence/index.js';
import { type Days, reached } from './days.js';
import { deliveriesOf } from './deliveries.js';
import { documentsOf, type NamedDocument, type NamedPack, packsOf } from './documents.js';
import { dutiesOf } from './duties.js';
import { type LawOfBundle, lawOfBundle } from './law.js';
import { type BundledStream, type ProofsOfBundle, proofsOf } from './proofs.js';
import { historyOf, reasonOf, stateOn } from './told.js';

/** What is asked for. */
export interface BundleWish extends Days {
  licenseId: string;
  /** UTC instant of the license's own time. */
  createdAt: string;
  release: string;
  /** With the bytes of documents, and in the reports what may be read of persons; null for a bundle without any of it. */
  personal: PersonalParts | null;
}

/** What persons are seen in, as far as whoever asks may see it. */
export interface PersonalParts {
  cipher: Cipher;
  names: boolean;
  texts: boolean;
  store: Pick<DocumentStore, 'read'>;
}

/** All that a bundle is made of but the chains and the bytes of documents, which do not change any more. */
export interface Gathered {
  companyId: string;
  company: CompanyFacts;
  simulated: boolean;
  /** Of those that were asked for the ones that have come. */
  days: Days;
  streams: BundledStream[];
  first: AuditedState | null;
  last: AuditedState | null;
  deadlines: AuditedDeadline[];
  history: AuditedEntry[];
  deliveries: AuditedDelivery[];
  documents: (NamedDocument & { storageKey: string })[];
  packs: NamedPack[];
  law: LawOfBundle;
  readings: AuditedLaw['readings'];
  proofs: ProofsOfBundle;
  proof: AuditedProof;
  people: Record<string, string>;
  texts: Record<string, string>;
}

/**
 * Reads everything as of one moment. Call within a transaction that sees one.
 * @throws NotFound `license-not-found`; Unavailable `law-not-here`, `sealing-behind`
 */
export async function gather(manager: EntityManager, wish: BundleWish): Promise<Gathered> {
  const { licenseId, createdAt } = wish;
  const entries = await entriesOf(manager, licenseId);
  const state = fold(licenseId, entries);
  if (state === null) throw new NoSuchLicense(licenseId);
  const { companyId, company, simulated } = state;
  const days = reached(wish, shanghaiDay(createdAt));
  /** Empty where the first day itself lies ahead. */
  const covered = { from: wish.from, to: days.to };
  const deadlines = dutiesOf(licenseId, entries, covered);
  const streams = await streamsOf(manager, [
    licenseStream(licenseId),
    deliveryStream(licenseId),
    companyStream(companyId),
  ]);
  const { proofs, told: proof } = await proofsOf(manager, streams);
  const history = historyOf(entries, covered, state.pins.pack);
  const deliveries = await deliveriesOf(entries, opened(manager, deliveryStream(licenseId)), covered);
  const found = {
    first: stateOn(licenseId, entries, days.from, createdAt),
    last: stateOn(licenseId, entries, days.to, createdAt),
    deadlines,
    history,
    deliveries,
    readings: await readingsOf(manager, state),
  };
  return {
    companyId,
    company,
    simulated,
    days,
    streams,
    ...found,
    documents: await stored(manager, documentsOf(licenseId, entries, wish)),
    packs: packsOf(licenseId, entries),
    law: lawOfBundle(entries, deadlines),
    proofs,
    proof,
    people: wish.personal?.names ? await namesIn(found, new PersonRepository(manager, wish.personal.cipher)) : {},
    texts: wish.personal?.texts
      ? await reasonsOf(entries, history, new PrivateTextRepository(manager, wish.personal.cipher))
      : {},
  };
}

type Entry = LicenseEntry & Envelope;

/** Of a license's own stream, as every question about its past reads them. */
async function entriesOf(manager: EntityManager, licenseId: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of opened(manager, licenseStream(licenseId))) entries.push(entry as Entry);
  return entries;
}

async function* opened(manager: EntityManager, stream: string): AsyncGenerator<Envelope> {
  for await (const { body } of readWholeStream(manager, stream)) yield openBody(body);
}

/** Numbered; also those without entries, so that the proofs show that there are none. */
async function streamsOf(manager: EntityManager, names: readonly string[]): Promise<BundledStream[]> {
  const streams: BundledStream[] = [];
  for (const stream of names) {
    const { seq, hash } = (await readHead(manager, stream)) ?? { seq: 0, hash: genesis };
    streams.push({ stream, file: `streams/${streams.length + 1}.jsonl`, seq, hash });
  }
  return streams;
}

/** Several documents may lie under one key; what lies nowhere any more keeps its own. */
async function stored(manager: EntityManager, documents: readonly NamedDocument[]): Promise<Gathered['documents']> {
  const keys = await new StoredFileRepository(manager).storageKeys(documents.map(({ id }) => id));
  return documents.map((document) => ({ ...document, storageKey: keys.get(document.id) ?? document.id }));
}

async function readingsOf(manager: EntityManager, { readings }: LicenseState): Promise<AuditedLaw['readings']> {
  const told: AuditedLaw['readings'] = [];
  for (const [ruleId, { reading, scope, houseSeq }] of Object.entries(readings)) {
    const [row] = await readStream(manager, houseStream, houseSeq - 1, 1);
    const { type, actor, validOn, data } = row
      ? openBody(row.body)
      : { type: null, actor: null, validOn: '', data: {} };
    const { proposedBy = '' } = data as { proposedBy?: string };
    const settled =
      type === 'reading-confirmed'
        ? { proposedBy: { kind: 'person', id: proposedBy } as const, confirmedBy: actor, on: validOn }
        : null;
    told.push({ ruleId, reading, scope, houseSeq, settled } as AuditedLaw['readings'][number]);
  }
  return told.sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
}

/** Names of the persons whom the value names by their ids. */
async function namesIn(value: unknown, people: PersonRepository): Promise<Record<string, string>> {
  const ids = new Set(JSON.stringify(value).match(uuids) ?? []);
  const named: Record<string, string> = {};
  for (const { id, name, erasedAt } of await people.list()) if (ids.has(id) && erasedAt === null) named[id] = name;
  return named;
}

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What people wrote about why, of the entries that the history tells. */
async function reasonsOf(
  entries: readonly Entry[],
  history: readonly AuditedEntry[],
  texts: PrivateTextRepository,
): Promise<Record<string, string>> {
  const told = new Set(history.map(({ reason }) => reason));
  const reasons = entries.map(reasonOf).filter((reason): reason is TextRef => reason !== null && told.has(reason.ref));
  const read: Record<string, string> = {};
  for (const reason of reasons) {
    const text = await texts.read(reason);
    if (text) read[reason.ref] = text.text;
  }
  return read;
}

class NoSuchLicense extends NotFound {
  constructor(licenseId: string) {
    super('license-not-found', 'there is no such license', { licenseId, remedy: 'Look at GET /licenses for the ids.' });
  }
}
