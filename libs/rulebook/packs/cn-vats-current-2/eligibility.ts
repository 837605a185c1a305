import type { EligibilityRule } from '../../pack.js';
import { eligibility as eligibility1 } from '../cn-vats-current-1/eligibility.js';
import { sinceNotice81 } from './duty.js';
import { eligibilityOfForeigners } from './eligibility-foreign.js';
import { eligibilityOfTheCompany } from './eligibility-of-the-company.js';
import { eligibilityOfTheQuestion } from './eligibility-of-the-question.js';
import { eligibilityByStanding } from './eligibility-standing.js';

/** Said anew in this version: by whom of the dishonest list, by type of the foreign share, and in `scope`. */
const replaced = [
  'eligibility.dishonest-list',
  'eligibility.foreign-invested',
  'eligibility.offshore',
  'eligibility.own-users-only',
];

/** Rules of version 1 with a basis that came later than the measures of 2017. */
const fromItsBasis = (rule: EligibilityRule): EligibilityRule =>
  rule.id === 'eligibility.site-check' ? { ...rule, ...sinceNotice81 } : rule;

/** Findings that follow from the applicant's facts; capital, scope and the foreign caps are judged beside them. */
export const eligibility: EligibilityRule[] = [
  ...eligibilityByStanding,
  ...eligibilityOfTheCompany,
  ...eligibilityOfForeigners,
  ...eligibility1.filter(({ id }) => !replaced.includes(id)).map(fromItsBasis),
  ...eligibilityOfTheQuestion,
];
