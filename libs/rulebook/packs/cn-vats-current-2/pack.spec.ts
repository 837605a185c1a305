import { latestTable, loadCalendar } from '../../../calendar/index.js';
import { limitOn, measure, readingOf } from '../../deadlines.js';
import { packById } from '../../packs.js';
import { allRules, inForce } from '../../rules.js';

const law = { pack: packById('cn-vats-current@2'), calendar: loadCalendar(latestTable) };
const { pack } = law;
const typeOn = (code: string, on: string) => pack.serviceTypes.find((type) => type.code === code && inForce(type, on));

describe('the ten service types', () => {
  it.each([
    ['B11', 'B1', 0],
    ['B12', 'B1', 0],
    ['B13', 'B1', 50],
    ['B14', 'B1', 50],
    ['B21', 'B2', 50],
    ['B22', 'B2', 100],
    ['B23', 'B2', 100],
    ['B24', 'B2', 100],
    ['B25', 'B2', 50],
    ['B26', 'B2', 50],
  ])('%s is of class %s, with a foreign share of up to %d percent', (code, type, foreignCap) => {
    expect(typeOn(code, '2026-11-25')).toMatchObject({ class: type, foreignCap, partOf: null });
  });

  it('have the parts that permits tell apart, and no others', () => {
    const parts = pack.serviceTypes.filter(({ partOf, validTo }) => partOf !== null && validTo === null);
    expect(parts.map(({ code, partOf }) => [partOf, code])).toEqual([
      ['B21', 'B21-1'],
      ['B24', 'B24-1'],
      ['B24', 'B24-2'],
      ['B25', 'B25-1'],
      ['B25', 'B25-2'],
      ['B26', 'B26-1'],
    ]);
    expect(typeOn('B21-1', '2026-11-25')?.foreignCap).toBe(100);
  });

  it.each(['B22', 'B23', 'B24', 'B24-1', 'B24-2'])('%s was opened to foreign capital on July 30, 2019', (code) => {
    expect(typeOn(code, '2019-07-29')?.foreignCap).toBe(50);
    expect(typeOn(code, '2019-07-30')?.foreignCap).toBe(100);
  });

  it.each(['B11', 'B12', 'B14', 'B25'])('%s shows the pilots of 2024 beside its cap', (code) => {
    expect(typeOn(code, '2026-11-25')?.otherReadings?.map(({ id }) => id)).toContain('pilots-of-2024');
  });
});

describe('the added limits', () => {
  const dateOf = (id: string, reading: string, start: string, on = start) => {
    const rule = limitOn(law, id, on);
    return measure(law, rule, readingOf(law, rule, reading), start).date;
  };

  it.each([
    ['limit.termination-notice', 'thirty-days-from-publication', '2026-03-02', '2026-04-01'],
    ['limit.termination-decision', 'calendar-days-after-notice', '2026-04-01', '2026-05-31'],
    ['limit.non-renewal-report', 'ninety-days-before', '2026-12-31', '2026-10-02'],
    ['limit.list-entry', 'thirty-days-from-decision', '2026-03-02', '2026-04-01'],
    ['limit.bad-list-exit', 'one-year-from-decision', '2024-02-29', '2025-02-28'],
    ['limit.dishonest-list-exit', 'three-years-from-decision', '2026-03-02', '2029-03-02'],
    ['limit.false-material-bar', 'one-year-from-decision', '2026-03-02', '2027-03-02'],
    ['limit.fraud-bar', 'three-years-from-decision', '2024-02-29', '2027-02-28'],
    ['limit.inspection-answer', 'as-printed', '2026-03-02', '2026-03-02'],
    ['limit.special-condition', 'as-printed', '2026-03-02', '2026-03-02'],
    ['limit.permit-return', 'as-printed', '2026-03-02', '2026-03-02'],
  ])('%s (%s) from %s ends on %s', (id, reading, start, date) => {
    expect(dateOf(id, reading, start)).toBe(date);
  });

  it('give a decision on a termination in working days as well, which is later', () => {
    const [calendarDays, workingDays] = limitOn(law, 'limit.termination-decision', '2026-05-06').readings;
    expect([calendarDays?.id, workingDays?.id]).toEqual(['calendar-days-after-notice', 'working-days-after-notice']);
    expect(dateOf('limit.termination-decision', 'working-days-after-notice', '2026-05-06')).toBe('2026-07-29');
  });

  it('are each reminded of by a ladder, unless another limit is reminded of in their place', () => {
    const reminded = new Set(pack.ladders.map(({ obligation }) => obligation));
    /** Reminded of by the ladder of another obligation (acceptance, annual report, change, renewal), or by nobody. */
    const without = [
      'completeness',
      'annual-report-cure',
      'change-after-decision',
      'change-after-registration',
      'change-ahead',
      'validity',
      'list-entry',
    ];
    const silent = pack.limits.map(({ id }) => id.replace('limit.', '')).filter((name) => !reminded.has(name));
    expect(silent.sort()).toEqual(without.sort());
  });
});

/** Where the sources are silent: what the product holds, and the rule or reading that says so. */
const edges: [string, string][] = [
  [
    'a shareholder change asks whether the operator changes',
    'limit.change-after-decision/shareholders-without-change-of-operator',
  ],
  ['a renewal refused before expiry leaves the permit to its end', 'limit.renewal-decision/refused-before-the-end'],
  ['a service never opened is not renewed by silence', 'limit.renewal-decision/never-opened'],
  ['a renewal still in correction at expiry is for a person', 'limit.renewal-decision/still-in-correction'],
  ['a foreign share in one province: floor by coverage', 'capital.one-province-foreign-invested'],
  ['a company registered elsewhere is routed by coverage', 'eligibility.registered-elsewhere'],
  ['a filing on a rest day', 'limit.completeness/rest-day-receipt-counts-from-next-working-day'],
  ['a filing on a rest day, for the review', 'limit.review/rest-day-receipt-counts-from-next-working-day'],
  ['a correction not made in time', 'limit.correction/not-corrected-in-time'],
  ['days that the telecom rules do not define', 'question.how-days-are-counted'],
  ['the end day of an expert review', 'limit.review/end-day-of-review-counts'],
  ['the annual report does not roll', 'limit.annual-report/march-31'],
  ['the cure month', 'limit.annual-report-cure/only-returned-reports'],
  ['a permit that ends in the first quarter', 'limit.annual-report/permit-ends-in-the-first-quarter'],
  ['reconsideration', 'limit.reconsideration/sixty-days-from-service'],
  ['litigation', 'limit.litigation/six-months-from-service'],
  ['bars', 'limit.false-material-bar/one-year-from-decision'],
  ['list exits', 'limit.bad-list-exit/one-year-from-decision'],
  ['the main investor', 'question.main-investor'],
  ['B22 and B24 together', 'material.special-business-commitment'],
  ['nuisance calls', 'material.nuisance-call-commitment'],
  ['no business so far', 'material.no-business-so-far-statement'],
  ['renewal papers in time', 'material.renewal-supply-commitment'],
  ['access services', 'material.access-service-commitment'],
  ['the letter in Guangdong', 'material.notification-commitment-guangdong'],
  ['plain articles', 'material.articles-of-association'],
  ['deferred papers missing at grant', 'limit.deferred-materials/held-until-supplied'],
  ['a termination in both readings', 'limit.termination-decision/working-days-after-notice'],
  ['a schedule changed during the year', 'question.changes-of-the-holiday-schedule'],
  ['the anniversary', 'limit.validity/same-day-anniversary'],
];

describe('edge rules', () => {
  const known = new Set(
    allRules(pack).flatMap(({ rule }) => {
      const { readings = [], otherReadings = [] } = rule as {
        readings?: { id: string }[];
        otherReadings?: { id: string }[];
      };
      return [rule.id, ...[...readings, ...otherReadings].map(({ id }) => `${rule.id}/${id}`)];
    }),
  );

  it.each(edges)('%s', (_, id) => {
    expect(known).toContain(id);
  });
});

describe('open questions', () => {
  it.each([
    ['the sixty days, unit and start', 'sixty-days', 'limit.review'],
    ['the time to correct', 'correction-deadline', 'limit.correction'],
    ['exits from the lists', 'list-exits-and-bars', 'limit.dishonest-list-exit'],
    ['the time for foreign investment since 2022', 'time-for-foreign-investment', 'limit.review'],
    ['notification and commitment today', 'free-trade-zone-pilots', 'material.notification-commitment'],
    ['the offshore call center', 'offshore-call-center', 'service-type.B24-2'],
    ['how notices are numbered', 'notice-numbers', 'duty.receipt-in-writing'],
    ['the holidays of next year', 'changes-of-the-holiday-schedule', 'limit.permit-issue'],
    ['a successor of the measures', 'successor-of-the-measures', 'limit.renewal'],
    ['service for own users', 'own-users-only', 'service-type.B24'],
    ['what was not read', 'article-numbers', 'limit.validity'],
  ])('%s', (_, name, touched) => {
    const open = pack.openQuestions?.find(({ id }) => id === `question.${name}`);
    expect(open?.touches).toContain(touched);
    expect(open?.ask.length).toBeGreaterThan(0);
  });
});

describe('rules in time', () => {
  const on = (id: string, day: string) => allRules(pack).some(({ rule }) => rule.id === id && inForce(rule, day));

  it.each([
    ['the notice on call centers', 'eligibility.site-check', '2020-06-18', '2020-06-19'],
    ['the notice on call centers, its duties', 'duty.no-sales-calls', '2020-06-18', '2020-06-19'],
    ['the nuisance-call commitment', 'material.nuisance-call-commitment', '2020-07-31', '2020-08-01'],
    ['the cap for call centers lifted', 'eligibility.foreign-call-center', '2019-07-29', '2019-07-30'],
    ['the commitment pilot', 'eligibility.notification-commitment-pilot', '2019-12-03', '2019-12-04'],
    ['the unchanged statement', 'material.unchanged-statement', '2020-05-10', '2020-05-11'],
    ['papers that may follow', 'limit.deferred-materials', '2020-05-10', '2020-05-11'],
    ['electronic permits', 'duty.electronic-permit', '2024-12-31', '2025-01-01'],
    ['the pilot of 2024', 'foreign-share.opening-pilot', '2024-04-07', '2024-04-08'],
  ])('%s: %s not yet on %s, but on %s', (_, id, before, from) => {
    expect([on(id, before), on(id, from)]).toEqual([false, true]);
  });

  it('the commitment pilot is another route for foreign investors from its first day on', () => {
    const routesOn = (day: string) =>
      pack.routing
        .filter((rule) => rule.id === 'routing.foreign-invested' && inForce(rule, day))
        .map(({ readings }) => readings.map(({ id }) => id));
    expect(routesOn('2019-12-03')).toEqual([['shanghai-free-trade-zone']]);
    expect(routesOn('2019-12-04')).toEqual([['shanghai-free-trade-zone', 'notification-and-commitment-pilot']]);
  });

  it.each([
    ['the separate approval', 'material.foreign-investment-approval', '2021-06-30', '2021-07-01'],
    ['the track record', 'material.foreign-investor-track-record', '2022-04-30', '2022-05-01'],
  ])('%s: %s still on %s, gone on %s', (_, id, last, gone) => {
    expect([on(id, last), on(id, gone)]).toEqual([true, false]);
  });
});

describe('confidence', () => {
  /** Articles of the measures of 2017 that were read, or stand in guides that were. */
  const read = [4, 6, 27, 28, 29, 30, 31, 35, 36, 37, 38, 42];

  it('calls no article of the measures of 2017 verified that was not read', () => {
    const claimed = allRules(pack)
      .map(({ rule }) => rule)
      .filter(({ confidence, citation }) => confidence === 'verified' && citation.source === 'O42')
      .flatMap(({ id, citation }) =>
        (/^art\. ([\d(), ]+)/.exec(citation.article)?.[1] ?? '')
          .replace(/\(\d+\)/g, '')
          .split(',')
          .map((article) => [id, Number(article)] as const),
      );
    expect(claimed.length).toBeGreaterThan(20);
    expect(claimed.filter(([, article]) => !read.includes(article))).toEqual([]);
  });

  it('calls nothing verified that is known through others, or that only agents or this product say, but for its own reminders', () => {
    const own = allRules(pack).filter(
      ({ rule }) =>
        ['AG', 'HOUSE', 'N81', 'N99', 'FI', 'FTZ', 'PIL', 'CEPA', 'L18'].includes(rule.citation.source) &&
        rule.confidence === 'verified' &&
        !rule.id.startsWith('ladder.'),
    );
    expect(own.map(({ rule }) => rule.id)).toEqual([]);
  });

  it('asks a question about every rule that is unverified in a way that moves dates', () => {
    const touched = new Set((pack.openQuestions ?? []).flatMap(({ touches }) => touches));
    const doubtful = pack.limits.filter(({ confidence }) => confidence === 'unverified').map(({ id }) => id);
    expect(doubtful.filter((id) => !touched.has(id))).toEqual([]);
  });
});
