import type { RulePack } from '../../pack.js';
import { cnVatsCurrent1 } from '../cn-vats-current-1/index.js';
import { companionPermits } from './companion-permits.js';
import { creditLists } from './credit-lists.js';
import { dutiesInProcedure } from './duties-in-procedure.js';
import { dutiesOfCallCenters } from './duties-of-call-centers.js';
import { dutiesOfHolders } from './duties-of-holders.js';
import { addedLadders } from './ladders.js';
import { limitsOfEnding } from './limits-of-ending.js';
import { limitsOfHolding } from './limits-of-holding.js';
import { limitsOfLists } from './limits-of-lists.js';
import { addedPenalties } from './penalties.js';
import { sources } from './sources.js';

/** Version 2 of the current rules. What it does not say anew holds as version 1 has it. */
export const cnVatsCurrent2: RulePack = {
  ...cnVatsCurrent1,
  id: 'cn-vats-current@2',
  sources,
  limits: [...cnVatsCurrent1.limits, ...limitsOfEnding, ...limitsOfHolding, ...limitsOfLists],
  ladders: [...cnVatsCurrent1.ladders, ...addedLadders],
  penalties: [...cnVatsCurrent1.penalties, ...addedPenalties],
  duties: [...dutiesInProcedure, ...dutiesOfHolders, ...dutiesOfCallCenters],
  creditLists,
  companionPermits,
};
