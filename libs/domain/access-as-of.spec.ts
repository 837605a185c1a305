import { accessAsOf } from './access-as-of.js';
import type { PlainEntry } from './company-as-of.js';

const at = (day: string) => ({ now: `${day}T12:00:00.000Z`, today: day });
const entry = (day: string, type: string, data: object, v = 1): Omit<PlainEntry, 'seq'> => ({
  recordedAt: `${day}T02:00:00.000Z`,
  validOn: day,
  type,
  v,
  data,
});
const stream = (...entries: Omit<PlainEntry, 'seq'>[]): PlainEntry[] =>
  entries.map((each, i) => ({ ...each, seq: i + 1 }));

const scope = { companies: ['c1'], licenses: [] };
const everything = { actions: null, scope: null, period: null };

describe('who might do something by what the house had granted', () => {
  const people = stream(
    entry('2026-01-01', 'role-given', { personId: 'anna', role: 'officer' }),
    entry('2026-02-01', 'role-given', { personId: 'anna', role: 'approver' }),
    entry('2026-03-01', 'role-taken', { personId: 'anna', role: 'officer' }),
    entry('2026-03-01', 'role-given', { personId: 'ben', role: 'auditor' }),
    entry('2026-03-02', 'access-limited', { personId: 'ben', scope, period: null, lastDay: '2026-04-30' }),
    entry('2026-05-01', 'person-left', { personId: 'anna' }),
    entry('2026-06-01', 'person-returned', { personId: 'anna' }),
  );
  const anna = (...roles: string[]) => ({ kind: 'person', id: 'anna', roles, ...everything });
  const ben = (limits: object = {}) => ({ kind: 'person', id: 'ben', roles: ['auditor'], ...everything, ...limits });

  it.each([
    ['before anything was said', '2025-12-31', []],
    ['with a role', '2026-01-01', [anna('officer')]],
    ['with two', '2026-02-15', [anna('approver', 'officer')]],
    ['when one was taken', '2026-03-01', [anna('approver'), ben()]],
    ['within a scope, on the last day', '2026-04-30', [anna('approver'), ben({ scope })]],
    ['after the last day, and after somebody left', '2026-05-02', []],
    ['who came back', '2026-06-01', [anna('approver')]],
  ])('%s', (_, day, expected) => {
    expect(accessAsOf(people, at(day))).toEqual(expected);
  });

  it('is a program as long as its token holds', () => {
    const bearer = { kind: 'integration', id: 'erp' };
    const token = { tokenId: 't1', bearer, roles: ['integration'], actions: ['read-licenses'], scope, period: null };
    const programs = stream(
      entry('2026-01-01', 'token-issued', { ...token, expiresAt: '2026-03-01T00:00:00.000Z' }, 2),
      entry(
        '2026-01-01',
        'token-issued',
        { ...token, tokenId: 't2', bearer: { ...bearer, id: 'bi' }, expiresAt: null },
        2,
      ),
      entry('2026-02-01', 'token-revoked', { tokenId: 't2' }),
    );
    const ids = (day: string) => accessAsOf(programs, at(day)).map(({ id }) => id);
    expect(accessAsOf(programs, at('2026-01-15'))[1]).toEqual({
      ...{ kind: 'integration', id: 'erp', roles: ['integration'] },
      ...{ actions: ['read-licenses'], scope, period: null },
    });
    expect(ids('2026-01-15')).toEqual(['bi', 'erp']);
    expect(ids('2026-02-15')).toEqual(['erp']);
    expect(ids('2026-03-15')).toEqual([]);
  });

  it('is a person with an old token, whose roles stood on it alone', () => {
    const bearer = { kind: 'person', id: 'carl' };
    const token = { bearer, expiresAt: null };
    const old = stream(
      entry('2026-01-01', 'token-issued', { ...token, tokenId: 't1', roles: ['officer'] }),
      entry('2026-01-02', 'token-issued', { ...token, tokenId: 't2', roles: ['auditor'] }),
      entry('2026-02-01', 'token-revoked', { tokenId: 't2' }),
      entry('2026-03-01', 'role-taken', { personId: 'carl', role: 'officer' }),
      entry('2026-04-01', 'token-issued', { ...token, tokenId: 't3', roles: ['admin'] }, 2),
    );
    const roles = (day: string) => accessAsOf(old, at(day)).map((each) => each.roles);
    expect(roles('2026-01-15')).toEqual([['auditor', 'officer']]);
    expect(roles('2026-02-15')).toEqual([['officer']]);
    expect(roles('2026-04-15')).toEqual([]);
  });

  it('goes by the instant, that of an entry included and that of an end not', () => {
    const bearer = { kind: 'integration', id: 'erp' };
    const told = { tokenId: 't1', bearer, roles: ['integration'], expiresAt: '2026-03-01T00:00:00.000Z' };
    const issued = stream(entry('2026-01-01', 'token-issued', told, 2));
    const there = (now: string) => accessAsOf(issued, { now, today: now.slice(0, 10) }).length;
    expect(there('2026-01-01T01:59:59.999Z')).toBe(0);
    expect(there('2026-01-01T02:00:00.000Z')).toBe(1);
    expect(there('2026-02-28T23:59:59.999Z')).toBe(1);
    expect(there('2026-03-01T00:00:00.000Z')).toBe(0);
  });

  it('is nobody by the token of another person, or of a program of that name', () => {
    const token = (tokenId: string, kind: string, id: string) =>
      entry('2026-01-01', 'token-issued', { tokenId, bearer: { kind, id }, roles: ['officer'], expiresAt: null });
    const granted = (...entries: ReturnType<typeof token>[]) =>
      accessAsOf(
        stream(entry('2026-01-01', 'access-limited', { personId: 'anna', lastDay: null }), ...entries),
        at('2026-01-02'),
      ).map(({ kind, id }) => `${kind} ${id}`);
    expect(granted()).toEqual([]);
    expect(granted(token('t1', 'person', 'ben'))).toEqual(['person ben']);
    expect(granted(token('t1', 'integration', 'anna'))).toEqual(['integration anna']);
    expect(granted(token('t1', 'person', 'carl'), token('t2', 'person', 'ben'), token('t3', 'person', 'anna'))).toEqual(
      ['person anna', 'person ben', 'person carl'],
    );
  });
});
