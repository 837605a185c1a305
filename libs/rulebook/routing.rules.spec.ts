import { latestTable, loadCalendar } from '../calendar/index.js';
import type { AskedCoverage } from './applicant.js';
import type { CapitalRule, OfficeRule, RoutingRule, RulePack } from './pack.js';
import { latestPack } from './packs.js';
import { freshUntil, isStale } from './requirements.js';
import { route } from './routing.js';

const calendar = loadCalendar(latestTable);
const citation = { source: 'TR', article: 'art. 1' };
const wording = { zh: '某规则。', en: 'A rule.' };
const rule = {
  wording,
  citation,
  confidence: 'verified',
  validFrom: '2020-01-01',
  validTo: null,
  when: null,
  examples: [],
} as const;

function aRoute(some: Partial<RoutingRule> = {}): RoutingRule {
  return { ...rule, id: 'routing.all', examples: [], authority: 'coverage-province', readings: [], ...some };
}
const capital: CapitalRule = { ...rule, id: 'capital.all', examples: [], floor: 1_000_000 };
const anOffice = (code: string, some: Partial<OfficeRule> = {}): OfficeRule => ({
  ...rule,
  id: `office.${code}`,
  examples: [],
  code,
  authority: 'sh',
  name: { zh: `${code}处`, en: `Office ${code}` },
  ...some,
});

const shanghai: AskedCoverage = { kind: 'province', provinces: ['sh'] };

function ask(
  some: Partial<RulePack>,
  coverage: AskedCoverage = shanghai,
  registeredCapital = 1_000_000,
  on = '2026-03-02',
) {
  const pack = { ...latestPack, routing: [aRoute()], capital: [capital], offices: [], ...some };
  const company = {
    province: 'sh',
    city: null,
    freeTradeZone: null,
    registeredCapital,
    foreignShare: 0,
    establishedOn: null,
    shareholders: [],
    onDishonestList: null,
    recentPenalty: null,
  };
  return route({ pack, calendar }, { serviceTypes: ['B24'], coverage, company, on });
}

describe('where one files', () => {
  const seat = latestPack.authorities.find(({ code }) => code === 'sh');

  it('is the authority’s own seat where no office fits', () => {
    const offices = [
      anOffice('elsewhere', { authority: 'bj' }),
      anOffice('past', { validTo: '2026-03-01' }),
      anOffice('coming', { validFrom: '2026-03-03' }),
      anOffice('other-city', { when: { eq: ['city', 'pudong'] } }),
    ];
    expect(ask({ offices })).toMatchObject({
      authority: 'sh',
      authorityName: seat?.name,
      office: 'sh',
      officeName: seat?.name,
      officeRule: null,
    });
  });

  it('is the first office that fits, on its first and its last day', () => {
    const own = anOffice('own', { validFrom: '2026-03-02', validTo: '2026-03-02', when: { eq: ['authority', 'sh'] } });
    expect(ask({ offices: [anOffice('elsewhere', { authority: 'bj' }), own, anOffice('later')] })).toMatchObject({
      authority: 'sh',
      office: 'own',
      officeName: { zh: 'own处', en: 'Office own' },
      officeRule: own,
    });
  });
});

describe('the capital', () => {
  it('meets the floor with the last yuan, and blocks without it', () => {
    expect(ask({})).toMatchObject({ capitalFloor: 1_000_000, capitalMet: true, findings: [] });
    expect(ask({}, shanghai, 999_999)).toMatchObject({
      capitalMet: false,
      findings: [{ code: 'capital-below-floor', level: 'blocking', rule: 'capital.all', wording, citation }],
    });
  });
});

describe('another route that the sources show', () => {
  const reading = { id: 'other', wording, citation, confidence: 'secondary', authority: 'coverage-province' } as const;
  const routing = [
    aRoute({
      authority: 'MIIT',
      readings: [
        { ...reading, when: null, openIf: { eq: ['province', 'sh'] } },
        { ...reading, id: 'closed', when: null, openIf: { eq: ['province', 'bj'] } },
        { ...reading, id: 'of-others', when: { eq: ['province', 'bj'] }, openIf: null },
      ],
    }),
  ];

  it('is shown where it applies, open to this applicant or not', () => {
    const shown = { authority: 'sh', office: 'own', wording, citation, confidence: 'secondary' };
    expect(ask({ routing, offices: [anOffice('own')] }).readings).toEqual([
      { id: 'other', open: true, ...shown },
      { id: 'closed', open: false, ...shown },
    ]);
  });

  it('is not shown for the whole country, which has no one province', () => {
    expect(ask({ routing }, { kind: 'nationwide' })).toMatchObject({ authority: 'MIIT', readings: [] });
  });
});

describe('an application that no rule routes', () => {
  it.each<[string, () => unknown, string, string]>([
    ['before the first rule', () => ask({}, shanghai, 1, '2019-12-31'), 'routing', '2019-12-31'],
    ['without a rule on capital', () => ask({ capital: [] }), 'capital', '2026-03-02'],
    [
      'of a province that the pack does not know',
      () => ask({}, { kind: 'province', provinces: ['zz'] }),
      'authority.zz',
      'any day',
    ],
  ])('%s is refused', (_, act, missing, on) => {
    expect(act).toThrow(
      expect.objectContaining({ code: 'rule-not-in-force', details: { pack: latestPack.id, rule: missing, on } }),
    );
  });
});

describe('the age of a paper', () => {
  const within = (length: number, unit: 'day' | 'month') => ({ freshness: { length, unit } });

  it.each([
    [within(30, 'day'), '2026-01-31', '2026-03-02'],
    [within(1, 'month'), '2026-01-31', '2026-02-28'],
    [{ freshness: null }, '2026-01-31', null],
    [within(30, 'day'), null, null],
  ])('%j, issued on %j, may be filed until %j', (requirement, issuedOn, until) => {
    expect(freshUntil(requirement, issuedOn)).toBe(until);
    expect(isStale(requirement, issuedOn, until ?? '2099-12-31')).toBe(false);
    if (until !== null) expect(isStale(requirement, issuedOn, '2026-03-03')).toBe(true);
  });
});
