import { type CivilDate, daysBetween, lastWorkingDay, shanghaiDay } from '../../calendar/index.js';
import type { Bilingual, Deadline } from '../../rulebook/index.js';
import type { LicenseEventType, RecordedEvent } from '../events.js';
import type { LicenseStatus, NoticeDue, PermitTerm } from '../license.js';
import type { Duty, ObligationKind } from '../obligation.js';
import { licenseStatus } from '../status.js';
import { findingsOf, type RehearsalFinding } from './findings.js';
import { type LatestStart, latestStart, type PredictedIssue, predictIssue } from './prediction.js';
import { staffingGaps } from './staffing.js';
import type { Stage, StaleMaterial } from './stage.js';
import type { WatchedDuty, WatchedLicense } from './watched-license.js';

/** Five years ahead, as plain JSON. Days are civil dates of Asia/Shanghai. */
export interface Rehearsal {
  /** Versions the answer rests on. */
  pack: string;
  calendar: string;
  startOn: CivilDate;
  /** The first filing; null where the license has its permit. */
  filingOn: CivilDate | null;
  /** Last day that was played. */
  endOn: CivilDate;
  /** Status of the license on that day, and its terms. */
  end: { status: LicenseStatus; terms: Pick<PermitTerm, 'validFrom' | 'lastDay' | 'provisional'>[] };
  authority: string;
  authorityName: Bilingual;
  /** Findings of the assessment block the filing; the rest is played all the same. Null: nothing was assessed. */
  eligible: boolean | null;
  /** File between these days: the papers at hand exist and are fresh. Without an end where none of them grows old. */
  fileBetween: { from: CivilDate; to: CivilDate | null } | null;
  /** When the first permit may be expected; null where the license has it. */
  predictedIssue: PredictedIssue | null;
  /** The last days on which to begin, where the plan wishes for a day of opening. */
  latestStart: LatestStart | null;
  /** The days until the first permit of this plan, and what they cost; null where it comes to none. */
  waiting: { days: number; cost: number | null } | null;
  timeline: TimelineEntry[];
  /** When each act of the company can be done: from … to the safe day, with the days that the plan leaves. */
  windows: ActWindow[];
  duties: RehearsedDuty[];
  notices: RehearsedNotice[];
  /** How many notices each person gets. */
  noticesByPerson: Record<string, number>;
  /** Papers at hand that are too old on the day of the first filing. */
  staleMaterials: StaleMaterial[];
  /** Dates that depend on working days nobody has published yet. */
  provisionalDates: { obligationId: string; date: CivilDate; safeDay: CivilDate | null }[];
  findings: RehearsalFinding[];
  /** How often the license was woken. */
  wakeUps: number;
}

export interface TimelineEntry {
  on: CivilDate;
  /** Type of the event. */
  what: LicenseEventType;
  by: 'company' | 'authority' | 'time';
  filingId: string | null;
}

export interface ActWindow {
  obligationId: string;
  kind: ObligationKind;
  period: string | null;
  from: CivilDate;
  to: CivilDate;
  doneOn: CivilDate | null;
  slackDays: number | null;
  firmness: Deadline['firmness'];
}

export interface RehearsedDuty {
  obligationId: string;
  kind: ObligationKind;
  duty: Duty;
  period: string | null;
  filingId: string | null;
  openedOn: CivilDate;
  deadline: Deadline | null;
  safeDay: CivilDate | null;
  cureEnd: CivilDate | null;
  /** Day on which an act closed it; null while it is open at the end. */
  closedOn: CivilDate | null;
  /** Calendar days from that day to the safe day, or to the date where there is none; negative when it was late. */
  slackDays: number | null;
}

export interface RehearsedNotice
  extends Pick<NoticeDue, 'obligationId' | 'kind' | 'rung' | 'date' | 'safeDay' | 'firmness' | 'late'> {
  on: CivilDate;
  person: string;
  role: 'owner' | 'deputy' | 'manager';
}

/** What is known of a license before it is played. */
export interface Beginning {
  filingOn: CivilDate | null;
  authority: string;
  authorityName: Bilingual;
  eligible: boolean | null;
  fileBetween: Rehearsal['fileBetween'];
  findings: RehearsalFinding[];
}

/** Sums up what was played. */
export function rehearsalOf(stage: Stage, license: WatchedLicense, beginning: Beginning): Rehearsal {
  const { law, request } = stage;
  const duties = [...license.duties.values()].map(rehearsedDuty);
  const notices = noticesOf(license.history);
  const timeline = timelineOf(license.history);
  const windows = duties.flatMap((duty) => windowOf(duty, notices));
  const { state, today } = license;
  const { findings, ...known } = beginning;
  return {
    pack: law.pack.id,
    calendar: law.calendar.id,
    startOn: request.plan.startOn,
    endOn: today,
    end: {
      status: licenseStatus(state, today),
      terms: (state.permit?.terms ?? []).map(({ validFrom, lastDay, provisional }) => ({
        validFrom,
        lastDay,
        provisional,
      })),
    },
    ...known,
    ...outcomeOf(stage, known, timeline),
    timeline,
    windows,
    duties,
    notices,
    noticesByPerson: countBy(notices.map(({ person }) => person)),
    staleMaterials: stage.stale,
    provisionalDates: duties.flatMap(({ obligationId, deadline, safeDay }) =>
      deadline?.firmness === 'provisional' ? [{ obligationId, date: deadline.date, safeDay }] : [],
    ),
    findings: [
      ...findings,
      ...findingsOf(state, today, duties, stage.stale),
      ...staffingGaps(state.people, request.plan.absences, { windows, notices, timeline }),
    ],
    wakeUps: license.wakes.length,
  };
}

/** How the first filing may end: what can be said before, and what this plan comes to. */
function outcomeOf(
  { law, request: { plan, finished } }: Stage,
  { filingOn, authority }: Pick<Beginning, 'filingOn' | 'authority'>,
  timeline: TimelineEntry[],
): Pick<Rehearsal, 'predictedIssue' | 'latestStart' | 'waiting'> {
  if (filingOn === null) return { predictedIssue: null, latestStart: null, waiting: null };
  const preparation = daysBetween(plan.startOn, filingOn);
  const issued = timeline.find(({ what }) => what === 'permit-issued');
  const days = issued ? daysBetween(plan.startOn, issued.on) : null;
  const cost = days === null || plan.costPerDay === null ? null : days * plan.costPerDay;
  return {
    predictedIssue: predictIssue(law, { authority, kind: 'new', receivedOn: filingOn }, finished),
    latestStart: plan.openBy === null ? null : latestStart(law, plan.openBy, { notBefore: plan.startOn, preparation }),
    waiting: days === null ? null : { days, cost },
  };
}

/** A window that ends on a rest day ends for the office on the working day before it. */
export function workingWindow(law: Stage['law'], window: Rehearsal['fileBetween']): Rehearsal['fileBetween'] {
  if (window === null || window.to === null) return window;
  const to = lastWorkingDay(law.calendar, window.to).date;
  return to < window.from ? null : { from: window.from, to };
}

function rehearsedDuty({ obligation, closedOn }: WatchedDuty): RehearsedDuty {
  const { id, kind, duty, period, filingId, openedOn, deadline, cureEnd } = obligation;
  const safeDay = deadline?.safeDay ?? null;
  const last = safeDay ?? deadline?.date ?? null;
  const slackDays = closedOn !== null && last !== null && duty !== 'right' ? daysBetween(closedOn, last) : null;
  return { obligationId: id, kind, duty, period, filingId, openedOn, deadline, safeDay, cureEnd, closedOn, slackDays };
}

/** A renewal's window opens with its first reminder, every other one with the duty. */
function windowOf(duty: RehearsedDuty, notices: RehearsedNotice[]): ActWindow[] {
  const { obligationId, kind, period, openedOn, deadline, safeDay, closedOn: doneOn, slackDays } = duty;
  if (duty.duty !== 'company' || !deadline || safeDay === null) return [];
  const first = kind === 'renewal' ? notices.find((notice) => notice.obligationId === obligationId)?.on : undefined;
  return [
    {
      obligationId,
      kind,
      period,
      from: first ?? openedOn,
      to: safeDay,
      doneOn,
      slackDays,
      firmness: deadline.firmness,
    },
  ];
}

function noticesOf(history: readonly RecordedEvent[]): RehearsedNotice[] {
  const notices: RehearsedNotice[] = [];
  for (const event of history) {
    if (event.type !== 'notice-due') continue;
    const { to, obligationId, kind, rung, date, safeDay, firmness, late } = event.data;
    const on = shanghaiDay(event.recordedAt);
    for (const { person, role } of to)
      notices.push({ on, person, role, obligationId, kind, rung, date, safeDay, firmness, late });
  }
  return notices;
}

const byAuthority: ReadonlySet<LicenseEventType> = new Set<LicenseEventType>([
  'receipt-recorded',
  'correction-requested',
  'filing-accepted',
  'filing-not-accepted',
  'expert-review-started',
  'expert-review-ended',
  'filing-granted',
  'filing-refused',
  'report-returned',
  'report-filed',
  'permit-issued',
  'permit-amended',
  'permit-renewed',
]);

const untold: ReadonlySet<LicenseEventType> = new Set<LicenseEventType>([
  'notice-due',
  'notice-acknowledged',
  'material-supplied',
]);

function timelineOf(history: readonly RecordedEvent[]): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  for (const { type, validOn, actor, data } of history) {
    if (untold.has(type)) continue;
    const by = byAuthority.has(type) ? 'authority' : actor.kind === 'system' ? 'time' : 'company';
    entries.push({ on: validOn, what: type, by, filingId: 'filingId' in data ? data.filingId : null });
  }
  return entries;
}

function countBy(keys: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
