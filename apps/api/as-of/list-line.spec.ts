import type { Envelope } from '../../../libs/ledger/envelope.js';
import { aLicense, aText, Desk } from '../../../test/support/builders.js';
import { lineAsOf, meets, toldLine } from './list-line.js';

const day = '2026-11-20';

const lineOf = ({ history }: Desk, validOn: string, knownOn: string) => {
  const entries = history.map((entry) => ({ ...entry, commandId: String(entry.seq) }));
  return lineAsOf('license-1', entries as unknown as Envelope[], { validOn, knownOn: `${knownOn}T15:59:59.999Z` });
};

describe('a license in a line of a list of the past', () => {
  it('counts its slack from the day asked about, to the last safe day of what pressed most', () => {
    const held = Desk.holds(day);
    expect(lineOf(held, '2027-03-30', day)).toMatchObject({ safeDay: '2027-03-31', slack: 1 });
    expect(lineOf(held, '2027-04-02', day)).toMatchObject({ safeDay: '2027-03-31', slack: -2 });
  });

  it('has ended from the day of its closure on, for who knows of it', () => {
    const desk = aLicense(day);
    desk.until('2026-11-25').does('close-license', { reason: aText });
    const ended = (validOn: string, knownOn: string) => lineOf(desk, validOn, knownOn)?.ended;
    expect(ended('2026-11-24', '2026-11-25')).toBe(false);
    expect(ended('2026-11-25', '2026-11-24')).toBe(false);
    expect(ended('2026-11-25', '2026-11-25')).toBe(true);
  });

  it('is found by the code of its company, and names its own answer', () => {
    const line = lineOf(Desk.holds(day), day, day);
    if (!line) throw new Error('no license');
    expect(meets(line, { q: line.uscc.slice(3, 9).toLowerCase() })).toBe(true);
    expect(toldLine(line, { validOn: day, knownOn: '2026-11-20T02:00:00.000Z' }).state).toBe(
      '/licenses/license-1/state?validOn=2026-11-20&knownOn=2026-11-20T02:00:00.000Z',
    );
  });

  it('is not there before it was known', () => {
    expect(lineOf(Desk.holds(day), day, '2026-11-19')).toBeNull();
  });
});
