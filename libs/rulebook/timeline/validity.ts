import type { CivilDate } from '../../calendar/index.js';
import { validity } from '../clocks.js';
import { countFrom } from '../count.js';
import { limitOn, measure } from '../deadlines.js';
import type { Law } from '../law.js';
import { publishedPacks } from '../packs.js';
import type { Deadline } from '../proof.js';
import { inForce } from '../rules.js';

/** The end of validity under every reading. Nobody has to act on it, so it has no safe day. */
export function validityDeadline(law: Law, validFrom: CivilDate): Deadline {
  const { lastDay, proof } = validity(law, validFrom);
  const rule = limitOn(law, proof.ruleId, lastDay);
  const readings = rule.readings.map((reading) => measure(law, rule, reading, validFrom));
  return { date: lastDay, safeDay: null, safeDaySteps: [], firmness: proof.firmness, readings };
}

/**
 * The law under which a permit ends. A permit that ended under older measures is answered by their pack, as far as it
 * goes; where no pack knows such a day, by the law given.
 */
export function lawOfPermit(law: Law, validFrom: CivilDate | null, lastDay: CivilDate | null): Law {
  const count = law.pack.limits.find(({ id }) => id === 'limit.validity')?.readings[0]?.count;
  const ends = lastDay ?? (validFrom && count ? countFrom(law.calendar, count, validFrom, []).date : null);
  const knows = [law.pack, ...publishedPacks].find(({ limits }) =>
    limits.some((rule) => rule.id === 'limit.validity' && ends !== null && inForce(rule, ends)),
  );
  return knows && knows !== law.pack ? { ...law, pack: knows } : law;
}
