import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import pg from 'pg';
import { zipOf } from '../../libs/archive/index.js';
import { canonicalize } from '../../libs/ledger/canonicalize.js';
import { aPdf, type Cast, cast, must, openedLicense, preparedFiling } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';
import { pdfText } from '../support/pdf-text.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Signed {
  licenseId: string;
  companyId: string;
  path: string;
  seq: number;
}

async function signed(): Promise<Signed> {
  const { licenseId, companyId } = await openedLicense(all);
  const path = `/licenses/${licenseId}/filings/${await preparedFiling(all, licenseId)}`;
  return { licenseId, companyId, path, seq: await signOff(path) };
}

async function signOff(path: string, deferred: string[] = []): Promise<number> {
  const { events } = await must(all.approver.post(`${path}/sign-off`, { deferred }));
  return events.find(({ type }: { type: string }) => type === 'pack-signed-off').seq;
}

const archiveOf = async ({ path, seq }: Pick<Signed, 'path' | 'seq'>) => all.officer.bytes(`${path}/packs/${seq}`);

describe('a signed pack', () => {
  it('is an archive of what was signed for, with a manifest by which anybody can check it', async () => {
    const pack = await signed();
    const { status, headers, bytes } = await archiveOf(pack);
    expect(status).toBe(200);
    expect(headers.get('content-length')).toBe(String(bytes.length));
    expect(headers.get('etag')).toBe(`"${sha256(bytes)}"`);
    expect(headers.get('content-disposition')).toContain("filename*=UTF-8''%E7%94%B3%E6%8A%A5");
    const files = unzipSync(bytes);
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
    expect(manifest).toMatchObject({ format: 'paizhao-pack', filing: { id: 'new-1' }, signOff: { entry: pack.seq } });
    expect(manifest.files.length).toBeGreaterThan(5);
    for (const file of manifest.files) expect(sha256(files[file.path] ?? new Uint8Array())).toBe(file.sha256);
    expect(Object.keys(files)).toEqual(['manifest.json', manifest.cover.path, ...manifest.files.map(pathOf)]);
    expect(manifest.files[0].path).toBe('材料/01-增值电信业务经营许可证申请表-第1版.pdf');
    const signedFor = manifest.files
      .map(({ requirement, materialId, version, sha256: hash }: ManifestFile) => [
        requirement.id,
        materialId,
        version,
        hash,
      ])
      .sort(([a]: string[], [b]: string[]) => ((a ?? '') < (b ?? '') ? -1 : 1));
    expect(sha256(Buffer.from(JSON.stringify(signedFor)))).toBe(manifest.signOff.packHash);
    const cover = Buffer.from(files[manifest.cover.path] ?? []);
    expect(sha256(cover)).toBe(manifest.cover.sha256);
    expect(pdfText(cover)).toContain(manifest.signOff.packHash);
  });

  it('stays as it was, byte for byte, whatever happens afterwards', async () => {
    const pack = await signed();
    const before = await archiveOf(pack);
    await must(
      all.officer.upload(
        `${pack.path}/materials`,
        { requirementId: 'application-form', issuedOn: '2026-11-20', reason: '更正' },
        { name: 'a.pdf', bytes: aPdf('two') },
      ),
    );
    const outdated = await all.officer.post(`${pack.path}/submission`, {});
    expect(outdated.body.code).toBe('pack-changed');
    const listed = await must(all.auditor.get(`${pack.path}/packs`));
    expect(listed.packs).toMatchObject([{ seq: pack.seq, state: 'outdated', rounds: [] }]);
    const second = await signOff(pack.path);
    await must(all.officer.post(`${pack.path}/submission`, {}));
    await must(
      all.officer.post(`/companies/${pack.companyId}/facts`, {
        change: { kind: 'name', registeredOn: '2026-11-20' },
        facts: { name: '上海改名样例有限公司' },
      }),
    );
    expect((await archiveOf(pack)).bytes.equals(before.bytes)).toBe(true);
    const { packs } = await must(all.auditor.get(`${pack.path}/packs`));
    expect(packs).toMatchObject([
      { seq: pack.seq, state: 'superseded', rounds: [] },
      { seq: second, state: 'standing', rounds: [1] },
    ]);
    expect((await archiveOf({ ...pack, seq: second })).bytes.equals(before.bytes)).toBe(false);
  });

  it('stands while what was deferred in it comes and is put right', async () => {
    const pack = await signed();
    const requirementId = 'social-security-proof';
    const seq = await signOff(pack.path, [requirementId]);
    await must(all.officer.post(`${pack.path}/submission`, {}));
    for (const reason of ['容缺补交', '扫描有误']) {
      const fields = { requirementId, issuedOn: '2026-11-20', reason };
      await must(all.officer.upload(`${pack.path}/materials`, fields, { name: 'a.pdf', bytes: aPdf(reason) }));
    }
    const { packs } = await must(all.auditor.get(`${pack.path}/packs`));
    expect(packs.at(-1)).toMatchObject({ seq, state: 'standing', rounds: [1] });
  });

  it('is put together at the sign-off, by the version of the product that is there then', async () => {
    const { licenseId, seq } = await signed();
    expect(await keptOf(licenseId)).toMatchObject([{ seq }]);
  });

  it('is put together when it is asked for first, where it could not be at the sign-off', async () => {
    const { licenseId } = await openedLicense(all);
    const path = `/licenses/${licenseId}/filings/${await preparedFiling(all, licenseId)}`;
    const { requirements } = await must(all.officer.get(`${path}/requirements`));
    const supplied = requirements.find(({ material }: { material: object | null }) => material !== null);
    const { materialId } = supplied.material;
    const file = join(world.filesDir, materialId.slice(0, 2), materialId);
    const bytes = await readFile(file);
    await rm(file);
    const seq = await signOff(path);
    expect(await keptOf(licenseId)).toEqual([]);
    await writeFile(file, bytes);
    expect((await archiveOf({ path, seq })).status).toBe(200);
    expect(await keptOf(licenseId)).toMatchObject([{ seq }]);
  });

  it('is the same to everybody who asks for it first', async () => {
    const pack = await signed();
    await asOwner('delete from paizhao.packs where license_id = $1', [pack.licenseId]);
    const archives = await Promise.all(Array.from({ length: 8 }, () => archiveOf(pack)));
    expect(new Set(archives.map(({ bytes }) => sha256(bytes))).size).toBe(1);
    expect(await keptOf(pack.licenseId)).toHaveLength(1);
  });

  it('goes by the manifest and the cover sheet that were kept, also where a later version would write others', async () => {
    const pack = await signed();
    const { bytes } = await archiveOf(pack);
    const other = await world.source.query('select manifest, cover from paizhao.packs where license_id = $1', [
      pack.licenseId,
    ]);
    const files = unzipSync(bytes);
    expect(Buffer.from(files['manifest.json'] ?? []).toString()).toBe(other[0].manifest);
    expect(Buffer.from(files['00-封面.pdf'] ?? []).equals(other[0].cover)).toBe(true);
    const change = `update paizhao.packs set cover = '\\x00' where license_id = $1`;
    await expect(world.source.query(change, [pack.licenseId])).rejects.toThrow('permission denied');
    await asOwner(change, [pack.licenseId]);
    const { status, headers } = await archiveOf(pack);
    expect({ status, type: headers.get('content-type') }).toEqual({
      status: 503,
      type: 'application/problem+json; charset=utf-8',
    });
    expect((await all.officer.get(`${pack.path}/packs/${pack.seq}`)).body.code).toBe('pack-not-reproducible');
  });

  it('is held against its sign-off: a manifest of other materials is not the pack, however well its own hash fits', async () => {
    const pack = await signed();
    const files = unzipSync((await archiveOf(pack)).bytes);
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
    const left = manifest.files.pop();
    const lines = Object.entries(files).filter(([path]) => path !== left.path);
    const changed = Buffer.from(canonicalize(manifest));
    const archive = await zipped(lines.map(([path, bytes]) => [path, path === 'manifest.json' ? changed : bytes]));
    await asOwner('update paizhao.packs set manifest = $2, sha256 = $3, bytes = $4 where license_id = $1', [
      pack.licenseId,
      changed.toString(),
      sha256(archive),
      archive.length,
    ]);
    const { status, body } = await all.officer.get(`${pack.path}/packs/${pack.seq}`);
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'pack-not-reproducible' });
    expect(body.details.kept).toBe(manifest.signOff.packHash);
  });

  it('is given whole or not at all: what is missing or altered is told at once', async () => {
    const pack = await signed();
    const { requirements } = await must(all.officer.get(`${pack.path}/requirements`));
    const [gone, altered] = requirements
      .filter(({ material }: { material: object | null }) => material !== null)
      .map(({ material }: { material: { materialId: string } }) => material.materialId);
    const fileOf = (id: string) => join(world.filesDir, id.slice(0, 2), id);
    await rm(fileOf(gone));
    const bytes = await readFile(fileOf(altered));
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    await writeFile(fileOf(altered), bytes);
    const { status, body } = await all.officer.get(`${pack.path}/packs/${pack.seq}`);
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'pack-documents-unreadable' });
    expect(body.details.documents).toHaveLength(2);
    expect(body.details.documents).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ materialId: gone, why: 'missing' }),
        expect.objectContaining({ materialId: altered, why: 'altered' }),
      ]),
    );
  });

  it('is not one that nobody signed off, and not for everybody', async () => {
    const pack = await signed();
    const { status, body } = await all.officer.get(`${pack.path}/packs/1`);
    expect({ status, code: body.code, known: body.details.known }).toEqual({
      status: 404,
      code: 'pack-not-found',
      known: [pack.seq],
    });
    expect((await all.officer.get(`${pack.path}/packs/x`)).status).toBe(422);
    expect((await all.admin.get(`${pack.path}/packs/${pack.seq}`)).body.code).toBe('role-not-allowed');
    expect((await all.auditor.bytes(`${pack.path}/packs/${pack.seq}`)).status).toBe(200);
  });
});

const keptOf = (licenseId: string): Promise<{ seq: number }[]> =>
  world.source.query('select seq from paizhao.packs where license_id = $1', [licenseId]);

interface ManifestFile {
  path: string;
  requirement: { id: string };
  materialId: string;
  version: number;
  sha256: string;
}

const pathOf = ({ path }: ManifestFile): string => path;

async function zipped(files: [path: string, bytes: Uint8Array][]): Promise<Buffer> {
  const archived = files.map(([path, bytes]) => ({ path, content: () => Buffer.from(bytes) }));
  const chunks: Buffer[] = [];
  for await (const chunk of zipOf(archived)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What the product itself may not do. */
async function asOwner(sql: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: world.database.url });
  await client.connect();
  await client.query(sql, values);
  await client.end();
}
