import type { CivilDate } from '../calendar/index.js';
import type { TextRef } from './company.js';
import type { InspectionKind, SpecialCondition, WithoutRight } from './conduct.js';

/** What is recorded of the business under a permit (see `conduct.ts`). */
export interface ConductEventData {
  'operation-started': {
    operationId: string;
    serviceType: string;
    province: string;
    startedOn: CivilDate;
    evidence: TextRef | null;
  };
  /** `stoppedOn` is the last day on which the service ran. */
  'operation-stopped': { operationId: string; stoppedOn: CivilDate; evidence: TextRef | null };
  /**
   * The days as they should have been entered; no period for what never ran. Written by releases up to 0.4.0, on the word
   * of one person: today it takes two, as an `entry-corrected` about the `period` of the entry that told the start.
   */
  'operation-corrected': {
    operationId: string;
    period: { startedOn: CivilDate; stoppedOn: CivilDate | null } | null;
    reason: TextRef;
  };
  /** Whole yuan that the license earned without a right to, as of a day. */
  'income-stated': { income: number; asOf: CivilDate; evidence: TextRef | null };
  /** An operation runs without a right: from which day on, and why. */
  'operating-alarm-raised': {
    operationId: string;
    serviceType: string;
    province: string;
    from: CivilDate;
    reasons: WithoutRight[];
  };
  'inspection-announced': {
    inspectionId: string;
    kind: InspectionKind;
    announcedOn: CivilDate;
    plannedOn: CivilDate | null;
    number: string | null;
  };
  'inspection-held': {
    inspectionId: string;
    kind: InspectionKind;
    heldOn: CivilDate;
    officials: number | null;
    number: string | null;
    findings: { id: string; text: TextRef }[];
    /** As printed by the authority. */
    answerDueOn: CivilDate | null;
  };
  'inspection-answered': { inspectionId: string; answeredOn: CivilDate; number: string | null; text: TextRef | null };
  /** A look at the premises during acceptance or review; no clock stands still. */
  'site-visit-noted': { filingId: string; on: CivilDate; officials: number; note: TextRef | null };
  'special-condition-recorded': {
    conditionId: string;
    kind: SpecialCondition['kind'];
    serviceType: string | null;
    text: TextRef;
    dueOn: CivilDate | null;
  };
  'special-condition-met': { conditionId: string; metOn: CivilDate; evidence: TextRef };
  'companion-recorded': {
    companionId: string;
    companion: string;
    number: string;
    holder: TextRef;
    validFrom: CivilDate;
    lastDay: CivilDate;
  };
  'companion-renewed': { companionId: string; validFrom: CivilDate; lastDay: CivilDate };
  'companion-report-filed': { companionId: string; year: string; filedOn: CivilDate };
  'companion-ended': { companionId: string; endedOn: CivilDate };
  'subsidiary-authorized': {
    subsidiaryId: string;
    name: string;
    uscc: string;
    percent: number;
    serviceTypes: string[];
    provinces: string[];
    approvedOn: CivilDate;
    shownOnPermit: boolean;
  };
  'subsidiary-ended': { subsidiaryId: string; endedOn: CivilDate };
  'duty-confirmed': { duty: string; on: CivilDate; place: TextRef | null; evidence: TextRef | null };
}

export type ConductEventType = keyof ConductEventData;
