import { type Limits, RateLimits } from './rate-limits.js';

const one = { perSecond: 1, burst: 1 };
const limits: Limits = { bearers: { perSecond: 2, burst: 3 }, strangers: one, tokens: one };

describe('the limit of requests', () => {
  let clock = 0;
  let known: RateLimits;
  const allowed = (caller = 'person:1', kind: keyof Limits = 'bearers') => known.take(kind, caller)?.allowed;

  beforeEach(() => {
    clock = 0;
    known = new RateLimits(limits, () => clock);
  });

  it('allows so many at once, then no more', () => {
    expect([allowed(), allowed(), allowed(), allowed()]).toEqual([true, true, true, false]);
  });

  it('fills again with time, and not beyond its measure', () => {
    for (let i = 0; i < 4; i += 1) allowed();
    clock = 499;
    expect(allowed()).toBe(false);
    clock = 500;
    expect([allowed(), allowed()]).toEqual([true, false]);
    clock = 1_000_000;
    expect([allowed(), allowed(), allowed(), allowed()]).toEqual([true, true, true, false]);
  });

  it('is each caller’s own, and strangers have another one', () => {
    for (let i = 0; i < 4; i += 1) allowed();
    expect(allowed('person:2')).toBe(true);
    expect([allowed('person:1', 'strangers'), allowed('person:1', 'strangers')]).toEqual([true, false]);
  });

  it('says how many are left and when there are more', () => {
    expect(known.take('bearers', 'a')).toMatchObject({ remaining: 2, nextIn: 0, fullIn: 1 });
    for (let i = 0; i < 3; i += 1) known.take('bearers', 'a');
    expect(known.take('bearers', 'a')).toMatchObject({ remaining: 0, nextIn: 1, fullIn: 2 });
  });

  it('forgets who asked longest ago rather than grow without end', () => {
    for (let i = 0; i < 4; i += 1) allowed('first');
    for (let i = 0; i < 10_000; i += 1) known.take('bearers', `caller-${i}`);
    expect(allowed('first')).toBe(true);
  });

  it('of a known caller is remembered however many strangers come', () => {
    for (let i = 0; i < 4; i += 1) allowed();
    for (let i = 0; i < 20_000; i += 1) known.take('strangers', `network-${i}`);
    expect(allowed()).toBe(false);
  });

  it('takes back what is given back, and no more than there was', () => {
    expect([allowed('a', 'strangers'), allowed('a', 'strangers')]).toEqual([true, false]);
    known.giveBack('strangers', 'a');
    known.giveBack('strangers', 'a');
    known.giveBack('strangers', 'nobody');
    expect([allowed('a', 'strangers'), allowed('a', 'strangers')]).toEqual([true, false]);
  });

  it('is none where none is set', () => {
    expect(new RateLimits(null).take('bearers', 'a')).toBeNull();
  });
});
