/**
 * What is wrong with a bundle, and where. `kind`: `missing-part` (a file is not there), `changed-part` (it is not what the
 * manifest says), `strange-part` (the manifest does not name it), `form` (a file has another form), `entry` (a stream's
 * chain is broken; `field` says what of the entry), `cut` (entries that a checkpoint vouches for are not there),
 * `checkpoint` (a signature, a root or a proof does not hold), `key` (another key signed).
 */
export interface BundleFinding {
  kind: 'missing-part' | 'changed-part' | 'strange-part' | 'form' | 'entry' | 'cut' | 'checkpoint' | 'key';
  file?: string;
  stream?: string;
  seq?: number;
  field?: string;
  what: string;
}

/** `anchored`: the key or a checkpoint that the auditor brought along vouches for it. */
export type Verdict = 'anchored' | 'consistent-not-anchored' | 'broken';

export interface VerifiedStream {
  stream: string;
  entries: number;
  /** Entries younger than the newest checkpoint: nobody vouches that they are all. */
  unanchored: number;
}

export interface BundleReport {
  verdict: Verdict;
  streams: VerifiedStream[];
  /** The newest checkpoint in the bundle; null where it holds none that can be read. */
  checkpoint: { number: number; size: number; sealedAt: string; fingerprint: string } | null;
  findings: BundleFinding[];
}
