import { addDays, type CivilDate, maxDate, nextWorkingDay } from '../../calendar/index.js';
import { blockingChanges } from '../blocking-changes.js';
import { lastTerm } from '../decide/guard.js';
import type { PermitTerm } from '../license.js';
import type { Obligation } from '../obligation.js';
import { filingAct } from './filing-acts.js';
import { type PlannedChange, recordedDay } from './plan.js';
import type { Stage } from './stage.js';

/** Something that somebody will do, as far as the present state tells. */
export interface Act {
  on: CivilDate;
  play(): void;
}

/** Days after a permit's lapse for which the rehearsal still shows what follows. */
const aftermathDays = 30;

/** The next act, or null when nothing is left to be done before the rehearsal's end. What is late is done today. */
export function nextAct(stage: Stage): Act | null {
  let first: Act | null = null;
  for (const acts of [ofFirstFiling, ofFilings, ofService, ofDuties, ofChanges, ofNotices]) {
    for (const act of acts(stage)) if (first === null || act.on < first.on) first = act;
  }
  return first && { on: maxDate(first.on, stage.today), play: first.play };
}

/** The day after which nothing is shown; null while nobody can say. */
export function endOf(stage: Stage): CivilDate | null {
  const { until } = stage.request.plan;
  const [first, ...later] = (stage.license.state.permit?.terms ?? []).slice(Math.max(0, stage.termsBefore - 1));
  if (until !== null || !first) return until;
  return addDays(first.lastDay, later.length > 0 ? 1 : aftermathDays);
}

/**
 * A license on record that has neither permit nor application, or whose application has failed and is planned anew.
 * Before the permit nothing else is filed.
 */
function ofFirstFiling(stage: Stage): Act[] {
  const { permit, filings } = stage.license.state;
  const { filingOn } = stage.request.plan;
  const applications = Object.values(filings);
  const failed = applications.every(({ status }) => ['refused', 'not-accepted', 'withdrawn'].includes(status));
  if (permit || !failed || (applications.length > 0 && (filingOn === null || filingOn < stage.today))) return [];
  return [{ on: filingOn ?? stage.today, play: () => stage.file({ kind: 'new' }) }];
}

function ofFilings(stage: Stage): Act[] {
  const acts: Act[] = [];
  for (const filing of Object.values(stage.license.state.filings)) {
    const act = filingAct(stage, filing);
    if (act) acts.push(act);
  }
  return acts;
}

/** A suspended permit covers no service, and a taken one opens none. */
function ofService(stage: Stage): Act[] {
  const { permit } = stage.license.state;
  const planned = stage.request.plan.serviceOpenedOn;
  if (permit?.status !== 'valid' || planned === 'never') return [];
  const on = planned ?? (permit.terms[0] as PermitTerm).validFrom;
  return permit.serviceTypes
    .filter((type) => permit.services[type]?.status === 'not-opened')
    .map((serviceType) => ({
      on,
      play: () => stage.run('open-service', { serviceType, openedOn: stage.today, evidence: null, violation: false }),
    }));
}

function ofDuties(stage: Stage): Act[] {
  const acts: Act[] = [];
  for (const duty of stage.license.openDuties()) acts.push(...ofDuty(stage, duty));
  return acts;
}

function ofDuty(stage: Stage, duty: Obligation): Act[] {
  const { reports } = stage.request.plan;
  switch (duty.kind) {
    case 'annual-report':
      // Handed in as soon as the permit shows what has changed at the company.
      if (blockingChanges(stage.license.state).length > 0) return [];
      return report(stage, duty, typeof reports === 'string' ? reports : (reports[duty.period ?? ''] ?? 'safe-day'));
    case 'renewal':
      return inForce(stage) ? onDay(duty, renewalDay(stage, duty), () => stage.file({ kind: 'renewal' })) : [];
    case 'change':
      return inForce(stage)
        ? onDay(duty, changeDay(stage, duty), () => stage.file({ kind: 'change', answers: [duty.id] }))
        : [];
    default:
      return [];
  }
}

/** Where a renewal of the present term was refused, nothing more is filed. */
function inForce(stage: Stage): boolean {
  const { permit, filings } = stage.license.state;
  if (permit?.status !== 'valid' && permit?.status !== 'suspended') return false;
  const since = lastTerm(permit).seq;
  return !Object.values(filings).some(
    ({ kind, status, openedSeq }) => kind === 'renewal' && status === 'refused' && openedSeq > since,
  );
}

/** A day that is planned is that of the first renewal that is played. */
function renewalDay({ request, license, termsBefore }: Stage, duty: Obligation): CivilDate | 'safe-day' | 'never' {
  const { filedOn } = request.plan.renewal;
  const terms = license.state.permit?.terms ?? [];
  const later = terms.findIndex(({ seq }) => seq === duty.openedSeq) > Math.max(0, termsBefore - 1);
  return later && filedOn !== 'never' ? 'safe-day' : filedOn;
}

function onDay(duty: Obligation, day: CivilDate | 'safe-day' | 'never', play: () => void): Act[] {
  const on = day === 'safe-day' ? duty.deadline?.safeDay : day;
  return on === 'never' || !on ? [] : [{ on, play }];
}

function report(stage: Stage, duty: Obligation, day: CivilDate | 'safe-day' | 'never'): Act[] {
  const newest = () => Object.values(stage.license.state.filings).findLast(({ period }) => period === duty.period);
  return onDay(duty, day, () => {
    const known = newest();
    if (known?.status === 'returned') stage.handIn(known);
    else if (known?.status !== 'submitted') stage.file({ kind: 'annual-report', period: duty.period });
    const handedIn = newest();
    if (handedIn) stage.run('record-report-filed', { filingId: handedIn.id, filedOn: stage.today, number: null });
  });
}

/** Planned changes become known in the order of their days; those before the permit open no duty. */
function ofChanges(stage: Stage): Act[] {
  const planned = stage.changes[stage.changesTold.size];
  if (!planned) return [];
  const { kind, decidedOn, registeredOn, operatorChanges } = planned;
  const change = { kind, decidedOn, registeredOn, effectiveOn: null, operatorChanges };
  return [
    {
      on: recordedDay(planned),
      play: () => {
        stage.changesTold.set(stage.license.state.seq + 1, planned);
        stage.run('record-company-fact', { change, facts: {}, companySeq: stage.changesTold.size });
      },
    },
  ];
}

function changeDay(stage: Stage, duty: Obligation): PlannedChange['filedOn'] {
  return stage.changesTold.get(duty.openedSeq)?.filedOn ?? 'safe-day';
}

function ofNotices(stage: Stage): Act[] {
  const { state } = stage.license;
  const { acknowledge } = stage.request.plan;
  if (acknowledge === 'never') return [];
  const acts: Act[] = [];
  for (const { id } of stage.license.openDuties()) {
    const newest = state.notices[id]?.fired.at(-1);
    if (!newest || newest.skipped || newest.acknowledgedBy !== null) continue;
    acts.push({
      on: acknowledge === 'same-day' ? newest.on : nextWorkingDay(stage.law.calendar, newest.on).date,
      play: () => stage.run('acknowledge-notice', { obligationId: id, rung: newest.rung }),
    });
  }
  return acts;
}
