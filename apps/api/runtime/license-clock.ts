import { Injectable } from '@nestjs/common';
import { type CivilDate, formatInstant, shanghaiDay } from '../../../libs/calendar/index.js';

/** A moment as an instant (UTC) and as a civil day in Shanghai. */
export interface Moment {
  now: string;
  today: CivilDate;
}

/** The only place where the API asks what time it is. A simulated license is ahead of the wall by its offset. */
@Injectable()
export class LicenseClock {
  constructor(private readonly wallClock: () => number) {}

  /**
   * The license's time.
   * @param recordedAt time of its newest entry: a license's time never runs backwards
   */
  now(offsetMs = 0, recordedAt: string | null = null): Moment {
    const shown = formatInstant(this.wallClock() + offsetMs);
    const now = recordedAt !== null && recordedAt > shown ? recordedAt : shown;
    return { now, today: shanghaiDay(now) };
  }
}
