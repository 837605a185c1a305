import { aCalendarThrough2027, refusal } from '../../test/support/builders.js';
import { told } from '../../test/support/refused.js';
import { InvalidCalendarTableError, latestTable } from '../calendar/index.js';
import { bringPack, latestPack } from '../rulebook/index.js';
import { bringCalendar, latestPins, lawOf, lawOfLicense, loadedLaw, pinsOfNew, proveCore } from './pinned-law.js';

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

  it('says which calendar is not here, and what to do', () => {
    expect(told(refusal(() => lawOf({ ...latestPins, calendar: 'cn-2099.1' })))).toEqual([
      'unavailable',
      'unknown-calendar',
      'calendar cn-2099.1 is not here',
      { calendar: 'cn-2099.1', remedy: 'Start a version of Paizhao that has this calendar.' },
    ]);
  });

  it('is the same one for the same pins and readings, and another for others', () => {
    const readings = { 'limit.review': { reading: 'a', scope: 'installation', houseSeq: 3 } } as const;
    expect(lawOf(latestPins)).toBe(lawOf({ ...latestPins }));
    expect(lawOf(latestPins, readings)).toBe(lawOf(latestPins, { ...readings }));
    expect(lawOf(latestPins, readings)).not.toBe(lawOf(latestPins));
    expect(lawOf(latestPins, readings).readings).toEqual(readings);
    expect(lawOf(latestPins).readings).toEqual({});
    expect(lawOfLicense({ pins: latestPins, readings })).toBe(lawOf(latestPins, readings));
    expect(lawOf({ ...latestPins, calendar: 'cn-2026.1' }).calendar.id).toBe('cn-2026.1');
    expect(Object.isFrozen(lawOf(latestPins))).toBe(true);
  });

  it('is found again while others are asked for, and is given up where more are asked for than any house settles', () => {
    const settled = (houseSeq: number) =>
      lawOf(latestPins, { 'limit.review': { reading: 'b', scope: 'installation', houseSeq } });
    const first = settled(1);
    expect(settled(2).calendar).toBe(first.calendar);
    expect(settled(1)).toBe(first);
    for (let houseSeq = 2; houseSeq <= 250; houseSeq++) settled(houseSeq);
    expect(settled(1)).not.toBe(first);
    expect(settled(1)).toEqual(first);
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

  it('is of the calendars only one that reaches further than what ships', () => {
    const shorter = aCalendarThrough2027('cn-2026.7');
    const covered = { ...shorter.covered, to: latestTable.covered.to };
    const years = shorter.years.filter(({ year }) => year !== 2027);
    bringCalendar({ ...latestTable, id: 'cn-2026.7', covered, years: years as typeof latestTable.years });
    expect(pinsOfNew(['cn-2026.7'])).toEqual(latestPins);
    bringCalendar(aCalendarThrough2027('cn-2027.8'));
    expect(pinsOfNew(['cn-2026.7', 'cn-2027.8']).calendar).toBe('cn-2027.8');
    expect(loadedLaw().calendars.slice(-2)).toEqual(['cn-2026.7', 'cn-2027.8']);
    expect(lawOf({ ...latestPins, calendar: 'cn-2027.8' }).calendar.id).toBe('cn-2027.8');
  });

  it('has no calendar twice, neither one that ships nor one that was brought', () => {
    bringCalendar(aCalendarThrough2027('cn-2027.9'));
    for (const id of ['cn-2027.9', latestTable.id])
      expect(() => bringCalendar(aCalendarThrough2027(id))).toThrow(
        new InvalidCalendarTableError(id, 'id', 'is here already').message,
      );
  });
});

describe('the whole core', () => {
  it('proves itself before a program starts', () => {
    expect(proveCore).not.toThrow();
  });

  it.each([['routing'], ['ladders']] as const)(
    'carries no license by a pack without %s, and says what is wrong with it',
    (member) => {
      const id = `house-without-${member}@1`;
      bringPack({ ...latestPack, id, [member]: [] });
      expect(loadedLaw().packs).not.toContain(id);
      expect(pinsOfNew([id])).toEqual(latestPins);
      expect(proveCore).toThrow(expect.objectContaining({ name: 'InvalidPackError' }));
    },
  );
});
