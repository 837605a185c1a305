import type { RulePack } from '../../pack.js';
import { cnVatsCurrent1 } from '../cn-vats-current-1/index.js';
import { amended } from './amended.js';
import { capital } from './capital.js';
import { companionPermits } from './companion-permits.js';
import { creditLists } from './credit-lists.js';
import { dutiesInProcedure } from './duties-in-procedure.js';
import { dutiesOfCallCenters } from './duties-of-call-centers.js';
import { dutiesOfChange } from './duties-of-change.js';
import { dutiesOfHolders } from './duties-of-holders.js';
import { dutiesOfLoss } from './duties-of-loss.js';
import { eligibility } from './eligibility.js';
import { foreignShare } from './foreign-share.js';
import { addedLadders } from './ladders.js';
import { limitsAmended } from './limits-amended.js';
import { limitsOfEnding } from './limits-of-ending.js';
import { limitsOfHolding } from './limits-of-holding.js';
import { limitsOfLists } from './limits-of-lists.js';
import { numbers } from './numbers.js';
import { questionsOfProcedure } from './open-questions.js';
import { questionsOfScope } from './open-questions-of-scope.js';
import { laddersOfOperating, limitsOfOperating } from './operating.js';
import { penaltiesAmended } from './penalties.js';
import { requirementsAdded } from './requirements-added.js';
import { requirementsAmended } from './requirements-amended.js';
import { requirementsOfEnding } from './requirements-of-ending.js';
import { routing } from './routing.js';
import { scope } from './scope.js';
import { serviceTypes } from './service-types.js';
import { sources } from './sources.js';

/** Version 2 of the current rules. What it does not say anew holds as version 1 has it. */
export const cnVatsCurrent2: RulePack = {
  ...cnVatsCurrent1,
  id: 'cn-vats-current@2',
  sources,
  serviceTypes,
  capital,
  numbers,
  requirements: amended(cnVatsCurrent1.requirements, [
    ...requirementsAmended,
    ...requirementsAdded,
    ...requirementsOfEnding,
  ]),
  limits: amended(cnVatsCurrent1.limits, [
    ...limitsAmended,
    ...limitsOfEnding,
    ...limitsOfHolding,
    ...limitsOfLists,
    ...limitsOfOperating,
  ]),
  scope,
  routing,
  eligibility,
  foreignShare,
  ladders: [...cnVatsCurrent1.ladders, ...addedLadders, ...laddersOfOperating],
  penalties: amended(cnVatsCurrent1.penalties, penaltiesAmended),
  duties: [...dutiesInProcedure, ...dutiesOfHolders, ...dutiesOfChange, ...dutiesOfLoss, ...dutiesOfCallCenters],
  creditLists,
  companionPermits,
  openQuestions: [...questionsOfProcedure, ...questionsOfScope],
};
