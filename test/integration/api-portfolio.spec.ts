import { portfolioAnswer } from '../../apps/api/portfolio/license-lines.js';
import { type Cast, cast, heldLicense, must, openedLicense } from '../support/api-story.js';
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
