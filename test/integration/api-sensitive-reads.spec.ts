import { type RecordedRead, SensitiveReads } from '../../apps/api/access/sensitive-reads.js';
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
  await world.app.get(SensitiveReads, { strict: false }).flush();
  const { records } = await must(all.admin.get('/access-records?day=2026-11-20&limit=500'));
  return (records as (RecordedRead & { kind: string })[]).filter(
    ({ kind, who }) => kind === 'read' && who.id === person,
  );
}

describe('a read of papers that show persons', () => {
  it('is on the record of its day: who, what, which one, and how often', async () => {
    const { id, client } = await world.person('auditor');
    for (let i = 0; i < 2; i += 1)
      expect((await client.bytes(`${filing}/materials/${materialId}/content`)).status).toBe(200);
    expect((await client.bytes(`${filing}/packs/${seq}`)).status).toBe(200);
    await must(client.get(`${filing}/portal-form`));
    const { drafts } = await must(client.get(`${filing}/drafts`));
    const requirementId = (drafts as { requirementId: string }[])[0]?.requirementId ?? '';
    expect((await client.bytes(`${filing}/drafts/${requirementId}`)).status).toBe(200);
    const [first, last] = ['2026-11-20T02:00:00.000Z', '2026-11-20T02:00:00.000Z'];
    const about = { licenseId, first, last };
    const reads = await readsOf(id);
    expect(reads).toHaveLength(4);
    expect(reads).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...about, what: 'material', of: { filingId, materialId }, count: 2 }),
        expect.objectContaining({ ...about, what: 'pack', of: { filingId, seq }, count: 1 }),
        expect.objectContaining({ ...about, what: 'portal-form', of: { filingId }, count: 1 }),
        expect.objectContaining({ ...about, what: 'draft', of: { filingId, requirementId }, count: 1 }),
      ]),
    );
  });

  it('is one entry however the address is written, and numbers are written in one way', async () => {
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
    const reads = await readsOf(id);
    expect(reads).toHaveLength(2);
    expect(reads).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ licenseId, what: 'material', of: { filingId, materialId }, count: 2 }),
        expect.objectContaining({ licenseId, what: 'pack', of: { filingId, seq }, count: 2 }),
      ]),
    );
  });

  it('is none where nothing was given', async () => {
    const { id, client } = await world.person('auditor');
    const admin = await world.person('admin');
    expect((await client.get(`${filing}/materials/none/content`)).status).toBeGreaterThanOrEqual(400);
    expect((await admin.client.get(`${filing}/portal-form`)).status).toBe(403);
    expect([await readsOf(id), await readsOf(admin.id)]).toEqual([[], []]);
  });
});
