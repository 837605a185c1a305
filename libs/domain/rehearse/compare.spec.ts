import { law } from '../../../test/support/license-story.js';
import { InvalidInput } from '../errors.js';
import { comparePlans } from './compare.js';

const company = {
  province: 'sh',
  registeredCapital: 1_000_000,
  foreignShare: 0,
  establishedOn: '2024-05-20',
  shareholders: [{ kind: 'company', percent: 100, foreign: false }],
};

const aPlan = (plan: object = {}) => ({
  company,
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
  plan: { startOn: '2026-11-23', filingOn: '2026-12-28', ...plan },
});

const compared = (a: object, b: object) => comparePlans(law, { a: aPlan(a), b: aPlan(b) });

describe('two plans', () => {
  it('that are the same differ in nothing', () => {
    const { acts, findings, issuedOn, notices } = compared({}, {});
    expect({ acts, findings }).toEqual({ acts: [], findings: { a: [], b: [] } });
    expect(issuedOn).toEqual({ a: '2027-03-12', b: '2027-03-12' });
    expect(notices.a).toBe(notices.b);
  });

  it('show the days that move with a later filing, and what the wait costs', () => {
    const comparison = compared({ costPerDay: 1_000 }, { costPerDay: 1_000, filingOn: '2027-01-25' });
    expect(comparison).toMatchObject({
      filingOn: { a: '2026-12-28', b: '2027-01-25' },
      issuedOn: { a: '2027-03-12', b: '2027-04-12' },
      waiting: { a: { days: 109, cost: 109_000 }, b: { days: 140, cost: 140_000 } },
    });
    expect(comparison.acts.find(({ kind }) => kind === 'renewal')).toMatchObject({
      count: 1,
      a: { to: '2031-12-12' },
      b: { to: '2032-01-12' },
      movedDays: 31,
    });
  });

  it('show what only one of them brings', () => {
    const change = { kind: 'name', decidedOn: '2028-05-10', registeredOn: '2028-06-01' };
    const { acts } = compared({}, { changes: [change] });
    expect(acts.filter(({ kind }) => kind === 'change')).toMatchObject([
      { a: null, b: { to: '2028-06-30' }, movedDays: null },
    ]);
  });

  it('show who is told more often, and what is to be known of one only', () => {
    const { notices, findings, leastSlack } = compared({}, { acknowledge: 'never', reports: { '2028': '2028-04-12' } });
    expect(notices.byPerson.deputy).toMatchObject({ a: 0, b: expect.any(Number) });
    expect(notices.byPerson.deputy?.b).toBeGreaterThan(0);
    expect(findings.b.map(({ code }) => code)).toContain('duty-late');
    expect(leastSlack).toEqual({ a: 0, b: -12 });
  });

  it('say which of them is wrong, and where', () => {
    const wrong = { a: aPlan(), b: aPlan({ filingOn: '2026-11-01', until: 'never' }) };
    const refuse = () => comparePlans(law, wrong);
    expect(refuse).toThrow(InvalidInput);
    expect(refuse).toThrow(
      expect.objectContaining({
        code: 'invalid-profile',
        details: expect.objectContaining({
          pointer: '/b/plan/until',
          errors: [
            expect.objectContaining({ pointer: '/b/plan/until' }),
            expect.objectContaining({ pointer: '/b/plan/filingOn' }),
          ],
        }),
      }),
    );
  });
});
