import type { RobotNote } from './robot-note.js';

export interface RobotAddress {
  url: string;
  /** Null where the robot does not check signatures. */
  secret: string | null;
}

export interface RobotMoment {
  language: 'zh' | 'en';
  /** Milliseconds since 1970: signatures hold for an hour. */
  now: number;
}

/**
 * What a service made of a message. `taken`: it stands in the group. `later`: not now. `too-many`: not for so many
 * seconds. `refused`: key, token, signature or another safety setting; nothing will be taken until people change it.
 * `unfit`: this very message will never be taken.
 */
export type RobotVerdict =
  | { kind: 'taken' | 'later' | 'refused' | 'unfit'; code: string }
  | { kind: 'too-many'; code: string; pauseSeconds: number };

/** How one service wants to be spoken to. */
export interface RobotTongue {
  /** Between two messages, so that its limit per minute is never met. */
  spacingSeconds: number;
  /** Whether a URL is one that the service gives out; of a host allowed by name only the rest is looked at. */
  isOwnUrl(url: URL, hostIsNamed: boolean): boolean;
  /** Shape of its secrets. */
  secretShape: RegExp;
  /** The signed request, within the service's limits of size. */
  request(address: RobotAddress, note: RobotNote, moment: RobotMoment): { url: string; body: string };
  /** The service's answer with HTTP 200; null where it is not one of its own. */
  verdictOf(answer: Record<string, unknown>): RobotVerdict | null;
}

/** Looks a service's error code up; one that is not listed may pass. */
export function verdictByCode(
  code: unknown,
  table: { tooMany: readonly number[]; refused: readonly number[]; unfit: readonly number[]; pauseSeconds: number },
): RobotVerdict | null {
  if (typeof code !== 'number') return null;
  const said = `code ${code}`;
  if (code === 0) return { kind: 'taken', code: said };
  if (table.tooMany.includes(code)) return { kind: 'too-many', code: said, pauseSeconds: table.pauseSeconds };
  if (table.refused.includes(code)) return { kind: 'refused', code: said };
  if (table.unfit.includes(code)) return { kind: 'unfit', code: said };
  return { kind: 'later', code: said };
}
