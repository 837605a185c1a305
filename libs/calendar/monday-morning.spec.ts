import { latestMondayMorning } from './monday-morning.js';

describe('the latest Monday morning', () => {
  it.each([
    ['on Monday before nine in Shanghai is that of the week before', '2026-11-23T00:59:59.999Z', '2026-11-16'],
    ['from nine o’clock on is today’s', '2026-11-23T01:00:00.000Z', '2026-11-23'],
    ['is this week’s to the end of Sunday', '2026-11-29T15:59:59.999Z', '2026-11-23'],
  ])('%s', (_, now, day) => {
    expect(latestMondayMorning(now)).toEqual({ day, at: `${day}T01:00:00.000Z` });
  });
});
