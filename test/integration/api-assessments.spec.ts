import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cast, cast, must, sampleCompany } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

const ownUsers = {
  company: sampleCompany,
  service: { for: 'own-users', channels: ['phone'], users: 'domestic', platformInChina: true },
  coverage: { kind: 'province', provinces: ['sh'] },
};
const assessed = (profile: object) => must(all.auditor.post('/assessments', profile, { key: null }));

describe('an assessment', () => {
  it.each([
    ['shanghai-call-center', { needed: 'yes', types: ['B24'], authority: 'sh', eligible: true }],
    ['offshore-call-center', { needed: 'yes', types: ['B24-1', 'B24-2'], authority: 'MIIT', capitalFloor: 10_000_000 }],
    ['platform-abroad', { needed: 'no', types: [], authority: 'zj', materials: [], earliestFiling: null }],
  ])('of docs/examples/%s.json is that of the command line', async (file, answer) => {
    const text = readFileSync(join(__dirname, `../../docs/examples/${file}.json`), 'utf8');
    expect(await assessed(JSON.parse(text))).toMatchObject(answer);
  });

  it('names everything that is wrong at once, and keeps nothing', async () => {
    const before = await world.traces();
    const wrong = {
      company: { ...sampleCompany, registeredCapital: -1, foreignShare: 130, establishedOn: '1999-05-06' },
      service: { for: 'friends' },
      coverage: { kind: 'provinces', provinces: ['sh', 'SH'] },
    };
    const { status, body } = await all.officer.post('/assessments', wrong, { key: null });
    expect([status, body.code]).toEqual([422, 'invalid-profile']);
    expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)).toEqual([
      '/service/for unknown-value',
      '/company/foreignShare out-of-range',
      '/company/registeredCapital out-of-range',
      '/company/establishedOn date-before-2007',
      '/coverage/provinces repeated',
    ]);
    expect(await world.traces()).toEqual(before);
  });

  it('says which of the rules it leans on the house has settled', async () => {
    expect(await assessed(ownUsers)).toMatchObject({ needed: 'ask', settledRules: [] });
    const reading = {
      rule: 'scope.own-users-only',
      reading: 'permit-for-own-users-too',
      scope: { kind: 'authority', authority: 'sh' },
      evidence: '样例：主管部门书面答复',
    };
    const { readingId } = await must(all.officer.post('/readings', reading));
    await must(all.approver.post(`/readings/${readingId}/confirmation`, {}));
    const { needed, settledRules, unverifiedRules } = await assessed(ownUsers);
    expect(needed).toBe('yes');
    expect(settledRules).toEqual([
      { rule: reading.rule, reading: reading.reading, scope: 'authority', houseSeq: expect.any(Number) },
    ]);
    expect(unverifiedRules).toContain(reading.rule);
    const elsewhere = { ...ownUsers, coverage: { kind: 'province', provinces: ['gd'] } };
    expect((await assessed(elsewhere)).settledRules).toEqual([]);
  });
});
