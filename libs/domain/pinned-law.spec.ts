import { latestPins, lawOf, loadedLaw, proveCore } from './pinned-law.js';

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

  it('is never one that only answers questions about the past', () => {
    expect(loadedLaw().packs).toEqual(['cn-vats-current@1', 'cn-vats-current@2']);
    expect(lawOf({ ...latestPins, pack: 'cn-vats-2009@1' }).pack.id).toBe('cn-vats-2009@1');
  });
});

describe('the whole core', () => {
  it('proves itself before a program starts', () => {
    expect(proveCore).not.toThrow();
  });
});
