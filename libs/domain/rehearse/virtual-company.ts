import type { AssessmentRequest } from '../assess/request.js';
import type { CompanyFacts } from '../company.js';

/** A credit code with a right check character that belongs to nobody: the rules do not look at it. */
const noUscc = '91310000MA1FL0000N';

/** The facts of a rehearsed company. Names decide nothing, so none is taken over; what is unknown is taken as no. */
export function virtualCompany(company: AssessmentRequest['company']): CompanyFacts {
  const { province, city, registeredCapital, foreignShare, establishedOn } = company;
  return {
    name: 'rehearsed company',
    uscc: noUscc,
    province,
    city,
    freeTradeZone: company.freeTradeZone ?? false,
    registeredCapital,
    foreignShare,
    establishedOn,
    legalRepresentative: null,
    shareholders: company.shareholders.map(({ kind, percent, foreign }, i) => ({
      kind,
      name: `shareholder ${i + 1}`,
      percent,
      foreign,
    })),
    onDishonestList: company.onDishonestList ?? false,
    recentPenalty: company.recentPenalty ?? false,
  };
}
