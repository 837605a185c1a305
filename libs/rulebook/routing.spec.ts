import { latestTable, loadCalendar } from '../calendar/index.js';
import type { Applicant, AskedCoverage } from './applicant.js';
import { latestPack } from './packs.js';
import { freshUntil, isStale, requirementsFor } from './requirements.js';
import { route } from './routing.js';

const law = { pack: latestPack, calendar: loadCalendar(latestTable) };

const company = (facts: Partial<Applicant> = {}): Applicant => ({
  province: 'sh',
  city: null,
  freeTradeZone: false,
  registeredCapital: 1_000_000,
  foreignShare: 0,
  establishedOn: null,
  shareholders: [],
  onDishonestList: false,
  recentPenalty: false,
  ...facts,
});
const of = (province: string): AskedCoverage => ({ kind: 'province', provinces: [province] });
const ask = (coverage: AskedCoverage, facts: Partial<Applicant> = {}) =>
  route(law, { serviceTypes: ['B24'], coverage, company: company(facts) });

/** Host code, Chinese province, usual prefix: typed from the list of administrations, not read from the pack. */
const administrations = [
  'bj 北京市 京',
  'tj 天津市 津',
  'hb 河北省 冀',
  'sx 山西省 晋',
  'nm 内蒙古自治区 蒙',
  'ln 辽宁省 辽',
  'jl 吉林省 吉',
  'hlj 黑龙江省 黑',
  'sh 上海市 沪',
  'js 江苏省 苏',
  'zj 浙江省 浙',
  'ah 安徽省 皖',
  'fj 福建省 闽',
  'jx 江西省 赣',
  'sd 山东省 鲁',
  'ha 河南省 豫',
  'hub 湖北省 鄂',
  'hun 湖南省 湘',
  'gd 广东省 粤',
  'gx 广西壮族自治区 桂',
  'hn 海南省 琼',
  'cq 重庆市 渝',
  'sc 四川省 川',
  'gz 贵州省 黔',
  'yn 云南省 滇',
  'xz 西藏自治区 藏',
  'shx 陕西省 陕',
  'gs 甘肃省 甘',
  'qh 青海省 青',
  'nx 宁夏回族自治区 宁',
  'xj 新疆维吾尔自治区 新',
].map((line) => line.split(' ') as [string, string, string]);

it.each([
  [{}, true],
  [{ mainOfficeInZone: true }, true],
  [{ mainOfficeInZone: false }, false],
])('shows the pilot of 2019 inside a zone, open by its main office: %j', (stated, open) => {
  const zone = company({ freeTradeZone: true, foreignShare: 100 });
  const { readings } = route(law, { serviceTypes: ['B24'], coverage: of('gd'), company: zone, stated });
  expect(readings.map((reading) => [reading.id, reading.authority, reading.open])).toEqual([
    ['notification-and-commitment-pilot', 'gd', open],
  ]);
});

describe('route', () => {
  it('knows MIIT and 31 administrations', () => {
    expect(administrations).toHaveLength(31);
    expect(law.pack.authorities.map(({ code }) => code)).toEqual(['MIIT', ...administrations.map(([code]) => code)]);
  });

  it.each(administrations)('%s: %s decides for its province, with permits under %s', (code, province, prefix) => {
    const decided = ask(of(code), { province: code });
    expect(decided).toMatchObject({
      authority: code,
      office: code,
      authorityName: { zh: `${province}通信管理局` },
      capitalFloor: 1_000_000,
      capitalMet: true,
      findings: [],
    });
    const rule = law.pack.authorities.find((authority) => authority.code === code);
    expect(rule?.prefixes[0]).toBe(prefix);
    expect(rule?.host).toBe(`${code}ca.miit.gov.cn`);
    expect(rule?.name.en).toMatch(/ Communications Administration$/);
  });

  it.each(administrations)('%s: a foreign share moves the decision to MIIT', (code) => {
    expect(ask(of(code), { province: code, foreignShare: 0.5 })).toMatchObject({
      authority: 'MIIT',
      office: 'MIIT',
      capitalFloor: 1_000_000,
    });
  });

  it.each([
    [9_999_999, false],
    [10_000_000, true],
  ])('nationwide with RMB %d: floor met %s', (registeredCapital, capitalMet) => {
    const decided = ask({ kind: 'nationwide' }, { registeredCapital });
    expect(decided).toMatchObject({ authority: 'MIIT', capitalFloor: 10_000_000, capitalMet });
    expect(decided.findings.map(({ code }) => code)).toEqual(capitalMet ? [] : ['capital-below-floor']);
  });

  it('counts two provinces as nationwide', () => {
    expect(ask({ kind: 'province', provinces: ['sh', 'js'] })).toMatchObject({
      authority: 'MIIT',
      capitalFloor: 10_000_000,
    });
  });

  it.each([
    ['青岛市', 'sd-qingdao'],
    ['威海', 'sd-qingdao'],
    ['Rizhao City', 'sd-qingdao'],
    ['济南市', 'sd'],
    [null, 'sd'],
  ])('Shandong, %s: filed with %s', (city, office) => {
    expect(ask(of('sd'), { province: 'sd', city })).toMatchObject({ authority: 'sd', office });
  });

  it('shows the routes of the free-trade-zone pilots, and whether they are open', () => {
    const shown = (facts: Partial<Applicant>, coverage = of('sh')) =>
      ask(coverage, { foreignShare: 100, ...facts }).readings.map(({ id, authority, open }) => [id, authority, open]);
    expect(shown({})).toEqual([['shanghai-free-trade-zone', 'sh', false]]);
    expect(shown({ freeTradeZone: true })).toEqual([
      ['shanghai-free-trade-zone', 'sh', true],
      ['notification-and-commitment-pilot', 'sh', true],
    ]);
    expect(shown({ freeTradeZone: true, province: 'gd' }, of('gd'))).toEqual([
      ['notification-and-commitment-pilot', 'gd', true],
    ]);
    expect(shown({ freeTradeZone: true }, { kind: 'nationwide' })).toEqual([]);
  });
});

describe('requirementsFor', () => {
  const asked = (filingKind: string, more: object = {}, facts: Partial<Applicant> = {}) =>
    requirementsFor(law, {
      filingKind,
      authority: 'sh',
      serviceTypes: ['B24'],
      coverage: of('sh'),
      company: company(facts),
      on: '2026-03-02',
      ...more,
    });
  const ids = (...args: Parameters<typeof asked>) => asked(...args).map(({ id }) => id);

  it('asks a call center of Shanghai for the statutory papers and those of call centers', () => {
    expect(
      asked('new')
        .filter(({ status }) => status !== 'optional')
        .map(({ id }) => id),
    ).toEqual([
      'application-form',
      'business-license',
      'company-and-staff',
      'social-security-proof',
      'business-and-technical-plan',
      'service-quality-measures',
      'security-measures',
      'shareholder-tracing',
      'credit-system-screenshots',
      'lawful-operation-commitment',
      'premises-proof',
      'nuisance-call-commitment',
    ]);
  });

  it.each([
    ['shx', ['agent-contracts', 'carrier-contract', 'equipment-list-and-seat-plan']],
    ['hun', ['equipment-contract']],
    ['gx', ['notification-commitment']],
    ['gd', ['notification-commitment-guangdong']],
    ['ln', ['sealed-articles-of-association', 'manager-identity']],
    ['hb', ['manager-identity']],
    ['jx', ['manager-identity']],
    ['bj', []],
  ])('adds what %s asks for besides', (authority, extra) => {
    const usual = new Set(ids('new'));
    expect(ids('new', { authority }).filter((id) => !usual.has(id))).toEqual(extra);
  });

  it('follows the shareholders', () => {
    const by = (kind: string) => ids('new', {}, { shareholders: [{ kind }] });
    expect(by('natural-person')).toContain('shareholder-identity');
    expect(by('company')).toContain('shareholder-registration');
    expect(by('listed-company')).toContain('top-ten-shareholders');
    expect(by('company')).not.toContain('shareholder-identity');
  });

  it.each([
    ['name', ['registration-change-notice', 'special-business-commitment-by-name-or-trade']],
    ['shareholders', ['registration-change-notice', 'company-decision', 'changed-shareholder-tracing']],
    ['legal-representative', ['registration-change-notice', 'legal-representative-identity']],
    [
      'scope',
      [
        'company-decision',
        'changed-business-and-technical-plan',
        'special-business-commitment-by-name-or-trade',
        'prior-approval',
      ],
    ],
  ])('asks for what a change of %s needs', (kind, needed) => {
    const always = [
      'business-license',
      'lawful-operation-commitment',
      'nuisance-call-commitment-of-older-permits',
      'change-application-form',
      'permit-copy',
    ];
    expect(ids('change', { changeKinds: [kind] })).toEqual(expect.arrayContaining([...always, ...needed]));
    expect(ids('change', { changeKinds: [kind] })).toHaveLength(always.length + needed.length);
  });

  it('asks at renewal that the service was opened, and each year for the report', () => {
    expect(ids('renewal')).toContain('service-opened-proof');
    expect(ids('annual-report')).toEqual(['annual-report-form', 'operation-evidence', 'no-business-statement']);
  });

  it('leaves offshore call centers without the commitment of domestic ones', () => {
    expect(ids('new', { serviceTypes: ['B24-2'] })).not.toContain('nuisance-call-commitment');
    expect(ids('new', { serviceTypes: ['B24-1', 'B24-2'] })).toContain('nuisance-call-commitment');
  });

  it('lets a social security proof age one month', () => {
    const proof = asked('new').find(({ id }) => id === 'social-security-proof');
    expect(proof).toMatchObject({ status: 'deferrable', freshness: { length: 1, unit: 'month' } });
    expect(freshUntil(proof ?? { freshness: null }, '2026-01-31')).toBe('2026-02-28');
    expect(isStale(proof ?? { freshness: null }, '2026-01-31', '2026-02-28')).toBe(false);
    expect(isStale(proof ?? { freshness: null }, '2026-01-31', '2026-03-01')).toBe(true);
    expect(isStale(proof ?? { freshness: null }, null, '2026-03-01')).toBe(false);
  });
});
