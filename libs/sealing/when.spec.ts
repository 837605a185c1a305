import { isDue } from './when.js';

describe('by the usual pace', () => {
  const hour = 3_600_000;

  it.each([
    [0, 0, false],
    [0, hour, false],
    [1, 0, false],
    [1, 59_999, false],
    [1, 60_000, true],
    [255, 59_999, false],
    [255, 60_000, true],
    [256, 0, true],
    [20_000, 0, true],
  ])('%i entries that have waited for %i ms: due is %s', (entries, milliseconds, due) => {
    expect(isDue({ entries, milliseconds })).toBe(due);
  });
});
