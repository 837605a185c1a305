import { companiesInPortfolio, dashboardAnswer } from '../../apps/api/portfolio/dashboard.controller.js';
import { portfolioAnswer } from '../../apps/api/portfolio/license-lines.js';
import { type Cast, cast, heldLicense, must, openedLicense, receivedFiling } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
let held: { companyId: string; licenseId: string };
let opened: { companyId: string; licenseId: string };

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  held = await heldLicense(all);
  opened = await openedLicense(all);
});

afterAll(() => world.close());

const idsIn = ({ licenses }: { licenses: { licenseId: string }[] }) => licenses.map(({ licenseId }) => licenseId);
const listed = async (query = '') => idsIn(await must(all.auditor.get(`/licenses${query}`)));

describe('GET /licenses', () => {
  it('begins with what presses most and counts the days to its safe day', async () => {
    const body = await must(all.auditor.get('/licenses'));
    expect(portfolioAnswer.safeParse(body).error?.issues ?? []).toEqual([]);
    expect(idsIn(body)).toEqual([held.licenseId, opened.licenseId]);
    const [first, last] = body.licenses;
    expect(first).toMatchObject({
      people: all.people,
      permit: { number: expect.stringContaining('沪B2-'), lastDay: '2028-03-14' },
      duty: { obligationId: expect.stringContaining('renewal'), date: expect.any(String) },
    });
    const days = (Date.parse(first.duty.safeDay) - Date.parse('2026-11-20')) / 86_400_000;
    expect([first.slack, last.slack, last.duty]).toEqual([days, null, null]);
  });

  it('goes on where the page before ended', async () => {
    const first = await must(all.auditor.get('/licenses?limit=1'));
    const second = await must(all.auditor.get(`/licenses?limit=1&after=${first.next}`));
    expect([...idsIn(first), ...idsIn(second)]).toEqual(await listed());
    expect(second.next).toBeNull();
  });

  it('takes a condition of several values, each named by itself', async () => {
    expect(await listed(`?companyId=${held.companyId}`)).toEqual([held.licenseId]);
    expect(await listed(`?companyId=${held.companyId}&companyId=${opened.companyId}&status=preparing`)).toEqual([
      opened.licenseId,
    ]);
  });

  it.each(['呼叫中心（上海', '(上海)', '91310000MA1K', '沪b2'])('searches for %s', async (q) => {
    expect(await listed(`?q=${encodeURIComponent(q)}`)).toContain(held.licenseId);
  });

  it('counts the days of a simulated license by its own time', async () => {
    const own = await heldLicense(all);
    const line = async () => (await must(all.auditor.get(`/licenses?companyId=${own.companyId}`))).licenses[0];
    const before = (await line()).slack;
    await must(all.admin.post(`/simulation/licenses/${own.licenseId}/skip`, { until: '2026-11-30' }));
    expect((await line()).slack).toBe(before - 10);
  });

  it.each([
    ['one character', 'q=%E5%91%BC', 'search-too-short', '/q'],
    ['one character between spaces', 'q=%20a%E3%80%80', 'search-too-short', '/q'],
    ['what no text can hold', 'q=%00ab', 'text-not-storable', '/q'],
    ['a status that is none', 'status=asleep', 'field-invalid', '/status'],
    ['one of several that is none', 'authority=sh&authority=atlantis', 'unknown-authority', '/authority/1'],
    ['a service type that is none', 'serviceType=C99', 'unknown-service-type', '/serviceType'],
    ['a day that is none', 'dueBy=2026-02-30', 'invalid-date', '/dueBy'],
    ['half a day of slack', 'slackTo=0.5', 'field-invalid', '/slackTo'],
    ['a window that ends first', 'dueFrom=2026-12-02&dueBy=2026-12-01', 'window-reversed', '/dueFrom'],
    ['slack that ends first', 'slackFrom=10&slackTo=9', 'window-reversed', '/slackFrom'],
    ['a cursor of another make', 'after=abc', 'cursor-invalid', '/after'],
    [
      'a cursor to no day',
      `after=${Buffer.from('["2026-02-30","x"]').toString('base64url')}`,
      'cursor-invalid',
      '/after',
    ],
    ['a page of nothing', 'limit=0', 'field-invalid', '/limit'],
    ['a page of too much', 'limit=201', 'field-invalid', '/limit'],
    ['a condition that is none', 'color=red', 'unknown-field', '/color'],
  ])('refuses %s', async (_, query, code, pointer) => {
    expect((await all.auditor.get(`/licenses?${query}`)).body).toMatchObject({ status: 422, code, pointer });
  });

  it('says everything that is wrong at once', async () => {
    const { body } = await all.auditor.get('/licenses?q=a&status=asleep&dueFrom=2026-12-02&dueBy=2026-12-01&after=x');
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/after',
      '/dueFrom',
      '/q',
      '/status',
    ]);
  });
});

describe('a saved view', () => {
  const view = (more: object = {}) => ({ name: '样例视图', filter: { companyId: [held.companyId] }, ...more });
  const saved = async (more: object = {}, by = all.officer): Promise<string> =>
    (await must(by.post('/views', view(more)))).viewId;

  it('is a name, conditions, and an address that shows what meets them', async () => {
    const viewId = await saved({ filter: { companyId: [held.companyId], slackFrom: -5, needsAttention: false } });
    const told = await must(all.officer.get(`/views/${viewId}`));
    expect(told).toMatchObject({
      viewId,
      name: '样例视图',
      shared: false,
      mine: true,
      personId: all.people.owner,
      url: `http://paizhao.test/views/${viewId}/licenses`,
    });
    expect(idsIn(await must(all.officer.get(new URL(told.url).pathname)))).toEqual([held.licenseId]);
    expect(idsIn(await must(all.officer.get(`/licenses?${told.query}`)))).toEqual([held.licenseId]);
  });

  it('is read by its person alone, until it is shared', async () => {
    const viewId = await saved();
    const others = () => all.auditor.get(`/views/${viewId}`);
    expect((await others()).body).toMatchObject({ status: 404, code: 'view-not-found' });
    await must(all.officer.put(`/views/${viewId}`, view({ shared: true })));
    expect((await others()).body).toMatchObject({ shared: true, mine: false });
    const { views } = await must(all.auditor.get('/views'));
    expect(views.map((each: { viewId: string }) => each.viewId)).toEqual([viewId]);
  });

  it('is changed and removed by its person alone', async () => {
    const viewId = await saved({ shared: true });
    expect((await all.approver.put(`/views/${viewId}`, view())).body.code).toBe('view-not-found');
    expect((await all.approver.post(`/views/${viewId}/removal`, {})).body.code).toBe('view-not-found');
    await must(all.officer.put(`/views/${viewId}`, view({ name: '新名', filter: { status: ['preparing'] } })));
    expect(await must(all.officer.get(`/views/${viewId}`))).toMatchObject({ name: '新名', query: 'status=preparing' });
    await must(all.officer.post(`/views/${viewId}/removal`, {}));
    expect((await all.officer.get(`/views/${viewId}`)).status).toBe(404);
  });

  it('is saved once for a key', async () => {
    const sending = { key: 'view-once' };
    const [first, again] = [
      await must(all.officer.post('/views', view(), sending)),
      await must(all.officer.post('/views', view(), sending)),
    ];
    expect(again).toEqual(first);
  });

  it('is a calendar too, as long as it may be read', async () => {
    const viewId = await saved({ shared: true });
    const { url } = await must(all.approver.post('/feeds', { view: viewId }));
    const fetched = () => world.stranger().get(new URL(url).pathname);
    expect((await fetched()).text).toContain(held.licenseId);
    await must(all.officer.put(`/views/${viewId}`, view({ shared: true, filter: { companyId: [opened.companyId] } })));
    expect((await fetched()).text).not.toContain(held.licenseId);
    await must(all.officer.put(`/views/${viewId}`, view({ shared: false })));
    expect((await fetched()).body.code).toBe('feed-not-found');
    const refused = await all.approver.post('/feeds', { view: viewId });
    expect(refused.body).toMatchObject({ status: 422, code: 'view-not-found', pointer: '/view' });
  });

  it('keeps its name out of the database’s plain text, the record and the log', async () => {
    await saved({ name: '只有我知道的名字' });
    const rows = await world.source.query(
      `select c::text from paizhao.commands c union all select convert_from(body, 'UTF8') from paizhao.ledger_events`,
    );
    const plain = await world.source.query(
      `select id from paizhao.saved_views where position(convert_to('只有我知道的名字', 'UTF8') in name) > 0`,
    );
    expect(plain).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain('只有我知道的名字');
    expect(world.log.join()).not.toContain('只有我知道的名字');
  });

  it.each([
    ['a name of nothing', { name: ' ' }, '/name'],
    ['a condition that is none', { filter: { color: 'red' } }, '/filter/color'],
    ['one value where several may stand', { filter: { status: 'valid' } }, '/filter/status'],
    ['a word for a number', { filter: { slackTo: '30' } }, '/filter/slackTo'],
    ['a window that ends first', { filter: { slackFrom: 2, slackTo: 1 } }, '/filter/slackFrom'],
    ['a search of one character', { filter: { q: '呼' } }, '/filter/q'],
  ])('is refused with %s', async (_, more, pointer) => {
    expect((await all.officer.post('/views', view(more))).body).toMatchObject({ status: 422, pointer });
  });
});

describe('GET /dashboard', () => {
  it('tells status, what comes due, who is waited for and twelve months in one call', async () => {
    const own = await openedLicense(all);
    await receivedFiling(all, own.licenseId);
    const body = await must(all.auditor.get(`/dashboard?companyId=${own.companyId}`));
    expect(dashboardAnswer.safeParse(body).error?.issues ?? []).toEqual([]);
    expect(body).toMatchObject({
      today: '2026-11-20',
      licenses: 1,
      byStatus: [{ status: 'submitted', licenses: 1 }],
      waitingForAuthority: { licenses: 1, late: 0 },
    });
    expect(body.trend).toHaveLength(12);
    expect(body.trend.at(-1)).toEqual({ month: '2026-11', opened: 1, submitted: 1, corrections: 0, issued: 0 });
  });

  it('counts all licenses where no condition is given', async () => {
    const { licenses, trend } = await must(all.auditor.get('/dashboard'));
    expect([licenses, trend.at(-1).submitted]).toEqual([(await listed('?limit=200')).length, 1]);
  });

  it('comes by company as well', async () => {
    const query = `?companyId=${held.companyId}&companyId=${opened.companyId}`;
    const first = await must(all.auditor.get(`/dashboard/companies${query}&limit=1`));
    expect(companiesInPortfolio.safeParse(first).error?.issues ?? []).toEqual([]);
    expect(first.companies).toMatchObject([{ companyId: held.companyId, licenses: 1, slack: expect.any(Number) }]);
    const second = await must(all.auditor.get(`/dashboard/companies${query}&limit=1&after=${first.next}`));
    expect(second).toMatchObject({ companies: [{ companyId: opened.companyId, slack: null }], next: null });
  });
});
