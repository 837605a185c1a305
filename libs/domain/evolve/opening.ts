import type { CompanyFacts, CreditFlag } from '../company.js';
import { nothingTold } from '../conduct.js';
import type { RecordedEvent, RecordedOf } from '../events.js';
import { type LicenseState, stateForm } from '../license.js';

export function createsLicense(event: RecordedEvent): event is RecordedOf<'license-opened'> {
  return event.type === 'license-opened';
}

/** The state with which every license begins. */
export function openedState(licenseId: string, event: RecordedOf<'license-opened'>): LicenseState {
  const { companyId, company, serviceTypes, coverage, authority, office, people, pins, follows } = event.data;
  return {
    form: stateForm,
    licenseId,
    seq: event.seq,
    recordedAt: event.recordedAt,
    openedOn: event.validOn,
    companyId,
    company,
    serviceTypes,
    coverage,
    authority,
    office,
    people,
    pins,
    readings: {},
    readingsSeq: 0,
    follows,
    simulated: false,
    filings: {},
    permit: null,
    flags: flagsOf(company),
    factSeqs: {},
    changes: [],
    reportsFiledBefore: [],
    unknown: [],
    notices: {},
    waiverProposals: {},
    waived: [],
    proposedCorrections: {},
    replacedBy: null,
    attention: [],
    closed: false,
    conduct: nothingTold,
    unknownEvents: [],
  };
}

function flagsOf(company: CompanyFacts): LicenseState['flags'] {
  const flag = (listed: boolean): LicenseState['flags'][CreditFlag] => ({
    status: listed ? 'listed' : 'clear',
    since: null,
    seq: null,
  });
  return {
    'bad-list': flag(company.onBadList ?? false),
    'dishonest-list': flag(company.onDishonestList),
    'recent-penalty': flag(company.recentPenalty),
  };
}
