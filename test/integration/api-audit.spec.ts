import { portfolioAnswer } from '../../apps/api/portfolio/license-lines.js';
import * as answers from '../../apps/api/schemas/answers.js';
import { knownStateAnswer } from '../../apps/api/schemas/as-of.js';
import * as materials from '../../apps/api/schemas/materials.js';
import { verifyExport } from '../../libs/ledger/index.js';
import { type Cast, cast, must, openedLicense, receivedFiling } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
let licenseId: string;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  ({ licenseId } = await openedLicense(all));
  await receivedFiling(all, licenseId);
  await must(all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until: '2027-02-01' }));
});

afterAll(() => world.close());

const at = (path: string): string => `/licenses/${licenseId}${path}`;

describe('time that is skipped', () => {
  it('marks the license and moves its day, and nobody else’s', async () => {
    const license = await must(all.officer.get(at('')));
    expect(license).toMatchObject({ simulated: true, today: '2027-02-01', status: 'in-review', needsAttention: true });
    const other = await openedLicense(all);
    expect(await must(all.officer.get(`/licenses/${other.licenseId}`))).toMatchObject({
      simulated: false,
      today: '2026-11-20',
    });
  });

  it('only runs forward', async () => {
    const answer = await all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until: '2026-12-01' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'skip-into-past', pointer: '/until' } });
  });

  it('is not skipped without end', async () => {
    const answer = await all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until: '9999-12-31' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'skip-too-far', pointer: '/until' } });
  });

  it('goes on from the newest entry where a skip was cut off before its end was stored', async () => {
    const half = await openedLicense(all);
    await receivedFiling(all, half.licenseId);
    const skip = `/simulation/licenses/${half.licenseId}/skip`;
    await must(all.admin.post(skip, { until: '2027-02-01' }));
    await world.source.query('update paizhao.snapshots set clock_offset_ms = 0 where license_id = $1', [
      half.licenseId,
    ]);
    const { from, now } = await must(all.admin.post(skip, { days: 1 }));
    expect(from > '2026-11-25').toBe(true);
    expect(Date.parse(now) - Date.parse(from)).toBe(86_400_000);
  });

  it('is for administrators, and only where simulation is on', async () => {
    const skip = { days: 1 };
    expect((await all.officer.post(`/simulation/licenses/${licenseId}/skip`, skip)).body.code).toBe('role-not-allowed');
    const real = await ApiWorld.create({ simulation: false });
    try {
      const { client } = await real.person('admin');
      expect((await client.post(`/simulation/licenses/${licenseId}/skip`, skip)).body.code).toBe('route-not-found');
    } finally {
      await real.close();
    }
  });

  it('lets a company fact be recorded on the license’s day', async () => {
    const { companyId } = await must(all.officer.get(at('')));
    const fact = { facts: { city: '上海市浦东新区' }, validOn: '2027-01-31' };
    expect((await all.officer.post(`/companies/${companyId}/facts`, fact)).status).toBe(201);
  });
});

describe('an auditor', () => {
  it('sees the license as it was known on a day, and nothing that came later', async () => {
    const before = await must(all.auditor.get(at('/state?knownOn=2026-11-20')));
    expect(before).toMatchObject({
      status: 'submitted',
      today: '2026-11-20',
      filings: [{ status: 'submitted', acceptance: null }],
    });
    const after = await must(all.auditor.get(at('/state?knownOn=2027-01-31')));
    expect(after).toMatchObject({ status: 'in-review', filings: [{ acceptance: { by: 'silence' } }] });
    expect(before.seq).toBeLessThan(after.seq);
    expect(before.notices).toEqual([]);
    expect(after.notices[0]).toMatchObject({
      rung: 'ask',
      role: 'owner',
      state: 'sent',
      at: expect.stringContaining('2027-01-20T00:'),
    });
    expect(after.state.filings).toBeDefined();
  });

  it('is told when nothing was known yet, and which question makes no sense', async () => {
    expect((await all.auditor.get(at('/state?knownOn=2026-11-19'))).body).toMatchObject({
      code: 'not-known-yet',
      status: 404,
    });
    expect((await all.auditor.get(at('/state?knownOn=2026-02-30'))).body).toMatchObject({
      code: 'invalid-date',
      pointer: '/knownOn',
    });
    expect((await all.auditor.get(at('/state?knownon=2026-11-20'))).body.code).toBe('unknown-field');
  });

  it('reads the history in words, page by page', async () => {
    const first = await must(all.auditor.get(at('/history?limit=3')));
    expect(first.entries.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2, 3]);
    expect(first.entries[0]).toMatchObject({
      type: 'license-opened',
      actor: { kind: 'person' },
      words: { zh: expect.stringContaining('B24') },
    });
    const second = await must(all.auditor.get(at(`/history?limit=3&after=${first.next}`)));
    expect(second.entries[0].seq).toBe(4);
  });

  it('verifies the exported chain without the server, and sees a changed row', async () => {
    const { text, headers } = await all.auditor.get(at('/export'));
    expect(headers.get('content-disposition')).toContain(licenseId);
    expect(verifyExport(text)).toMatchObject({
      header: { simulated: true, stream: `license/${licenseId}` },
      findings: [],
    });
    expect(verifyExport(text.replace('2026-11-20', '2026-11-21')).findings).not.toEqual([]);
  });

  it('sees the notices with what became of each', async () => {
    const { notices, planned } = await must(all.auditor.get(at('/notices')));
    expect(notices.length).toBeGreaterThan(0);
    expect(notices[0]).toMatchObject({
      rung: 'ask',
      deliveries: [
        { state: 'sent', role: 'owner' },
        { state: 'sent', role: 'deputy' },
      ],
    });
    expect(planned.length).toBeGreaterThan(0);
  });
});

describe('a notice', () => {
  it('is acknowledged once', async () => {
    const { notices } = await must(all.officer.get(at('/notices')));
    const { obligationId, rung } = notices.find(({ skipped }: { skipped: boolean }) => !skipped);
    expect((await all.officer.post(at('/acknowledgements'), { obligationId, rung })).status).toBe(200);
    const after = await must(all.officer.get(at('/notices')));
    const acknowledged = after.notices.find(
      (notice: { obligationId: string; rung: string }) => notice.obligationId === obligationId && notice.rung === rung,
    );
    expect(acknowledged.acknowledgedBy).toBe(all.people.owner);
  });
});

describe('answers', () => {
  it.each([
    ['', answers.licenseAnswer],
    ['/agenda', answers.agendaAnswer],
    ['/notices', answers.noticesAnswer],
    ['/history', answers.historyAnswer],
    ['/state', knownStateAnswer],
    ['/filings/new-1', answers.filingAnswer],
    ['/filings/new-1/requirements', materials.requirementsAnswer],
    ['/filings/new-1/drafts', materials.draftsAnswer],
    ['/filings/new-1/portal-form', materials.portalFormAnswer],
    ['/filings/new-1/packs', materials.packsAnswer],
    ['/originals', materials.originalsAnswer],
  ])('of GET /licenses/:id%s have the form that the description promises', async (path, schema) => {
    expect(schema.safeParse(await must(all.auditor.get(at(path)))).error?.issues ?? []).toEqual([]);
  });

  it('of lists and companies too', async () => {
    const { companyId } = await must(all.officer.get(at('')));
    const parsed = [
      portfolioAnswer.safeParse(await must(all.officer.get('/licenses'))),
      answers.companiesAnswer.safeParse(await must(all.officer.get('/companies'))),
      answers.companyAnswer.safeParse(await must(all.officer.get(`/companies/${companyId}`))),
    ];
    expect(parsed.flatMap(({ error }) => error?.issues ?? [])).toEqual([]);
  });
});

describe('the page to try the API', () => {
  it('carries the ids of the newest license, which the description does not', async () => {
    const { licenseId: newest } = await openedLicense(all);
    const page = (await all.auditor.get('/docs/swagger-ui-init.js')).text;
    const ids = [newest, licenseId].filter((id) => page.includes(id));
    expect(ids).toHaveLength(1);
    expect((await all.auditor.get('/openapi.json')).text).not.toContain(ids[0]);
  });
});
