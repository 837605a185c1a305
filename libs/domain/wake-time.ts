import { type CivilDate, instantAt } from '../calendar/index.js';
import type { WakeWindow } from './context.js';

/**
 * The instant (UTC, ISO 8601) at which a license is woken on a civil day of Asia/Shanghai: always at the same second
 * of the window, so that many licenses with the same legal date do not all wake at once.
 */
export function wakeInstant(licenseId: string, day: CivilDate, { fromMinute, spreadMinutes }: WakeWindow): string {
  if (spreadMinutes === 0) return instantAt(day, fromMinute);
  const hash = fnv1a(licenseId);
  const whole = instantAt(day, fromMinute + (hash % spreadMinutes));
  const second = Math.floor(hash / spreadMinutes) % 60;
  return whole.replace(':00.000Z', `:${String(second).padStart(2, '0')}.000Z`);
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
