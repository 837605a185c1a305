import type { Bilingual } from '../proof.js';

/** How a statement of a guide stands to the law. */
export type GuideFinding =
  | 'agrees'
  /** Right as far as it goes; the law says more. */
  | 'incomplete'
  /** Was so once. */
  | 'outdated'
  | 'differs'
  /** Asked for by some administrations only. */
  | 'local'
  /** Nobody has settled it. */
  | 'unsettled'
  | 'no-source'
  /** The guide says nothing of it. */
  | 'silent';

/** One statement of a guide in our own words, what the law says of it, and the rules that hold it. */
export interface GuideStatement {
  /** `A` or `B` and a number in the guide's order. */
  id: string;
  says: Bilingual;
  law: Bilingual;
  finding: GuideFinding;
  /** Ids of rules of the newest pack. */
  rules: string[];
}
