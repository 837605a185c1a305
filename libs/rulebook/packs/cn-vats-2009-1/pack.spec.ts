import { latestTable, loadCalendar } from '../../../calendar/index.js';
import type { Applicant } from '../../applicant.js';
import * as clocks from '../../clocks.js';
import { deadlineOf, limitOn, measure, readingOf } from '../../deadlines.js';
import { eligibilityOf } from '../../eligibility.js';
import { packById } from '../../packs.js';
import { exposure } from '../../penalties.js';
import { requirementsFor } from '../../requirements.js';
import { route } from '../../routing.js';
import { allRules } from '../../rules.js';

const law = { pack: packById('cn-vats-2009@1'), calendar: loadCalendar(latestTable) };

const company: Applicant = {
  province: 'sh',
  city: null,
  freeTradeZone: false,
  registeredCapital: 1_000_000,
  foreignShare: 0,
  establishedOn: '2014-05-01',
  shareholders: [],
  onDishonestList: false,
  recentPenalty: false,
};
const question = { company, serviceTypes: ['B24'], coverage: { kind: 'province' as const, provinces: ['sh'] } };
const notInForce = expect.objectContaining({ code: 'rule-not-in-force' });

describe('the rules of 2009', () => {
  it('hold from April 10, 2009 to August 31, 2017, each of them', () => {
    for (const { rule } of allRules(law.pack))
      expect([rule.id, rule.validFrom, rule.validTo]).toEqual([rule.id, '2009-04-10', '2017-08-31']);
  });

  it('claim no text as read but the articles that were', () => {
    expect(allRules(law.pack).filter(({ rule }) => rule.confidence === 'verified')).toEqual([]);
  });

  it.each([
    ['2015-06-01', 10],
    ['2014-06-01', 10],
    ['2017-09-01', 0],
    ['2009-04-09', 0],
  ])('ask on %s for %d papers of a call center in one province', (on, count) => {
    const papers = requirementsFor(law, { ...question, filingKind: 'new', authority: 'sh', on });
    // Branches only matter across provinces; verification and audit exclude each other.
    expect(papers).toHaveLength(count === 0 ? 0 : count - 1);
  });

  it.each([
    ['2015-04-30', 'capital-verification'],
    ['2015-05-01', 'audit-report'],
  ])('ask on %s for the %s of a company founded on May 1, 2014', (on, paper) => {
    const papers = requirementsFor(law, { ...question, filingKind: 'new', authority: 'sh', on }).map(({ id }) => id);
    expect(papers.filter((id) => ['capital-verification', 'audit-report'].includes(id))).toEqual([paper]);
  });

  it('ask a company across provinces for the papers of its branches as well: all ten', () => {
    const nationwide = { ...question, coverage: { kind: 'nationwide' as const } };
    const papers = requirementsFor(law, { ...nationwide, filingKind: 'new', authority: 'MIIT', on: '2015-06-01' });
    expect(papers.map(({ id }) => id)).toEqual([
      'business-license',
      'sealed-articles-of-association',
      'equity-structure',
      'branch-papers',
      'audit-report',
      'managers-and-technicians',
      'premises-proof',
      'social-security-proof',
      'labor-contracts',
      'voip-commitment',
    ]);
  });

  it('let a violation within three years block, and nothing else by itself', () => {
    const blocking = (recentPenalty: boolean) =>
      eligibilityOf(law, { ...question, company: { ...company, recentPenalty }, on: '2015-06-01' })
        .filter(({ level }) => level === 'blocking')
        .map(({ code }) => code);
    expect(blocking(true)).toEqual(['violation-within-three-years']);
    expect(blocking(false)).toEqual([]);
  });

  it('give the end of a permit and its T-90', () => {
    expect(clocks.validity(law, '2011-03-15')).toMatchObject({
      lastDay: '2016-03-14',
      sameDayAnniversary: '2016-03-15',
    });
    expect(clocks.renewalWindow(law, '2016-12-30')).toMatchObject({ date: '2016-10-01', safeDay: '2016-09-30' });
  });

  it('give the day of the yearly inspection', () => {
    const rule = limitOn(law, 'limit.annual-inspection', '2016-03-31');
    const reading = measure(law, rule, readingOf(law, rule, 'march-31'), '2016');
    expect(deadlineOf(law, rule.duty, [reading])).toMatchObject({ date: '2016-03-31', safeDay: '2016-03-31' });
  });

  it.each<[string, () => unknown]>([
    ['who decides', () => route(law, { ...question, on: '2015-06-01' })],
    ['the limit of completeness', () => clocks.completeness(law, '2015-06-01')],
    ['the annual report of the later measures', () => clocks.annualReport(law, 2016)],
    [
      'a change',
      () =>
        clocks.changeFiling(law, {
          kind: 'name',
          decidedOn: null,
          registeredOn: '2015-06-01',
          effectiveOn: null,
          operatorChanges: null,
        }),
    ],
    ['an appeal', () => clocks.reconsideration(law, '2015-06-01')],
    ['a fine', () => exposure(law, 'operating-without-permit', 0)],
    ['a permit that ends under the later measures', () => clocks.validity(law, '2013-03-15')],
    ['a permit that ends before the measures', () => clocks.renewalWindow(law, '2009-01-31')],
  ])('refuse to answer %s', (_, ask) => {
    expect(ask).toThrow(notInForce);
  });
});
