import type { CivilDate } from '../calendar/index.js';
import type { TextRef } from './company.js';
import type { InspectionKind, SpecialCondition } from './conduct.js';

/** What people tell of the business under a permit (see `conduct.ts`). */
export interface ConductCommandData {
  /** `stoppedOn`, the last day on which the service ran, enters a time that is over. */
  'start-operation': {
    serviceType: string;
    province: string;
    startedOn: CivilDate;
    stoppedOn: CivilDate | null;
    evidence: TextRef | null;
  };
  'stop-operation': { operationId: string; stoppedOn: CivilDate; evidence: TextRef | null };
  /** No period: it never ran. */
  'correct-operation': {
    operationId: string;
    period: { startedOn: CivilDate; stoppedOn: CivilDate | null } | null;
    reason: TextRef;
  };
  'state-income': { income: number; asOf: CivilDate; evidence: TextRef | null };
  'announce-inspection': {
    kind: InspectionKind;
    announcedOn: CivilDate;
    plannedOn: CivilDate | null;
    number: string | null;
  };
  /** `inspectionId` names the announcement that it follows, where there was one. */
  'record-inspection': {
    inspectionId: string | null;
    kind: InspectionKind;
    heldOn: CivilDate;
    officials: number | null;
    number: string | null;
    findings: TextRef[];
    answerDueOn: CivilDate | null;
  };
  'answer-inspection': { inspectionId: string; answeredOn: CivilDate; number: string | null; text: TextRef | null };
  'note-site-visit': { filingId: string; on: CivilDate; officials: number; note: TextRef | null };
  'record-condition': NewCondition;
  'meet-condition': { conditionId: string; metOn: CivilDate; evidence: TextRef };
  'record-companion': {
    companion: string;
    number: string;
    holder: TextRef;
    validFrom: CivilDate;
    lastDay: CivilDate;
  };
  'renew-companion': { companionId: string; validFrom: CivilDate; lastDay: CivilDate };
  'record-companion-report': { companionId: string; year: string; filedOn: CivilDate };
  'end-companion': { companionId: string; endedOn: CivilDate };
  'authorize-subsidiary': {
    name: string;
    uscc: string;
    percent: number;
    serviceTypes: string[];
    provinces: string[];
    approvedOn: CivilDate;
    shownOnPermit: boolean;
  };
  'end-subsidiary': { subsidiaryId: string; endedOn: CivilDate };
  'confirm-duty': { duty: string; on: CivilDate; place: TextRef | null; evidence: TextRef | null };
}

export interface NewCondition {
  kind: SpecialCondition['kind'];
  serviceType: string | null;
  text: TextRef;
  dueOn: CivilDate | null;
}

export type ConductCommandType = keyof ConductCommandData;
