import type { RulePack } from '../../pack.js';
import { cnVatsCurrent1 } from '../cn-vats-current-1/index.js';
import { addedLadders } from './ladders.js';
import { limitsOfEnding } from './limits-of-ending.js';
import { limitsOfHolding } from './limits-of-holding.js';
import { limitsOfLists } from './limits-of-lists.js';
import { sources } from './sources.js';

/** Version 2 of the current rules. What it does not say anew holds as version 1 has it. */
export const cnVatsCurrent2: RulePack = {
  ...cnVatsCurrent1,
  id: 'cn-vats-current@2',
  sources,
  limits: [...cnVatsCurrent1.limits, ...limitsOfEnding, ...limitsOfHolding, ...limitsOfLists],
  ladders: [...cnVatsCurrent1.ladders, ...addedLadders],
};
