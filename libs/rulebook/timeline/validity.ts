import type { CivilDate } from '../../calendar/index.js';
import { validity } from '../clocks.js';
import { measure } from '../deadlines.js';
import type { Law } from '../law.js';
import type { Deadline } from '../proof.js';
import { inForce } from '../rules.js';

/** The end of validity under every reading. Nobody has to act on it, so it has no safe day. */
export function validityDeadline(law: Law, validFrom: CivilDate): Deadline {
  const { lastDay, proof } = validity(law, validFrom);
  const rule = law.pack.limits.find((candidate) => candidate.id === proof.ruleId && inForce(candidate, lastDay));
  const [first, ...others] = rule?.readings.map((reading) => measure(law, rule, reading, validFrom)) ?? [];
  if (!first) throw new Error(`${law.pack.id} has no reading of ${proof.ruleId}`);
  return { date: lastDay, safeDay: null, safeDaySteps: [], firmness: proof.firmness, readings: [first, ...others] };
}
