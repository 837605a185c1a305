/** Where encrypted files lie. It sees ids and opaque bytes only; ids are checked before they come here. */
export interface FilePlace {
  /** Takes over the file at `path`, which is on the disk and synced, under the id. */
  keep(id: string, path: string): Promise<void>;
  /** Null where there is none. */
  read(id: string): Promise<Buffer | null>;
  /** No more than so many bytes of its beginning. Null where there is none. */
  readHead(id: string, bytes: number): Promise<Buffer | null>;
  /** One that is not there is no error. */
  remove(id: string): Promise<void>;
  /** Rejects where nothing could be kept now. */
  probe(): Promise<void>;
}
