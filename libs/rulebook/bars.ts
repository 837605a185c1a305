import type { CivilDate } from '../calendar/index.js';
import { deadlineOf, measure } from './deadlines.js';
import type { Law } from './law.js';
import type { Deadline } from './proof.js';
import { inForce } from './rules.js';

/** Why somebody may not apply again for a time. */
export const barKinds = ['false-material', 'fraud'] as const;
export type BarKind = (typeof barKinds)[number];

const limits: Record<BarKind, string> = { 'false-material': 'limit.false-material-bar', fraud: 'limit.fraud-bar' };

/** The last day of a bar, with its proof; null where the pack has no rule for a decision of that day. */
export function barEnd(law: Law, kind: BarKind, decidedOn: CivilDate): Deadline | null {
  const rule = law.pack.limits.find((limit) => limit.id === limits[kind] && inForce(limit, decidedOn));
  const [first, ...others] = (rule?.readings ?? []).map((reading) => rule && measure(law, rule, reading, decidedOn));
  return rule && first ? deadlineOf(law, rule.duty, [first, ...others.filter((each) => each !== undefined)]) : null;
}
