import type { Filing, FiredRung, LicenseState } from '../license.js';

/**
 * A state with some members changed. Written out, because every event makes a new state and a spread of so many members
 * takes eight times as long.
 */
export function stateWith(state: LicenseState, change: Partial<LicenseState>): LicenseState {
  const copy: LicenseState = {
    form: state.form,
    licenseId: state.licenseId,
    seq: state.seq,
    recordedAt: state.recordedAt,
    openedOn: state.openedOn,
    companyId: state.companyId,
    company: state.company,
    serviceTypes: state.serviceTypes,
    coverage: state.coverage,
    authority: state.authority,
    office: state.office,
    people: state.people,
    absences: state.absences,
    ladders: state.ladders,
    pins: state.pins,
    readings: state.readings,
    readingsSeq: state.readingsSeq,
    follows: state.follows,
    simulated: state.simulated,
    filings: state.filings,
    permit: state.permit,
    experience: state.experience,
    flags: state.flags,
    factSeqs: state.factSeqs,
    changes: state.changes,
    reportsFiledBefore: state.reportsFiledBefore,
    unknown: state.unknown,
    notices: state.notices,
    waiverProposals: state.waiverProposals,
    waived: state.waived,
    proposedCorrections: state.proposedCorrections,
    corrected: state.corrected,
    papers: state.papers,
    replacedBy: state.replacedBy,
    attention: state.attention,
    closed: state.closed,
    conduct: state.conduct,
    unknownEvents: state.unknownEvents,
  };
  return Object.assign(copy, change);
}

/** The same for a filing. */
export function filingWith(filing: Filing, change: Partial<Filing>): Filing {
  const copy: Filing = {
    id: filing.id,
    kind: filing.kind,
    status: filing.status,
    openedOn: filing.openedOn,
    openedSeq: filing.openedSeq,
    openedBy: filing.openedBy,
    period: filing.period,
    answers: filing.answers,
    follows: filing.follows,
    serviceTypes: filing.serviceTypes,
    plannedOn: filing.plannedOn,
    materials: filing.materials,
    originals: filing.originals,
    pack: filing.pack,
    rounds: filing.rounds,
    acceptance: filing.acceptance,
    expertReviews: filing.expertReviews,
    publication: filing.publication,
    decision: filing.decision,
    withdrawnOn: filing.withdrawnOn,
    reportReturn: filing.reportReturn,
    deferred: filing.deferred,
    closedSeq: filing.closedSeq,
    closedOn: filing.closedOn,
  };
  return Object.assign(copy, change);
}

/** The same for a rung that has fired. */
export function rungWith(fired: FiredRung, change: Partial<FiredRung>): FiredRung {
  const { rung, people, on, skipped, acknowledgedBy, snoozedUntil, escalatedTo, seq } = fired;
  return Object.assign({ rung, people, on, skipped, acknowledgedBy, snoozedUntil, escalatedTo, seq }, change);
}
