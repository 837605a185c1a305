import type { TextRef } from './company.js';
import type { PermitDifference, PermitForm } from './license.js';

/** What is recorded around the authority's papers and what they ask for. */
export interface AuthorityEventData {
  /** An image of the paper that entry `entry` tells; `replaces` names the scan in whose place it comes. */
  'scan-attached': {
    entry: number;
    scanId: string;
    sha256: string;
    bytes: number;
    mediaType: string;
    replaces: string | null;
  };
  /** In words, where no material answers an item of a correction notice. */
  'correction-item-answered': { filingId: string; round: number; itemId: string; text: TextRef };
  /** The company comes again without an answer to an item, and says why. */
  'correction-item-passed-over': { filingId: string; round: number; itemId: string; reason: TextRef };
  /** Of the permit that the entry before tells: what kind of paper it is, and in what a person took it as it is. */
  'permit-paper-noted': {
    filingId: string;
    form: PermitForm | null;
    differences: PermitDifference[];
    reason: TextRef | null;
  };
}

export type AuthorityEventType = keyof AuthorityEventData;
