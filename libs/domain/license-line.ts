import type { CivilDate } from '../calendar/index.js';
import type { Attention, Filing, LicenseState, LicenseStatus, People } from './license.js';
import type { Obligation } from './obligation.js';
import { licenseStatus } from './status.js';
import { licensedFor } from './types-of-permit.js';

/** A license in a line of a list. */
export interface LicenseLine extends People {
  companyId: string;
  companyName: string;
  serviceTypes: string[];
  /** A province by its host code, or `nationwide`. */
  coverage: string;
  authority: string;
  office: string;
  status: LicenseStatus;
  filings: Pick<Filing, 'id' | 'kind' | 'status'>[];
  permitNumber: string | null;
  permitLastDay: CivilDate | null;
  /** The company's own duty with the earliest date. */
  nextObligation: string | null;
  nextDate: CivilDate | null;
  safeDay: CivilDate | null;
  attention: Attention[];
  needsAttention: boolean;
  simulated: boolean;
  openedOn: CivilDate;
}

/** @param obligations the agenda of that day */
export function licenseLine(state: LicenseState, obligations: readonly Obligation[], today: CivilDate): LicenseLine {
  const { serviceTypes, coverage } = licensedFor(state);
  const next = obligations.find(({ duty, deadline }) => duty === 'company' && deadline !== null);
  return {
    companyId: state.companyId,
    companyName: state.company.name,
    serviceTypes,
    coverage: coverage.kind === 'province' ? coverage.provinces[0] : 'nationwide',
    authority: state.authority,
    office: state.office,
    status: licenseStatus(state, today),
    ...state.people,
    filings: Object.values(state.filings).map(({ id, kind, status }) => ({ id, kind, status })),
    permitNumber: state.permit?.number ?? null,
    permitLastDay: state.permit?.terms.at(-1)?.lastDay ?? null,
    nextObligation: next?.id ?? null,
    nextDate: next?.deadline?.date ?? null,
    safeDay: next?.deadline?.safeDay ?? null,
    needsAttention: state.attention.length > 0,
    attention: state.attention,
    simulated: state.simulated,
    openedOn: state.openedOn,
  };
}
