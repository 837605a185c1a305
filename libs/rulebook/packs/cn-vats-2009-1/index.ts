import type { RulePack } from '../../pack.js';
import { capital, eligibility } from './eligibility.js';
import { limits } from './limits.js';
import { requirements } from './requirements.js';
import { sources } from './sources.js';

/**
 * Value-added telecom services under the measures of 2009, for permits of that time: who could get one, with which
 * papers, the yearly inspection, and the arithmetic of validity and renewal. Every other question about those years is
 * refused, since its rules were not read.
 */
export const cnVats2009: RulePack = {
  id: 'cn-vats-2009@1',
  title: {
    zh: '增值电信业务经营许可（2009年办法，已废止）',
    en: 'Permits for value-added telecom services (measures of 2009, replaced)',
  },
  sources,
  serviceTypes: [],
  authorities: [],
  offices: [],
  numbers: [],
  routing: [],
  capital,
  eligibility,
  requirements,
  limits,
  ladders: [],
  penalties: [],
};
