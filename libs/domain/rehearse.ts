import { addYears, type CivilDate, minDate } from '../calendar/index.js';
import type { Bilingual, Law } from '../rulebook/index.js';
import { assessRequest } from './assess.js';
import { type Context, defaultWakeWindow } from './context.js';
import { DomainError, InvalidInput } from './errors.js';
import type { LicenseState } from './license.js';
import { type Act, endOf, nextAct } from './rehearse/acts.js';
import type { FinishedFiling } from './rehearse/plan.js';
import { checkLivePlan, checkRehearsal } from './rehearse/plan-check.js';
import { type Rehearsal, rehearsalOf, workingWindow } from './rehearse/rehearsal.js';
import { Stage } from './rehearse/stage.js';
import { virtualCompany } from './rehearse/virtual-company.js';
import { WatchedLicense } from './rehearse/watched-license.js';
import { hasEnded } from './status.js';

export type { FinishedFiling } from './rehearse/plan.js';
export type { Rehearsal } from './rehearse/rehearsal.js';

/** Any one: nothing is kept of a rehearsed license. */
const rehearsedId = '00000000-0000-5000-8000-000000000000';

/** Nothing that is planned takes so long, or so much: five years bring some 150 events, twelve idle ones 8,000. */
const mostYears = 12;
const mostSteps = 5_000;
const mostEvents = 10_000;

/**
 * Plays a license from its preparation to its renewal, or further, on the live core: the same commands, events, limits,
 * ladders and wake-ups, on a virtual clock. Stateless and pure.
 * @param input a `RehearsalRequest`, of which everything but `company`, `serviceTypes`, `coverage` and `plan.startOn`
 *   may be left out
 * @throws InvalidInput `invalid-profile` with every error at once, `plan-not-playable` with the day and the refusal
 *   that the live license would give, or `plan-too-long`
 */
export function rehearse(law: Law, input: unknown): Rehearsal {
  const { request, assessment } = checkRehearsal(law, input);
  const assessed = assessRequest(law, assessment);
  const license = new WatchedLicense(rehearsedId, law, request.plan.startOn, defaultWakeWindow);
  const stage = new Stage(law, request, license);
  play(stage, () => open(stage, assessed.filingDay));
  license.moveTo(assessed.filingDay);
  play(stage, () => handIn(stage));
  live(stage);
  const { authority, authorityName, eligible } = assessed;
  return rehearsalOf(stage, license, {
    filingOn: assessed.filingDay,
    authority,
    authorityName,
    eligible,
    fileBetween: workingWindow(law, assessed.filingWindow),
    findings: assessed.findings.map(({ code, level, rule, wording }) => ({ code, level, about: rule, text: wording })),
  });
}

/**
 * Plays on a license that is on record, from its present state to the term that follows, or to `plan.until`. What
 * is open is gone on with: drafts are handed in, corrections answered, permits received. Nothing is written anywhere.
 * @param context the law that the license pins, and its time
 * @param input `{ plan }`, a `RehearsalPlan` without what is on record (start, people) or over (papers, corrections);
 *   everything may be left out
 * @param finished own filings that came to their permit
 * @throws InvalidInput as `rehearse`
 */
export function rehearseFrom(
  state: LicenseState,
  context: Pick<Context, 'law' | 'now' | 'today' | 'wakeWindow'>,
  input: unknown,
  finished: readonly FinishedFiling[] = [],
): Rehearsal {
  const { law, now, today, wakeWindow } = context;
  const plan = checkLivePlan(input, today, state.people);
  const { company, serviceTypes, coverage, licenseId } = state;
  const request = { company, serviceTypes, coverage, plan, finished: [...finished] };
  const license = new WatchedLicense(licenseId, law, { state, now }, wakeWindow);
  const stage = new Stage(law, request, license);
  license.settle();
  if (!hasEnded(state, license.nextWake())) live(stage);
  return rehearsalOf(stage, license, {
    filingOn: state.permit ? null : applicationDay(license, plan.filingOn),
    authority: state.authority,
    authorityName: authorityName(law, state.authority),
    eligible: null,
    fileBetween: null,
    findings: [],
  });
}

/** The day on which the authority has, or gets, the application. */
function applicationDay({ state, history }: WatchedLicense, planned: CivilDate | null): CivilDate | null {
  const application = Object.values(state.filings).findLast(({ kind }) => kind === 'new');
  const received = application?.rounds[0]?.receivedOn ?? null;
  return received ?? planned ?? history.at(-1)?.validOn ?? null;
}

function authorityName(law: Law, code: string): Bilingual {
  return law.pack.authorities.find((authority) => authority.code === code)?.name ?? { zh: code, en: code };
}

function open(stage: Stage, plannedOn: string): void {
  const { license, request, law } = stage;
  license.moveTo(request.plan.startOn);
  stage.run('open-license', {
    companyId: 'rehearsed',
    company: virtualCompany(request.company),
    serviceTypes: request.serviceTypes,
    coverage: request.coverage,
    people: request.plan.people,
    pins: { pack: law.pack.id, calendar: law.calendar.id },
    companySeq: 0,
    follows: null,
  });
  stage.run('open-filing', { kind: 'new', period: null, answers: [], plannedOn });
}

function handIn(stage: Stage): void {
  for (const filing of Object.values(stage.license.state.filings)) stage.handIn(filing);
}

/** Time passes from act to act and from wake-up to wake-up, since each may bring or move the next act. */
function live(stage: Stage): void {
  const { license, request } = stage;
  const horizon = addYears(request.plan.startOn, mostYears);
  for (let step = 0; step < mostSteps; step++) {
    const end = minDate(endOf(stage) ?? horizon, horizon);
    const act = nextAct(stage);
    // Nothing comes before what is to be done today.
    const wake = act?.on === license.today ? null : license.nextWake();
    const day = act && wake ? minDate(act.on, wake.day) : (act?.on ?? wake?.day);
    if (day === undefined || day > end) {
      if (end < horizon || request.plan.until !== null) license.moveTo(end, '23:59');
      return;
    }
    license.moveTo(day);
    if (act?.on === day) play(stage, act.play);
    if (license.history.length > mostEvents) break;
  }
  throw new InvalidInput('plan-too-long', `On ${license.today} the plan has brought ${license.history.length} events`, {
    pointer: '/plan',
    on: license.today,
    remedy: 'Give an earlier end in plan.until, or plan fewer changes that nobody files.',
  });
}

/** What the live license would refuse makes the plan impossible. */
function play({ today }: Stage, act: Act['play']): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new InvalidInput('plan-not-playable', `On ${today}: ${error.message}`, {
      pointer: '/plan',
      on: today,
      refusal: { code: error.code, details: error.details },
      remedy: 'Move the planned days so that each act follows what it answers.',
    });
  }
}
