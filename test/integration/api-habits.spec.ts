import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { createClient, type PaizhaoClient } from '../../libs/client/index.js';
import { defaultPreferences, loadedLaw } from '../../libs/domain/index.js';
import { openBody } from '../../libs/ledger/envelope.js';
import { houseStream, lockHead, readStream } from '../../libs/ledger/index.js';
import {
  AccessGrantRepository,
  AccessNoteRepository,
  AlarmRepository,
  PreferenceRepository,
} from '../../libs/persistence/index.js';
import {
  aPdf,
  type Cast,
  cast,
  companyWith,
  heldLicense,
  must,
  openedLicense,
  receivedFiling,
} from '../support/api-story.js';
import { type Answer, type ApiClient, ApiWorld } from '../support/api-world.js';
import { permitSheet } from '../support/sheets.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

const tagOf = async (client: ApiClient, path: string): Promise<string> =>
  (await client.get(path)).headers.get('etag') ?? '';

const at = (tag: string) => ({ headers: { 'if-match': tag } });

const view = (name: string) => ({ name, filter: { status: ['valid'] }, shared: false });

/** What has a version: where it is read, and a change of it that differs each time. */
interface Versioned {
  what: string;
  path: string;
  /** The status of a change that is made, where it is not 200. */
  made?: number;
  change(tag: string | null, count: number): Promise<Answer>;
}

async function versioned(): Promise<Versioned[]> {
  const { viewId } = await must(all.officer.post('/views', view('样例')));
  const hook = { name: 'erp', url: 'https://erp.example.com/hook' };
  const { webhookId } = await must(all.admin.post('/webhooks', hook));
  const person = (await world.person('officer')).id;
  const { admin, officer } = all;
  const named = (tag: string | null) => at(tag ?? '');
  const put = (client: ApiClient, path: string, body: object, tag: string | null) => client.put(path, body, named(tag));
  return [
    {
      what: 'a view',
      path: `/views/${viewId}`,
      change: (tag, count) => put(officer, `/views/${viewId}`, view(`样例${count}`), tag),
    },
    {
      what: 'what a person may do',
      path: `/people/${person}/access`,
      change: (tag, count) =>
        put(admin, `/people/${person}/access`, { roles: ['officer'], lastDay: dayOf(count) }, tag),
    },
    {
      what: 'preferences',
      path: `/people/${person}/preferences`,
      change: (tag, count) => put(admin, `/people/${person}/preferences`, preferences(count), tag),
    },
    {
      what: 'a webhook',
      path: `/webhooks/${webhookId}`,
      change: (tag, count) => admin.post(`/webhooks/${webhookId}/changes`, { name: `erp-${count}` }, named(tag)),
    },
    {
      what: 'how long something is kept',
      path: '/retention/report',
      change: (tag, count) => put(admin, '/retention/periods/messages', { days: 200 + count }, tag),
    },
    {
      what: 'when the house reminds',
      path: '/ladders',
      made: 201,
      change: (tag, count) =>
        all.approver.post('/ladders', { kind: 'renewal', offsets: [100 + count], reason: '样例原因' }, named(tag)),
    },
  ];
}

const dayOf = (count: number): string => `2027-01-${String((count % 28) + 1).padStart(2, '0')}`;

const preferences = (count: number) => ({
  digest: true,
  quietHours: { from: '20:00', until: `0${count % 8}:30` },
  language: 'zh',
  mutedKinds: [],
});

const readerOf = (path: string): ApiClient => (path.startsWith('/views') ? all.officer : all.admin);

describe('an answer to GET', () => {
  it('carries a strong tag, and is not sent again to whoever names it', async () => {
    const { licenseId, companyId } = await openedLicense(all);
    const paths = [`/licenses/${licenseId}`, `/licenses/${licenseId}/agenda`, `/companies/${companyId}`, '/people'];
    for (const path of paths) {
      const first = await all.officer.get(path);
      const tag = first.headers.get('etag') ?? '';
      expect({ path, tag }).toEqual({ path, tag: expect.stringMatching(/^"[\w-]{22,}"$/) });
      expect(first.headers.get('vary')).toContain('Authorization');
      const again = await all.officer.get(path, { 'if-none-match': `"other", ${tag}` });
      expect({ path, status: again.status, text: again.text }).toEqual({ path, status: 304, text: '' });
      expect((await all.officer.get(path, { 'if-none-match': '"other"' })).text).toBe(first.text);
    }
  });

  it('has another tag once something is on record', async () => {
    const { licenseId } = await openedLicense(all);
    const tag = await tagOf(all.officer, `/licenses/${licenseId}`);
    await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
    const { status, headers } = await all.officer.get(`/licenses/${licenseId}`, { 'if-none-match': tag });
    expect([status, headers.get('etag') === tag]).toEqual([200, false]);
  });
});

describe('a change', () => {
  it('names the version that it changes, else it is refused and nothing is changed', async () => {
    for (const { what, path, change } of await versioned()) {
      const reader = readerOf(path);
      const before = await reader.get(path);
      const missing = await change(null, 1);
      expect({ what, status: missing.status, code: missing.body.code }).toEqual({
        what,
        status: 428,
        code: 'version-required',
      });
      for (const stale of ['"999999-x"', '"999999999999-x"', '"x"', `W/${before.headers.get('etag')}`]) {
        const { status, body } = await change(stale, 1);
        expect({ what, stale, status, code: body.code }).toEqual({ what, stale, status: 412, code: 'version-stale' });
      }
      expect((await change('1', 1)).body.code).toBe('if-match-invalid');
      expect((await reader.get(path)).text).toBe(before.text);
    }
  });

  it('with the version that was read is made, and that version is not there any more', async () => {
    for (const { what, path, made = 200, change } of await versioned()) {
      const tag = await tagOf(readerOf(path), path);
      const [first, second] = [await change(tag, 1), await change(tag, 2)];
      expect({ what, statuses: [first.status, second.status] }).toEqual({ what, statuses: [made, 412] });
      expect({ what, status: (await change(await tagOf(readerOf(path), path), 2)).status }).toEqual({
        what,
        status: made,
      });
    }
  });

  it('is compared by the version alone: whatever of a license was read, and in which form', async () => {
    const { licenseId } = await openedLicense(all);
    const license = `/licenses/${licenseId}`;
    const shown = [await tagOf(all.officer, license), await tagOf(all.officer, `${license}/agenda`)];
    expect(new Set(shown).size).toBe(2);
    expect(new Set(shown.map((tag) => tag.split('-')[0])).size).toBe(1);
    const assign = (tag: string) => all.officer.post(`${license}/people`, { people: all.people }, at(tag));
    for (const tag of shown) expect({ tag, status: (await assign(tag)).status }).toEqual({ tag, status: 200 });
    const { body } = await all.officer.post(`${license}/comments`, { text: '样例' }, at(shown[0] ?? ''));
    expect(body.code).toBe('version-stale');
  });

  it('is not made by the tag of what has no version', async () => {
    const tag = await tagOf(all.admin, '/people');
    expect(tag).toMatch(/^"-/);
    const { id } = await world.person('officer');
    expect((await all.admin.put(`/people/${id}/access`, { roles: [] }, at(tag))).status).toBe(412);
  });

  it.each(['webhook', 'robot'] as const)('of a %s by any way makes another version of it', async (kind) => {
    const { admin } = all;
    const sample = {
      webhook: { name: 'erp', url: 'https://erp.example.com/hook' },
      robot: { kind: 'wecom', name: 'a', url: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${randomUUID()}` },
    };
    const path = `/${kind}s/${(await must(admin.post(`/${kind}s`, sample[kind])))[`${kind}Id`]}`;
    const acts: [string, object][] = [
      ['disabling', {}],
      ['enabling', {}],
      ...(kind === 'webhook' ? [['secrets', { keepOldHours: 1 }] as [string, object]] : []),
    ];
    for (const [act, body] of acts) {
      const tag = await tagOf(admin, path);
      await must(admin.post(`${path}/${act}`, body));
      const { status } = await admin.post(`${path}/changes`, { name: 'other' }, at(tag));
      expect({ act, status }).toEqual({ act, status: 412 });
    }
  });

  it('gives its answer again to the same key, although the version has gone by', async () => {
    const { viewId } = await must(all.officer.post('/views', view('样例')));
    const sending = { ...at(await tagOf(all.officer, `/views/${viewId}`)), key: randomUUID() };
    const first = await all.officer.put(`/views/${viewId}`, view('新名'), sending);
    expect(await all.officer.put(`/views/${viewId}`, view('新名'), sending)).toMatchObject({
      status: first.status,
      text: first.text,
    });
  });
});

describe('a change while it is read', () => {
  /** Reads while somebody changes it, in the moment in which the reader waits for the table. */
  async function readDuring(path: string, table: string, change: (manager: EntityManager) => Promise<void>) {
    return world.source.transaction(async (manager) => {
      await manager.query(`lock table paizhao.${table} in access exclusive mode`);
      const reading = all.admin.get(path);
      const waiting = `select from pg_locks where not granted and relation = 'paizhao.${table}'::regclass`;
      while (((await world.source.query(waiting)) as unknown[]).length === 0) await pause(10);
      await change(manager);
      return { reading };
    });
  }

  const act = () => ({
    actor: { kind: 'system', id: 'bootstrap' } as const,
    commandId: randomUUID(),
    now: '2026-11-20T02:00:00.000Z',
    validOn: '2026-11-20',
  });

  it('of access is not lost: the tag of what was read before it fits no more', async () => {
    const { id } = await world.person('officer');
    const path = `/people/${id}/access`;
    await must(all.admin.put(path, { roles: ['officer'] }));
    const more = { roles: ['officer', 'approver'] as const, scope: null, period: null, lastDay: null };
    const { reading } = await readDuring(path, 'identities', (manager) =>
      new AccessGrantRepository(manager).change(id, more, act()),
    );
    const { body, headers } = await reading;
    const { status } = await all.admin.put(path, { roles: ['manager'] }, at(headers.get('etag') ?? ''));
    expect(body.roles.length === 2 || status === 412).toBe(true);
  });

  it('of preferences is not lost either', async () => {
    const { id } = await world.person('officer');
    const path = `/people/${id}/preferences`;
    await must(all.admin.put(path, preferences(1)));
    const other = { digest: false, quietHours: null, mutedKinds: [], language: 'en' } as const;
    const { reading } = await readDuring(path, 'license_view', (manager) =>
      new PreferenceRepository(manager, defaultPreferences).change(id, other, act()),
    );
    const { body, headers } = await reading;
    const { status } = await all.admin.put(path, preferences(2), at(headers.get('etag') ?? ''));
    expect(body.digest === false || status === 412).toBe(true);
  });

  it('of who somebody is leaves no version as it was', async () => {
    const { id } = await world.person('officer');
    const path = `/people/${id}/access`;
    const linking = (to: string | null) =>
      world.source.transaction((manager) => new AccessGrantRepository(manager).link(id, to, act()));
    await must(all.admin.put(path, { roles: ['officer'] }));
    await linking('fingerprint-of-somebody');
    await must(all.admin.put(path, { roles: ['officer', 'approver'] }));
    const tag = await tagOf(all.admin, path);
    await linking(null);
    expect((await all.admin.put(path, { roles: ['manager'] }, at(tag))).status).toBe(412);
  });
});

describe('sixty-four changes at once', () => {
  it('of the same version have one winner, and the others are told', async () => {
    for (const { what, path, made = 200, change } of await versioned()) {
      const tag = await tagOf(readerOf(path), path);
      const answers = await Promise.all(Array.from({ length: 64 }, (_, count) => change(tag, count + 10)));
      const statuses = answers.map(({ status }) => status).sort();
      expect({ what, statuses }).toEqual({ what, statuses: [made, ...Array.from({ length: 63 }, () => 412)] });
    }
  });

  it('of a license at the same version have one winner; those that name none are all kept', async () => {
    const { licenseId } = await openedLicense(all);
    const path = `/licenses/${licenseId}`;
    const others = await Promise.all(Array.from({ length: 64 }, () => world.person()));
    const assign = ({ id }: { id: string }, more: object) =>
      all.officer.post(`${path}/people`, { people: { ...all.people, owner: id } }, more);
    const tag = await tagOf(all.officer, path);
    const named = await Promise.all(others.map((other) => assign(other, at(tag))));
    expect(named.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 63 }, () => 412)]);
    const won = named.findIndex(({ status }) => status === 200);
    const shown = await must(all.officer.get(path));
    expect(shown.people.owner).toBe(others[won]?.id);
    const kept = await Promise.all(others.map((other) => assign(other, {})));
    const entries = (await must(all.officer.get(`${path}/history?limit=500`))).entries as {
      seq: number;
      type: string;
    }[];
    const assigned = entries.filter(({ type }) => type === 'people-assigned').length;
    const appended = kept.filter(({ body }) => body.outcome === 'appended').length;
    expect([kept.every(({ status }) => status === 200), assigned]).toEqual([true, appended + 1]);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  });

  it('of a company’s facts at the same version have one winner', async () => {
    const { companyId } = await must(all.officer.post('/companies', companyWith(901)));
    const tag = await tagOf(all.officer, `/companies/${companyId}`);
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, count) =>
        all.officer.post(`/companies/${companyId}/facts`, { facts: { city: `样例${count}市` } }, at(tag)),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => ![201, 409, 412].includes(status))).toEqual([]);
    expect((await must(all.officer.get(`/companies/${companyId}`))).seq).toBe(2);
  });
});

describe('sixty-four hand-overs at once', () => {
  it('of one license to as many people have one winner, and the house’s record names it alone', async () => {
    const from = await world.person('officer');
    const { licenseId } = await openedLicense({ ...all, people: { ...all.people, owner: from.id } });
    const others = await Promise.all(Array.from({ length: 64 }, () => world.person()));
    const answers = await Promise.all(
      others.map(({ id }) => all.officer.post(`/people/${from.id}/hand-over`, { to: id, licenseIds: [licenseId] })),
    );
    const won = answers.findIndex(({ status }) => status === 200);
    const { people } = await must(all.officer.get(`/licenses/${licenseId}`));
    expect(people.owner).toBe(others[won]?.id);
    const lost = answers.flatMap(({ status, body }) => (status === 200 ? [] : [`${status} ${body.code}`]));
    expect(lost).toHaveLength(63);
    expect(lost.filter((said) => !['409 hand-over-under-way', '422 not-of-person'].includes(said))).toEqual([]);
    const entries = (await readStream(world.source, houseStream)).map(({ body }) => openBody(body));
    const noted = entries.flatMap(({ type, data }) => (type === 'licenses-handed-over' ? [data] : []));
    expect(noted).toEqual([{ from: from.id, to: people.owner, licenses: 1 }]);
  });
});

describe('what was made', () => {
  it('is found where Location says', async () => {
    const company = await all.officer.post('/companies', companyWith(902));
    expect(company.headers.get('location')).toBe(`/companies/${company.body.companyId}`);
    const { licenseId } = await openedLicense(all);
    const filing = await all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' });
    expect((await all.officer.get(filing.headers.get('location') ?? '')).status).toBe(200);
    const comment = await all.officer.post(`/licenses/${licenseId}/comments`, { text: '样例' });
    expect((await all.officer.get(comment.headers.get('location') ?? '')).status).toBe(200);
  });

  it('is answered alike to the same key, Location too', async () => {
    const key = randomUUID();
    const send = () => all.officer.post('/views', view('一次'), { key });
    const [first, again] = [await send(), await send()];
    expect([again.status, again.text, again.headers.get('location')]).toEqual([
      first.status,
      first.text,
      first.headers.get('location'),
    ]);
  });
});

describe('what is asked of the house', () => {
  const asked = {
    'an absence': (key: string) =>
      all.officer.post(`/people/${all.people.owner}/absences`, { from: '2026-12-01', until: '2026-12-02' }, { key }),
    'a person': (key: string) =>
      all.admin.post('/people', { name: '样例人员', mail: 'sample.once@example.com' }, { key }),
  };

  it.each(Object.entries(asked))(
    'again while %s is put on record is told so, by whatever process, and later gets the same answer',
    async (_, ask) => {
      const key = randomUUID();
      const send = () => ask(key);
      const held = async (manager: EntityManager) => {
        await lockHead(manager, houseStream);
        const first = send();
        const waiting = `select 1 from pg_locks where locktype = 'advisory' and granted and database =
                         (select oid from pg_database where datname = current_database())`;
        while ((await world.source.query(waiting)).length === 0) await pause(5);
        const early = await send();
        return { first, early };
      };
      const { first, early } = await world.source.transaction(held);
      expect(early).toMatchObject({ status: 409, body: { code: 'command-in-flight' } });
      const { status, text } = await first;
      expect(status).toBe(201);
      expect(await send()).toMatchObject({ status, text });
    },
  );
});

describe('a list', () => {
  it('links to its next page, with what was asked', async () => {
    for (let count = 0; count < 3; count += 1) await openedLicense(all);
    const ids: string[] = [];
    let path: string | undefined = '/licenses?limit=2&status=preparing';
    for (; path; ) {
      const { body, headers }: Answer = await all.officer.get(path);
      ids.push(...body.licenses.map(({ licenseId }: { licenseId: string }) => licenseId));
      path = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
      expect(path === undefined).toBe(body.next === null);
    }
    const { licenses } = await must(all.officer.get('/licenses?limit=200&status=preparing'));
    expect(ids).toEqual(licenses.map(({ licenseId }: { licenseId: string }) => licenseId));
  });
});

/** One page after the other, as far as `Link` leads; each page is as large as the list allows, or one line. */
async function walked(client: ApiClient, address: string): Promise<{ lines: string[]; pages: number }> {
  const lines: string[] = [];
  let pages = 0;
  for (let path: string | undefined = address; path !== undefined; pages += 1) {
    if (pages > 300) throw new Error(`${address} does not end`);
    const { status, body, headers }: Answer = await client.get(path);
    if (status !== 200) throw new Error(`${path} answers ${status}: ${body.code}`);
    lines.push(...linesOf(body));
    const over = body.more === false || (body.next === null && headers.get('link') === null);
    path = over ? undefined : /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
    if (!over && path === undefined) throw new Error(`${address} says next, and links nowhere`);
  }
  return { lines, pages };
}

/** Of the list that the answer is about: its first one. */
function linesOf(body: Record<string, unknown>): string[] {
  const [list = []] = Object.values(body).filter((value) => Array.isArray(value));
  return list.map((line) => JSON.stringify(line));
}

/**
 * Operations that give so many lines at a time, or whose answer names a next page, by the description that this very
 * installation serves.
 */
async function listsThatGoOn(): Promise<string[]> {
  const description = (await (await fetch(`${world.url}/openapi.json`)).json()) as Description;
  const whole = (schema: Schema): Schema =>
    schema.$ref ? whole(description.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
  return Object.entries(description.paths).flatMap(([path, { get }]) => {
    const answer = get?.responses['200']?.content?.['application/json']?.schema;
    const next = answer && whole(answer).properties?.next;
    const kinds = next ? [next, ...(next.anyOf ?? [])].flatMap(({ type = [] }) => type) : [];
    const isCut = get?.parameters?.some(({ name }) => name === 'limit');
    return isCut || kinds.includes('string') || kinds.includes('integer') ? [path] : [];
  });
}

interface Schema {
  $ref?: string;
  type?: string | string[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
}

interface DescribedGet {
  parameters?: { name?: string }[];
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

interface Description {
  paths: Record<string, { get?: DescribedGet }>;
  components: { schemas: Record<string, Schema> };
}

describe('every list that goes on', () => {
  /** An adoption that was proposed, and taken back so that another one may be. */
  async function proposed(): Promise<string> {
    const [version] = loadedLaw().packs.filter((id) => id.startsWith('cn-vats-current'));
    const { adoptionId } = await must(all.officer.post('/adoptions', { kind: 'rulebook', version }));
    await must(all.officer.post(`/adoptions/${adoptionId}/rejection`, {}));
    return adoptionId;
  }

  /** Two of everything that is listed. By operation: who asks, the address, and how one asks for a line at a time. */
  async function lists(): Promise<Record<string, [ApiClient, string, string?]>> {
    const { admin, auditor, officer, approver, people } = all;
    const { companyId, licenseId } = await openedLicense(all);
    const filingId = await receivedFiling(all, licenseId);
    const filing = `/licenses/${licenseId}/filings/${filingId}`;
    const items = [{ text: '样例一' }, { text: '样例二' }];
    await must(officer.post(`${filing}/correction-notice`, { noticedOn: '2026-11-20', items }));
    for (const item of ['r1-1', 'r1-2'])
      await must(officer.post(`${filing}/correction-items/${item}/answer`, { text: '样例答复' }));
    const opening = { companyId, serviceTypes: ['B25'], coverage: { kind: 'province', provinces: ['sh'] }, people };
    const other = (await must(officer.post('/licenses', opening))).licenseId;
    await must(officer.post(`/licenses/${other}/filings`, { kind: 'new' }));
    const fields = { requirementId: 'business-license', issuedOn: '2026-11-18' };
    const scan = { name: 'a.pdf', bytes: aPdf('of the other license') };
    await must(officer.upload(`/licenses/${other}/filings/new-1/materials`, fields, scan));
    await heldLicense(all);
    for (const paper of ['business-license', 'social-security-proof'])
      await must(
        officer.post(`/licenses/${other}/filings/new-1/originals/${paper}/hand-over`, {
          holder: { person: people.deputy },
          handedOverOn: '2026-11-16',
          dueBackOn: '2026-12-01',
        }),
      );
    for (const text of ['样例一', '样例二']) await must(officer.post(`/licenses/${licenseId}/comments`, { text }));
    const { viewId } = await must(
      officer.post('/views', { ...view('两页'), filter: { status: ['preparing', 'correction', 'valid'] } }),
    );
    const [adoptionId, next] = [await proposed(), await proposed()];
    expect(next).not.toBe(adoptionId);
    for (const id of [licenseId, other])
      await world.source.query(
        `insert into paizhao.adoption_impacts (adoption_id, license_id, dates) values ($1, $2, '[]')`,
        [adoptionId, id],
      );
    const sheet = await permitSheet(['1', '2', '3'].map((uscc) => ({ uscc })));
    const { jobId } = await must(officer.upload('/imports', { trial: 'true' }, sheet));
    await must(officer.upload('/imports', { trial: 'true' }, sheet));
    await world.work();
    const [subject, by] = [await world.person('officer'), randomUUID()];
    for (const day of ['2026-11-18', '2026-11-18', '2026-11-19', '2026-11-20']) {
      const act = { actor: { kind: 'person' as const, id: by }, commandId: randomUUID() };
      const note = { type: 'personal-data-exported', v: 2, data: { subject: subject.id, reason: null } };
      await world.source.transaction((manager) =>
        new AccessNoteRepository(manager).note(note, { ...act, now: `${day}T02:00:00.000Z`, validOn: day }),
      );
    }
    const hook = { name: 'erp', url: 'https://erp.example.com/hook' };
    const { webhookId } = await must(admin.post('/webhooks', hook));
    const group = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${randomUUID()}`;
    const { robotId } = await must(admin.post('/robots', { kind: 'wecom', name: 'a', url: group }));
    for (const channel of [`/webhooks/${webhookId}`, `/robots/${robotId}`])
      for (const _ of [1, 2, 3]) await must(admin.post(`${channel}/tests`, {}));
    const found = ['licenses', 'notices', 'deliveries'].map((subject) => ({ subject, details: {} }));
    const alarm = { kind: 'work-waiting', found, complete: true };
    await new AlarmRepository(world.source.manager).record([alarm], '2026-11-20T02:00:00.000Z');
    const days = `day=2026-11-18&until=2026-11-20&by=${by}`;
    return {
      '/access-records': [auditor, `/access-records?${days}`],
      '/people/{id}/access-records': [subject.client, `/people/${subject.id}/access-records?until=2026-11-20`],
      '/licenses': [officer, '/licenses?'],
      '/dashboard/companies': [officer, '/dashboard/companies?'],
      '/views/{id}/licenses': [officer, `/views/${viewId}/licenses?`],
      '/tasks': [officer, '/tasks?'],
      '/originals': [officer, `/originals?holder=${people.deputy}`],
      '/licenses/{id}/done-tasks': [approver, `/licenses/${licenseId}/done-tasks?`],
      '/licenses/{id}/comments': [officer, `/licenses/${licenseId}/comments?`],
      '/licenses/{id}/filings/{filingId}/documents': [officer, `${filing}/documents?`, 'licenses=1'],
      '/licenses/{id}/history': [auditor, `/licenses/${licenseId}/history?`],
      '/adoptions': [officer, '/adoptions?'],
      '/adoptions/{id}/impact': [officer, `/adoptions/${adoptionId}/impact?`],
      '/imports/{id}/findings': [officer, `/imports/${jobId}/findings?`],
      '/changes': [officer, '/changes?'],
      '/companies': [officer, '/companies?'],
      '/tokens': [admin, '/tokens?'],
      '/jobs': [officer, '/jobs?'],
      '/webhooks/{id}/deliveries': [admin, `/webhooks/${webhookId}/deliveries?`],
      '/robots/{id}/messages': [admin, `/robots/${robotId}/messages?`],
      '/alarms': [admin, '/alarms?'],
    };
  }

  it('links from page to page to its end, and leaves nothing out', async () => {
    const known = await lists();
    expect(Object.keys(known).sort()).toEqual((await listsThatGoOn()).sort());
    const short: string[] = [];
    for (const [operation, [client, address, oneByOne = 'limit=1']] of Object.entries(known)) {
      const whole = await walked(client, address);
      const { lines, pages } = await walked(client, `${address}&${oneByOne}`);
      expect({ operation, lines: lines.sort() }).toEqual({ operation, lines: whole.lines.sort() });
      if (pages < 2 || lines.length < 2) short.push(operation);
    }
    expect(short).toEqual([]);
  });
});

/** As the description has it: what is written in a test is less than that to the compiler. */
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
  let officer: PaizhaoClient;

  beforeAll(() => {
    officer = createClient({ baseUrl: world.url, token: all.officer.token });
  });

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

  it('reads again only what has changed', async () => {
    const first = await officer.GET('/companies');
    const header = { 'If-None-Match': first.response.headers.get('etag') ?? '' };
    const again = await officer.GET('/companies', { params: { header } });
    expect([again.response.status, again.data]).toEqual([304, undefined]);
  });

  it('gives the problem of what is refused', async () => {
    const stranger = createClient({ baseUrl: world.url, token: null });
    const { error, response } = await stranger.GET('/licenses');
    expect([response.status, error?.code]).toEqual([401, 'token-missing']);
  });
});

describe('where little is allowed', () => {
  let world: ApiWorld;

  beforeAll(async () => {
    const slow = { perSecond: 0.001, burst: 5 };
    const limits = { bearers: slow, strangers: { ...slow, burst: 4 }, tokens: { ...slow, burst: 3 } };
    world = await ApiWorld.create({ limits, bodyMs: 300 });
  });

  afterAll(() => world.close());

  it('a caller who asks too fast is told to wait, whatever the token, and others are not', async () => {
    const { officer, approver } = await cast(world);
    const answers = [];
    for (let count = 0; count < 6; count += 1) answers.push(await officer.get('/access'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    const [first, last] = [answers[0], answers[5]];
    expect(first?.headers.get('ratelimit-policy')).toBe('"bearers";q=5;w=5000');
    expect(first?.headers.get('ratelimit')).toMatch(/^"bearers";r=4;t=\d+$/);
    expect(last?.body.code).toBe('too-many-requests');
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await approver.get('/access')).status).toBe(200);
  });

  it('a caller is limited by the address while nobody knows who it is', async () => {
    const guesses = [];
    for (let count = 0; count < 4; count += 1)
      guesses.push(await world.stranger(`pz_${'A'.repeat(43)}`).get('/access'));
    expect(guesses.map(({ status }) => status)).toEqual([401, 401, 401, 429]);
    const paths = ['/problems', '/openapi.json', '/docs', '/docs-json'];
    const answers = async () => {
      const statuses = [];
      for (const path of paths) statuses.push((await world.stranger().get(path)).status);
      return statuses;
    };
    expect(await answers()).not.toContain(429);
    expect(await answers()).toEqual([429, 429, 429, 429]);
    expect((await world.stranger().get('/health/live')).status).toBe(200);
  });

  it('a body that does not come is not waited for: the caller is told, and the line is closed', async () => {
    const { port } = new URL(world.url);
    const socket = connect(Number(port), '127.0.0.1');
    const head = ['POST /companies HTTP/1.1', 'Host: x', 'Content-Type: application/json', 'Content-Length: 1000'];
    socket.write(`${head.join('\r\n')}\r\n\r\n{"name":`);
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"body-too-slow"');
  });
});

describe('where uploads may not pause for long', () => {
  let world: ApiWorld;

  beforeAll(async () => {
    world = await ApiWorld.create({ bodyMs: 300, uploads: { everyMs: 1_000, leastBytes: 1, mostMs: 60_000 } });
  });

  afterAll(() => world.close());

  /** A form with a file, sent in so many pieces, one after the other. @returns what was answered */
  async function uploaded(pieces: number, of: number): Promise<string> {
    const all = await cast(world);
    const { licenseId } = await openedLicense(all);
    const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
    const fields = { requirementId: 'application-form', issuedOn: '2026-11-18' };
    const parts = Object.entries(fields).map(
      ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';
    const form = Buffer.concat([Buffer.from(parts.join('') + file), aPdf(), Buffer.from('\r\n--b--\r\n')]);
    const socket = connect(Number(new URL(world.url).port), '127.0.0.1');
    const head = [
      `POST /licenses/${licenseId}/filings/${filingId}/materials HTTP/1.1`,
      ...['Host: x', 'Connection: close', `Authorization: Bearer ${all.officer.token}`, 'Idempotency-Key: slow'],
      ...['Content-Type: multipart/form-data; boundary=b', `Content-Length: ${form.length}`],
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    const size = Math.ceil(form.length / of);
    for (let piece = 0; piece < pieces; piece += 1) {
      socket.write(form.subarray(piece * size, (piece + 1) * size));
      await pause(50);
    }
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    return answer;
  }

  it('a file may take its time on a slow line, as long as some of it comes', async () => {
    expect(await uploaded(12, 12)).toMatch(/^HTTP\/1\.1 201 /);
  });

  it('a file of which nothing more comes is not waited for', async () => {
    const answer = await uploaded(6, 12);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('less than 1 bytes of the body arrived within 1 seconds');
  });

  it('no request is cut off by the clock alone', () => {
    expect(world.app.getHttpServer().requestTimeout).toBe(0);
  });
});
