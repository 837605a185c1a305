import { type Cast, cast, must, openedLicense, receivedFiling, sampleCompany } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

const question = (plan: object = {}) => ({
  company: sampleCompany,
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
  plan,
});

describe('a rehearsal of a license on record', () => {
  it('plays on from its present state and writes nothing', async () => {
    const { licenseId } = await openedLicense(all);
    await receivedFiling(all, licenseId);
    const before = await must(all.auditor.get(`/licenses/${licenseId}`));
    const rehearsal = await must(all.auditor.post(`/licenses/${licenseId}/rehearsals`, {}, { key: null }));
    expect(rehearsal).toMatchObject({
      startOn: '2026-11-20',
      authority: 'sh',
      eligible: null,
      end: { status: 'valid' },
      predictedIssue: { from: expect.any(String), own: null },
    });
    expect(rehearsal.timeline.map(({ what }: { what: string }) => what)).toContain('permit-renewed');
    expect(await must(all.auditor.get(`/licenses/${licenseId}`))).toEqual(before);
  });

  it('names everything that is wrong with its plan', async () => {
    const { licenseId } = await openedLicense(all);
    const plan = { startOn: '2026-11-20', until: '2026-02-30' };
    const { status, body } = await all.officer.post(`/licenses/${licenseId}/rehearsals`, { plan }, { key: null });
    expect([status, body.code]).toEqual([422, 'invalid-profile']);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/plan/startOn',
      '/plan/until',
    ]);
  });

  it('knows no license that is not there', async () => {
    const nobody = '/licenses/00000000-0000-4000-8000-000000000000/rehearsals';
    expect(await all.officer.post(nobody, {}, { key: null })).toMatchObject({ status: 404 });
  });
});

describe('two plans', () => {
  it('are laid side by side', async () => {
    const plans = { a: question({ filingOn: '2026-12-28' }), b: question({ filingOn: '2027-01-25' }) };
    const comparison = await must(all.officer.post('/rehearsals/comparisons', plans, { key: null }));
    expect(comparison).toMatchObject({ issuedOn: { a: '2027-03-12', b: '2027-04-12' } });
  });

  it('are refused with the pointer into the one that is wrong', async () => {
    const { status, body } = await all.officer.post('/rehearsals/comparisons', { a: question() }, { key: null });
    expect([status, body.pointer]).toEqual([422, '/b']);
  });
});

describe('the predicted day of issue', () => {
  const own = async () => {
    const { predictedIssue } = await must(all.officer.post('/rehearsals', question(), { key: null }));
    return predictedIssue.own;
  };

  it('counts own filings that came to their permit, not those of simulated licenses', async () => {
    expect(await own()).toBeNull();
    const simulated = await openedLicense(all);
    await issuedFiling(simulated.licenseId);
    await must(all.admin.post(`/simulation/licenses/${simulated.licenseId}/skip`, { until: '2026-11-21' }));
    expect(await own()).toBeNull();
    await issuedFiling((await openedLicense(all)).licenseId);
    expect(await own()).toMatchObject({ count: 1, p50: { days: 0 }, p90: { days: 0 } });
  });
});

/** A filing that came to its permit on the day of its receipt. */
async function issuedFiling(licenseId: string): Promise<void> {
  const filingId = await receivedFiling(all, licenseId);
  const filing = `/licenses/${licenseId}/filings/${filingId}`;
  const on = '2026-11-20';
  await must(all.officer.post(`${filing}/acceptance`, { acceptedOn: on, number: 'A-1' }));
  await must(all.officer.post(`${filing}/grant`, { grantedOn: on, number: 'G-1' }));
  const coverage = { kind: 'province', provinces: ['sh'] };
  const permit = {
    number: '沪B2-20260001',
    validFrom: on,
    printedLastDay: '2031-11-19',
    serviceTypes: ['B24'],
    coverage,
  };
  await must(all.officer.post(`${filing}/permit`, { permit, issuedOn: on }));
}
