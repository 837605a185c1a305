import type { RulePack } from '../../pack.js';
import { cnVatsCurrent1 } from '../cn-vats-current-1/index.js';

/** Version 2 of the current rules. What it does not say anew holds as version 1 has it. */
export const cnVatsCurrent2: RulePack = {
  ...cnVatsCurrent1,
  id: 'cn-vats-current@2',
};
