/** What the decision to continue as new is made of. Instants in milliseconds of the workflow's time. */
export interface RunSituation {
  now: number;
  /** Null: the license has no deadline at all, which is no reason to continue as new. */
  wakeAt: number | null;
  /** Events the run will hold once it sleeps. */
  events: number;
  suggestedByServer: boolean;
  /** Somebody asked for a fresh run, as after a deploy. */
  refreshAsked: boolean;
}

const longSleep = 30 * 24 * 3_600_000;
const eventsOfALongSleep = 12;
const eventsOfARun = 400;

/**
 * A license that sleeps for more than a month leaves next to nothing behind; one with much history starts afresh. Both
 * only while no command waits.
 */
export function shouldContinueAsNew(situation: RunSituation): boolean {
  const { now, wakeAt, events, suggestedByServer, refreshAsked } = situation;
  if (refreshAsked || suggestedByServer || events > eventsOfARun) return true;
  return wakeAt !== null && wakeAt - now > longSleep && events > eventsOfALongSleep;
}
