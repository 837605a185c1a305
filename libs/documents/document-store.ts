import type { Readable } from 'node:stream';

/** What is known of a document after it was stored. */
export interface StoredDocument {
  id: string;
  /** SHA-256 of the plain bytes, hex. */
  sha256: string;
  bytes: number;
  /** Detected from the bytes. */
  mediaType: string;
}

/** Where the key of a file is: apart from it, or in it, as until 0.5.0. */
export type KeyPlace = 'apart' | 'inside';

/** Why something does not work; null where it does. */
export type Fault = string | null;

export interface StoreHealth {
  store: Fault;
  /** `off` where no scanner is set. */
  scanner: Fault | 'off';
}

/**
 * Where uploaded files live. Content is encrypted at rest; an id is written once and never again. The store knows
 * nothing of licenses: which document belongs to what is the database's.
 */
export interface DocumentStore {
  /** Of one file. */
  readonly maxBytes: number;
  /**
   * Reads the stream to its end, checks size, type, structure and, where a scanner is set, for viruses, and keeps the
   * file under the id. Of the file no more than some chunks are in memory. When it rejects, nothing is left behind and
   * the source is drained.
   * @param fileName as the client gave it: only its ending is looked at
   * @throws FileTooLarge, FileEmpty, FileTypeNotAllowed, FileTypeMismatch, ArchiveNotAllowed, FileMalformed,
   *   FileInflates, FileHasActiveContent, FileProtected, FileInfected, ScannerUnavailable, FileStoreUnavailable
   */
  put(id: string, fileName: string, content: Readable): Promise<StoredDocument>;
  /**
   * The plain bytes, authenticated before the first one is handed out.
   * @throws DocumentUnreadable, FileStoreUnavailable
   */
  read(id: string): Promise<Buffer>;
  /** Removes the document and its key; a document that is not there is no error. */
  remove(id: string): Promise<void>;
  /** Takes away what an interrupted upload left behind, older than so many milliseconds. Returns how many. */
  sweepPartial(olderThanMs: number): Promise<number>;
  /** Reads no more than the file's head. @throws DocumentUnreadable where no key of ours opens it */
  keyPlace(id: string): Promise<KeyPlace>;
  /**
   * Takes the key out of a file that holds it; its content stays as it is. Whoever reads meanwhile reads the old or the
   * new one.
   * @throws DocumentUnreadable
   */
  takeKeyOut(id: string): Promise<void>;
  /** The bytes as encrypted as they lie in the store, for a backup; null where there are none. */
  readSealed(id: string): Promise<Buffer | null>;
  /** Keeps under its id what `readSealed` gave; what was there is replaced. */
  keepSealed(id: string, bytes: Buffer): Promise<void>;
  /** Whether files could be stored and scanned now. */
  probe(): Promise<StoreHealth>;
}
