import pg from 'pg';
import type { RecordedRead } from '../../apps/api/access/sensitive-reads.js';
import { aPdf, type Cast, cast, must, openedLicense, preparedFiling } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
let licenseId: string;
let filingId: string;
let filing: string;
let materialId: string;
let seq: string;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  ({ licenseId } = await openedLicense(all));
  filingId = await preparedFiling(all, licenseId);
  filing = `/licenses/${licenseId}/filings/${filingId}`;
  const { requirements } = await must(all.officer.get(`${filing}/requirements`));
  const supplied = { requirementId: requirements[0].id, issuedOn: '2026-11-18', reason: '样例' };
  const file = { name: 'a.pdf', bytes: aPdf('a') };
  const { material } = await must(all.officer.upload(`${filing}/materials`, supplied, file));
  materialId = material.materialId;
  const { events } = await must(all.approver.post(`${filing}/sign-off`, {}));
  seq = String(events.find(({ type }: { type: string }) => type === 'pack-signed-off').seq);
});

afterAll(() => world.close());

/** What is on record of somebody's reads, read as an administrator reads it. */
async function readsOf(person: string): Promise<RecordedRead[]> {
  const { records } = await must(all.admin.get('/access-records?day=2026-11-20&limit=500'));
  return (records as (RecordedRead & { kind: string })[]).filter(
    ({ kind, who }) => kind === 'read' && who.id === person,
  );
}

describe('a read of papers that show persons', () => {
  it('is on the record of its day, each by itself: who, what, and which one', async () => {
    const { id, client } = await world.person('auditor');
    for (let i = 0; i < 2; i += 1)
      expect((await client.bytes(`${filing}/materials/${materialId}/content`)).status).toBe(200);
    expect((await client.bytes(`${filing}/packs/${seq}`)).status).toBe(200);
    await must(client.get(`${filing}/portal-form`));
    const { drafts } = await must(client.get(`${filing}/drafts`));
    const requirementId = (drafts as { requirementId: string }[])[0]?.requirementId ?? '';
    expect((await client.bytes(`${filing}/drafts/${requirementId}`)).status).toBe(200);
    const [first, last] = ['2026-11-20T02:00:00.000Z', '2026-11-20T02:00:00.000Z'];
    const about = { licenseId, first, last, count: 1 };
    expect(await readsOf(id)).toEqual([
      expect.objectContaining({ ...about, what: 'material', of: { filingId, materialId } }),
      expect.objectContaining({ ...about, what: 'material', of: { filingId, materialId } }),
      expect.objectContaining({ ...about, what: 'pack', of: { filingId, seq } }),
      expect.objectContaining({ ...about, what: 'portal-form', of: { filingId } }),
      expect.objectContaining({ ...about, what: 'draft', of: { filingId, requirementId } }),
    ]);
  });

  it('gives nothing that cannot be put on record', async () => {
    const { client } = await world.person('auditor');
    const { drafts } = await must(client.get(`${filing}/drafts`));
    const superuser = new pg.Client({ connectionString: world.database.url });
    await superuser.connect();
    try {
      await superuser.query(
        `alter table paizhao.ledger_events add constraint unread check (type <> 'papers-read') not valid`,
      );
      for (const path of [
        `${filing}/materials/${materialId}/content`,
        `${filing}/packs/${seq}`,
        `${filing}/portal-form`,
        `${filing}/drafts/${drafts[0].requirementId}`,
        `/licenses/${licenseId}/export`,
        `/licenses/${licenseId}/deliveries/export`,
      ]) {
        const { status, headers, bytes } = await client.bytes(path);
        expect({ path, status, named: headers.get('content-disposition') }).toEqual({ path, status: 500, named: null });
        expect(JSON.parse(bytes.toString('utf8')).code).toBe('internal-error');
      }
    } finally {
      await superuser.query('alter table paizhao.ledger_events drop constraint unread');
      await superuser.end();
    }
  });

  it('names one thing in one way however the address is written, and numbers are written in one way', async () => {
    const { id, client } = await world.person('auditor');
    const spelled = `/licenses/${licenseId.toUpperCase()}/filings/${filingId}`;
    for (const path of [
      `${filing}/materials/${materialId}/content`,
      `${spelled}/materials/${materialId.toUpperCase()}/content`,
      `${filing}/packs/${seq}`,
      `${spelled}/packs/${seq}`,
    ])
      expect({ path, status: (await client.bytes(path)).status }).toEqual({ path, status: 200 });
    const others = [`0${seq}`, `0x${Number(seq).toString(16)}`, `${seq}.0`, `${seq}e0`, `+${seq}`, `%20${seq}`];
    for (const other of others) {
      expect(await client.get(`${filing}/packs/${other}`)).toMatchObject({
        status: 422,
        body: { code: 'field-invalid' },
      });
    }
    const material = expect.objectContaining({ licenseId, what: 'material', of: { filingId, materialId } });
    const pack = expect.objectContaining({ licenseId, what: 'pack', of: { filingId, seq } });
    expect(await readsOf(id)).toEqual([material, material, pack, pack]);
  });

  it('is none where nothing was given', async () => {
    const { id, client } = await world.person('auditor');
    const admin = await world.person('admin');
    expect((await client.get(`${filing}/materials/none/content`)).status).toBeGreaterThanOrEqual(400);
    expect((await admin.client.get(`${filing}/portal-form`)).status).toBe(403);
    expect([await readsOf(id), await readsOf(admin.id)]).toEqual([[], []]);
  });
});

describe('why papers are read', () => {
  const why = (text: string) => ({ 'paizhao-reason': encodeURIComponent(text) });

  it('is on record for administrators and for the people of the license, and nowhere in clear', async () => {
    const { id, client } = await world.person('auditor');
    await must(client.get(`${filing}/portal-form`, why('样例：抽查')));
    await must(client.get(`${filing}/portal-form`, why('样例：复查')));
    await must(client.get(`${filing}/portal-form`));
    const reads = await readsOf(id);
    expect(reads.map(({ reason }) => reason)).toEqual([
      expect.objectContaining({ text: '样例：抽查' }),
      expect.objectContaining({ text: '样例：复查' }),
      null,
    ]);
    const { owner, deputy, manager } = all.people;
    expect(reads[0]).toMatchObject({
      people: [...new Set([owner, deputy, manager])].sort(),
      words: { zh: '查阅网上填报内容，1 次', en: 'Read the form for the portal, so often: 1' },
    });
    const { records } = await must(all.officer.get(`/people/${owner}/access-records`));
    const mine = (records as { kind: string; by: { id: string } }[]).filter(({ by }) => by.id === id);
    expect(mine).toHaveLength(3);
    expect(mine.at(-1)).toMatchObject({
      kind: 'papers-read',
      words: { en: 'Read the form for the portal, so often: 1' },
      details: { what: 'portal-form', licenseId, reason: { text: '样例：抽查' } },
    });
    expect(JSON.stringify(mine)).not.toContain(manager);
    const bodies = (await world.source.query(
      `select count(*)::integer as count from paizhao.ledger_events where position(convert_to('样例：抽查', 'UTF8') in body) > 0`,
    )) as { count: number }[];
    expect(bodies[0]?.count).toBe(0);
    expect(world.log.join('')).not.toMatch(/抽查|%E6%8A%BD/);
  });

  it('is read before anything is given: a reason of another form is refused', async () => {
    const { id, client } = await world.person('auditor');
    for (const written of ['%', 'two\twords', '\x84'])
      expect((await client.get(`${filing}/portal-form`, { 'paizhao-reason': written })).body.code).toBe(
        'reason-invalid',
      );
    expect(await readsOf(id)).toEqual([]);
  });
});

describe('a chain that somebody takes away', () => {
  it('is on the record of its day as a read', async () => {
    const { id, client } = await world.person('auditor');
    for (const chain of ['export', 'deliveries/export'])
      expect((await client.bytes(`/licenses/${licenseId}/${chain}`)).status).toBe(200);
    expect(await readsOf(id)).toEqual([
      expect.objectContaining({ what: 'chain', licenseId, of: {}, count: 1 }),
      expect.objectContaining({ what: 'deliveries', licenseId, of: {}, count: 1 }),
    ]);
  });
});

describe('the access record', () => {
  it('is asked by who did it, whom it concerns, which license, over several days', async () => {
    const [one, other] = [await world.person('auditor'), await world.person('auditor')];
    const own = await openedLicense(all);
    for (const { client } of [one, other]) await client.bytes(`/licenses/${own.licenseId}/export`);
    await one.client.bytes(`/licenses/${licenseId}/export`);
    const asked = async (query: string): Promise<string[]> => {
      const window = 'day=2026-11-01&until=2026-11-30&limit=500';
      const { records } = await must(all.admin.get(`/access-records?${window}&${query}`));
      const seen = [one.id, other.id];
      return (records as RecordedRead[])
        .filter(({ who }) => seen.includes(who?.id ?? ''))
        .map(({ who, licenseId: of }) => `${who.id === one.id ? 'one' : 'other'} ${of === licenseId ? 'first' : 'own'}`)
        .sort();
    };
    expect(await asked(`by=${one.id}`)).toEqual(['one first', 'one own']);
    expect(await asked(`licenseId=${own.licenseId}`)).toEqual(['one own', 'other own']);
    expect(await asked(`by=${one.id}&licenseId=${licenseId}`)).toEqual(['one first']);
    expect(await asked(`about=${all.people.deputy}`)).toEqual(['one first', 'one own', 'other own']);
    expect(await asked(`about=${one.id}`)).toEqual([]);
  });

  it('goes on where a page ended, on the day that the page names', async () => {
    const places: string[] = [];
    for (let place = 'day=2026-11-19&after=0'; ; ) {
      const page = await must(all.admin.get(`/access-records?${place}&until=2026-11-21&limit=3`));
      places.push(...page.records.map(({ day, seq }: RecordedRead & { day: string; seq: number }) => `${day} ${seq}`));
      if (page.next === null) break;
      place = `day=${page.nextDay}&after=${page.next}`;
    }
    const whole = await must(all.admin.get('/access-records?day=2026-11-20&limit=500'));
    expect(places).toEqual(whole.records.map(({ seq }: { seq: number }) => `2026-11-20 ${seq}`));
  });

  it.each([
    ['day=2026-11-20&until=2026-11-19', 'window-reversed', '/day'],
    ['day=2026-01-01&until=2026-11-19', 'window-too-long', '/day'],
    ['day=2026-11-20&about=nobody', 'field-invalid', '/about'],
  ])('is refused with %s', async (query, code, pointer) => {
    expect((await all.admin.get(`/access-records?${query}`)).body).toMatchObject({ status: 422, code, pointer });
  });
});

describe('where the house demands a reason', () => {
  it('papers, exports and questions need one, and what is kept about oneself needs none', async () => {
    const strict = await ApiWorld.create({ reasonsDemanded: true });
    try {
      const there = await cast(strict);
      const { licenseId: id, companyId } = await openedLicense(there);
      const { auditor, people } = there;
      for (const path of [
        `/licenses/${id}/state`,
        `/licenses/${id}/export`,
        `/licenses/${id}/deliveries/export`,
        `/companies/${companyId}/state`,
        '/as-of/licenses',
      ]) {
        expect((await auditor.get(path)).body).toMatchObject({ status: 422, code: 'reason-missing' });
        expect((await auditor.get(path, { 'paizhao-reason': '%20' })).status).toBe(422);
        expect((await auditor.get(path, { 'paizhao-reason': 'sample' })).status).toBe(200);
      }
      expect((await auditor.post('/exports', { format: 'csv' })).body.code).toBe('reason-missing');
      expect((await there.admin.get(`/people/${people.owner}/personal-data`)).body.code).toBe('reason-missing');
      expect((await there.officer.get(`/people/${people.owner}/personal-data`)).status).toBe(200);
    } finally {
      await strict.close();
    }
  });
});
