import fc from 'fast-check';
import { expect } from '../../test/support/quick-expect.js';
import { latestTable, loadCalendar } from '../calendar/index.js';
import { latestPack } from '../rulebook/index.js';
import { assess } from './assess.js';

const law = { pack: latestPack, calendar: loadCalendar(latestTable) };

const company = {
  province: 'sh',
  city: '上海市',
  freeTradeZone: false,
  registeredCapital: 1_000_000,
  foreignShare: 0,
  establishedOn: '2019-05-06',
  shareholders: [{ kind: 'company', percent: 100, foreign: false }],
  onDishonestList: false,
  recentPenalty: false,
};
const oneProvince = (province: string) => ({ kind: 'province', provinces: [province] });
const ask = (changes: object = {}, facts: object = {}) => ({
  company: { ...company, ...facts },
  serviceTypes: ['B24'],
  coverage: oneProvince('sh'),
  today: '2026-03-02',
  ...changes,
});
const codes = (findings: { code: string; level: string }[], level: string) =>
  findings.filter((f) => f.level === level).map((f) => f.code);

describe('assess', () => {
  it('sends a Chinese-owned company of Shanghai with RMB 1 million to the Shanghai administration', () => {
    const answer = assess(law, ask());
    expect(answer).toMatchObject({
      needed: 'yes',
      types: ['B24'],
      authority: 'sh',
      office: 'sh',
      capitalFloor: 1_000_000,
      capitalMet: true,
      eligible: true,
      routing: { rule: 'routing.one-province', citation: { source: 'TR', article: 'art. 9' }, confidence: 'verified' },
      earliestFiling: '2026-03-02',
      readings: [],
    });
    expect(codes(answer.findings, 'blocking')).toEqual([]);
  });

  it('sends the same company nationwide to MIIT, where it misses the floor of RMB 10 million', () => {
    const answer = assess(law, ask({ coverage: { kind: 'nationwide' } }));
    expect(answer).toMatchObject({
      authority: 'MIIT',
      capitalFloor: 10_000_000,
      capitalMet: false,
      eligible: false,
      earliestFiling: null,
      filingWindow: null,
    });
    expect(answer.findings[0]).toMatchObject({
      code: 'capital-below-floor',
      level: 'blocking',
      rule: 'capital.nationwide',
      citation: { source: 'O42' },
    });
  });

  it('sends a Chinese-owned company of Guangdong to its administration', () => {
    const answer = assess(law, ask({ coverage: oneProvince('gd') }, { province: 'gd', city: '深圳' }));
    expect(answer).toMatchObject({
      authority: 'gd',
      office: 'gd',
      eligible: true,
      authorityName: { zh: '广东省通信管理局' },
    });
    expect(answer.materials).toContainEqual(
      expect.objectContaining({ id: 'notification-commitment-guangdong', status: 'optional' }),
    );
  });

  it.each([true, false])(
    'sends a wholly foreign-owned company of Shanghai to MIIT and shows the free-trade-zone reading (in the zone: %s)',
    (freeTradeZone) => {
      const shareholders = [{ kind: 'company', percent: 100, foreign: true }];
      const answer = assess(law, ask({}, { foreignShare: 100, freeTradeZone, shareholders }));
      expect(answer).toMatchObject({ authority: 'MIIT', capitalFloor: 1_000_000, eligible: true });
      expect(answer.readings[0]).toMatchObject({
        id: 'shanghai-free-trade-zone',
        authority: 'sh',
        open: freeTradeZone,
        confidence: 'secondary',
      });
      expect(answer.unverifiedRules).toEqual(
        expect.arrayContaining(['routing.foreign-invested', 'capital.one-province-foreign-invested']),
      );
      expect(answer.materials.map(({ id }) => id)).toContain('foreign-shareholding-tree');
    },
  );

  it('files for a company of Qingdao with the office in Qingdao', () => {
    const answer = assess(law, ask({ coverage: oneProvince('sd') }, { province: 'sd', city: '青岛市' }));
    expect(answer).toMatchObject({ authority: 'sd', office: 'sd-qingdao', officeName: { zh: '青岛市通信管理局' } });
  });

  it('blocks a company on the dishonest list and warns of a penalty and of a seat elsewhere', () => {
    const answer = assess(law, ask({ coverage: oneProvince('gd') }, { onDishonestList: true, recentPenalty: true }));
    expect(codes(answer.findings, 'blocking')).toEqual(['on-dishonest-list']);
    expect(codes(answer.findings, 'warning')).toEqual(['recent-penalty', 'registered-elsewhere']);
    expect(answer.materials.map(({ id }) => id)).toContain('integrity-commitment');
  });

  it('leaves open whether the offshore kind, or service for own users alone, needs a permit', () => {
    expect(assess(law, ask({ serviceTypes: ['B24-2'] })).needed).toBe('ask');
    expect(assess(law, ask({ serviceTypes: ['B24-1', 'B24-2'] })).needed).toBe('yes');
    expect(assess(law, ask({ servesOthers: false })).needed).toBe('ask');
  });

  it('judges freshness on the planned filing day, not today', () => {
    const materials = [{ id: 'social-security-proof', issuedOn: '2026-03-01' }];
    const proofOn = (plannedOn: string) =>
      assess(law, ask({ plannedOn, materials })).materials.find(({ id }) => id === 'social-security-proof');
    expect(proofOn('2026-04-01')).toMatchObject({ stale: false, freshUntil: '2026-04-01', status: 'deferrable' });
    expect(proofOn('2026-04-02')).toMatchObject({ stale: true });
    expect(assess(law, ask({ materials })).filingWindow).toEqual({ from: '2026-03-02', to: '2026-04-01' });
  });

  it('files first on a working day, and not before the papers are issued', () => {
    expect(assess(law, ask({ today: '2026-10-01' })).earliestFiling).toBe('2026-10-08');
    const materials = [{ id: 'premises-proof', issuedOn: '2026-03-14' }];
    expect(assess(law, ask({ materials })).earliestFiling).toBe('2026-03-16');
  });

  it.each([
    [undefined, 100_000, 1_000_000],
    [200_000, 600_000, 1_000_000],
  ])('says what operating without the permit may cost, with an income of %s', (incomeWithoutPermit, from, to) => {
    const { withoutPermit } = assess(law, ask({ incomeWithoutPermit }));
    expect(withoutPermit).toMatchObject({
      from,
      to,
      confiscated: incomeWithoutPermit ?? 0,
      citation: { source: 'TR', article: 'art. 69' },
    });
  });

  it('cites a rule for every finding and material', () => {
    const { findings, materials } = assess(law, ask());
    for (const line of [...findings, ...materials])
      expect(line.citation).toEqual({ source: expect.any(String), article: expect.any(String) });
  });

  it('sends a company that asks for two provinces to MIIT, with its floor of RMB 10 million', () => {
    for (const kind of ['province', 'provinces']) {
      const answer = assess(law, ask({ coverage: { kind, provinces: ['js', 'zj'] } }));
      expect(answer).toMatchObject({ authority: 'MIIT', capitalFloor: 10_000_000, capitalMet: false });
      expect(codes(answer.findings, 'info')).toContain('several-provinces');
      expect(codes(answer.findings, 'warning')).toContain('registered-elsewhere');
    }
    const one = assess(law, ask({ coverage: { kind: 'provinces', provinces: ['sh'] } }));
    expect(one).toMatchObject({ authority: 'sh', capitalFloor: 1_000_000 });
  });

  it('takes the types from the service where none are named', () => {
    const service = { for: 'others', channels: ['phone'], users: 'both', clients: 'overseas', platformInChina: true };
    const answer = assess(law, ask({ serviceTypes: undefined, service }));
    expect(answer).toMatchObject({ needed: 'yes', types: ['B24-1', 'B24-2'], authority: 'sh' });
    expect(codes(answer.findings, 'warning')).toEqual(['ask-about-offshore']);
    expect(answer.materials.map(({ id }) => id)).toContain('nuisance-call-commitment');
  });

  it('asks for nothing where no permit is needed, and says why', () => {
    const service = { for: 'others', users: 'overseas', clients: 'overseas', platformInChina: false };
    const answer = assess(law, ask({ serviceTypes: undefined, service }, { registeredCapital: 0 }));
    expect(answer).toMatchObject({
      needed: 'no',
      types: [],
      authority: 'sh',
      capitalFloor: 1_000_000,
      capitalMet: false,
      eligible: true,
      materials: [],
      earliestFiling: null,
      filingWindow: null,
      withoutPermit: null,
    });
    expect(answer.findings.map(({ code, rule }) => [code, rule])).toEqual([
      ['platform-and-users-abroad', 'scope.platform-and-users-abroad'],
    ]);
  });

  it('says which identifiers it rewrote', () => {
    const answer = assess(
      law,
      ask({ serviceTypes: [' ｂ２４ '] }, { uscc: '９１３１ 0000ma1k000019', province: 'SH' }),
    );
    expect(answer.normalised).toEqual([
      { pointer: '/company/uscc', value: '91310000MA1K000019' },
      { pointer: '/company/province', value: 'sh' },
      { pointer: '/serviceTypes/0', value: 'B24' },
    ]);
    expect(codes(answer.findings, 'info')).toContain('identifier-normalised');
    expect(assess(law, ask({}, { uscc: '91310000MA1K000019' })).normalised).toEqual([]);
  });

  it('warns of a credit code whose check character does not fit', () => {
    const answer = assess(law, ask({}, { uscc: '91310000MA1K000018' }));
    expect(codes(answer.findings, 'warning')).toEqual(['uscc-check-character']);
    expect(answer.eligible).toBe(true);
  });

  it('names every shareholder and manager of the dishonest list for itself', () => {
    const listed = (facts: object) => codes(assess(law, ask({}, facts)).findings, 'blocking');
    const holders = (listedPercent: number, onDishonestList: boolean) => [
      { kind: 'natural-person', percent: listedPercent, onDishonestList },
      { kind: 'natural-person', percent: 100 - listedPercent },
    ];
    expect(listed({ onDishonestList: undefined, dishonestList: { company: true, mainManagers: true } })).toEqual([
      'company-on-dishonest-list',
      'manager-on-dishonest-list',
    ]);
    expect(listed({ shareholders: holders(30, true) })).toEqual(['investor-on-dishonest-list']);
    expect(listed({ shareholders: holders(29, true) })).toEqual([]);
    expect(listed({ shareholders: holders(60, false) })).toEqual([]);
  });

  describe('of a company under a bar', () => {
    const barred = (kind: string, decidedOn: string, changes: object = {}) =>
      assess(law, ask(changes, { bars: [{ kind, decidedOn }] }));

    it.each([
      ['false-material', '2025-06-10', '2026-06-10', '2026-06-11', 'barred-for-false-material'],
      ['fraud', '2025-06-10', '2028-06-10', '2028-06-12', 'barred-for-fraud'],
      ['false-material', '2025-03-02', '2026-03-02', '2026-03-03', 'barred-for-false-material'],
    ])('%s of %s blocks up to %s', (kind, decidedOn, lastDay, earliestFiling, code) => {
      const answer = barred(kind, decidedOn);
      expect(codes(answer.findings, 'blocking')).toEqual([code]);
      expect(answer).toMatchObject({ eligible: false, earliestFiling, bars: [{ kind, decidedOn, lastDay }] });
      expect(answer.bars[0]?.deadline.readings[0]?.proof).toMatchObject({ inputs: { decidedOn }, result: lastDay });
    });

    it('lets it file after the end, and warns within a month of it', () => {
      const near = (today: string) => codes(barred('false-material', '2025-06-10', { today }).findings, 'warning');
      expect(near('2026-05-08')).toEqual([]);
      expect(near('2026-05-11')).toEqual(['bar-near-its-end']);
      expect(near('2026-07-10')).toEqual(['bar-near-its-end']);
      expect(near('2026-07-13')).toEqual([]);
      expect(barred('false-material', '2025-06-10', { today: '2026-06-11' })).toMatchObject({ eligible: true });
    });

    it('judges it on the planned day', () => {
      expect(barred('false-material', '2025-06-10', { plannedOn: '2026-06-10' }).eligible).toBe(false);
      expect(barred('false-material', '2025-06-10', { plannedOn: '2026-06-11' }).eligible).toBe(true);
    });

    it('gives no earliest day where something else blocks, too', () => {
      const answer = assess(law, ask({}, { registeredCapital: 1, bars: [{ kind: 'fraud', decidedOn: '2025-06-10' }] }));
      expect(answer.earliestFiling).toBeNull();
    });
  });

  it('lists every unverified rule that it leans on, and no other', () => {
    const answer = assess(law, ask({ servesOthers: false }, { foreignShare: 20 }));
    const lines = [...answer.findings, ...answer.materials, answer.routing, answer.capital];
    const unverified = lines.flatMap(({ rule, confidence }) => (confidence === 'unverified' ? rule : []));
    expect(new Set(answer.unverifiedRules)).toEqual(new Set(unverified));
    expect(answer.unverifiedRules).toContain('scope.own-users-only');
  });
});

describe('assess by what the house has settled', () => {
  const settledAs = { reading: 'default', scope: 'installation', houseSeq: 7 } as const;

  it('names the rules it leans on that are settled, and no other', () => {
    const readings = { 'scope.own-users-only': settledAs, 'scope.platform-abroad': settledAs };
    const answer = assess({ ...law, readings }, ask({ servesOthers: false }));
    expect(answer.settledRules).toEqual([{ rule: 'scope.own-users-only', ...settledAs }]);
    expect(assess(law, ask({ servesOthers: false })).settledRules).toEqual([]);
  });
});

describe('assess, whatever the profile', () => {
  const provinces = law.pack.authorities.flatMap(({ code, province }) => (province === null ? [] : code));
  const types = [...new Set(law.pack.serviceTypes.map(({ code }) => code))];
  const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
  const place = maybe(fc.constantFrom('domestic', 'overseas', 'both'));
  const profile = fc.record({
    company: fc.record({
      province: fc.constantFrom(...provinces),
      city: maybe(fc.constantFrom('青岛', '深圳市', 'x')),
      freeTradeZone: maybe(fc.boolean()),
      pilotArea: maybe(fc.boolean()),
      registeredCapital: fc.integer({ min: 0, max: 20_000_000 }),
      foreignShare: fc.integer({ min: 0, max: 100 }),
      onDishonestList: maybe(fc.boolean()),
      recentPenalty: maybe(fc.boolean()),
      bars: maybe(fc.constant([{ kind: 'false-material', decidedOn: '2025-12-01' }])),
    }),
    serviceTypes: maybe(fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 4 })),
    service: fc.record({
      for: maybe(fc.constantFrom('others', 'own-users', 'both')),
      users: place,
      clients: place,
      platformInChina: maybe(fc.boolean()),
    }),
    conditions: maybe(fc.record({ premises: maybe(fc.boolean()), funds: maybe(fc.boolean()) })),
    coverage: fc.oneof(
      fc.constant({ kind: 'nationwide' }),
      fc.uniqueArray(fc.constantFrom(...provinces), { minLength: 1, maxLength: 4 }).map((codesOf) => ({
        kind: 'provinces',
        provinces: codesOf,
      })),
    ),
    today: fc.constantFrom('2017-09-01', '2020-02-29', '2026-03-02', '2026-12-31'),
  });

  it('answers everything in one piece', () => {
    fc.assert(
      fc.property(profile, (input) => {
        const today = input.company.bars ? '2026-03-02' : input.today;
        const answer = assess(law, { ...input, today });
        const blocks = answer.findings.some(({ level }) => level === 'blocking');
        expect(answer.eligible).toBe(!blocks);
        expect(answer.capitalMet).toBe(input.company.registeredCapital >= answer.capitalFloor);
        if (answer.needed !== 'no' && !answer.capitalMet) expect(answer.eligible).toBe(false);
        if (answer.earliestFiling !== null) expect(answer.earliestFiling >= today).toBe(true);
        if (answer.needed === 'no') expect([answer.materials, answer.earliestFiling]).toEqual([[], null]);
        if (answer.needed !== 'yes') expect(answer.findings.some(({ rule }) => rule.startsWith('scope.'))).toBe(true);
        const warned = answer.findings.filter(({ level }) => level === 'warning').map(({ code }) => code);
        if (answer.types.includes('B24-2')) expect(warned.length).toBeGreaterThan(0);
        if (answer.types.join() === 'B24-2' && !warned.includes('types-contradict-description'))
          expect(answer.needed).not.toBe('yes');
        if (!('provinces' in input.coverage) || input.coverage.provinces.length > 1)
          expect([answer.authority, answer.capitalFloor]).toEqual(['MIIT', 10_000_000]);
        for (const { wording, citation } of [...answer.findings, ...answer.materials]) {
          expect([wording.zh, wording.en, citation.article].every((text) => text.length > 0)).toBe(true);
          expect(law.pack.sources[citation.source]).toBeDefined();
        }
      }),
    );
  });

  it('more capital never makes it worse', () => {
    fc.assert(
      fc.property(profile, fc.nat(20_000_000), ({ company: facts, ...input }, more) => {
        const asked = { ...input, today: '2026-03-02' };
        const richer = { ...facts, registeredCapital: facts.registeredCapital + more };
        const [before, after] = [assess(law, { ...asked, company: facts }), assess(law, { ...asked, company: richer })];
        if (before.eligible) expect(after.eligible).toBe(true);
        expect(after.authority).toBe(before.authority);
      }),
    );
  });
});
