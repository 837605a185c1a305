import { type Cast, cast, heldLicense, must } from '../support/api-story.js';
import { type ApiClient, ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
/** Two licenses of two companies. */
let near: { companyId: string; licenseId: string };
let far: { companyId: string; licenseId: string };
/** May see the one company and its licenses. */
let limited: ApiClient;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  near = await heldLicense(all);
  far = await heldLicense(all);
  limited = await limitedTo(near.companyId);
});

afterAll(() => world.close());

async function limitedTo(companyId: string): Promise<ApiClient> {
  const { id, client } = await world.person('officer');
  const scope = { companies: [companyId], licenses: [] };
  await must(all.admin.put(`/people/${id}/access`, { roles: ['officer'], scope }));
  return client;
}

const licensesIn = (list: { licenseId: string }[]): string[] => [...new Set(list.map(({ licenseId }) => licenseId))];

const kept = async (by: ApiClient, more: object = {}): Promise<string> =>
  (await must(by.post('/views', { name: '样例视图', filter: {}, ...more }))).viewId;

describe('whoever is limited to a company', () => {
  it('lists and finds its licenses, and no others', async () => {
    expect(licensesIn((await must(limited.get('/licenses'))).licenses)).toEqual([near.licenseId]);
    for (const query of [`companyId=${far.companyId}`, 'q=沪B2-2023']) {
      const [everybodys, own] = await Promise.all(
        [all.officer, limited].map((by) => must(by.get(`/licenses?${query}`))),
      );
      expect(licensesIn(everybodys.licenses)).toContain(far.licenseId);
      expect(licensesIn(own.licenses)).not.toContain(far.licenseId);
    }
  });

  it('has its tasks, and no others', async () => {
    expect(licensesIn((await must(limited.get('/tasks'))).tasks)).toEqual([near.licenseId]);
    expect((await must(limited.get(`/tasks?licenseId=${far.licenseId}`))).tasks).toEqual([]);
  });

  it('counts nothing else', async () => {
    const [whole, own, alike] = await Promise.all([
      must(all.officer.get('/dashboard')),
      must(limited.get('/dashboard')),
      must(all.officer.get(`/dashboard?companyId=${near.companyId}`)),
    ]);
    expect(whole.licenses).toBe(2);
    expect(own).toMatchObject({ licenses: 1 });
    expect(own).toEqual(alike);
    expect(await must(limited.get(`/dashboard?companyId=${far.companyId}`))).toMatchObject({ licenses: 0 });
    const { companies } = await must(limited.get('/dashboard/companies'));
    expect(companies.map(({ companyId }: { companyId: string }) => companyId)).toEqual([near.companyId]);
  });

  it('reads and writes comments about its licenses only', async () => {
    await must(limited.post(`/licenses/${near.licenseId}/comments`, { text: '样例' }));
    const { commentId } = await must(all.officer.post(`/licenses/${far.licenseId}/comments`, { text: '样例' }));
    const path = `/licenses/${far.licenseId}/comments`;
    for (const answer of [
      await limited.get(path),
      await limited.post(path, { text: '样例' }),
      await limited.post(`${path}/${commentId}/withdrawal`, {}),
    ])
      expect(answer.body).toMatchObject({ status: 404, code: 'license-not-found' });
  });

  it('meets a comment of another license nowhere, not even below a license of its own', async () => {
    const { commentId } = await must(all.officer.post(`/licenses/${far.licenseId}/comments`, { text: '样例' }));
    const { body } = await limited.post(`/licenses/${near.licenseId}/comments/${commentId}/withdrawal`, {});
    expect(body).toMatchObject({ status: 404, code: 'comment-not-found' });
  });

  it('keeps views, which show nothing else', async () => {
    const viewId = await kept(limited);
    expect((await must(limited.get('/views'))).views).toMatchObject([{ viewId, mine: true }]);
    expect(licensesIn((await must(limited.get(`/views/${viewId}/licenses`))).licenses)).toEqual([near.licenseId]);
    await must(limited.put(`/views/${viewId}`, { name: '新名', filter: { companyId: [far.companyId] }, shared: true }));
    expect((await must(limited.get(`/views/${viewId}/licenses`))).licenses).toEqual([]);
    expect(licensesIn((await must(all.officer.get(`/views/${viewId}/licenses`))).licenses)).toEqual([far.licenseId]);
  });

  it('reads no view that others share: it may name what lies outside', async () => {
    const viewId = await kept(all.officer, { filter: { companyId: [far.companyId] }, shared: true });
    expect((await all.approver.get(`/views/${viewId}`)).status).toBe(200);
    const { views } = await must(limited.get('/views'));
    expect(views.filter(({ mine }: { mine: boolean }) => !mine)).toEqual([]);
    for (const answer of [
      await limited.get(`/views/${viewId}`),
      await limited.get(`/views/${viewId}/licenses`),
      await limited.put(`/views/${viewId}`, { name: '新名', filter: {} }),
      await limited.post(`/views/${viewId}/removal`, {}),
    ])
      expect(answer.body).toMatchObject({ status: 404, code: 'view-not-found' });
    expect((await limited.post('/feeds', { language: 'en', view: viewId })).body.code).toBe('view-not-found');
  });

  it('has calendars of its own views, which show nothing else', async () => {
    const { url } = await must(limited.post('/feeds', { language: 'en', view: await kept(limited) }));
    const { text } = await world.stranger().get(new URL(url).pathname);
    const shown = [near, far].map(({ licenseId }) => text.replaceAll('\r\n ', '').includes(licenseId));
    expect(shown).toEqual([true, false]);
  });

  it('keeps a calendar of a shared view that it made before, within the limits', async () => {
    const { id, client } = await world.person('officer');
    const view = await kept(all.officer, { shared: true });
    const path = new URL((await must(client.post('/feeds', { language: 'en', view }))).url).pathname;
    const shown = async () => {
      const { text } = await world.stranger().get(path);
      return [near, far].map(({ licenseId }) => text.replaceAll('\r\n ', '').includes(licenseId));
    };
    expect(await shown()).toEqual([true, true]);
    const scope = { companies: [near.companyId], licenses: [] };
    await must(all.admin.put(`/people/${id}/access`, { roles: ['officer'], scope }));
    expect(await shown()).toEqual([true, false]);
  });
});
