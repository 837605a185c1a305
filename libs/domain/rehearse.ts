import { addYears, minDate } from '../calendar/index.js';
import type { Law } from '../rulebook/index.js';
import { assess } from './assess.js';
import { defaultWakeWindow } from './context.js';
import { DomainError, InvalidInput } from './errors.js';
import { type Act, endOf, nextAct } from './rehearse/acts.js';
import { checkRehearsal } from './rehearse/plan-check.js';
import { type Rehearsal, rehearsalOf } from './rehearse/rehearsal.js';
import { Stage } from './rehearse/stage.js';
import { virtualCompany } from './rehearse/virtual-company.js';
import { WatchedLicense } from './rehearse/watched-license.js';

export type { Rehearsal } from './rehearse/rehearsal.js';

/** Any one: nothing is kept of a rehearsed license. */
const rehearsedId = '00000000-0000-5000-8000-000000000000';

/** Nothing that is planned takes so long, or so many acts. */
const mostYears = 12;
const mostSteps = 5_000;

/**
 * Plays a license from its preparation to its renewal on the live core: the same commands, events, limits, ladders and
 * wake-ups, on a virtual clock. Stateless and pure.
 * @param input a `RehearsalRequest`, of which everything but `company`, `serviceTypes`, `coverage` and `plan.startOn`
 *   may be left out
 * @throws InvalidInput `invalid-profile` with every error at once, or `plan-not-playable` with the day and the refusal
 *   that the live license would give
 */
export function rehearse(law: Law, input: unknown): Rehearsal {
  const { request, assessment } = checkRehearsal(law, input);
  const assessed = assess(law, assessment);
  const license = new WatchedLicense(rehearsedId, law, request.plan.startOn, defaultWakeWindow);
  const stage = new Stage(law, request, license);
  play(stage, () => open(stage, assessed.filingDay));
  license.moveTo(assessed.filingDay);
  play(stage, () => handIn(stage));
  live(stage);
  return rehearsalOf(stage, license, assessed);
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
    const wake = license.nextWake();
    const day = [act?.on, wake?.day].filter((each) => each !== undefined).sort()[0];
    if (day === undefined || day > end) {
      if (end < horizon || request.plan.until !== null) license.moveTo(end, '23:59');
      return;
    }
    license.moveTo(day);
    if (act?.on === day) play(stage, act.play);
  }
  throw new InvalidInput('plan-not-playable', `The plan does not come to an end in ${mostSteps} steps`, {
    pointer: '/plan',
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
