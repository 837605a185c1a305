import { latestTable, loadCalendar } from '../calendar/index.js';
import { newestDigest } from './newest-digest.js';

const calendar = loadCalendar(latestTable);

describe('the newest digest', () => {
  it.each([
    ['of a working day left at nine in Shanghai', '2026-11-20T01:00:00.000Z', '2026-11-20T01:00:00.000Z'],
    ['before nine is that of the working day before', '2026-11-20T00:59:59.999Z', '2026-11-19T01:00:00.000Z'],
    ['on a Sunday is that of Friday', '2026-11-22T10:00:00.000Z', '2026-11-20T01:00:00.000Z'],
    ['beyond the calendar goes by the week', '1970-01-04T10:00:00.000Z', '1970-01-02T01:00:00.000Z'],
    ['in the October holidays is that of the last working day', '2026-10-05T10:00:00.000Z', '2026-09-30T01:00:00.000Z'],
  ])('%s', (_, now, at) => {
    expect(newestDigest(calendar, now)).toBe(at);
  });
});
