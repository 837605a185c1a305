import { aCalendarThrough2027 } from '../../test/support/builders.js';
import { bringPack, latestPack } from '../rulebook/index.js';
import { bringCalendar, latestPins, lawOf, loadedLaw, pinsOfNew, proveCore } from './pinned-law.js';

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

describe('what a new license pins', () => {
  it('is what ships, whichever version of it the house has adopted', () => {
    expect(pinsOfNew([])).toEqual(latestPins);
    expect(pinsOfNew(['cn-vats-current@1', 'cn-2026.1'])).toEqual(latestPins);
  });

  it('is what the house has brought and adopted, where it is here', () => {
    expect(pinsOfNew(['house-rules@1', 'cn-2027.7'])).toEqual(latestPins);
    bringCalendar(aCalendarThrough2027('cn-2027.7'));
    bringPack({ ...latestPack, id: 'house-rules@1' });
    expect(pinsOfNew([])).toEqual(latestPins);
    expect(pinsOfNew(['house-rules@1', 'cn-2027.7'])).toEqual({ pack: 'house-rules@1', calendar: 'cn-2027.7' });
  });
});

describe('the whole core', () => {
  it('proves itself before a program starts', () => {
    expect(proveCore).not.toThrow();
  });
});
