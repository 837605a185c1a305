import type { RulePack } from '../../pack.js';
import { authorities } from './authorities.js';
import { eligibility } from './eligibility.js';
import { ladders } from './ladders.js';
import { limitsOfAppeal } from './limits-of-appeal.js';
import { limitsOfTheAuthority } from './limits-of-the-authority.js';
import { limitsOfTheCompany } from './limits-of-the-company.js';
import { offices } from './offices.js';
import { penalties } from './penalties.js';
import { requirementsConditional } from './requirements-conditional.js';
import { requirementsLater } from './requirements-later.js';
import { requirementsLocal } from './requirements-local.js';
import { requirementsNew } from './requirements-new.js';
import { capital, numbers, routing } from './routing.js';
import { serviceTypes } from './service-types.js';
import { sources } from './sources.js';

/** Value-added telecom services in mainland China under the measures of 2017. */
export const cnVatsCurrent1: RulePack = {
  id: 'cn-vats-current@1',
  title: {
    zh: '增值电信业务经营许可（2017年办法）',
    en: 'Permits for value-added telecom services (measures of 2017)',
  },
  sources,
  serviceTypes,
  authorities,
  offices,
  numbers,
  routing,
  capital,
  eligibility,
  requirements: [...requirementsNew, ...requirementsConditional, ...requirementsLocal, ...requirementsLater],
  limits: [...limitsOfTheAuthority, ...limitsOfTheCompany, ...limitsOfAppeal],
  ladders,
  penalties,
};
