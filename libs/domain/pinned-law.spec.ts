import { latestPins, lawOf, proveCore } from './pinned-law.js';

describe('the law that licenses pin', () => {
  it('is what was asked for', () => {
    const { pack, calendar } = lawOf(latestPins);
    expect({ pack: pack.id, calendar: calendar.id }).toEqual(latestPins);
  });

  it.each([
    ['unknown-rule-pack', { ...latestPins, pack: 'cn-vats-current@99' }],
    ['unknown-calendar', { ...latestPins, calendar: 'cn-2099.1' }],
  ])('is refused with %s where this program does not have it', (code, pins) => {
    expect(() => lawOf(pins)).toThrow(expect.objectContaining({ code, kind: 'unavailable' }));
  });
});

describe('the whole core', () => {
  it('proves itself before a program starts', () => {
    expect(proveCore).not.toThrow();
  });
});
