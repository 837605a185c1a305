import { latestTable, loadCalendar } from '../calendar/index.js';
import { latestPack } from '../rulebook/index.js';
import { assess } from './assess.js';
import type { InvalidInput } from './errors.js';

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

  it('names everything that is wrong with a profile at once', () => {
    const wrong = ask(
      {
        serviceTypes: ['B99', 'B24', 'B24'],
        coverage: { kind: 'province', provinces: ['sh', 'sh'] },
        today: '2026-02-30',
        extra: 1,
      },
      {
        uscc: '91310000MA1FL0000X',
        province: 'shanghai',
        registeredCapital: -1,
        foreignShare: 130,
        establishedOn: '2026/2/3',
        shareholders: [
          { kind: 'company', percent: 60, foreign: false },
          { kind: 'ghost', percent: 60, foreign: false },
        ],
      },
    );
    const refusal = refusalOf(wrong);
    expect(refusal).toMatchObject({ code: 'invalid-profile', kind: 'invalid' });
    const errors = refusal.details.errors as { pointer: string; code: string; remedy: string }[];
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/company/establishedOn invalid-date',
      '/company/foreignShare out-of-range',
      '/company/province unknown-province',
      '/company/registeredCapital out-of-range',
      '/company/shareholders shares-do-not-add-up',
      '/company/shareholders/1/kind unknown-shareholder-kind',
      '/company/uscc invalid-uscc',
      '/coverage/provinces repeated',
      '/extra unknown-field',
      '/serviceTypes/0 unknown-service-type',
      '/serviceTypes/2 repeated',
      '/today invalid-date',
    ]);
    expect(errors.every(({ remedy }) => remedy.length > 0)).toBe(true);
  });

  it.each([[null], ['text'], [[]], [{}], [{ company: null, serviceTypes: 'B24', coverage: [], today: 1 }]])(
    'refuses %j without another failure',
    (input) => {
      expect(refusalOf(input).code).toBe('invalid-profile');
    },
  );
});

function refusalOf(input: unknown): InvalidInput {
  try {
    assess(law, input);
  } catch (error) {
    return error as InvalidInput;
  }
  throw new Error('accepted');
}
