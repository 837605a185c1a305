import { latestTable, loadCalendar } from '../calendar/index.js';
import type { PermitRequest } from './applicant.js';
import { eligibilityOf } from './eligibility.js';
import type { Facts } from './facts.js';
import { latestPack } from './packs.js';

const law = { pack: latestPack, calendar: loadCalendar(latestTable) };
const company = {
  province: 'zj',
  city: null,
  freeTradeZone: false,
  registeredCapital: 10_000_000,
  foreignShare: 0,
  establishedOn: null,
  shareholders: [{ kind: 'company' }],
  onDishonestList: false,
  recentPenalty: false,
};
type Applicant = PermitRequest['company'];

function found(types: string[], changes: Partial<Applicant>, stated: Partial<Facts> = {}, on = '2026-03-02') {
  return eligibilityOf(law, {
    company: { ...company, ...changes },
    serviceTypes: types,
    coverage: { kind: 'nationwide' },
    filingKind: 'new',
    authority: 'MIIT',
    on,
    stated,
  });
}
const shareFindings = (...asked: Parameters<typeof found>) =>
  found(...asked)
    .filter(({ code }) => code.startsWith('foreign-share-') && code !== 'foreign-share-uncapped')
    .map(({ code, level, rule }) => `${level} ${code} ${rule}`);

describe('a foreign share', () => {
  it.each<[string, number, string[]]>([
    ['B11', 1, ['blocking', 'info', 'info']],
    ['B12', 50, ['blocking', 'info', 'info']],
    ['B13', 50, []],
    ['B13', 50.1, ['blocking']],
    ['B14', 51, ['blocking', 'info']],
    ['B21', 51, ['blocking']],
    ['B21-1', 100, []],
    ['B22', 100, []],
    ['B23', 100, []],
    ['B24', 100, []],
    ['B24-1', 100, []],
    ['B25', 51, ['blocking', 'info']],
    ['B25-1', 51, ['blocking', 'info']],
    ['B25-2', 51, ['blocking']],
    ['B26', 51, ['blocking']],
    ['B26-1', 51, ['blocking']],
  ])('in %s of %d percent', (type, foreignShare, levels) => {
    expect(shareFindings([type], { foreignShare }).map((line) => line.split(' ')[0])).toEqual(levels);
  });

  it.each<[string, Partial<Applicant>, Partial<Facts>]>([
    ['Hainan', { province: 'hn' }, {}],
    ['Shenzhen', { province: 'gd', city: '深圳市' }, {}],
    ['Lingang', { province: 'sh' }, { pilotArea: true }],
    ['the pilot area of Beijing', { province: 'bj' }, { pilotArea: true }],
  ])('above the cap needs an approval of the pilot in %s', (_, place, stated) => {
    expect(shareFindings(['B11', 'B14'], { ...place, foreignShare: 100 }, stated)).toEqual([
      'warning foreign-share-by-exception foreign-share.opening-pilot',
    ]);
  });

  it.each<[string, Partial<Applicant>, Partial<Facts>]>([
    ['Shanghai, nothing said of the area', { province: 'sh' }, {}],
    ['Guangzhou', { province: 'gd', city: '广州' }, {}],
    ['Zhejiang', { province: 'zj' }, { pilotArea: true }],
  ])('above the cap blocks in %s, and the pilot is shown', (_, place, stated) => {
    expect(shareFindings(['B14'], { ...place, foreignShare: 100 }, stated)).toEqual([
      'blocking foreign-share-above-cap service-type.B14',
      'info foreign-share-exception foreign-share.opening-pilot',
    ]);
  });

  it('of a closed type is open to Hong Kong and Macau alone, to a half', () => {
    const cepa = (foreignShare: number, investorOrigins: string[]) =>
      shareFindings(['B11'], { foreignShare }, { investorOrigins })[0];
    expect(cepa(50, ['hong-kong', 'macau'])).toBe('warning foreign-share-by-exception foreign-share.cepa');
    expect(cepa(51, ['hong-kong'])).toBe('blocking foreign-share-above-cap service-type.B11');
    expect(cepa(40, ['macau', 'other'])).toBe('blocking foreign-share-above-cap service-type.B11');
  });

  it('of a call center was capped until the list of 2019', () => {
    expect(shareFindings(['B24'], { foreignShare: 60 }, {}, '2019-07-29')[0]).toContain('blocking');
    expect(shareFindings(['B24'], { foreignShare: 60 }, {}, '2019-07-30')).toEqual([]);
  });

  it('never blocks below what a larger one passes', () => {
    for (const type of latestPack.serviceTypes.map(({ code }) => code)) {
      const blocked = [0, 10, 49, 50, 51, 100].map((foreignShare) =>
        shareFindings([type], { foreignShare }).some((line) => line.startsWith('blocking')),
      );
      expect([...blocked].sort()).toEqual(blocked);
    }
  });
});

const conditions = {
  isCompany: 'not-a-company',
  fundsSuffice: 'funds-or-staff-missing',
  staffSuffices: 'funds-or-staff-missing',
  longTermAbility: 'no-long-term-ability',
  premises: 'premises-or-plan-missing',
  facilities: 'premises-or-plan-missing',
  technicalPlan: 'premises-or-plan-missing',
} as const;
const met = Object.fromEntries(Object.keys(conditions).map((fact) => [fact, true])) as Partial<Facts>;
const codesOf = (level: string, ...asked: Parameters<typeof found>) =>
  found(...asked)
    .filter((finding) => finding.level === level)
    .map(({ code }) => code);

it.each([
  ['2021-06-30', 'needs an approval of its own'],
  ['2021-07-01', 'a track record of the main foreign investor is still asked for'],
  ['2022-05-01', 'the track record once asked of the main foreign investor is gone'],
])('on %s a foreign share %s', (on, words) => {
  const [finding] = found(['B24'], { foreignShare: 10 }, {}, on).filter(({ code }) => code === 'foreign-invested');
  expect(finding?.wording.en).toContain(words);
});

describe('the conditions of the measures', () => {
  it('block nobody who meets them', () => {
    expect(codesOf('blocking', ['B24'], {}, met)).toEqual([]);
    expect(codesOf('info', ['B24'], {}, met).filter((code) => code.endsWith('-not-stated'))).toEqual([
      'provincial-permit-not-stated',
    ]);
  });

  it.each(Object.entries(conditions))('block where %s is missing', (fact, code) => {
    expect(codesOf('blocking', ['B24'], {}, { ...met, [fact]: false })).toEqual([code]);
  });

  it('are named where nothing is known of them', () => {
    const silent = { onDishonestList: null, recentPenalty: null, shareholders: [] };
    expect(codesOf('info', ['B24'], silent).filter((code) => code.endsWith('-not-stated'))).toEqual([
      'dishonest-list-not-stated',
      'recent-penalty-not-stated',
      'lawful-company-not-stated',
      'funds-and-staff-not-stated',
      'long-term-ability-not-stated',
      'premises-and-plan-not-stated',
      'provincial-permit-not-stated',
      'shareholders-not-stated',
    ]);
  });
});

describe('the dishonest list', () => {
  it.each<[string, Partial<Applicant>, Partial<Facts>, string[]]>([
    ['anybody', { onDishonestList: true }, {}, ['on-dishonest-list']],
    ['the company', { onDishonestList: true }, { companyOnDishonestList: true }, ['company-on-dishonest-list']],
    ['a main investor', { onDishonestList: true }, { investorOnDishonestList: true }, ['investor-on-dishonest-list']],
    ['a main manager', { onDishonestList: true }, { managerOnDishonestList: true }, ['manager-on-dishonest-list']],
    ['a holder of 30 percent', {}, { dishonestHolderShare: 30 }, ['investor-on-dishonest-list']],
    [
      'the largest holder',
      {},
      { dishonestHolderShare: 20, largestHolderOnDishonestList: true },
      ['investor-on-dishonest-list'],
    ],
    ['a small holder', {}, { dishonestHolderShare: 20, largestHolderOnDishonestList: false }, []],
  ])('with %s on it', (_, changes, stated, blocking) => {
    expect(codesOf('blocking', ['B24'], changes, stated)).toEqual(blocking);
    if (blocking.length === 0)
      expect(codesOf('warning', ['B24'], changes, stated)).toContain('minor-holder-on-dishonest-list');
  });
});

describe('free-trade zones and treaties', () => {
  it.each<[string, Partial<Applicant>, Partial<Facts> & { commitmentRoute?: boolean }, string, boolean]>([
    ['a seat in a zone', { freeTradeZone: true }, {}, 'notification-commitment-pilot', true],
    [
      'a main office elsewhere',
      { freeTradeZone: true },
      { mainOfficeInZone: false },
      'notification-commitment-pilot',
      false,
    ],
    ['no zone', {}, {}, 'notification-commitment-pilot', false],
    ['a commitment outside', {}, { commitmentRoute: true }, 'commitment-route-outside-zone', true],
    ['Hong Kong', { foreignShare: 30 }, { investorOrigins: ['hong-kong'] }, 'hong-kong-macau-route', true],
    ['elsewhere', { foreignShare: 30 }, { investorOrigins: ['other'] }, 'hong-kong-macau-route', false],
  ])('%s', (_, changes, stated, code, shown) => {
    expect(found(['B24'], changes, stated).some((finding) => finding.code === code)).toBe(shown);
  });
});

describe('the words of a share above the cap', () => {
  it('name the type and its cap in both languages', () => {
    const [finding] = found(['B21'], { foreignShare: 51 });
    const type = latestPack.serviceTypes.find(({ code, validTo }) => code === 'B21' && validTo === null);
    expect(finding).toMatchObject({
      code: 'foreign-share-above-cap',
      level: 'blocking',
      rule: type?.id,
      wording: {
        zh: `B21${type?.name.zh}：外资比例最高为50%。`,
        en: `B21 ${type?.name.en}: foreign investors may hold 50 percent at most.`,
      },
    });
  });

  it('come once for each type', () => {
    const above = found(['B21', 'B26'], { foreignShare: 51 }).filter(({ code }) => code === 'foreign-share-above-cap');
    expect(above.map(({ wording }) => wording.en.slice(0, 3))).toEqual(['B21', 'B26']);
  });
});
