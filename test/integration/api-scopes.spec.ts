import { randomUUID } from 'node:crypto';
import { readWholeStream } from '../../libs/ledger/append.js';
import { openBody } from '../../libs/ledger/envelope.js';
import { houseStream } from '../../libs/ledger/streams.js';
import { type Cast, cast, heldLicense, must, openedLicense } from '../support/api-story.js';
import { type ApiClient, ApiWorld } from '../support/api-world.js';
import { pdfText } from '../support/pdf-text.js';
import { fetchedFile } from '../support/sheets.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
/** Two licenses of two companies. */
let near: { companyId: string; licenseId: string };
let far: { companyId: string; licenseId: string };

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  near = await heldLicense(all);
  const stranger = (await world.person('officer')).id;
  far = await heldLicense({ ...all, people: { owner: stranger, deputy: stranger, manager: stranger } });
});

afterAll(() => world.close());

const within = (scope: Partial<Record<'companies' | 'licenses', string[]>>) => ({
  companies: [],
  licenses: [],
  ...scope,
});

/** Somebody new with roles, limited as is said. */
async function limited(roles: string[], limits: object): Promise<{ id: string; client: ApiClient }> {
  const person = await world.person(roles[0] as 'officer');
  await must(all.admin.put(`/people/${person.id}/access`, { roles, ...limits }));
  return person;
}

/** Somebody new who may do nothing. */
async function newcomer(): Promise<string> {
  return (await must(all.admin.post('/people', { name: '样例', mail: 'newcomer@example.com' }))).personId;
}

async function entriesAbout(id: string): Promise<{ type: string; v: number; data: object }[]> {
  const found = [];
  for await (const { body } of readWholeStream(world.source, houseStream)) {
    const { type, v, data } = openBody(body);
    if (JSON.stringify(data).includes(id)) found.push({ type, v, data: data as object });
  }
  return found;
}

describe('a scope', () => {
  it('of a company shows the company with all its licenses, and nothing else in any list', async () => {
    const { id, client } = await limited(['officer'], { scope: within({ companies: [near.companyId] }) });
    const licenses = (await must(client.get('/licenses'))).licenses as { licenseId: string }[];
    expect(licenses.map(({ licenseId }) => licenseId)).toEqual([near.licenseId]);
    expect((await must(client.get(`/licenses?companyId=${far.companyId}`))).licenses).toEqual([]);
    const companies = (await must(client.get('/companies'))).companies as { id: string }[];
    expect(companies.map((company) => company.id)).toEqual([near.companyId]);
    const people = (await must(client.get('/people'))).people as { id: string }[];
    expect(people.map((person) => person.id).sort()).toEqual([id, all.people.owner, all.people.deputy].sort());
  });

  it('of a license shows that license, but not its company', async () => {
    const { client } = await limited(['officer'], { scope: within({ licenses: [near.licenseId] }) });
    expect((await client.get(`/licenses/${near.licenseId}`)).status).toBe(200);
    expect((await must(client.get('/companies'))).companies).toEqual([]);
    expect((await client.get(`/companies/${near.companyId}`)).status).toBe(404);
  });

  it('opens licenses within it only', async () => {
    const { client } = await limited(['officer'], { scope: within({ companies: [near.companyId] }) });
    const opening = (companyId: string) =>
      client.post('/licenses', {
        companyId,
        serviceTypes: ['B24'],
        coverage: { kind: 'province', provinces: ['sh'] },
        people: all.people,
      });
    const [foreign, missing] = [await opening(far.companyId), await opening(randomUUID())];
    expect([foreign.status, foreign.body.code]).toEqual([422, 'company-unknown']);
    expect(foreign.body.detail).toBe(missing.body.detail);
    const { licenseId } = await must(opening(near.companyId));
    expect((await client.get(`/licenses/${licenseId}`)).status).toBe(200);
  });

  it('that was narrowed repeats no answer about what it no longer covers', async () => {
    const { id, client } = await limited(['officer'], { scope: within({ companies: [near.companyId] }) });
    const limitTo = (scope: object) => must(all.admin.put(`/people/${id}/access`, { roles: ['officer'], scope }));
    const opening = {
      companyId: near.companyId,
      serviceTypes: ['B24'],
      coverage: { kind: 'province', provinces: ['sh'] },
      people: all.people,
    };
    const permit = {
      number: '沪B2-20230999',
      validFrom: '2023-03-15',
      printedLastDay: '2028-03-14',
      serviceTypes: ['B24'],
      coverage: { kind: 'province', provinces: ['sh'] },
    };
    const held = { companyId: near.companyId, people: all.people, permit, grantedOn: '2023-03-15' };
    const sent = [
      { path: '/licenses', body: opening, key: randomUUID() },
      { path: '/licenses/registrations', body: held, key: randomUUID() },
    ];
    for (const { path, body, key } of sent) {
      const repeat = () => client.post(path, body, { key });
      const { licenseId } = await must(repeat());
      await limitTo(within({ companies: [far.companyId] }));
      expect((await repeat()).body).toMatchObject({ status: 422, code: 'company-unknown' });
      await limitTo(within({ licenses: [licenseId] }));
      expect(await must(repeat())).toMatchObject({ licenseId });
      await limitTo(within({ companies: [near.companyId] }));
    }
  });

  it('hides which license outside of it follows one that is seen', async () => {
    const old = await openedLicense(all);
    await must(all.approver.post(`/licenses/${old.licenseId}/closure`, { reason: '样例：不再申请' }));
    const { licenseId: next } = await must(
      all.officer.post('/licenses', {
        companyId: old.companyId,
        serviceTypes: ['B24'],
        coverage: { kind: 'province', provinces: ['sh'] },
        people: all.people,
        follows: old.licenseId,
      }),
    );
    const followedBy = async (client: ApiClient) => (await must(client.get(`/licenses/${old.licenseId}`))).followedBy;
    const one = await limited(['officer'], { scope: within({ licenses: [old.licenseId] }) });
    const whole = await limited(['officer'], { scope: within({ companies: [old.companyId] }) });
    expect([await followedBy(all.officer), await followedBy(whole.client)]).toEqual([[next], [next]]);
    expect(await followedBy(one.client)).toEqual([]);
  });

  it('of a token narrows that of its person', async () => {
    const person = await limited(['officer'], { scope: within({ companies: [near.companyId] }) });
    const issue = async (scope: object) => {
      const asked = { personId: person.id, roles: ['officer'], scope };
      return world.stranger((await must(all.admin.post('/tokens', asked))).token);
    };
    const both = await issue(within({ licenses: [near.licenseId, far.licenseId] }));
    expect((await both.get(`/licenses/${near.licenseId}`)).status).toBe(200);
    expect((await both.get(`/licenses/${far.licenseId}`)).status).toBe(404);
    const none = await issue(within({ companies: [far.companyId] }));
    expect((await must(none.get('/licenses'))).licenses).toEqual([]);
  });

  it('hands over only what lies within it', async () => {
    const [owner, heir] = [await world.person('officer'), await world.person('officer')];
    const people = { owner: owner.id, deputy: all.people.deputy, manager: all.people.manager };
    const [mine, other] = [await openedLicense({ ...all, people }), await openedLicense({ ...all, people })];
    const { client } = await limited(['officer'], { scope: within({ companies: [mine.companyId] }) });
    const named = await client.post(`/people/${owner.id}/hand-over`, { to: heir.id, licenseIds: [other.licenseId] });
    expect([named.status, named.body.code]).toEqual([422, 'not-of-person']);
    const answer = await must(client.post(`/people/${owner.id}/hand-over`, { to: heir.id, licenseIds: null }));
    expect(answer.licenses).toBe(1);
    expect((await must(all.officer.get(`/licenses/${other.licenseId}`))).people.owner).toBe(owner.id);
  });

  it('holds for the calendar that was made within it, and for the one of a person who is limited later', async () => {
    const feedOf = async (client: ApiClient): Promise<string> => {
      const { url } = await must(client.post('/feeds', { language: 'en' }));
      return new URL(url).pathname;
    };
    const { client } = await limited(['officer'], { scope: within({ companies: [near.companyId] }) });
    const free = await world.person('officer');
    const [narrow, wide] = [await feedOf(client), await feedOf(free.client)];
    const licensesIn = async (path: string) => {
      const { text } = await world.stranger().get(path);
      return [near, far].map(({ licenseId }) => text.replaceAll('\r\n ', '').includes(licenseId));
    };
    expect(await licensesIn(narrow)).toEqual([true, false]);
    expect(await licensesIn(wide)).toEqual([true, true]);
    const scope = within({ licenses: [far.licenseId] });
    await must(all.admin.put(`/people/${free.id}/access`, { roles: ['officer'], scope }));
    expect(await licensesIn(wide)).toEqual([false, true]);
    await must(all.admin.put(`/people/${free.id}/access`, { roles: ['officer'], lastDay: '2026-11-19' }));
    expect((await world.stranger().get(wide)).status).toBe(404);
  });

  it('names what is there', async () => {
    const id = await newcomer();
    const scope = within({ companies: [near.licenseId], licenses: [near.companyId] });
    const { status, body } = await all.admin.put(`/people/${id}/access`, { roles: ['officer'], scope });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([
      { code: 'scope-unknown', pointer: '/scope/companies' },
      { code: 'scope-unknown', pointer: '/scope/licenses' },
    ]);
    expect(await entriesAbout(id)).toMatchObject([{ type: 'person-added' }]);
  });
});

describe('a period', () => {
  /** The clock stands on 20 November 2026. */
  const past = { from: '2026-11-01', until: '2026-11-19' };
  const present = { from: '2026-11-20', until: '2026-12-31' };
  const later = { from: '2026-11-21', until: null };

  it('that is over leaves the past, and denies the present', async () => {
    const scope = within({ companies: [near.companyId] });
    const { client } = await limited(['auditor'], { scope, period: past });
    for (const path of [
      '/licenses',
      `/licenses/${near.licenseId}`,
      `/licenses/${near.licenseId}/notices`,
      '/companies',
    ])
      expect((await client.get(path)).body).toMatchObject({ status: 403, code: 'moment-outside-period' });
    const asOf = (day: string) => client.get(`/licenses/${near.licenseId}/state?knownOn=${day}`);
    expect((await client.get(`/licenses/${near.licenseId}/state`)).body.code).toBe('moment-outside-period');
    expect((await asOf('2026-11-20')).body.code).toBe('moment-outside-period');
    expect((await asOf('2026-11-19T16:00:00Z')).body.code).toBe('moment-outside-period');
    expect((await asOf('2026-10-31')).body.code).toBe('moment-outside-period');
    expect((await asOf('2026-11-19')).body.code).toBe('not-known-yet');
    expect((await must(client.get(`/licenses/${near.licenseId}/history`))).entries).toEqual([]);
    expect((await client.get(`/licenses/${near.licenseId}/export`)).body.code).toBe('moment-outside-period');
    expect((await must(client.get('/access'))).licenses).toEqual([]);
  });

  it('of today shows all of it', async () => {
    const scope = within({ licenses: [near.licenseId] });
    const { client } = await limited(['auditor'], { scope, period: present });
    for (const page of ['', '/state', '/export', '/state?knownOn=2026-11-20'])
      expect((await client.get(`/licenses/${near.licenseId}${page}`)).status).toBe(200);
    expect((await must(client.get(`/licenses/${near.licenseId}/history`))).entries.length).toBeGreaterThan(0);
    expect(await must(client.get('/access'))).toMatchObject({
      roles: ['auditor'],
      scopes: [scope],
      period: present,
      licenses: [{ licenseId: near.licenseId, companyId: near.companyId, openedOn: '2026-11-20' }],
    });
  });

  it('shows of company and license the entries that were recorded within it, asked about the past as well', async () => {
    const { licenseId, companyId } = await openedLicense(all);
    await must(all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until: '2027-01-05' }));
    const change = { kind: 'legal-representative', decidedOn: '2027-01-04', registeredOn: null, effectiveOn: null };
    const facts = { legalRepresentative: '样例新代表' };
    await must(all.officer.post(`/companies/${companyId}/facts`, { change, facts }));
    const period = { from: '2027-01-01', until: '2027-12-31' };
    const { client } = await limited(['auditor'], { period });
    const typesAt = async (path: string): Promise<string[]> =>
      (await must(client.get(path))).entries.map(({ type }: { type: string }) => type);
    expect(await typesAt(`/companies/${companyId}/state`)).toEqual(['company-fact-recorded']);
    const state = await must(client.get(`/companies/${companyId}/state`));
    expect(state).toMatchObject({ seq: 2, facts: { legalRepresentative: { text: '样例新代表' } } });
    const twice = '?from=2027-01-01&to=2027-01-05';
    expect(await typesAt(`/companies/${companyId}/state-changes${twice}`)).toEqual(['company-fact-recorded']);
    expect(await typesAt(`/licenses/${licenseId}/history`)).not.toContain('license-opened');
  });

  it('of person and token is the days that they share', async () => {
    const person = await limited(['auditor'], { period: present });
    const asked = { personId: person.id, roles: ['auditor'], period: later };
    const client = world.stranger((await must(all.admin.post('/tokens', asked))).token);
    expect((await must(client.get('/access'))).period).toEqual({ from: '2026-11-21', until: '2026-12-31' });
    expect((await client.get('/licenses')).body.code).toBe('moment-outside-period');
  });

  it('leaves alone what happened to no license', async () => {
    const { client } = await limited(['auditor'], { period: past });
    expect((await client.get('/readings')).status).toBe(200);
    expect((await client.get('/tokens')).status).toBe(200);
  });

  it('hides what the house settled for a license, or what a version of the law would move there', async () => {
    const scope = { kind: 'license', licenseId: near.licenseId };
    const [rule, evidence] = ['limit.review', '样例：主管部门书面答复'];
    const asked = { rule, reading: 'working-days-from-acceptance', scope, evidence };
    const { readingId } = await must(all.officer.post('/readings', asked));
    const seenBy = async (client: ApiClient) => (await must(client.get('/readings'))).readings.length as number;
    const auditor = (period: object) => limited(['auditor'], { period });
    const [over, now] = [(await auditor(past)).client, (await auditor(present)).client];
    expect([await seenBy(over), await seenBy(now)]).toEqual([0, 1]);
    await must(all.officer.post(`/readings/${readingId}/rejection`, {}));
    const impact = `/adoptions/${randomUUID()}/impact`;
    expect((await over.get(impact)).body.code).toBe('moment-outside-period');
    expect((await now.get(impact)).body.code).toBe('adoption-not-found');
  });
});

describe('what a person may do', () => {
  it('ends after its last day', async () => {
    const { id, client } = await world.person('auditor');
    const until = (lastDay: string) => must(all.admin.put(`/people/${id}/access`, { roles: ['auditor'], lastDay }));
    await until('2026-11-20');
    expect((await client.get('/licenses')).status).toBe(200);
    await until('2026-11-19');
    expect((await client.get('/licenses')).body.code).toBe('token-invalid');
  });

  it('is no more than the roles that the person has, whatever a token says', async () => {
    const { id, client } = await world.person('officer', 'approver');
    await must(all.admin.put(`/people/${id}/access`, { roles: ['approver'] }));
    expect((await must(client.get('/access'))).roles).toEqual(['approver']);
    expect((await client.post('/licenses', {})).body.code).toBe('role-not-allowed');
    await must(all.admin.put(`/people/${id}/access`, { roles: [] }));
    expect((await client.get('/licenses')).body.code).toBe('role-not-allowed');
  });

  it('is on the house’s record, change by change, and once for its key', async () => {
    const id = await newcomer();
    const key = randomUUID();
    const scope = within({ companies: [near.companyId] });
    const access = { roles: ['officer', 'auditor'], scope, lastDay: '2027-01-31' };
    const first = await must(all.admin.put(`/people/${id}/access`, access, { key }));
    expect(await must(all.admin.put(`/people/${id}/access`, access, { key }))).toEqual(first);
    expect(first).toEqual({
      personId: id,
      ...access,
      roles: ['auditor', 'officer'],
      period: null,
      linked: false,
      version: expect.any(Number),
    });
    await must(all.admin.put(`/people/${id}/access`, { roles: ['auditor'] }));
    await must(all.admin.put(`/people/${id}/access`, { roles: ['auditor'] }));
    expect((await entriesAbout(id)).filter(({ type }) => type !== 'person-added')).toEqual([
      { type: 'role-given', v: 1, data: { personId: id, role: 'auditor' } },
      { type: 'role-given', v: 1, data: { personId: id, role: 'officer' } },
      { type: 'access-limited', v: 1, data: { personId: id, scope, period: null, lastDay: '2027-01-31' } },
      { type: 'role-taken', v: 1, data: { personId: id, role: 'officer' } },
      { type: 'access-limited', v: 1, data: { personId: id, scope: null, period: null, lastDay: null } },
    ]);
    expect(await must(all.auditor.get(`/people/${id}/access`))).toMatchObject({ roles: ['auditor'], scope: null });
  });

  it('is never changed by oneself', async () => {
    const admin = await world.person('admin');
    const own = await admin.client.put(`/people/${admin.id}/access`, { roles: ['admin', 'approver'] });
    expect([own.status, own.body.code]).toEqual([403, 'access-by-another']);
    const token = await admin.client.post('/tokens', { personId: admin.id, roles: ['approver'] });
    expect([token.status, token.body.code]).toEqual([403, 'access-by-another']);
    const linked = await admin.client.put(`/people/${admin.id}/identity`, { subject: 'somebody' });
    expect(linked.body.code).toBe('access-by-another');
    expect((await admin.client.post('/tokens', { personId: admin.id, roles: ['admin'] })).status).toBe(201);
  });

  it('refuses a role of programs, an empty scope, a period that runs backwards, and nobody', async () => {
    const { id } = await world.person();
    const codeOf = async (body: object, of = id) => (await all.admin.put(`/people/${of}/access`, body)).body;
    expect(await codeOf({ roles: ['integration'] })).toMatchObject({ code: 'field-invalid', pointer: '/roles/0' });
    expect(await codeOf({ roles: [], scope: within({}) })).toMatchObject({ code: 'field-invalid', pointer: '/scope' });
    const period = { from: '2026-12-31', until: '2026-01-01' };
    expect(await codeOf({ roles: [], period })).toMatchObject({ code: 'field-invalid', pointer: '/period/until' });
    expect(await codeOf({ roles: [] }, randomUUID())).toMatchObject({ status: 404, code: 'person-not-found' });
  });
});

describe('a token', () => {
  const tokenOf = async (asked: object): Promise<{ id: string; client: ApiClient }> => {
    const { id, token } = await must(all.admin.post('/tokens', asked));
    return { id, client: world.stranger(token) };
  };

  it('gives its person the roles that it names, on record', async () => {
    const personId = await newcomer();
    const { id, client } = await tokenOf({ personId, roles: ['manager'] });
    expect((await client.get('/licenses')).status).toBe(200);
    expect(await entriesAbout(personId)).toMatchObject([
      { type: 'person-added' },
      { type: 'role-given', data: { role: 'manager' } },
      {
        type: 'token-issued',
        v: 2,
        data: { tokenId: id, roles: ['manager'], actions: null, scope: null, period: null },
      },
    ]);
  });

  it('gives nobody more than it may do itself: the first roles come with its limits', async () => {
    const personId = await newcomer();
    const limits = { scope: within({ companies: [near.companyId] }), period: { from: '2026-11-01', until: null } };
    await tokenOf({ personId, roles: ['auditor'], ...limits });
    const access = () => must(all.admin.get(`/people/${personId}/access`));
    expect(await access()).toMatchObject({ roles: ['auditor'], ...limits });
    await tokenOf({ personId, roles: ['officer'] });
    expect(await access()).toMatchObject({ roles: ['auditor', 'officer'], ...limits });
  });

  it('limits whoever has no role any more as it limits somebody new, and drops no limit that was said', async () => {
    const personId = await newcomer();
    const scope = within({ companies: [near.companyId] });
    const put = (access: object) => must(all.admin.put(`/people/${personId}/access`, access));
    const access = () => must(all.admin.get(`/people/${personId}/access`));
    await put({ roles: ['officer'], scope });
    await put({ roles: [] });
    const period = { from: '2026-11-01', until: null };
    await tokenOf({ personId, roles: ['officer'], scope, period });
    expect(await access()).toMatchObject({ roles: ['officer'], scope, period });
    await put({ roles: [], scope, lastDay: '2027-01-31' });
    await tokenOf({ personId, roles: ['officer'] });
    expect(await access()).toMatchObject({ roles: ['officer'], scope, period: null, lastDay: '2027-01-31' });
  });

  it('is issued for nobody who has left, and not for days that are over', async () => {
    const leaver = await newcomer();
    await must(all.admin.post(`/people/${leaver}/departure`, { successor: null, successors: [], toStandIns: false }));
    const refused = async (asked: object) => (await all.admin.post('/tokens', asked)).body;
    expect(await refused({ personId: leaver, roles: ['officer'] })).toMatchObject({
      status: 422,
      code: 'person-gone',
      pointer: '/personId',
    });
    expect((await must(all.admin.get(`/people/${leaver}/access`))).roles).toEqual([]);
    const id = await newcomer();
    for (const expiresAt of ['2020-01-01T00:00:00Z', '2026-11-20T10:00:00+08:00'])
      expect(await refused({ personId: id, roles: ['officer'], expiresAt })).toMatchObject({
        status: 422,
        code: 'field-invalid',
        pointer: '/expiresAt',
      });
    expect(await entriesAbout(id)).toMatchObject([{ type: 'person-added' }]);
    await must(all.admin.post('/tokens', { personId: id, roles: ['officer'], expiresAt: '2026-11-20T10:00:01+08:00' }));
  });

  it('does nothing but what it names', async () => {
    const { client } = await tokenOf({ integration: 'figures', roles: ['integration'], actions: ['read-licenses'] });
    expect((await client.get('/licenses')).status).toBe(200);
    const refused = await client.get('/companies');
    expect(refused.body).toMatchObject({
      status: 403,
      code: 'action-not-in-token',
      details: { action: 'read-companies' },
    });
  });

  it('is listed without its text, with its last use, to its bearer and to administrators', async () => {
    const [one, other] = [await world.person('officer'), await world.person('officer')];
    const list = async (client: ApiClient) => (await must(client.get('/tokens'))).tokens as Record<string, unknown>[];
    await must(one.client.get('/licenses'));
    expect(await list(one.client)).toMatchObject([
      { bearer: { kind: 'person', id: one.id }, roles: ['officer'], lastUsedAt: '2026-11-20T02:00:00.000Z' },
    ]);
    const everybodys = JSON.stringify(await list(all.admin));
    expect([one.id, other.id].filter((id) => !everybodys.includes(id))).toEqual([]);
    expect(everybodys).not.toMatch(/pz_|hash/);
  });

  it('is written once, however often it is used within a minute', async () => {
    const { id, client } = await tokenOf({ integration: 'often', roles: ['integration'] });
    const version = async () =>
      (await world.source.query('select xmin from paizhao.api_tokens where id = $1', [id]))[0];
    await must(client.get('/access'));
    const first = await version();
    for (let i = 0; i < 5; i += 1) await must(client.get('/access'));
    expect(await version()).toEqual(first);
    await world.source.query(`update paizhao.api_tokens set last_used_at = '2026-11-20T01:59:00Z' where id = $1`, [id]);
    await must(client.get('/access'));
    const { tokens } = await must(client.get('/tokens'));
    expect(tokens).toMatchObject([{ id, lastUsedAt: '2026-11-20T02:00:00.000Z' }]);
  });

  it('is revoked by its bearer or an administrator, by nobody else, and once', async () => {
    const { id: personId, client } = await world.person('officer');
    const [mine, another] = [
      await tokenOf({ personId, roles: ['officer'] }),
      await tokenOf({ personId, roles: ['officer'] }),
    ];
    const revoked = (by: ApiClient, id: string) => by.post(`/tokens/${id}/revocation`, {});
    expect((await revoked(all.officer, mine.id)).body).toMatchObject({ status: 404, code: 'token-not-found' });
    expect((await revoked(client, mine.id)).status).toBe(200);
    expect((await mine.client.get('/licenses')).body.code).toBe('token-invalid');
    expect((await revoked(client, mine.id)).body.code).toBe('token-not-found');
    expect((await revoked(all.admin, another.id)).status).toBe(200);
    expect((await another.client.get('/licenses')).status).toBe(401);
  });

  it('is refused where its bearer is a person and its role a program’s', async () => {
    const { id: personId } = await world.person();
    const { body } = await all.admin.post('/tokens', { personId, roles: ['integration'] });
    expect(body).toMatchObject({ status: 422, code: 'field-invalid', pointer: '/roles' });
  });
});

describe('a program', () => {
  it('feeds company facts in and reads the record, but opens nothing, and sees no names', async () => {
    const { token } = await must(all.admin.post('/tokens', { integration: 'erp', roles: ['integration'] }));
    const program = world.stranger(token);
    const recorded = await program.post(`/companies/${near.companyId}/facts`, {
      change: null,
      facts: { city: '上海' },
    });
    expect(recorded.status).toBe(201);
    expect((await program.get(`/licenses/${near.licenseId}/agenda`)).status).toBe(200);
    for (const path of ['/people', `/licenses/${near.licenseId}/export`])
      expect((await program.get(path)).body.code).toBe('role-not-allowed');
    expect((await program.post('/licenses', {})).body.code).toBe('role-not-allowed');
    const { facts } = await must(program.get(`/companies/${near.companyId}`));
    expect(facts.legalRepresentative).not.toHaveProperty('text');
  });

  it('reads what shared views find, and nothing that somebody typed into them', async () => {
    const { token } = await must(all.admin.post('/tokens', { integration: 'lists', roles: ['integration'] }));
    const program = world.stranger(token);
    const kept = async (filter: object) =>
      (await must(all.officer.post('/views', { name: '王样例的许可证', filter, shared: true }))).viewId as string;
    const [searched, plain] = [await kept({ q: '样例', ended: false }), await kept({ ended: false })];
    const seen = await must(program.get(`/views/${searched}`));
    expect(seen).toMatchObject({ name: null, filter: { ended: false }, query: null });
    expect(seen.filter).not.toHaveProperty('q');
    expect(await must(program.get(`/views/${plain}`))).toMatchObject({ name: null, query: 'ended=false' });
    expect((await program.get('/views')).text).not.toContain('样例');
    expect((await program.get(`/views/${searched}/licenses`)).status).toBe(200);
    for (const client of [all.officer, all.auditor])
      expect(await must(client.get(`/views/${searched}`))).toMatchObject({
        name: '王样例的许可证',
        filter: { q: '样例', ended: false },
        query: expect.stringContaining('q='),
      });
  });

  it('has shared views printed without what somebody typed, and with what it searches for itself', async () => {
    const { token } = await must(all.admin.post('/tokens', { integration: 'printer', roles: ['integration'] }));
    const program = world.stranger(token);
    const filter = { q: '样例', companyId: [near.companyId] };
    const { viewId } = await must(all.officer.post('/views', { name: '王样例的许可证', filter, shared: true }));
    const printed = async (by: ApiClient, path: string, asked: object) => {
      const { jobId } = await must(by.post(path, { format: 'pdf', ...asked }));
      await world.work();
      return /^筛选条件：(.*)；公司/m.exec(pdfText(await fetchedFile(by, jobId)))?.[1];
    };
    for (const by of [program, all.admin]) {
      expect(await printed(by, '/exports', { viewId })).toBe('含所查文字（不予显示）');
      expect(await printed(by, `/views/${viewId}/exports`, {})).toBe('含所查文字（不予显示）');
      expect(await printed(by, '/exports', { filter })).toBe('含“样例”');
    }
    for (const by of [all.officer, all.auditor]) expect(await printed(by, '/exports', { viewId })).toBe('含“样例”');
  });
});
