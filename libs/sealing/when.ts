import type { EntityManager } from 'typeorm';
import { SealingRepository, type Sighting } from '../persistence/index.js';

/** When what was appended is sealed. */
export interface Pace {
  /** So many entries, or … */
  entries: number;
  /** … so long after the first of them. */
  milliseconds: number;
  /** Entries under one checkpoint, about. */
  most: number;
}

export const usualPace: Pace = { entries: 256, milliseconds: 60_000, most: 10_000 };

/** @param waiting entries that are not sealed, and for how long the first of them has not been */
export const isDue = (waiting: Omit<Pace, 'most'>, { entries, milliseconds }: Pace = usualPace): boolean =>
  waiting.entries >= entries || (waiting.entries > 0 && waiting.milliseconds >= milliseconds);

export const dueBy = async (manager: EntityManager, pace: Pace): Promise<boolean> =>
  isDue(await new SealingRepository(manager).waiting(), pace);

const dayMs = 24 * 3_600_000;

/** A jump is over once it happened: it is told for a day. */
export async function clockSighting(manager: EntityManager, at: number): Promise<Sighting> {
  const since = new Date(at - dayMs).toISOString();
  const findings = await new SealingRepository(manager).findingsSince(since, 100);
  const found = findings.map(({ kind, stream, seq, seconds }) => ({
    subject: stream,
    details: { kind, seq, seconds },
  }));
  return { kind: 'clock-jump', found, complete: true };
}
