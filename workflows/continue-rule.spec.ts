import { shouldContinueAsNew } from './continue-rule.js';

const day = 24 * 3_600_000;
const now = Date.parse('2026-11-22T00:00:00.000Z');

describe('a run continues as new', () => {
  it.each([
    ['it would sleep for more than 30 days with more than 12 events', { wakeAt: now + 31 * day, events: 13 }, true],
    ['it would sleep for 30 days', { wakeAt: now + 30 * day, events: 13 }, false],
    ['it holds no more than 12 events', { wakeAt: now + 31 * day, events: 12 }, false],
    ['no date lies ahead', { wakeAt: null, events: 399 }, false],
    ['it holds more than 400 events', { wakeAt: now + day, events: 401 }, true],
    ['it holds more than 400 events and no date lies ahead', { wakeAt: null, events: 401 }, true],
    ['somebody asked for it', { wakeAt: null, events: 5, refreshAsked: true }, true],
    ['the server suggests it', { wakeAt: now + day, events: 5, suggestedByServer: true }, true],
  ])('where %s: %j → %s', (_, situation, expected) => {
    expect(shouldContinueAsNew({ now, suggestedByServer: false, refreshAsked: false, ...situation })).toBe(expected);
  });
});
