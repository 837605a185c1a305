import { type Cast, cast, openedLicense, receivedFiling } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

describe('a new license', () => {
  it('goes from preparation to the review clock with its proofs', async () => {
    const { licenseId } = await openedLicense(all);
    const filingId = await receivedFiling(all, licenseId);
    const license = (await all.auditor.get(`/licenses/${licenseId}`)).body;
    expect(license).toMatchObject({ status: 'submitted', filings: [{ id: filingId, kind: 'new', status: 'submitted' }] });
    const agenda = (await all.auditor.get(`/licenses/${licenseId}/agenda`)).body;
    expect(agenda).toMatchObject({ today: '2026-11-20' });
    const acceptance = agenda.obligations.find(({ kind }: { kind: string }) => kind === 'acceptance');
    expect(acceptance.deadline).toMatchObject({ date: '2026-11-27', readings: [{ proof: { ruleId: expect.any(String) } }] });
  });
});
