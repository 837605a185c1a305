import type { CivilDate } from '../../calendar/index.js';
import type { AssessmentRequest } from '../assess/request.js';
import type { CompanyChangeKind, Coverage } from '../company.js';
import type { FilingKind, People } from '../license.js';

/** What is rehearsed: a company, what it asks for, and what everybody is taken to do. Plain JSON. */
export interface RehearsalRequest extends Pick<AssessmentRequest, 'company' | 'serviceTypes'> {
  /** What the license is kept under. */
  coverage: Coverage;
  plan: RehearsalPlan;
  /** Own filings that came to their permit, to predict the next one from; default: none. */
  finished: FinishedFiling[];
}

/** A filing that ended with a permit: how long its authority really took. */
export interface FinishedFiling {
  /** `MIIT`, or the host code of an administration. */
  authority: string;
  kind: FilingKind;
  receivedOn: CivilDate;
  issuedOn: CivilDate;
}

/** Days are civil dates of Asia/Shanghai. What is left out has the default named with it. */
export interface RehearsalPlan {
  /** Preparation begins. */
  startOn: CivilDate;
  /** The first filing; default: the first working day on which the papers at hand exist. */
  filingOn: CivilDate | null;
  /** Papers at hand with their day of issue. Every other paper is taken to be fresh on the filing day. */
  materials: { id: string; issuedOn: CivilDate | null }[];
  /** Names for the three people of the license; default: `owner`, `deputy`, `manager`. */
  people: People;
  authority: AuthorityPlan;
  /** Rounds of correction of the first filing, in order; default: none. */
  corrections: { noticedOn: CivilDate; dueOn: CivilDate | null; answeredOn: CivilDate }[];
  /** One expert review of the first filing; default: none. */
  expertReview: { from: CivilDate; to: CivilDate } | null;
  /** The service begins; default: on the day of the permit. `never` is possible, and fatal for the renewal. */
  serviceOpenedOn: CivilDate | 'never' | null;
  /** When yearly reports are filed; default: on the safe day of each. Days by year win over it. */
  reports: 'safe-day' | 'never' | Record<string, CivilDate>;
  changes: PlannedChange[];
  renewal: {
    /** A day is that of the first renewal, later ones are filed on their safe day. Default: on the safe day. */
    filedOn: CivilDate | 'safe-day' | 'never';
    /** `silence`: the authority accepts and never decides. Default: granted. */
    outcome: 'granted' | 'refused' | 'silence';
  };
  /** When somebody acknowledges a notice; default: two hours after it left. */
  acknowledge: 'same-day' | 'next-working-day' | 'never';
  /** Where the rehearsal ends; default: the day after the first term, or thirty days after a permit that lapsed. */
  until: CivilDate | null;
  /** Who is away, and when; default: nobody ever is. */
  absences: Absence[];
  /** The day by which the service shall open, or an old permit ends; default: no such day. */
  openBy: CivilDate | null;
  /** What each day until the permit costs (seats, staff, premises), whole yuan; default: unknown. */
  costPerDay: number | null;
}

/** Leave of a person, both days included. */
export interface Absence {
  /** `owner`, `deputy`, `manager`, or the name of an officer whom filings need. */
  who: string;
  from: CivilDate;
  to: CivilDate;
}

/** How fast the authority is. Default: it uses its limits to the last day. */
export interface AuthorityPlan {
  /** Working days after the receipt; `silence`: it says nothing, and the filing is accepted by law. Default: 5. */
  acceptance: number | 'silence';
  /** Calendar days after acceptance; default: the last working day by the earliest, or the latest, reading of the limit. */
  review: number | 'earliest-reading' | 'latest-reading';
  /** Working days after the grant; default: 10. */
  issue: number;
}

/** A change of the company, recorded on the day of its registration, or else of its decision. */
export interface PlannedChange {
  kind: CompanyChangeKind;
  decidedOn: CivilDate | null;
  registeredOn: CivilDate | null;
  operatorChanges: boolean | null;
  /** Default: on the safe day. */
  filedOn: CivilDate | 'safe-day' | 'never';
}

/** A change that is planned has one day at least. */
export function recordedDay({ decidedOn, registeredOn }: PlannedChange): CivilDate {
  return registeredOn ?? (decidedOn as CivilDate);
}
