import { type CivilDate, shanghaiDay } from '../calendar/index.js';
import type { Actor } from './actor.js';
import { agenda } from './agenda.js';
import { correctionItems } from './correction-items.js';
import type { LicenseEventType, RecordedEvent } from './events.js';
import { evolve } from './evolve.js';
import type { LicenseState } from './license.js';
import type { Obligation } from './obligation.js';
import { lawOfLicense } from './pinned-law.js';

/** A task that is no more, by an act of somebody: what it was, who did that, and when. */
export interface DoneTask {
  /** The obligation's id; of an item of a correction the two ids with a slash between. */
  taskId: string;
  kind: string;
  filingId: string | null;
  period: string | null;
  /** By when it was to be done; null where no date was known. */
  date: CivilDate | null;
  /** The entry by which it was done. */
  seq: number;
  type: LicenseEventType;
  by: Actor;
  /** Day on which the act was true, and on which it was entered. */
  on: CivilDate;
  recordedOn: CivilDate;
}

/**
 * The tasks of a license that somebody has done, in the order in which that was recorded. Nothing of it is kept: what an
 * act took from the company's open duties is what it did. What time or the house's law ended is nobody's deed.
 * @param events the whole stream, oldest first
 */
export function doneTasks(licenseId: string, events: readonly RecordedEvent[]): DoneTask[] {
  const done: DoneTask[] = [];
  let state: LicenseState | null = null;
  for (const event of events) {
    const after = evolve(licenseId, state, event);
    if (state && after && event.actor.kind !== 'system') done.push(...doneBy(event, state, after));
    state = after;
  }
  return done;
}

function doneBy(event: RecordedEvent, before: LicenseState, after: LicenseState): DoneTask[] {
  const recordedOn = shanghaiDay(event.recordedAt);
  const duties = owed(before, recordedOn);
  const open = new Set(owed(after, recordedOn).map(({ id }) => id));
  const { seq, type, actor: by, validOn: on } = event;
  const told = ({ kind, filingId, period, deadline }: Obligation, taskId: string): DoneTask => {
    return { taskId, kind, filingId, period, date: deadline?.date ?? null, seq, type, by, on, recordedOn };
  };
  return [
    ...duties.flatMap((duty) => itemsDone(duty, before, after).map((itemId) => told(duty, `${duty.id}/${itemId}`))),
    ...duties.filter(({ id }) => !open.has(id)).map((duty) => told(duty, duty.id)),
  ];
}

function owed(state: LicenseState, today: CivilDate): Obligation[] {
  return agenda(state, { law: lawOfLicense(state), today }).filter(({ duty }) => duty === 'company');
}

/** Items of a correction that were open before and are not any more. */
function itemsDone({ kind, filingId }: Obligation, before: LicenseState, after: LicenseState): string[] {
  if (kind !== 'correction' || filingId === null) return [];
  const [was, is] = [before.filings[filingId], after.filings[filingId]];
  if (!was || !is || was === is || was.rounds.length !== is.rounds.length) return [];
  const open = new Set(correctionItems(was).flatMap(({ id, state }) => (state === 'open' ? [id] : [])));
  return correctionItems(is).flatMap(({ id, state }) => (state !== 'open' && open.has(id) ? [id] : []));
}
