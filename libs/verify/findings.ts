/**
 * What is wrong with a bundle, and where: docs/ledger-format.md has the table. `kind`: `missing-part` (a file is not there),
 * `changed-part` (it is not what the manifest says), `strange-part` (the manifest does not name it), `form` (a file has
 * another form; `field` is the member of it), `entry` (a stream's chain is broken; `field` says what of the entry), `cut`
 * (entries that a checkpoint vouches for are not there), `checkpoint` (a signature, a root or a proof does not hold; `seq` is
 * its number), `key` (another key signed), `other-log` (the checkpoint that was brought is of another log; `field` says
 * `predecessor` where that of the bundle took its place, else `unknown`), and of what the bundle tells beside the streams: `law`, `document`, `deadline`,
 * `delivery` (it is not what the entries, the bytes or a second computation say).
 */
export interface BundleFinding {
  kind:
    | 'missing-part'
    | 'changed-part'
    | 'strange-part'
    | 'form'
    | 'entry'
    | 'cut'
    | 'checkpoint'
    | 'key'
    | 'other-log'
    | 'law'
    | 'document'
    | 'deadline'
    | 'delivery';
  file?: string;
  stream?: string;
  seq?: number;
  field?: string;
  what: string;
}

/**
 * `anchored`: the key or a checkpoint that the auditor brought along vouches for it; `checkpoint-newer`: the checkpoint is
 * younger than the bundle, so that nobody can compare the two.
 */
export type Verdict = 'anchored' | 'consistent-not-anchored' | 'checkpoint-newer' | 'broken';

export interface VerifiedStream {
  stream: string;
  entries: number;
  /** Entries younger than the newest checkpoint: nobody vouches that they are all. */
  unanchored: number;
}

export interface BundleReport {
  verdict: Verdict;
  /**
   * Why nothing vouches for it, findings or not: the checkpoint brought is younger than the bundle, no entry of the license is
   * under a checkpoint of the bundle, or neither key nor checkpoint was brought. Null where something does.
   */
  notAnchored: 'checkpoint-newer' | 'license-not-sealed' | 'nothing-brought' | null;
  /** As the manifest says; null where there is none that can be read. */
  about: { license: string; createdAt: string; simulated: boolean } | null;
  streams: VerifiedStream[];
  /** The newest checkpoint in the bundle; null where it holds none that can be read. */
  checkpoint: { number: number; size: number; sealedAt: string; fingerprint: string } | null;
  /**
   * The log of the bundle took the place of another one: where that ended, how many of its first leaves were kept, and how
   * many sealed entries were no longer on record. Null where it took none's.
   */
  continues: { origin: string; size: number; root: string; kept: number; gone: number } | null;
  /** Files of law of which the verifier has no copy of its own: only the manifest vouches for them. */
  notCompared: readonly string[];
  findings: BundleFinding[];
}
