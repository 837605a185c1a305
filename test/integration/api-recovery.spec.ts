import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { LicenseLedger } from '../../apps/api/history/license-ledger.js';
import { UnclaimedSweep } from '../../apps/api/materials/unclaimed-sweep.js';
import { DOCUMENTS } from '../../apps/api/runtime/runtime.js';
import { type DocumentStore, FileStoreUnavailable, noFileKeys, openDocumentStore } from '../../libs/documents/index.js';
import { OutcomeUnknown, TooManyCommands } from '../../libs/gateway/index.js';
import { Keyring } from '../../libs/keys/keyring.js';
import { CommandRepository, StoredFileRepository } from '../../libs/persistence/index.js';
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
  async function sweepADayAfterArrival(): Promise<void> {
    await world.source.query(
      `with gone as (delete from paizhao.arriving_files returning id, stored_at)
       insert into paizhao.arriving_files select id, stored_at - interval '25 hours' from gone`,
    );
    await world.app.get(UnclaimedSweep, { strict: false }).sweep();
  }

  it('has nothing to take of uploads that only repeat one whose outcome is unknown', async () => {
    const { licenseId } = await openedLicense(all);
    const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
    const key = randomUUID();
    const before = await world.traces();
    const supply = () =>
      all.officer.upload(
        `/licenses/${licenseId}/filings/${filingId}/materials`,
        { requirementId: 'application-form', issuedOn: '2026-11-18' },
        { name: 'a.pdf', bytes: aPdf('unknown') },
        { key },
      );
    for (let i = 0; i < 3; i++) {
      nextExecution((...asked) => new OutcomeUnknown(...asked));
      expect((await supply()).status).toBe(503);
    }
    await must(supply());
    expect(await world.traces()).toMatchObject({
      storedFiles: (before.storedFiles ?? 0) + 1,
      files: (before.files ?? 0) + 1,
    });
  });

  it('takes uploads that were never registered, with their keys, after a day', async () => {
    const { licenseId } = await openedLicense(all);
    const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
    await sweepADayAfterArrival(); // what other uploads left
    const [{ keys }] = await world.source.query('select count(*)::integer as keys from paizhao.own_keys');
    const before = await world.traces();
    const away = new Error('Connection terminated unexpectedly');
    jest.spyOn(CommandRepository.prototype, 'store').mockRejectedValueOnce(away);
    const answer = await all.officer.upload(
      `/licenses/${licenseId}/filings/${filingId}/materials`,
      { requirementId: 'application-form', issuedOn: '2026-11-18' },
      { name: 'a.pdf', bytes: aPdf('never registered') },
    );
    jest.restoreAllMocks();
    expect(answer.status).toBe(503);
    await world.app.get(UnclaimedSweep, { strict: false }).sweep();
    expect(await world.traces()).toMatchObject({ storedFiles: (before.storedFiles ?? 0) + 1 });
    await sweepADayAfterArrival();
    expect(await world.traces()).toEqual(before);
    expect(await world.source.query('select count(*)::integer as keys from paizhao.own_keys')).toEqual([{ keys }]);
    expect(await world.source.query('select id from paizhao.arriving_files')).toEqual([]);
  });

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

describe('what is on record keeps its file', () => {
  const away = new Error('timeout exceeded when trying to connect');
  const fields = { requirementId: 'application-form', issuedOn: '2026-11-18' };
  const materials = async (): Promise<string> => {
    const { licenseId } = await openedLicense(all);
    const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
    return `/licenses/${licenseId}/filings/${filingId}/materials`;
  };

  /** The database is away once, as soon as the next command was carried out. */
  function awayAfterTheNextExecution(): void {
    const { gateway } = world.engine;
    const { execute } = gateway;
    gateway.execute = async (...asked) => {
      gateway.execute = execute;
      const answer = await execute(...asked);
      jest.spyOn(CommandRepository.prototype, 'find').mockRejectedValueOnce(away);
      return answer;
    };
  }

  function awayWhenTheEntryIsRead(): void {
    jest.spyOn(world.app.get(LicenseLedger, { strict: false }), 'event').mockRejectedValueOnce(away);
  }

  const inALongLine = (): void => nextExecution((id) => new TooManyCommands(id, 100));

  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['the database is away after the command', awayAfterTheNextExecution, 503],
    ['the database is away when the entry is read', awayWhenTheEntryIsRead, 503],
    ['the line was too long, and the key is sent again', inALongLine, 429],
  ])('when %s', async (_when, prepare, status) => {
    const path = await materials();
    const bytes = aPdf(path);
    const key = randomUUID();
    const supply = () => all.officer.upload(path, fields, { name: 'a.pdf', bytes }, { key });
    const before = await world.traces();
    prepare();
    expect((await supply()).status).toBe(status);
    const { material } = await must(supply());
    expect((await all.officer.bytes(`${path}/${material.materialId}/content`)).bytes).toEqual(bytes);
    expect(await world.traces()).toMatchObject({
      storedFiles: (before.storedFiles ?? 0) + 1,
      files: (before.files ?? 0) + 1,
    });
  });

  it('when the database is away after a copy', async () => {
    const path = await materials();
    const { material, licenseId } = await must(
      all.officer.upload(path, fields, { name: 'a.pdf', bytes: aPdf('copied') }),
    );
    const key = randomUUID();
    const wish = { from: { licenseId, materialId: material.materialId }, requirementId: 'business-license' };
    const copy = () => all.officer.post(`${path}/copies`, wish, { key });
    awayAfterTheNextExecution();
    expect((await copy()).status).toBe(503);
    await must(copy());
    const { body } = await all.officer.get(path.replace('/materials', ''));
    const [copied] = body.materials['business-license'];
    expect((await all.officer.bytes(`${path}/${copied.materialId}/content`)).bytes).toEqual(aPdf('copied'));
  });

  it('when the database is away while a scan is registered', async () => {
    const { licenseId } = await openedLicense(all);
    const key = randomUUID();
    const upload = () =>
      all.officer.upload(`/licenses/${licenseId}/scans`, {}, { name: 'a.pdf', bytes: aPdf('scan') }, { key });
    const { addOnce } = StoredFileRepository.prototype;
    jest.spyOn(StoredFileRepository.prototype, 'addOnce').mockImplementationOnce(async function (
      this: StoredFileRepository,
      file,
    ) {
      await addOnce.call(this, file);
      throw away;
    });
    expect((await upload()).status).toBe(503);
    const { scanId } = await must(upload());
    const { storageKey } = (await new StoredFileRepository(world.source.manager).find(scanId)) ?? { storageKey: '' };
    const store = world.app.get<DocumentStore>(DOCUMENTS, { strict: false });
    expect(await store.read(storageKey)).toEqual(aPdf('scan'));
  });
});
