import { nothingChosen } from '../chosen-ladders.js';
import { type CreditFlag, factOf } from '../company.js';
import { nothingTold } from '../conduct.js';
import type { RecordedEvent, RecordedOf } from '../events.js';
import { type Flag, type LicenseState, stateForm } from '../license.js';
import { recordedDay } from './evolver.js';

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
    absences: {},
    ladders: nothingChosen,
    pins,
    readings: {},
    readingsSeq: 0,
    follows,
    simulated: false,
    filings: {},
    permit: null,
    experience: {},
    flags: flagsOf(event),
    factSeqs: {},
    changes: [],
    reportsFiledBefore: [],
    unknown: [],
    notices: {},
    waiverProposals: {},
    waived: [],
    proposedCorrections: {},
    corrected: [],
    papers: [],
    replacedBy: null,
    attention: [],
    closed: false,
    conduct: nothingTold,
    unknownEvents: [],
  };
}

/** A mark that was on the company before the license began holds for it too. */
function flagsOf(event: RecordedOf<'license-opened'>): LicenseState['flags'] {
  const { company } = event.data;
  const flag = (name: CreditFlag): Flag => {
    if (!company[factOf(name)]) return { status: 'clear', since: null, seq: null, recordedOn: null };
    const since = company.listedOn?.[name] ?? null;
    return { status: 'listed', since, seq: event.seq, recordedOn: recordedDay(event) };
  };
  return {
    'bad-list': flag('bad-list'),
    'dishonest-list': flag('dishonest-list'),
    'recent-penalty': flag('recent-penalty'),
  };
}
