import { type Explanation, explain, type Law } from '../rulebook/index.js';
import type { Obligation } from './obligation.js';

/** Why an obligation is due when it is; null where no date is known, as of a correction notice that prints none. */
export function explainObligation(law: Law, { id, duty, next, deadline }: Obligation): Explanation | null {
  return deadline && explain(law, { subject: id, about: next, duty }, deadline);
}
