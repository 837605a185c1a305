import { type Applicant, factsOf, type PermitRequest, withWholes } from './applicant.js';
import { latestPack } from './packs.js';

const company: Applicant = {
  province: 'sh',
  city: null,
  freeTradeZone: null,
  registeredCapital: 1_000_000,
  foreignShare: 0,
  establishedOn: null,
  shareholders: [],
  onDishonestList: null,
  recentPenalty: null,
};
const facts = (some: Partial<Applicant> = {}, more: Partial<PermitRequest> = {}) =>
  factsOf(latestPack, {
    company: { ...company, ...some },
    serviceTypes: ['B21'],
    coverage: { kind: 'nationwide' },
    on: '2026-03-14',
    ...more,
  });

describe('service types', () => {
  it.each([
    [['B24-1'], ['B24', 'B24-1'], 1],
    [['B24-2', 'B24-1'], ['B24', 'B24-1', 'B24-2'], 1],
    [['B24-1', 'B21'], ['B21', 'B24', 'B24-1'], 2],
    [['B24', 'B24-1', 'B24'], ['B24', 'B24-1'], 1],
    [['X9', 'B21'], ['B21', 'X9'], 2],
    [[], [], 0],
  ])('%j ask for %j, which are %d whole ones', (asked, all, whole) => {
    expect(withWholes(latestPack, asked)).toEqual(all);
    expect(facts({}, { serviceTypes: asked })).toMatchObject({ serviceTypes: all, serviceTypeCount: whole });
  });
});

describe('the coverage asked for', () => {
  it.each([
    [[], 'nationwide', null, true],
    [['sh'], 'province', 'sh', true],
    [['bj'], 'province', 'bj', false],
    [['bj', 'sh'], 'nationwide', null, true],
    [['bj', 'gd'], 'nationwide', null, false],
  ])('of %j is %s', (provinces, coverage, coverageProvince, registeredInCoverage) => {
    expect(facts({}, { coverage: { kind: 'province', provinces } })).toMatchObject({
      coverage,
      coverageProvince,
      coverageProvinceCount: provinces.length,
      registeredInCoverage,
    });
  });

  it('of the whole country holds every province', () => {
    expect(facts()).toMatchObject({ coverage: 'nationwide', coverageProvinceCount: 0, registeredInCoverage: true });
  });
});

describe('a city', () => {
  it.each([
    ['Shanghai City', 'shanghai'],
    ['  Ningbo   city ', 'ningbo'],
    ['City of Ningbo', 'city of ningbo'],
    ['Ningbo city north', 'ningbo city north'],
    ['宁波市', '宁波'],
    ['市中区', '市中区'],
    ['市', null],
    ['  ', null],
    [null, null],
  ])('written %j is %j', (city, plain) => {
    expect(facts({ city }).city).toBe(plain);
  });
});

describe('the age of a company', () => {
  it.each([
    ['2025-03-14', 12],
    ['2025-03-15', 11],
    ['2025-12-14', 3],
    ['2025-12-15', 2],
    ['2026-03-14', 0],
    [null, null],
  ])('established on %j is, in whole months, %j', (establishedOn, months) => {
    expect(facts({ establishedOn }).companyAgeMonths).toBe(months);
  });

  it('takes the end of a short month for the day that is not there', () => {
    expect(facts({ establishedOn: '2025-10-31' }, { on: '2026-02-28' }).companyAgeMonths).toBe(4);
    expect(facts({ establishedOn: '2025-10-31' }, { on: '2026-02-27' }).companyAgeMonths).toBe(3);
  });
});

describe('what is left out', () => {
  it('is unknown, and what is said is taken as it is said', () => {
    const asked = {
      filingKind: 'change',
      authority: 'MIIT',
      changeKinds: ['scope'],
      operatorChanges: false,
      servesOthers: true,
      holdsProvincialPermit: false,
      commitmentRoute: true,
      unchangedSinceLastFiling: false,
    };
    expect(facts({}, asked)).toMatchObject(asked);
    for (const fact of Object.keys(asked) as (keyof typeof asked)[]) expect(facts()[fact]).toBeNull();
  });

  it('are the kinds of shareholders of a company that names none', () => {
    expect(facts().shareholderKinds).toBeNull();
    const shareholders = ['company', 'state', 'company'].map((kind) => ({ kind }));
    expect(facts({ shareholders }).shareholderKinds).toEqual(['company', 'state']);
  });

  it('gives way to what is stated beside it', () => {
    expect(facts({}, { stated: { province: 'gd' } })).toMatchObject({ province: 'gd' });
  });
});
