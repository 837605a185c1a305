import { shanghaiDay } from '../../../libs/calendar/index.js';
import { coversDay, type Principal } from '../../../libs/domain/index.js';
import { MomentOutsidePeriod } from './access-errors.js';

/** @param moment UTC instant @throws MomentOutsidePeriod */
export function mustCover({ period }: Pick<Principal, 'period'>, moment: string): void {
  if (period !== null && !coversDay(period, shanghaiDay(moment))) throw new MomentOutsidePeriod(moment, period);
}

/** The entries that were recorded within the caller's period; what an earlier or later one says is not theirs to read. */
export function withinPeriod<E extends { recordedAt: string }>(
  { period }: Pick<Principal, 'period'>,
  entries: readonly E[],
): E[] {
  return entries.filter(({ recordedAt }) => coversDay(period, shanghaiDay(recordedAt)));
}
