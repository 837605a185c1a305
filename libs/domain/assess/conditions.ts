import type { Facts } from '../../rulebook/index.js';
import type { Complaints } from './complaints.js';

/** What the measures ask of every applicant; what is left out is unknown. */
export interface Conditions {
  /** A company formed under the law. */
  company?: boolean | null;
  funds?: boolean | null;
  staff?: boolean | null;
  /** Reputation or ability for long-term service. */
  longTermService?: boolean | null;
  premises?: boolean | null;
  facilities?: boolean | null;
  technicalPlan?: boolean | null;
}

const factOf = {
  company: 'isCompany',
  funds: 'fundsSuffice',
  staff: 'staffSuffices',
  longTermService: 'longTermAbility',
  premises: 'premises',
  facilities: 'facilities',
  technicalPlan: 'technicalPlan',
} as const satisfies Record<keyof Conditions, keyof Facts>;

export const conditionFields = Object.keys(factOf) as (keyof Conditions)[];

/** Reads the conditions; null when none is given. */
export function conditionsAt(errors: Complaints, input: unknown): Conditions | null {
  if (input === undefined || input === null) return null;
  const given = errors.object('/conditions', input, conditionFields);
  return Object.fromEntries(
    conditionFields.map((field) => [field, errors.optionalBoolean(`/conditions/${field}`, given[field])]),
  );
}

export function factsOfConditions(conditions: Conditions | null): Partial<Facts> {
  return Object.fromEntries(conditionFields.map((field) => [factOf[field], conditions?.[field] ?? null]));
}
