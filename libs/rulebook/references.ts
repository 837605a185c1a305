import type { PackDefect } from './errors.js';
import type { RulePack } from './pack.js';
import { allRules } from './rules.js';

/** A defect unless something is fine. */
export function missing(fine: boolean, path: string, message: string): PackDefect[] {
  return fine ? [] : [{ path, message }];
}

/** What scope, foreign shares, duties, credit lists, companion permits and open questions name must be in the same pack. */
export function sectionReferenceDefects(pack: RulePack): PackDefect[] {
  return [
    ...typeDefects(pack),
    ...dutyDefects(pack),
    ...listDefects(pack),
    ...companionDefects(pack),
    ...questionDefects(pack),
  ];
}

function typeDefects(pack: RulePack): PackDefect[] {
  const known = pack.serviceTypes.map(({ code }) => code);
  return (['scope', 'foreignShare'] as const).flatMap((section) =>
    (pack[section] ?? []).flatMap(({ serviceTypes }, i) =>
      serviceTypes.flatMap((code, j) =>
        missing(known.includes(code), `${section}[${i}].serviceTypes[${j}]`, `no service type ${code}`),
      ),
    ),
  );
}

function dutyDefects(pack: RulePack): PackDefect[] {
  const acts = pack.penalties.map(({ act }) => act);
  return (pack.duties ?? []).flatMap(({ id, duty, limits, penalty }, i) => [
    ...missing(id === `duty.${duty}`, `duties[${i}].id`, `is not duty.${duty}`),
    ...limits.flatMap((limit, j) => limitDefects(pack, `duties[${i}].limits[${j}]`, limit)),
    ...missing(penalty === null || acts.includes(penalty), `duties[${i}].penalty`, `no penalty for ${penalty}`),
  ]);
}

function listDefects(pack: RulePack): PackDefect[] {
  return (pack.creditLists ?? []).flatMap(({ id, list, entryLimit, exits }, i) => [
    ...missing(id === `credit-list.${list}`, `creditLists[${i}].id`, `is not credit-list.${list}`),
    ...limitDefects(pack, `creditLists[${i}].entryLimit`, entryLimit),
    ...exits.flatMap(({ limit }, j) => limitDefects(pack, `creditLists[${i}].exits[${j}].limit`, limit)),
  ]);
}

function companionDefects(pack: RulePack): PackDefect[] {
  const ladders = pack.ladders.map(({ id }) => id);
  return (pack.companionPermits ?? []).flatMap(({ id, companion, duties }, i) => [
    ...missing(id === `companion.${companion}`, `companionPermits[${i}].id`, `is not companion.${companion}`),
    ...duties.flatMap(({ limit, ladder }, j) => [
      ...limitDefects(pack, `companionPermits[${i}].duties[${j}].limit`, limit),
      ...missing(ladders.includes(ladder), `companionPermits[${i}].duties[${j}].ladder`, `no ladder ${ladder}`),
    ]),
  ]);
}

function questionDefects(pack: RulePack): PackDefect[] {
  const known = new Set(allRules(pack).map(({ rule }) => rule.id));
  return (pack.openQuestions ?? []).flatMap(({ touches }, i) =>
    touches.flatMap((id, j) => missing(known.has(id), `openQuestions[${i}].touches[${j}]`, `no rule ${id}`)),
  );
}

function limitDefects(pack: RulePack, path: string, id: string | null): PackDefect[] {
  return missing(id === null || pack.limits.some((limit) => limit.id === id), path, `no limit ${id}`);
}
