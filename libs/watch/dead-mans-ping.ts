import type { AlarmRepository, SignOfLifeRepository } from '../persistence/index.js';
import type { AlarmKind } from './alarm-kinds.js';
import { answersOk } from './voices.js';

export interface DeadMansPingDeps {
  /** The operator's address, at a service that alarms when the pings stop. */
  url: string;
  everyMs: number;
  signs: Pick<SignOfLifeRepository, 'last' | 'give'>;
  alarms: Pick<AlarmRepository, 'openKinds' | 'untold'>;
  warn: (why: string) => void;
}

/** Who must have said lately that it is well: processes, and what the watch looks at. */
const parts = ['api', 'worker', 'watch/silence', 'watch/engine', 'watch/api'] as const;
const latelyMs = 5 * 60_000;

/** While one of these is open, the machine does not do its work. */
const grave: readonly AlarmKind[] = ['temporal-unreachable', 'worker-silent', 'work-waiting', 'api-silent'];

/**
 * Pings only while api, worker, database, Temporal and the watch itself are well and every alarm reached somebody. It
 * covers what nothing on the machine can: the machine itself, and its way out.
 */
export function createDeadMansPing(deps: DeadMansPingDeps): (now: string) => Promise<void> {
  return async (now) => {
    const ms = Date.parse(now);
    const pinged = await deps.signs.last('dead-mans-ping');
    if (pinged !== null && ms - Date.parse(pinged) < deps.everyMs) return;
    const why = await whyNot(deps, ms);
    if (why) return deps.warn(why);
    if (await answersOk(deps.url)) await deps.signs.give('dead-mans-ping', now);
    else deps.warn('the address of the ping does not answer with success');
  };
}

async function whyNot({ signs, alarms }: DeadMansPingDeps, ms: number): Promise<string | null> {
  for (const part of parts) {
    const seen = await signs.last(part);
    if (seen === null || ms - Date.parse(seen) > latelyMs) return `no ping: ${part} gives no sign of life`;
  }
  const open = (await alarms.openKinds()).filter((kind) => grave.some((each) => each === kind));
  if (open.length > 0) return `no ping: ${open.join(', ')}`;
  return (await alarms.untold()) > 0 ? 'no ping: there are alarms that nobody could be told' : null;
}
