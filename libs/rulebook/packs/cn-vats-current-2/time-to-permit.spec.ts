import { addDays, daysBetween, isWorkingDay, latestTable, loadCalendar } from '../../../calendar/index.js';
import { limitOn, measure, readingOf } from '../../deadlines.js';
import { packById } from '../../packs.js';

const law = { pack: packById('cn-vats-current@2'), calendar: loadCalendar(latestTable) };

function after(id: string, reading: string, start: string): string {
  const rule = limitOn(law, id, start);
  return measure(law, rule, readingOf(law, rule, reading), start).date;
}

/** Days from a receipt to the permit when every limit is used up: acceptance, review, issue. */
function daysToPermit(receivedOn: string, review: string): number {
  const acceptedOn = after('limit.completeness', 'from-receipt', receivedOn);
  const grantedOn = after('limit.review', review, acceptedOn);
  return daysBetween(receivedOn, after('limit.permit-issue', 'from-grant', grantedOn));
}

const days2026 = Array.from({ length: 365 }, (_, i) => addDays('2026-01-01', i));
const workingDays = days2026.filter((day) => isWorkingDay(law.calendar, day).workingDay);

describe('the time to a permit, for papers that arrive on any working day of 2026', () => {
  it.each([
    ['calendar days', 'calendar-days-from-complete-receipt', 78, 91],
    ['working days, which is over three months', 'working-days-from-acceptance', 105, 117],
  ])('where the sixty days are %s (%s): %d to %d days', (_, review, least, most) => {
    const taken = workingDays.map((day) => daysToPermit(day, review));
    expect([Math.min(...taken), Math.max(...taken)]).toEqual([least, most]);
  });
});
