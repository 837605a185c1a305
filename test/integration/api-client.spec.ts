import { createClient, type PaizhaoClient } from '../../libs/client/index.js';
import { type Cast, cast, companyWith } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
let officer: PaizhaoClient;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  officer = createClient({ baseUrl: world.url, token: all.officer.token });
});

afterAll(() => world.close());

const company = () => ({
  ...companyWith(801),
  shareholders: [{ kind: 'natural-person' as const, name: '样例', percent: 100 }],
});

/** What was asked must have been answered. */
function given<T>({ data, error }: { data?: T; error?: unknown }): T {
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

describe('the typed client', () => {
  it('takes a license from its company to a filing with its requirements', async () => {
    const { companyId } = given(await officer.POST('/companies', { body: company() }));
    const opened = await officer.POST('/licenses', {
      body: {
        companyId,
        serviceTypes: ['B24'],
        coverage: { kind: 'province', provinces: ['sh'] },
        people: all.people,
      },
    });
    const { licenseId } = given(opened);
    expect(opened.response.headers.get('location')).toBe(`/licenses/${licenseId}`);
    const path = { id: licenseId };
    const { filingId } = given(
      await officer.POST('/licenses/{id}/filings', { params: { path }, body: { kind: 'new' } }),
    );
    const { requirements } = given(
      await officer.GET('/licenses/{id}/filings/{filingId}/requirements', {
        params: { path: { ...path, filingId: filingId ?? '' } },
      }),
    );
    expect(requirements.map(({ id }) => id)).toContain('application-form');
    const license = given(await officer.GET('/licenses/{id}', { params: { path } }));
    expect(license).toMatchObject({ status: 'preparing', companyId, filings: [{ id: filingId, kind: 'new' }] });
  });

  it('repeats under a key of the caller’s, and changes by version', async () => {
    const body = { name: '样例', filter: { status: ['valid' as const] }, shared: false };
    const header = { 'Idempotency-Key': 'once-and-again' };
    const first = given(await officer.POST('/views', { params: { header }, body }));
    expect(given(await officer.POST('/views', { params: { header }, body }))).toEqual(first);
    const path = { id: first.viewId };
    const { response } = await officer.GET('/views/{id}', { params: { path } });
    const version = { 'If-Match': response.headers.get('etag') ?? '' };
    const change = () => officer.PUT('/views/{id}', { params: { path, header: version }, body });
    expect((await change()).response.status).toBe(200);
    const { error, response: second } = await change();
    expect([second.status, error?.code]).toEqual([412, 'version-stale']);
  });

  it('gives the problem of what is refused', async () => {
    const stranger = createClient({ baseUrl: world.url, token: null });
    const { error, response } = await stranger.GET('/licenses');
    expect([response.status, error?.code]).toEqual([401, 'token-missing']);
  });
});
