import { createHash } from 'node:crypto';
import type { ArchivedFile } from '../archive/index.js';
import { allowedMediaTypes, DocumentUnreadable } from '../documents/index.js';
import { InvalidInput } from '../domain/index.js';
import type { NamedDocument, Omitted } from './documents.js';
import type { Gathered, PersonalParts } from './gather.js';

export type BundledDocument = Gathered['documents'][number] & { file: string | null; omitted: Omitted | null };

/** What the archive holds without ZIP64, with room for everything else. */
const mostBytes = 4_000_000_000;

/**
 * Of which documents the bytes come along: those that are asked for, are covered, and are there as they were hashed.
 * @throws InvalidInput `bundle-too-large`
 */
export async function documentsIn({ documents }: Gathered, personal: PersonalParts | null): Promise<BundledDocument[]> {
  const found: BundledDocument[] = [];
  for (const document of documents) {
    const omitted = await whyOmitted(document, personal);
    found.push({ ...document, omitted, file: omitted === null ? fileNameOf(document) : null });
  }
  mustFit(found);
  return found;
}

function mustFit(documents: readonly BundledDocument[]): void {
  const sizes = new Map(documents.map(({ file, bytes }) => [file, file === null ? 0 : bytes]));
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (bytes <= mostBytes) return;
  throw new InvalidInput('bundle-too-large', `the files of these days are ${bytes} bytes`, {
    pointer: '/files',
    most: mostBytes,
    remedy: 'Ask for fewer days at a time, or without files.',
  });
}

async function whyOmitted(
  document: NamedDocument & { storageKey: string },
  personal: PersonalParts | null,
): Promise<Omitted | null> {
  if (document.erased) return 'erased';
  if (personal === null) return 'not-asked';
  if (!document.inPeriod) return 'outside-period';
  const bytes = await readOrNull(personal.store, document.storageKey);
  return bytes && createHash('sha256').update(bytes).digest('hex') === document.sha256 ? null : 'unreadable';
}

const fileNameOf = ({ sha256, mediaType }: NamedDocument): string =>
  `files/${sha256}.${allowedMediaTypes[mediaType]?.[0] ?? 'bin'}`;

/** One of each: several documents may be one file. */
export function* bytesOf(
  documents: readonly BundledDocument[],
  personal: PersonalParts | null,
): Generator<ArchivedFile> {
  const files = new Map(documents.flatMap(({ file, storageKey }) => (file === null ? [] : [[file, storageKey]])));
  for (const [path, key] of files)
    yield {
      path,
      content: () => {
        if (personal === null) throw new Error(`${path} was not asked for.`);
        return personal.store.read(key);
      },
    };
}

/** @throws FileStoreUnavailable */
async function readOrNull(store: PersonalParts['store'], key: string): Promise<Buffer | null> {
  try {
    return await store.read(key);
  } catch (error) {
    if (error instanceof DocumentUnreadable) return null;
    throw error;
  }
}

/** As `documents.json` has it. */
export const describedDocument = ({ inPeriod: _, storageKey: __, erased: ___, ...document }: BundledDocument) =>
  document;
