/** Looks for viruses in one content while it arrives. */
export interface Scan {
  /** @throws ScannerUnavailable */
  give(chunk: Buffer): Promise<void>;
  /** After the last chunk. @throws FileInfected, ScannerUnavailable where it does not say that the content is clean */
  verdict(): Promise<void>;
  /** Nobody asks for the verdict any more. May be called at any time, twice too. */
  abandon(): void;
}

export interface Scanner {
  /** @throws ScannerUnavailable */
  begin(): Promise<Scan>;
  /** Whether it would scan now. @throws ScannerUnavailable */
  probe(): Promise<void>;
}
