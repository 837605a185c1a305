import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { readRecord, SigningKey, signersOf } from '../../libs/checkpoints/index.js';
import { openPlainStore } from '../../libs/documents/index.js';
import { append, lockHead } from '../../libs/ledger/index.js';
import { createDataSource } from '../../libs/persistence/index.js';
import { Sealer, type SecondStore, secondStore } from '../../libs/sealing/index.js';
import { type TestDatabase, testDatabase } from '../support/stack.js';

jest.setTimeout(60_000);

let database: TestDatabase;
let source: DataSource;
let superuser: pg.Client;
let folder: string;
let store: SecondStore;

beforeEach(async () => {
  database = await testDatabase();
  source = await createDataSource({ url: database.appUrl }).initialize();
  superuser = new pg.Client({ connectionString: database.url });
  await superuser.connect();
  folder = await mkdtemp(join(tmpdir(), 'paizhao-sealing-'));
  store = secondStore(openPlainStore({ directory: folder }));
});

afterEach(async () => {
  await superuser.end();
  await source.destroy();
  await database.drop();
  await rm(folder, { recursive: true });
});

const key = new SigningKey(Buffer.alloc(32, 1));
const start = Date.now();

const aStream = (): string => `license/${randomUUID()}`;

async function appended(stream: string, count: number): Promise<void> {
  const entry = () => ({
    validOn: '2026-11-26',
    actor: { kind: 'person', id: randomUUID() },
    commandId: randomUUID(),
    type: 'people-assigned',
    v: 1,
    data: { any: randomUUID() },
  });
  await source.transaction(async (manager) => {
    const head = await lockHead(manager, stream);
    await append(manager, stream, head, head.clock, Array.from({ length: count }, entry));
  });
}

function aSealer({ keys = [key] as [SigningKey, ...SigningKey[]], clock = () => Date.now() } = {}) {
  const quiet = { info: () => undefined, error: () => undefined };
  const pace = { entries: 1, milliseconds: 0, most: 10_000 };
  return new Sealer({ dataSource: source, keys, store, log: quiet, clock, pace });
}

const alarms = async (): Promise<unknown[]> =>
  source.query('select kind, subject, details from paizhao.alarms where cleared_at is null order by kind, subject');

describe('the sealer', () => {
  it('signs a checkpoint over all that was appended, and keeps it in the second store', async () => {
    const [one, two] = [aStream(), aStream()];
    await appended(one, 3);
    await appended(two, 2);
    const sealer = aSealer();
    expect(await sealer.round()).toBe('sealed');
    expect(await sealer.round()).toBe('nothing');
    await appended(one, 1);
    expect(await sealer.round()).toBe('sealed');
    const records = await Promise.all([1, 2, 3].map((number) => store.read(number)));
    expect(records[2]).toBeNull();
    const [first, second] = records.slice(0, 2).map((record) => readRecord(record as Buffer));
    expect(first?.ranges.map(({ stream, after }) => ({ stream, after }))).toEqual(
      [one, two].sort().map((stream) => ({ stream, after: 0 })),
    );
    expect(second?.ranges).toMatchObject([{ stream: one, after: 3 }]);
    expect([first?.checkpoint.size, second?.checkpoint.size]).toEqual([6, 8]);
    expect(second?.checkpoint.origin).toMatch(/^paizhao\/[0-9a-f]{32}$/);
    expect(second && signersOf(second.signed, [key.as(second.checkpoint.origin)])).toHaveLength(1);
    expect(await alarms()).toEqual([]);
    expect(start).toBeGreaterThan(0);
  });
});
