import type { CivilDate } from '../calendar/index.js';
import type { Law } from '../rulebook/index.js';
import type { Actor } from './actor.js';

/** Window of the day in which scheduled wake-ups fall, Asia/Shanghai, minutes after midnight. */
export interface WakeWindow {
  fromMinute: number;
  /** Length of the window; each license has its fixed place in it. */
  spreadMinutes: number;
}

export const defaultWakeWindow: WakeWindow = { fromMinute: 8 * 60, spreadMinutes: 50 };

/** All that the core may know of the world: the pinned law and calendar, the license's time, and who acts. */
export interface Context {
  law: Law;
  /** Only for `adopt-calendar` and `adopt-rulebook`, where `law` is the new one: the law pinned until now. */
  lawBefore?: Law;
  /** The license's time as a UTC instant (ISO 8601 with milliseconds). */
  now: string;
  /** `now` as a civil day in Asia/Shanghai. */
  today: CivilDate;
  actor: Actor;
  wakeWindow: WakeWindow;
}
