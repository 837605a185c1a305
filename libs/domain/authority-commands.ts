import type { TextRef } from './company.js';

/** What people do about the authority's papers and what they ask for. */
export interface AuthorityCommandData {
  /** `entry`: number of the entry that tells the paper; `replaces`: a scan of it that showed something else. */
  'attach-scan': {
    entry: number;
    scanId: string;
    sha256: string;
    bytes: number;
    mediaType: string;
    replaces: string | null;
  };
  'answer-correction-item': { filingId: string; itemId: string; text: TextRef };
  'pass-over-correction-item': { filingId: string; itemId: string; reason: TextRef };
}

export type AuthorityCommandType = keyof AuthorityCommandData;
