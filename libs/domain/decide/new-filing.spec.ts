import { Desk } from '../../../test/support/builders.js';
import type { FilingKind, FilingStatus, LicenseState } from '../license.js';
import { nextFilingId } from './new-filing.js';

type Filed = [kind: FilingKind, period: string | null, status?: FilingStatus];

/** A license with filings of these kinds, one after the other. */
const having = (...filed: Filed[]): LicenseState => {
  const desk = Desk.holds('2026-11-20').prepares({ kind: 'change' });
  const filings = filed.map(([kind, period, status = 'withdrawn'], i) => ({
    ...desk.newest,
    id: `f-${i}`,
    kind,
    period,
    status,
  }));
  return { ...desk.state, filings: Object.fromEntries(filings.map((filing) => [filing.id, filing])) };
};

describe('the id of the next filing', () => {
  it.each<[string, Filed[], FilingKind, string | null, string]>([
    ['is the first of its kind', [], 'change', null, 'change-1'],
    [
      'counts those of its kind',
      [
        ['change', null],
        ['change', null],
      ],
      'change',
      null,
      'change-3',
    ],
    [
      'does not count those of another kind',
      [
        ['renewal', null],
        ['change', null],
      ],
      'renewal',
      null,
      'renewal-2',
    ],
    ['of a report is its year', [['change', null]], 'annual-report', '2027', 'annual-report-2027'],
    [
      'of a second report of a year is counted',
      [
        ['annual-report', '2027'],
        ['annual-report', '2027'],
      ],
      'annual-report',
      '2027',
      'annual-report-2027-3',
    ],
    [
      'of a report does not count other years',
      [['annual-report', '2026']],
      'annual-report',
      '2027',
      'annual-report-2027',
    ],
  ])('%s', (_case, filed, kind, period, id) => {
    expect(nextFilingId(having(...filed), kind, period)).toBe(id);
  });
});

describe('a report', () => {
  const report = (period: string | null) => ({ kind: 'annual-report' as const, period, answers: [], plannedOn: null });

  it.each<[string, string | null, string | null, string]>([
    ['is of a year', null, '2024-01-10', 'invalid-report-period'],
    ['is of one year', '20261', '2024-01-10', 'invalid-report-period'],
    ['is of no year to come', '2027', '2024-01-10', 'invalid-report-period'],
    ['is of no year up to the grant', '2024', '2024-01-10', 'invalid-report-period'],
    ['is of a later year', '2025', '2024-01-10', 'opened'],
    ['is of this year', '2026', '2024-01-10', 'opened'],
    ['is of any year where nobody knows the grant', '2024', null, 'opened'],
  ])('%s', (_rule, period, grantedOn, expected) => {
    const permit = { validFrom: '2024-01-10', printedLastDay: '2029-01-09' };
    const desk = Desk.holds('2026-11-20', permit, { grantedOn, opened: [] });
    if (expected === 'opened') expect(desk.decides('open-filing', report(period))).toHaveLength(1);
    else expect(desk.refuses('open-filing', report(period)).code).toBe(expected);
  });
});
