import { shanghaiDay } from '../../../libs/calendar/index.js';
import { coversDay, type Principal } from '../../../libs/domain/index.js';
import { MomentOutsidePeriod } from './access-errors.js';

/** @param moment UTC instant @throws MomentOutsidePeriod */
export function mustCover({ period }: Pick<Principal, 'period'>, moment: string): void {
  if (period !== null && !coversDay(period, shanghaiDay(moment))) throw new MomentOutsidePeriod(moment, period);
}
