import type { Activities } from '../../activities/index.js';
import { formatInstant, parseInstant } from '../../libs/calendar/index.js';

/**
 * A story has the same days whenever it is told: its record lives by a clock of its own, ahead of or behind the
 * server's by a fixed time. Workflows know the server's time only, so what passes between them and the record is
 * turned from one clock to the other.
 */
export class StoryClock {
  private readonly ahead: number;

  /** @param begin UTC instant at which the story stands now */
  constructor(begin: string) {
    this.ahead = parseInstant(begin) - Date.now();
  }

  readonly wallClock = (): number => Date.now() + this.ahead;

  /** The same activities, for workflows that live by the server's clock. */
  around(activities: Activities): Activities {
    const turned = Object.entries(activities).map(([name, act]) => [
      name,
      async (request: object) =>
        this.fromStory(await (act as (asked: object) => Promise<unknown>)(this.toStory(request))),
    ]);
    return Object.fromEntries(turned) as Activities;
  }

  private toStory(request: object): object {
    return 'now' in request ? { ...request, now: moved(request.now as string, this.ahead) } : request;
  }

  private fromStory(answer: unknown): unknown {
    const { wakeAt = null } = (answer ?? {}) as { wakeAt?: string | null };
    return wakeAt === null ? answer : { ...(answer as object), wakeAt: moved(wakeAt, -this.ahead) };
  }
}

const moved = (instant: string, ms: number): string => formatInstant(parseInstant(instant) + ms);
