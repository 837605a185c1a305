import { limitOn, RuleNotInForceError } from '../../rulebook/index.js';
import type { Context } from '../context.js';
import type { FilingKind } from '../license.js';

/** An act whose dates the pinned pack cannot give is refused. @throws RuleNotInForceError (`rule-not-in-force`) */
export function mustKnow({ law, today }: Context, limit: string): void {
  limitOn(law, limit, today);
}

/** A pack without materials for a kind of filing knows nothing of it. @throws RuleNotInForceError */
export function mustKnowFilings({ law, today }: Context, kind: FilingKind): void {
  if (law.pack.requirements.some(({ filingKinds }) => filingKinds.includes(kind))) return;
  throw new RuleNotInForceError(law.pack.id, `materials for ${kind}`, today);
}
