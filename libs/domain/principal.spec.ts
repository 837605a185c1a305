import {
  bareActor,
  coversCompany,
  coversDay,
  coversLicense,
  coversPeriod,
  coversScopes,
  type Limits,
  principalOf,
  type Scope,
} from './principal.js';

const scope = (companies: string[], licenses: string[] = []): Scope => ({ companies, licenses });
const limit = (limits: Partial<Limits>): Limits => ({ scope: null, period: null, ...limits });
const limited = (...limits: Limits[]) =>
  principalOf({ actor: { kind: 'person', id: 'p' }, roles: ['officer'], actions: null, limits });

describe('a scope', () => {
  const one = { licenseId: 'l1', companyId: 'c1' };

  it.each([
    ['none', [], true],
    ['its company', [scope(['c1'])], true],
    ['itself', [scope([], ['l1'])], true],
    ['another company', [scope(['c2'])], false],
    ['another license', [scope([], ['l2'])], false],
    ['its company, and itself', [scope(['c1']), scope([], ['l1'])], true],
    ['its company, and another', [scope(['c1']), scope(['c2'])], false],
    ['nothing', [scope([])], false],
  ])('of %s covers a license or not', (_, scopes, covered) => {
    expect(coversLicense(scopes, one)).toBe(covered);
  });

  it.each([
    [[], true],
    [[scope(['c1'])], true],
    [[scope([], ['l1'])], false],
    [[scope(['c1']), scope([], ['l1'])], false],
  ])('covers a company as a whole or not at all (%j)', (scopes, covered) => {
    expect(coversCompany(scopes, 'c1')).toBe(covered);
  });
});

describe('a period', () => {
  it.each([
    [null, '2026-01-01', true],
    [{ from: '2026-01-01', until: null }, '2026-01-01', true],
    [{ from: '2026-01-01', until: null }, '2025-12-31', false],
    [{ from: null, until: '2026-12-31' }, '2026-12-31', true],
    [{ from: null, until: '2026-12-31' }, '2027-01-01', false],
    [{ from: '2026-02-01', until: '2026-01-31' }, '2026-02-01', false],
  ])('%j and the day %s', (period, day, covered) => {
    expect(coversDay(period, day)).toBe(covered);
  });
});

describe('of what was seen within limits', () => {
  it.each([
    [[], [], true],
    [[], [scope(['c1'])], true],
    [[scope(['c1'])], [], false],
    [[scope(['c1'])], [scope(['c1'])], true],
    [[scope(['c1', 'c2'])], [scope(['c1'])], true],
    [[scope(['c1'])], [scope(['c1', 'c2'])], false],
    [[scope(['c1'])], [scope(['c1'], ['l1'])], false],
    [[scope(['c1'], ['l1'])], [scope([], ['l1'])], true],
    [[scope(['c1'])], [scope(['c1', 'c2']), scope(['c1'])], true],
    [[scope(['c1']), scope(['c2'])], [scope(['c1'])], false],
  ])('the scopes %j cover the scopes %j: %j', (scopes, within, covered) => {
    expect(coversScopes(scopes, within)).toBe(covered);
  });

  it.each([
    [null, null, true],
    [null, { from: '2026-01-01', until: null }, true],
    [{ from: '2026-01-01', until: null }, null, false],
    [{ from: null, until: '2026-12-31' }, null, false],
    [{ from: '2026-01-01', until: '2026-12-31' }, { from: '2026-02-01', until: '2026-12-31' }, true],
    [{ from: '2026-01-01', until: null }, { from: '2025-12-31', until: null }, false],
    [{ from: null, until: '2026-12-31' }, { from: '2026-02-01', until: null }, false],
  ])('the period %j covers the period %j: %j', (period, within, covered) => {
    expect(coversPeriod(period, within)).toBe(covered);
  });
});

describe('each end of a period', () => {
  const [first, last] = ['2026-01-01', '2026-06-30'];

  it.each([
    [{ from: first, until: null }, { from: first, until: null }, true],
    [{ from: first, until: null }, { from: '2025-12-31', until: null }, false],
    [{ from: first, until: null }, { from: null, until: last }, false],
    [{ from: null, until: last }, { from: null, until: last }, true],
    [{ from: null, until: last }, { from: first, until: '2026-07-01' }, false],
    [{ from: null, until: last }, { from: first, until: null }, false],
    [{ from: null, until: null }, { from: null, until: null }, true],
  ])('holds by itself: %j covers %j or not', (period, within, covered) => {
    expect(coversPeriod(period, within)).toBe(covered);
  });

  it('is the narrowest one of several', () => {
    const periods = [
      { from: '2026-03-01', until: '2026-12-31' },
      { from: first, until: last },
      { from: '2026-02-01', until: '2026-09-30' },
    ];
    expect(limited(...periods.map((period) => limit({ period }))).period).toEqual({ from: '2026-03-01', until: last });
  });
});

describe('limits', () => {
  it('all hold: each scope, and the days that the periods share', () => {
    const [a, b] = [scope(['c1']), scope([], ['l1'])];
    expect(
      limited(
        limit({ scope: a, period: { from: '2026-01-01', until: null } }),
        limit({ scope: b, period: { from: '2025-06-01', until: '2026-12-31' } }),
        limit({ period: { from: null, until: '2026-06-30' } }),
      ),
    ).toMatchObject({ scopes: [a, b], period: { from: '2026-01-01', until: '2026-06-30' } });
  });

  it('that are none leave everything', () => {
    expect(limited(limit({}))).toMatchObject({ scopes: [], period: null });
    expect(bareActor({ kind: 'system', id: 'tick' })).toMatchObject({ roles: [], scopes: [], period: null });
  });
});
