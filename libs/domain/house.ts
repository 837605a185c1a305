/**
 * What a house decides for itself, as pure checks: how an unclear rule is read, and which version of the law its
 * licenses take. Each needs two persons; the effect reaches a license by an event in its own stream.
 */
import type { CivilDate } from '../calendar/index.js';
import { type Law, readingsOfRule, type SettledReading, type SettledReadings } from '../rulebook/index.js';
import type { Actor } from './actor.js';
import { personOf } from './decide/guard.js';
import { Forbidden, InvalidInput } from './errors.js';

/** Where a reading holds; the narrowest scope counts. */
export type HouseScope =
  | { kind: 'installation' }
  | { kind: 'authority'; authority: string }
  | { kind: 'license'; licenseId: string };

/** A reading that somebody proposes; null leaves the rule open again within that scope. */
export interface ProposedReading {
  rule: string;
  reading: string | null;
  scope: HouseScope;
}

/** A reading on which two persons have settled, by entry `houseSeq` of the house's stream. */
export interface ConfirmedReading extends ProposedReading {
  houseSeq: number;
}

/**
 * Whether the rulebook has this rule and this way to read it.
 * @throws InvalidInput `unknown-rule`, `unknown-reading`, `unknown-authority`
 */
export function checkProposedReading(law: Law, { rule, reading, scope }: ProposedReading, on: CivilDate): void {
  const known = readingsOfRule(law.pack, rule, on);
  if (known === null) {
    throw new InvalidInput('unknown-rule', `The rules of ${law.pack.id} have no ${rule}`, {
      pointer: '/rule',
      remedy: 'Name the id of a rule in force, as docs/law.md and `paizhao rules list` show them.',
    });
  }
  if (reading !== null && !known.includes(reading)) {
    throw new InvalidInput('unknown-reading', `${rule} has no reading ${reading}`, {
      pointer: '/reading',
      known,
      remedy: `Name one of: ${known.join(', ')}; or null to leave it open again.`,
    });
  }
  if (scope.kind === 'authority' && !law.pack.authorities.some(({ code }) => code === scope.authority)) {
    throw new InvalidInput('unknown-authority', `There is no authority ${scope.authority}`, {
      pointer: '/scope/authority',
      known: law.pack.authorities.map(({ code }) => code),
      remedy: 'Use MIIT or the code of a provincial administration, such as sh.',
    });
  }
}

/** The person who proposes. @throws Forbidden `person-required` */
export function proposerOf(actor: Actor): string {
  return personOf({ actor });
}

/** The person who confirms: another one. @throws Forbidden `person-required`, `second-person-needed` */
export function secondPerson(actor: Actor, proposedBy: string): string {
  const person = proposerOf(actor);
  if (person !== proposedBy) return person;
  throw new Forbidden('second-person-needed', 'Whoever proposed it does not confirm it', {
    remedy: 'Ask another approver.',
  });
}

const widestFirst: readonly HouseScope['kind'][] = ['installation', 'authority', 'license'];

/** What holds for one license: of each rule the narrowest scope on which the house has settled. */
export function effectiveReadings(
  confirmed: readonly ConfirmedReading[],
  license: { licenseId: string; authority: string },
): SettledReadings {
  const found = new Map<string, SettledReading>();
  for (const kind of widestFirst) {
    for (const { rule, reading, scope, houseSeq } of confirmed) {
      if (scope.kind !== kind || reading === null || !concerns(scope, license)) continue;
      found.set(rule, { reading, scope: kind, houseSeq });
    }
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function concerns(scope: HouseScope, { licenseId, authority }: { licenseId: string; authority: string }): boolean {
  switch (scope.kind) {
    case 'installation':
      return true;
    case 'authority':
      return scope.authority === authority;
    case 'license':
      return scope.licenseId === licenseId;
    default:
      return scope satisfies never;
  }
}
