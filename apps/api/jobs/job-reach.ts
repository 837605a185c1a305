import { coversPeriod, coversScopes, type Period, type Principal, type Scope } from '../../../libs/domain/index.js';
import type { JobEntity } from '../../../libs/persistence/index.js';
import { isAllowed } from '../access/access-table.js';

/** What the bearer could see who asked for a job: kept with it, since what it made shows as much. */
export interface JobReach {
  scopes: readonly Scope[];
  period: Period | null;
  /** Names of persons. */
  named: boolean;
}

export const reachOf = (caller: Principal): JobReach => ({
  scopes: caller.scopes,
  period: caller.period,
  named: isAllowed('read-people', caller),
});

/** One's own, asked for with no more than one has now: a narrower token of the same bearer is for less. */
export function isFor({ actorKind, actorId, asked }: JobEntity, caller: Principal): boolean {
  const { scopes, period, named } = asked.reach as JobReach;
  return (
    caller.actor.kind === actorKind &&
    caller.actor.id === actorId &&
    coversScopes(caller.scopes, scopes) &&
    coversPeriod(caller.period, period) &&
    (!named || isAllowed('read-people', caller))
  );
}
