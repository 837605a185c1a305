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

/**
 * Where uploaded files live. Content is encrypted at rest; an id is written once and never again. The store knows
 * nothing of licenses: which document belongs to what is the database's.
 */
export interface DocumentStore {
  /**
   * Reads the stream to its end, checks size and type, and keeps the file under the id. When it rejects, nothing is
   * left behind and the source is drained.
   * @param fileName as the client gave it: only its ending is looked at
   * @throws FileTooLarge, FileEmpty, FileTypeNotAllowed, FileTypeMismatch
   */
  put(id: string, fileName: string, content: Readable): Promise<StoredDocument>;
  /** The plain bytes, authenticated before the first one is handed out. @throws DocumentUnreadable */
  read(id: string): Promise<Buffer>;
  /** Removes the document; a document that is not there is no error. */
  remove(id: string): Promise<void>;
  /** Takes away what an interrupted upload left behind, older than so many milliseconds. Returns how many. */
  sweepPartial(olderThanMs: number): Promise<number>;
}
