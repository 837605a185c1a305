import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { UnclaimedSweep } from '../../apps/api/materials/unclaimed-sweep.js';
import { DOCUMENTS } from '../../apps/api/runtime/runtime.js';
import { type DocumentStore, FileStoreUnavailable, noFileKeys, openDocumentStore } from '../../libs/documents/index.js';
import { OutcomeUnknown, TooManyCommands } from '../../libs/gateway/index.js';
import { Keyring } from '../../libs/keys/keyring.js';
import { StoredFileRepository } from '../../libs/persistence/index.js';
import { aPdf, type Cast, cast, must, openedLicense } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

/** The next command is stored and then meets this. */
function nextExecution(failure: (licenseId: string, commandId: string) => Error): void {
  const { gateway } = world.engine;
  const { execute } = gateway;
  gateway.execute = async (...asked) => {
    gateway.execute = execute;
    throw failure(...asked);
  };
}

/** The store does not answer when it is next asked to remove something. */
function nextRemovalFails(): void {
  const store = world.app.get<DocumentStore>(DOCUMENTS, { strict: false });
  const { remove } = store;
  store.remove = async () => {
    store.remove = remove;
    throw new FileStoreUnavailable('away');
  };
}

it('an upload is refused for what is wrong with it, whether its file can be removed or not', async () => {
  const { licenseId } = await openedLicense(all);
  nextRemovalFails();
  const path = `/licenses/${licenseId}/filings/new-9/materials`;
  const answer = await all.officer.upload(path, { requirementId: 'none' }, { name: 'a.pdf', bytes: aPdf() });
  expect(answer.status).toBe(404);
});

describe('when nobody knows whether a command was kept', () => {
  it('the caller is told so, and the same key gives the answer later', async () => {
    const { licenseId } = await openedLicense(all);
    nextExecution((...asked) => new OutcomeUnknown(...asked));
    const key = randomUUID();
    const open = () => all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }, { key });
    const first = await open();
    expect(first).toMatchObject({
      status: 503,
      body: { code: 'record-unavailable', remedy: expect.stringContaining('same Idempotency-Key') },
    });
    expect(first.headers.get('retry-after')).toBe('5');
    expect(await open()).toMatchObject({ status: 201, body: { filingId: 'new-1' } });
  });

  it('the file of a material stays until it is known, and is stored once', async () => {
    const { licenseId } = await openedLicense(all);
    const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
    const key = randomUUID();
    const fields = { requirementId: 'application-form', issuedOn: '2026-11-18' };
    const path = `/licenses/${licenseId}/filings/${filingId}/materials`;
    const supply = () => all.officer.upload(path, fields, { name: 'a.pdf', bytes: aPdf() }, { key });
    const before = await world.traces();
    nextExecution((...asked) => new OutcomeUnknown(...asked));
    expect((await supply()).status).toBe(503);
    expect(await world.traces()).toMatchObject({ storedFiles: (before.storedFiles ?? 0) + 1 });
    const { material } = await must(supply());
    expect(await world.traces()).toMatchObject({
      storedFiles: (before.storedFiles ?? 0) + 1,
      files: (before.files ?? 0) + 1,
    });
    expect((await all.officer.bytes(`${path}/${material.materialId}/content`)).bytes).toEqual(aPdf());
  });
});

it('a line that is too long is answered 429', async () => {
  const { licenseId } = await openedLicense(all);
  nextExecution((id) => new TooManyCommands(id, 100));
  const answer = await all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' });
  expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-commands' } });
  expect(answer.headers.get('retry-after')).toBe('1');
});

it('a fault inside is a 500 that tells nothing of the inside', async () => {
  const { licenseId } = await openedLicense(all);
  nextExecution(() => new Error('password=secret'));
  const { url, token } = all.officer;
  const answer = await fetch(`${url}/licenses/${licenseId}/filings`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: '{"kind":"new"}',
  });
  const text = await answer.text(); // by no client of ours: a 500 is a defect, so the API does not describe it
  expect(answer.status).toBe(500);
  expect(JSON.parse(text)).toMatchObject({ code: 'internal-error', requestId: expect.any(String) });
  expect(text).not.toContain('secret');
});

describe('the sweep', () => {
  it('takes what no command on record refers to, after a day, and nothing else', async () => {
    const { licenseId } = await openedLicense(all);
    const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
    const path = `/licenses/${licenseId}/filings/${filingId}/materials`;
    const supply = (reason: string) =>
      all.officer.upload(
        path,
        { requirementId: 'application-form', issuedOn: '2026-11-18', reason },
        { name: 'a.pdf', bytes: aPdf(reason) },
      );
    await must(supply('kept'));
    const kept = await world.traces();
    nextExecution((...asked) => new OutcomeUnknown(...asked));
    await supply('lost');
    const sweep = world.app.get(UnclaimedSweep, { strict: false });
    expect(await sweep.sweep()).toEqual({ commands: 0, texts: 0, files: 0, partial: 0, erased: 0 });
    await world.source.query(
      `update paizhao.commands set stored_at = stored_at - interval '25 hours' where reply is null`,
    );
    await world.source.query(
      `update paizhao.private_texts set stored_at = stored_at - interval '25 hours' where claimed_at is null`,
    );
    await world.source.query(
      `update paizhao.files set stored_at = stored_at - interval '25 hours' where claimed_at is null`,
    );
    expect(await sweep.sweep()).toMatchObject({ commands: expect.any(Number), texts: 1, files: 1 });
    expect(await world.traces()).toMatchObject({
      files: kept.files,
      storedFiles: kept.storedFiles,
      private_texts: kept.private_texts,
    });
  });

  it('keeps on record what cannot be removed, and takes it the next time', async () => {
    const sweep = world.app.get(UnclaimedSweep, { strict: false });
    const { licenseId } = await openedLicense(all);
    const add = async (): Promise<void> => {
      const [id, storageKey] = [randomUUID(), randomUUID()];
      const file = { id, licenseId, sha256: 'ab'.repeat(32), bytes: 3, mediaType: 'application/pdf', storageKey };
      await new StoredFileRepository(world.source.manager).add(file);
    };
    for (let i = 0; i < 3; i++) await add();
    await world.source.query(
      `update paizhao.files set stored_at = stored_at - interval '25 hours' where claimed_at is null`,
    );
    nextRemovalFails();
    expect(await sweep.sweep()).toMatchObject({ files: 2 });
    expect(await sweep.sweep()).toMatchObject({ files: 1 });
  });

  it('leaves a store without uploads alone', async () => {
    const store = openDocumentStore({
      directory: `${world.filesDir}/none`,
      keys: new Keyring(Buffer.alloc(32)),
      fileKeys: noFileKeys,
      maxBytes: 1,
    });
    expect(await store.sweepPartial(0)).toBe(0);
    expect(await readdir(world.filesDir)).not.toContain('none');
  });
});
