import { type CivilDate, instantAt } from '../calendar/index.js';
import type { WakeWindow } from './context.js';

/**
 * The instant (UTC, ISO 8601) at which a license is woken on a civil day of Asia/Shanghai: always at the same minute
 * of the window, so that many licenses with the same legal date do not all wake at once.
 */
export function wakeInstant(licenseId: string, day: CivilDate, window: WakeWindow): string {
  const minute = window.spreadMinutes > 0 ? fnv1a(licenseId) % window.spreadMinutes : 0;
  return instantAt(day, window.fromMinute + minute);
}

/** FNV-1a, 32 bit, over UTF-16 code units: stable on every machine, and nothing that anybody must keep secret. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
