import { deadlineOf, limitOn, measure, type Readings } from '../deadlines.js';
import type { Law } from '../law.js';
import type { LimitRule } from '../pack.js';
import type { Bilingual, Deadline } from '../proof.js';
import type { TimelineComplaint } from './complaint.js';
import { clockNames } from './names.js';

/** One clock that runs, with the place of the fact that started it. */
export interface TimelineClock {
  clock: string;
  about: Bilingual;
  duty: LimitRule['duty'];
  pointer: string;
  deadline: Deadline;
  /** The law that gave it: for a permit of older measures their pack. */
  law: Law;
}

/** Collects clocks, and what the law and the calendar refuse to answer. */
export class Running {
  readonly clocks: TimelineClock[] = [];

  constructor(
    readonly law: Law,
    readonly complaints: TimelineComplaint[],
  ) {}

  /** @returns the deadline, or null where there is none */
  add(clock: string, pointer: string, compute: () => Deadline | null, law = this.law): Deadline | null {
    try {
      const deadline = compute();
      if (!deadline) return null;
      const ruleId = deadline.readings[0]?.proof.ruleId;
      const { wording, duty } = law.pack.limits.find(({ id }) => id === ruleId) as LimitRule;
      this.clocks.push({ clock, about: clockNames[clock] ?? wording, duty, pointer, deadline, law });
      return deadline;
    } catch (error) {
      this.complaints.push(unanswered(pointer, error));
      return null;
    }
  }

  /** A limit of the pack whose readings all count from one fact, by its id without `limit.`. */
  addLimit(pointer: string, clock: string, from: string): void {
    const wrong = wrongQuestion(this.law, clock, from);
    if (wrong) this.complain(pointer, ...wrong);
    else this.add(clock, pointer, () => plainDeadline(this.law, `limit.${clock}`, from));
  }

  complain(pointer: string, code: string, message: string, remedy: string): void {
    this.complaints.push({ pointer, code, message, remedy });
  }
}

/** What the pinned law and calendar cannot answer; every other error is a defect and passes. */
function unanswered(pointer: string, error: unknown): TimelineComplaint {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  if (code !== 'calendar-not-covered' && code !== 'rule-not-in-force' && code !== 'invalid-date') throw error;
  return { pointer, code, message: String(message), remedy: 'Give a day that the rules and the calendar know.' };
}

/** Why a limit cannot be asked for: code, message and remedy; null where it can. */
function wrongQuestion({ pack }: Law, clock: string, from: string): [string, string, string] | null {
  const known = pack.limits.find(({ id }) => id === `limit.${clock}`);
  if (!known) {
    const ids = new Set(pack.limits.filter(isPlain).map(({ id }) => id.replace('limit.', '')));
    return ['unknown-value', `${pack.id} has no limit ${clock.slice(0, 60)}`, `Use one of: ${[...ids].join(', ')}.`];
  }
  if (!isPlain(known)) {
    return [
      'field-invalid',
      `limit ${clock} counts from more than one fact`,
      'Give the facts in the part of their own.',
    ];
  }
  const yearly = known.readings.every(({ count }) => count.kind === 'day-of-year');
  if (yearly === (from.length === 4)) return null;
  const remedy = yearly ? 'Give the year as YYYY.' : 'Give the day as YYYY-MM-DD.';
  return ['invalid-date', `limit ${clock} starts with a ${yearly ? 'year' : 'day'}`, remedy];
}

const isPlain = ({ readings }: LimitRule) => new Set(readings.map(({ from }) => from)).size === 1;

function plainDeadline(law: Law, id: string, from: string): Deadline {
  const rule = limitOn(law, id, from.length === 4 ? `${from}-01-01` : from);
  return deadlineOf(law, rule.duty, rule.readings.map((reading) => measure(law, rule, reading, from)) as Readings);
}
