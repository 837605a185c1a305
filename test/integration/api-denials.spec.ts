import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { AccessRecords, type RecordedDenial } from '../../apps/api/access/access-records.js';
import { LicenseClock } from '../../apps/api/runtime/license-clock.js';
import { exportLines, readWholeStream, verifyExport } from '../../libs/ledger/index.js';
import { accessStream } from '../../libs/ledger/streams.js';
import { createLogger } from '../../libs/log/index.js';
import { type Cast, cast, must, openedLicense } from '../support/api-story.js';
import { ApiWorld, wallClock } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
let license: { companyId: string; licenseId: string };

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  license = await openedLicense(all);
});

afterAll(() => world.close());

const day = '2026-11-20';
const quiet = createLogger({ process: 'api', version: '0.0.0-test', level: 'fatal' }, { write: () => undefined });

async function recorded(): Promise<RecordedDenial[]> {
  await world.app.get(AccessRecords, { strict: false }).flush();
  const pages: RecordedDenial[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const { records, next } = await must(all.auditor.get(`/access-records?day=${day}&limit=500&after=${after}`));
    pages.push(...records);
    after = next;
  }
  return pages;
}

/** Alike ones together, however many batches they came in. */
function summed(records: readonly RecordedDenial[]): RecordedDenial[] {
  const sums = new Map<string, RecordedDenial>();
  for (const record of records) {
    const key = JSON.stringify([record.who, record.action, record.route, record.subject, record.why]);
    const { count, first } = sums.get(key) ?? { count: 0, first: record.first };
    sums.set(key, { ...record, first, count: count + record.count });
  }
  return [...sums.values()];
}

const scopeOf = (companies: string[]) => ({ companies, licenses: [] });

const opening = (companyId: string) => ({
  companyId,
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
  people: all.people,
});

async function of(person: string): Promise<RecordedDenial[]> {
  return summed((await recorded()).filter(({ who }) => who?.id === person));
}

/** Records of their own, beside those of the application, on the same database. */
const records = () => new AccessRecords(world.source, new LicenseClock(() => wallClock), quiet);

const request = (who: string, id: string = randomUUID()) =>
  ({
    method: 'GET',
    principal: { actor: { kind: 'person', id: who } },
    action: 'read-licenses',
    route: { path: '/licenses/:id' },
    params: { id },
  }) as never;

describe('a denial', () => {
  it('is on record: who, which act, where, and why; alike ones are counted', async () => {
    const { id, client } = await world.person('auditor');
    for (let i = 0; i < 3; i += 1) await client.post(`/licenses/${license.licenseId}/closure`, { reason: '秘密理由' });
    await client.post('/people', { name: '姓名', mail: 'name@example.com' });
    const denials = await of(id);
    expect(denials).toMatchObject([
      {
        who: { kind: 'person', id },
        action: 'close-license',
        route: 'POST /licenses/:id/closure',
        subject: license.licenseId,
        why: 'role-not-allowed',
        count: 3,
        first: '2026-11-20T02:00:00.000Z',
        last: '2026-11-20T02:00:00.000Z',
      },
      { action: 'create-person', subject: null, why: 'role-not-allowed', count: 1 },
    ]);
    expect(JSON.stringify(denials)).not.toMatch(/秘密|姓名|example\.com/);
  });

  it('that was answered as if nothing was there is on record all the same', async () => {
    const { id, client } = await world.person('officer');
    const other = await openedLicense(all);
    await must(all.admin.put(`/people/${id}/access`, { roles: ['officer'], scope: scopeOf([other.companyId]) }));
    const hidden = await client.get(`/licenses/${license.licenseId}`);
    expect(hidden.status).toBe(404);
    expect(hidden.text).not.toContain('outside-scope');
    await client.post('/licenses', opening(license.companyId));
    await client.get('/alarms');
    expect(await of(id)).toMatchObject([
      { action: 'read-licenses', subject: license.licenseId, why: 'outside-scope' },
      { action: 'open-license', why: 'outside-scope' },
      { action: 'read-alarms', why: 'access-limited' },
    ]);
  });

  it('of what a body names is on record too, and answers in the words of what is not there', async () => {
    const { id, client } = await world.person('officer');
    const own = await openedLicense(all);
    await must(all.admin.put(`/people/${id}/access`, { roles: ['officer'], scope: scopeOf([own.companyId]) }));
    const [foreign, missing] = [license.licenseId, randomUUID()];
    const { viewId } = await must(all.approver.post('/views', { name: '样例视图', filter: {} }));
    const { filingId } = await must(client.post(`/licenses/${own.licenseId}/filings`, { kind: 'new' }));
    const copies = `/licenses/${own.licenseId}/filings/${filingId}/materials/copies`;
    const named: Record<string, (named: string) => ReturnType<typeof client.post>> = {
      'open-license': (follows) => client.post('/licenses', { ...opening(own.companyId), follows }),
      'supply-material': (licenseId) =>
        client.post(copies, { requirementId: 'company-and-staff', from: { licenseId, materialId: missing } }),
      'hand-over': (licenseId) =>
        client.post(`/people/${all.people.owner}/hand-over`, {
          to: all.people.deputy,
          licenseIds: [licenseId, licenseId],
        }),
      'create-feed': (view) => client.post('/feeds', { view: view === foreign ? viewId : view }),
    };
    for (const [action, ask] of Object.entries(named)) {
      const [there, nowhere] = [await ask(foreign), await ask(missing)];
      expect([action, there.status, there.body.code]).toEqual([action, nowhere.status, nowhere.body.code]);
      expect(there.status).toBeGreaterThanOrEqual(400);
      expect(there.body.detail).toBe(nowhere.body.detail);
    }
    expect((await of(id)).map(({ action, why, count }) => ({ action, why, count }))).toEqual(
      Object.keys(named).map((action) => ({ action, why: 'outside-scope', count: 2 })),
    );
  });

  it('is none where what a body names lies within the scope', async () => {
    const { id, client } = await world.person('officer');
    const own = await openedLicense(all);
    await must(all.admin.put(`/people/${id}/access`, { roles: ['officer'], scope: scopeOf([own.companyId]) }));
    const follows = own.licenseId;
    const { body } = await client.post('/licenses', { ...opening(own.companyId), follows });
    expect(body).toMatchObject({ code: 'license-not-to-follow', detail: 'It has not ended' });
    const handOver = await client.post(`/people/${id}/hand-over`, { to: all.people.deputy, licenseIds: [follows] });
    expect(handOver.body.code).toBe('not-of-person');
    expect(await of(id)).toEqual([]);
  });

  it('by the core is on record too', async () => {
    const { id, client } = await world.person('officer');
    const preferences = await client.put(`/people/${all.people.owner}/preferences`, {
      digest: true,
      quietHours: null,
      language: 'zh',
      mutedKinds: [],
    });
    expect(preferences.body.code).toBe('not-own-preferences');
    expect(await of(id)).toMatchObject([{ action: 'change-preferences', why: 'not-own-preferences' }]);
  });

  it('of what is somebody else’s to end is on record', async () => {
    const { id, client } = await world.person('officer');
    const others = (await must(all.approver.get('/tokens'))).tokens[0].id as string;
    const { feedId } = await must(all.approver.post('/feeds', { language: 'en' }));
    for (const path of [`/tokens/${others}/revocation`, `/feeds/${feedId}/revocation`])
      expect((await client.post(path, {})).status).toBe(404);
    const { viewId } = await must(all.approver.post('/views', { name: '样例视图', filter: {} }));
    expect((await client.post(`/views/${viewId}/removal`, {})).status).toBe(404);
    expect(await of(id)).toMatchObject([
      { action: 'revoke-token', subject: others, why: 'outside-scope' },
      { action: 'revoke-feed', subject: feedId, why: 'outside-scope' },
      { action: 'save-view', subject: viewId, why: 'outside-scope' },
    ]);
  });

  it('of strangers is a number, whatever they ask for', async () => {
    const before = (await recorded()).filter(({ why }) => why.startsWith('token-')).length;
    for (let i = 0; i < 4; i += 1) await world.stranger(`pz_${i}`).get(`/licenses/${randomUUID()}`);
    for (let i = 0; i < 2; i += 1) await world.stranger().get(`/licenses/${randomUUID()}`);
    const strangers = summed((await recorded()).filter(({ why }) => why.startsWith('token-')).slice(before));
    expect(strangers.map(({ who, subject, why, count }) => ({ who, subject, why, count }))).toEqual([
      { who: null, subject: null, why: 'token-invalid', count: 4 },
      { who: null, subject: null, why: 'token-missing', count: 2 },
    ]);
  });

  it('is an entry of a chain that can be verified', async () => {
    const stream = accessStream(day);
    const lines: string[] = [];
    const about = { stream, exportedAt: '2026-11-20T03:00:00.000Z', simulated: false };
    for await (const line of exportLines(about, readWholeStream(world.source, stream))) lines.push(line);
    const { checked, findings } = verifyExport(lines.join(''));
    expect([findings, checked > 0]).toEqual([[], true]);
  });
});

describe('a flood of denials', () => {
  it('becomes a sum, and holds so much memory and no more', async () => {
    const [who, flood] = [randomUUID(), records()];
    for (let i = 0; i < 5_000; i += 1) flood.denied(request(who), 'outside-scope');
    const before = (await recorded()).length;
    await flood.flush();
    const written = (await recorded()).slice(before);
    expect(written.length).toBe(201);
    expect(written.filter((each) => each.subject !== null).length).toBe(200);
    expect(written.at(-1)).toMatchObject({
      who: { kind: 'person', id: who },
      action: null,
      subject: null,
      why: 'outside-scope',
      count: 4_800,
    });
  });

  it('hides nobody else’s, whoever makes it', async () => {
    const [loud, quietly, flood] = [randomUUID(), randomUUID(), records()];
    for (let i = 0; i < 500; i += 1) {
      flood.denied(request(loud), 'outside-scope');
      flood.denied(
        { method: 'GET', action: `act-${i}`, route: { path: `/${i}` }, params: {} } as never,
        'token-invalid',
      );
    }
    flood.denied(request(quietly), 'outside-scope');
    const before = (await recorded()).length;
    await flood.flush({ sums: false });
    const written = (await recorded()).slice(before);
    expect(written.map(({ who }) => who?.id)).toEqual([...Array(200).fill(loud), quietly]);
    await flood.flush();
    expect((await recorded()).slice(before + 201)).toMatchObject([
      { who: null, action: null, route: null, why: 'token-invalid', count: 500 },
      { who: { id: loud }, action: null, why: 'outside-scope', count: 300 },
    ]);
  });

  it('is kept while the database does not take it', async () => {
    const [who, id] = [randomUUID(), randomUUID()];
    let away = true;
    const transaction: typeof world.source.transaction = (...work: never[]) =>
      away ? Promise.reject(new Error('away')) : Reflect.apply(world.source.transaction, world.source, work);
    const kept = new AccessRecords({ transaction } as DataSource, new LicenseClock(() => wallClock), quiet);
    kept.denied(request(who, id), 'role-not-allowed');
    await kept.flush();
    kept.denied(request(who, id), 'role-not-allowed');
    away = false;
    await kept.flush();
    expect(await of(who)).toMatchObject([{ subject: id, count: 2 }]);
  });
});

describe('the records', () => {
  it('are read page by page, by auditors and administrators', async () => {
    const first = await must(all.admin.get(`/access-records?day=${day}&limit=1`));
    expect(first).toMatchObject({ day, records: [{ seq: 1 }], next: 1 });
    const second = await must(all.admin.get(`/access-records?day=${day}&limit=1&after=1`));
    expect(second.records).toMatchObject([{ seq: 2 }]);
    expect((await must(all.admin.get('/access-records?day=2026-11-19'))).records).toEqual([]);
    expect((await all.officer.get(`/access-records?day=${day}`)).body.code).toBe('role-not-allowed');
    expect((await all.admin.get('/access-records?day=today')).body.code).toBe('invalid-date');
  });
});
