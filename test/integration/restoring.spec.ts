import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import type { Command } from '../../apps/cli/command.js';
import { commands } from '../../apps/cli/commands/index.js';
import { run } from '../../apps/cli/run.js';
import { readRecord } from '../../libs/checkpoints/index.js';
import { demanded } from '../../libs/config/demanded.js';
import { type Config, loadConfig } from '../../libs/config/index.js';
import { type DocumentStore, documentStoreOf, openPlainStore } from '../../libs/documents/index.js';
import { keyringOf } from '../../libs/keys/keyring.js';
import { readStream } from '../../libs/ledger/index.js';
import {
  type Act,
  ApiTokenRepository,
  Cipher,
  createDataSource,
  erasedName,
  eraseFiles,
  eraseTexts,
  OwnFileKeys,
  PersonErasureRepository,
  PersonRepository,
  PrivateTextRepository,
  StoredFileEntity,
} from '../../libs/persistence/index.js';
import { ErasureList, erasureLists, Sealer, secondStoreOf, signingKeysOf } from '../../libs/sealing/index.js';
import { quickKey } from '../support/quick-key.js';
import { appendTo, aStream } from '../support/sealing-world.js';
import { copyOf, type TestDatabase, testDatabase } from '../support/stack.js';

jest.setTimeout(120_000);

const words = randomBytes(32).toString('base64');
const keys = { data: randomBytes(32).toString('base64'), checkpoint: randomBytes(32).toString('base64') };
const anAct = (): Act => ({
  actor: { kind: 'system', id: 'bootstrap' },
  commandId: randomUUID(),
  now: new Date().toISOString(),
  validOn: '2026-11-26',
});

/** An installation on a database of its own; its second store, its backup and its keys lie elsewhere. */
class Home {
  private constructor(
    readonly database: TestDatabase,
    readonly source: DataSource,
    readonly config: Config,
    readonly cipher: Cipher,
  ) {}

  static async on(database: TestDatabase, more: Record<string, string>): Promise<Home> {
    const config = loadConfig({
      DATABASE_URL: database.appUrl,
      DATABASE_ADMIN_URL: database.url,
      PAIZHAO_DATA_KEY: keys.data,
      PAIZHAO_CHECKPOINT_KEY: keys.checkpoint,
      ...more,
    });
    const source = await createDataSource({ url: database.appUrl }).initialize();
    return new Home(database, source, config, new Cipher(keyringOf(config)));
  }

  within<T>(work: (manager: DataSource['manager']) => Promise<T>): Promise<T> {
    return this.source.transaction(work);
  }

  async person(): Promise<string> {
    const id = randomUUID();
    const person = { id, name: 'Zhang San', mail: 'zhang@example.com', language: 'zh' as const };
    await this.within((manager) => new PersonRepository(manager, this.cipher).add(person, anAct()));
    return id;
  }

  nameOf = async (id: string) => (await new PersonRepository(this.source.manager, this.cipher).find(id))?.name;

  erase(id: string): Promise<unknown> {
    const why = { ground: 'consent-withdrawn' as const, reason: null };
    return this.within((manager) => new PersonErasureRepository(manager).erase(id, why, anAct()));
  }

  get store(): DocumentStore {
    return demanded(documentStoreOf(this.config, new OwnFileKeys(this.source.manager, this.cipher)), 'FILES_DIR');
  }

  /** A material on record. */
  async file(): Promise<string> {
    const stored = await this.store.put(randomUUID(), 'a.pdf', Readable.from([Buffer.from('%PDF-1.4\nsample')]));
    const { id, ...file } = stored;
    await this.source.manager.insert(StoredFileEntity, {
      ...{ id, ...file, storageKey: id, licenseId: randomUUID(), claimedAt: new Date().toISOString() },
    });
    return id;
  }

  leave = (id: string) =>
    this.within((manager) => new PersonRepository(manager, this.cipher).setActive(id, false, anAct()));

  /** One round of the sealing, as api and worker do it. */
  async round(): Promise<string> {
    const { source: dataSource, config } = this;
    const own = signingKeysOf(config.checkpoints);
    if (!own) throw new Error('this installation has no key');
    const lists = erasureLists(openPlainStore({ directory: config.checkpoints.directory ?? '' }));
    const erasures = new ErasureList({ dataSource, keys: own, lists, clock: Date.now });
    const log = { info: () => undefined, error: () => undefined };
    const pace = { entries: 1, milliseconds: 0, most: 10_000 };
    const store = secondStoreOf(config.checkpoints);
    return new Sealer({ dataSource, keys: own, store, erasures, log, clock: Date.now, pace }).round();
  }

  async close(): Promise<void> {
    await this.source.destroy();
    await this.database.drop();
  }
}

describe('a restored installation', () => {
  let folder: string;
  /** What each test begins with: a backup with its keys, the second store, and the database that they are of. */
  let kept: { folder: string; database: TestDatabase };
  let working: Home | null = null;
  const homes: Home[] = [];
  const held = { gone: '', there: '', text: { ref: '', commitment: '' }, token: '', stream: '', file: '', kept: '' };
  const at = (name: string): string => join(folder, name);

  const cli = (config: Config, ...args: string[]) => cliOf(commands, config, args);
  async function cliOf(entries: typeof commands, config: Config, args: string[]) {
    const outcome = await run([...args, '--json'], {
      entries,
      version: '0',
      language: 'en',
      readText: (path) => (path === 'token' ? held.token : path.endsWith('.note') ? readFileSync(path, 'utf8') : words),
      installation: async () => config,
      progress: () => undefined,
      deriveKey: quickKey,
    });
    return { exitCode: outcome.exitCode, json: JSON.parse(outcome.out || outcome.err) };
  }

  const elsewhere = async (more: Record<string, string> = {}): Promise<Home> => homeOn(await testDatabase(), more);

  /** The installation of which the backup is, as it goes on. */
  async function atHome(): Promise<Home> {
    working ??= await homeOn(await copyOf(kept.database), { FILES_DIR: at('files') });
    return working;
  }

  async function homeOn(database: TestDatabase, more: Record<string, string> = {}): Promise<Home> {
    const made = await Home.on(database, { CHECKPOINTS_DIR: at('checkpoints'), FILES_DIR: at(randomUUID()), ...more });
    homes.push(made);
    return made;
  }

  const restored = (target: Home, ...more: string[]) =>
    cli(target.config, 'restore', at('one.backup'), '--key-file', 'key', '--leave-workflows', ...more);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'paizhao-restoring-'));
    const home = await elsewhere({ FILES_DIR: at('files') });
    held.stream = aStream();
    [held.gone, held.there] = [await home.person(), await home.person()];
    await home.leave(held.gone);
    const admin = { id: randomUUID(), bearer: { kind: 'person' as const, id: held.there } };
    held.token = await home.within((manager) =>
      new ApiTokenRepository(manager).issue({ ...admin, roles: ['admin'], expiresAt: null }, anAct()),
    );
    held.text = await home.within((manager) =>
      new PrivateTextRepository(manager, home.cipher).add(randomUUID(), 'Li Si told us'),
    );
    [held.file, held.kept] = [await home.file(), await home.file()];
    await appendTo(home.source, held.stream, 3);
    expect(await home.round()).toBe('sealed');
    await cli(home.config, 'backup', at('one.backup'), '--key-file', 'key');
    await home.source.destroy();
    kept = { folder, database: home.database };
    homes.length = 0;
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'paizhao-restoring-'));
    await cp(kept.folder, folder, { recursive: true });
    working = null;
  });

  afterEach(async () => {
    for (const each of homes.splice(0)) await each.close();
    await rm(folder, { recursive: true });
  });

  afterAll(async () => {
    await kept.database.drop();
    await rm(kept.folder, { recursive: true });
  });

  it('is compared with the second store, whose newest checkpoint its own key signed', async () => {
    const { exitCode, json } = await restored(await elsewhere());
    expect({ exitCode, json }).toMatchObject({
      exitCode: 0,
      json: {
        checkpoints: { intact: true, ownKey: true, where: at('checkpoints'), checkpoints: 1, unanchored: 0 },
        sealing: 'goes-on',
        erasures: { people: 0, texts: 0, files: 0, stillActive: [] },
        undone: [],
      },
    });
  });

  describe('whose second store is lost', () => {
    /** A checkpoint as a mail brings it. */
    async function mailed(number: number): Promise<string> {
      const home = await atHome();
      const record = (await secondStoreOf(home.config.checkpoints)?.read(number)) ?? Buffer.alloc(0);
      await writeFile(at('mailed.note'), `${readRecord(record).note}\n\n`);
      return at('mailed.note');
    }

    it.each([[''], ['empty']])('is compared with the checkpoints in the backup, and not sealed: %j', async (store) => {
      const target = await elsewhere({ CHECKPOINTS_DIR: store && at(store) });
      expect(await restored(target)).toMatchObject({
        exitCode: 1,
        json: { checkpoints: { intact: true, where: 'database', checkpoints: 1 }, sealing: 'rests', undone: [] },
      });
    });

    it('signs nothing under the name that auditors know, until its log is continued', async () => {
      const home = await atHome();
      await appendTo(home.source, held.stream, 2);
      await home.round();
      const target = await elsewhere({ CHECKPOINTS_DIR: at('empty') });
      await restored(target);
      await appendTo(target.source, held.stream, 1);
      expect(await target.round()).toBe('refused');
      const act = ['--because', 'restored', '--token', 'token', '--do'];
      expect(await cli(target.config, 'checkpoints', 'continue', ...act)).toMatchObject({
        exitCode: 0,
        json: { done: true, causes: ['restored'], number: 2, lost: [], endKnown: false },
      });
      await appendTo(target.source, held.stream, 1);
      expect(await target.round()).toBe('sealed');
      expect(await cli(target.config, 'checkpoints', 'verify')).toMatchObject({ exitCode: 0, json: { intact: true } });
    });

    it('goes on where the newest checkpoint that was mailed is that of the backup', async () => {
      const target = await elsewhere({ CHECKPOINTS_DIR: at('empty') });
      const answer = await restored(target, '--checkpoint', await mailed(1));
      expect(answer).toMatchObject({ exitCode: 0, json: { checkpoints: { intact: true }, sealing: 'goes-on' } });
      await appendTo(target.source, held.stream, 1);
      expect(await target.round()).toBe('sealed');
    });

    it('does not go on where a later one was mailed, not even by an older copy of the store', async () => {
      const home = await atHome();
      await cp(at('checkpoints'), at('copy'), { recursive: true });
      await appendTo(home.source, held.stream, 2);
      await home.round();
      const target = await elsewhere({ CHECKPOINTS_DIR: at('copy') });
      const answer = await restored(target, '--checkpoint', await mailed(2));
      expect(answer).toMatchObject({ exitCode: 1, json: { checkpoints: { intact: false }, sealing: 'rests' } });
      expect(await target.round()).toBe('refused');
    });

    it('is not restored by what is no checkpoint', async () => {
      const target = await elsewhere();
      await writeFile(at('mailed.note'), 'nothing');
      const refused = await restored(target, '--checkpoint', at('mailed.note'));
      expect(refused).toMatchObject({ exitCode: 2, json: { error: { code: 'not-a-checkpoint' } } });
      expect(await restored(target)).toMatchObject({ exitCode: 0 });
    });
  });

  it('names what was sealed and is gone, and is sealed again once somebody continues its log', async () => {
    const home = await atHome();
    await appendTo(home.source, held.stream, 2);
    await home.round();
    const target = await elsewhere();
    const { exitCode, json } = await restored(target);
    const found = json.checkpoints.findings.map(({ kind, seq }: { kind: string; seq?: number }) => [kind, seq]);
    expect([exitCode, found]).toEqual([
      1,
      [
        ['missing', 4],
        ['missing', 5],
        ['database-behind', undefined],
      ],
    ]);

    const listed = await cli(target.config, 'checkpoints', 'continue');
    expect(listed).toMatchObject({ exitCode: 0, json: { done: false, causes: ['restored'], number: 3, gone: 2 } });
    expect(await target.round()).toBe('refused');
    const act = ['--because', 'restored', '--token', 'token', '--do'];
    expect(await cli(target.config, 'checkpoints', 'continue', ...act)).toMatchObject({
      exitCode: 0,
      json: { done: true, lost: [{ stream: held.stream, from: 4, upto: 5 }], vouched: true },
    });
    await appendTo(target.source, held.stream, 1);
    expect(await target.round()).toBe('sealed');
    expect(await cli(target.config, 'checkpoints', 'verify')).toMatchObject({
      exitCode: 0,
      json: { intact: true, continued: [{ number: 3, lost: [{ from: 4, upto: 5 }] }] },
    });
    const last = (await readStream(target.source, 'house')).at(-1);
    expect(JSON.parse(last?.body.toString('utf8') ?? '').actor).toEqual({ kind: 'person', id: held.there });
  });

  it.each([
    [['--do', '--token', 'token'], 2, 'missing-argument'],
    [['--do', '--because', 'restored'], 2, 'missing-argument'],
    [['--do', '--because', 'restored', '--token', 'key'], 2, 'admin-token-needed'],
    [[], 1, 'continuation-not-needed'],
  ])('continues no log where that is not asked for rightly: %j', async (more, status, code) => {
    const home = await atHome();
    if (code === 'admin-token-needed') {
      await appendTo(home.source, held.stream, 1);
      await home.round();
      const target = await elsewhere();
      await restored(target);
      const refused = await cli(target.config, 'checkpoints', 'continue', ...more);
      expect(refused).toMatchObject({ exitCode: status, json: { error: { code } } });
      return;
    }
    const refused = await cli(home.config, 'checkpoints', 'continue', ...more);
    expect(refused).toMatchObject({ exitCode: status, json: { error: { code } } });
  });

  it('erases again what was erased since the backup, and says so on record', async () => {
    const home = await atHome();
    await copyFile(at('own-keys.backup'), at('own-keys.of-then'));
    await home.erase(held.gone);
    await home.leave(held.there);
    await home.erase(held.there);
    await home.within((manager) => eraseTexts(manager, [held.text.ref]));
    await home.within((manager) => eraseFiles(manager, [held.file]));
    await home.round();

    const target = await elsewhere();
    const { json } = await restored(target, '--own-keys', at('own-keys.of-then'));
    expect(json.erasures).toEqual({ people: 2, texts: 1, files: 1, stillActive: [held.there] });
    expect(await target.store.readSealed(held.file)).toBeNull();
    await expect(target.store.read(held.file)).rejects.toMatchObject({ details: { why: 'missing' } });
    expect((await target.store.read(held.kept)).toString()).toContain('%PDF');
    expect(await target.nameOf(held.gone)).toBe(erasedName);
    expect(await target.nameOf(held.there)).toBe(erasedName);
    expect(await new PrivateTextRepository(target.source.manager, target.cipher).read(held.text)).toBeNull();
    const time = { now: new Date().toISOString(), today: '2026-11-26' };
    expect(await new ApiTokenRepository(target.source.manager).presented(held.token, time)).toBeNull();
    const last = (await readStream(target.source, 'house')).at(-1);
    expect(JSON.parse(last?.body.toString('utf8') ?? '')).toMatchObject({
      type: 'erasures-repeated',
      data: { list: 1, texts: [held.text.ref], files: [held.file] },
    });
  });

  it('does so by its own rounds too, once, where it was restored by other means', async () => {
    const home = await atHome();
    await copyFile(at('own-keys.backup'), at('own-keys.of-then'));
    await home.erase(held.gone);
    await home.round();
    const target = await elsewhere({ CHECKPOINTS_DIR: at('empty') });
    await restored(target, '--own-keys', at('own-keys.of-then'));
    expect(await target.nameOf(held.gone)).toBe('Zhang San');
    const there = await Home.on(target.database, { CHECKPOINTS_DIR: at('checkpoints') });
    await there.round();
    await there.round();
    expect(await there.nameOf(held.gone)).toBe(erasedName);
    const repeated = (await readStream(there.source, 'house')).filter(
      ({ copies }) => copies.type === 'erasures-repeated',
    );
    expect(repeated).toHaveLength(1);
    await there.source.destroy();
  });

  it('carries out no list that its keys did not sign', async () => {
    const home = await atHome();
    await copyFile(at('own-keys.backup'), at('own-keys.of-then'));
    await home.erase(held.gone);
    await home.round();
    const file = join(at('checkpoints'), 'er', 'er-000000000001.txt');
    const list = await readFile(file, 'utf8');
    await writeFile(file, list.replace(held.gone, held.there));
    const target = await elsewhere();
    const { exitCode, json } = await restored(target, '--own-keys', at('own-keys.of-then'));
    expect({ exitCode, json }).toMatchObject({ exitCode: 1, json: { erasures: null, undone: [expect.any(String)] } });
    const stranger = await elsewhere({
      PAIZHAO_CHECKPOINT_KEY: Buffer.alloc(32, 2).toString('base64'),
      CHECKPOINTS_DIR: at('none'),
    });
    await writeFile(file, list);
    const strange = await restored(stranger, '--own-keys', at('own-keys.of-then'), '--erasures', at('checkpoints'));
    expect(strange).toMatchObject({
      exitCode: 1,
      json: { undone: [expect.stringMatching(/no key of ours.*PAIZHAO_OTHER_CHECKPOINT_KEYS/)] },
    });
    for (const each of [target, stranger]) expect(await each.nameOf(held.there)).toBe('Zhang San');
  });

  describe('erases again what lists name that are given by --erasures', () => {
    beforeEach(async () => {
      const home = await atHome();
      await copyFile(at('own-keys.backup'), at('own-keys.of-then'));
      await home.erase(held.gone);
      await home.round();
      await cp(join(at('checkpoints'), 'er'), join(at('lists'), 'er'), { recursive: true });
    });
    const nothingRestored = async ({ source }: Home) =>
      expect(await source.query('select from paizhao.ledger_events limit 1')).toEqual([]);

    it('without a second store', async () => {
      const target = await elsewhere({ CHECKPOINTS_DIR: '' });
      const { json } = await restored(target, '--own-keys', at('own-keys.of-then'), '--erasures', at('lists'));
      expect(json).toMatchObject({ erasures: { people: 1, texts: 0 }, undone: [] });
      expect(await target.nameOf(held.gone)).toBe(erasedName);
    });

    it('and only reads that folder, whatever was erased and stood on no list yet', async () => {
      const home = await atHome();
      await home.leave(held.there);
      await home.erase(held.there);
      await cli(home.config, 'backup', at('two.backup'), '--key-file', 'key');
      const { config } = await elsewhere({ CHECKPOINTS_DIR: '' });
      const asked = ['--key-file', 'key', '--leave-workflows', '--erasures', at('lists')];
      const { json } = await cli(config, 'restore', at('two.backup'), ...asked);
      expect(json).toMatchObject({ erasures: { people: 0, texts: 0 }, undone: [] });
      expect(await readdir(at('lists'))).toEqual(['er']);
      expect(await readdir(join(at('lists'), 'er'))).toEqual(['er-000000000001.txt']);
    });

    it('and says so where they end before what the backup knows', async () => {
      const home = await atHome();
      await home.within((manager) => eraseTexts(manager, [held.text.ref]));
      await home.round();
      await cli(home.config, 'backup', at('two.backup'), '--key-file', 'key');
      const { config } = await elsewhere({ CHECKPOINTS_DIR: '' });
      const asked = ['--key-file', 'key', '--leave-workflows', '--erasures', at('lists')];
      const { exitCode, json } = await cli(config, 'restore', at('two.backup'), ...asked);
      expect({ exitCode, json }).toMatchObject({
        exitCode: 1,
        json: { erasures: null, undone: [expect.stringContaining('list 2 of erasures')] },
      });
    });

    it.each(['nowhere', 'vacant'])('and is refused, and restores nothing, where there is none: %s', async (name) => {
      await mkdir(at('vacant'));
      const target = await elsewhere();
      const refused = await restored(target, '--erasures', at(name));
      expect(refused).toMatchObject({ exitCode: 2, json: { error: { code: 'no-erasure-lists' } } });
      await nothingRestored(target);
    });

    it('and is refused, and restores nothing, without the key that signed them', async () => {
      const target = await elsewhere({ PAIZHAO_CHECKPOINT_KEY: '' });
      const refused = await restored(target, '--erasures', at('lists'));
      expect(refused).toMatchObject({ exitCode: 2, json: { error: { code: 'missing-argument' } } });
      await nothingRestored(target);
    });
  });

  it('answers what was done where something fails afterwards', async () => {
    const { exitCode, json } = await restored(await elsewhere({ CHECKPOINTS_DIR: at('one.backup') }));
    expect({ exitCode, json }).toMatchObject({
      exitCode: 1,
      json: { findings: [], checkpoints: null, erasures: null, sealing: 'rests' },
    });
    expect(json.undone.length).toBeGreaterThan(0);
  });

  it('answers what was done where its workflows cannot be healed', async () => {
    const heal: Command = {
      describe: { zh: '', en: '' },
      positionals: [],
      options: { do: { type: 'boolean', describe: { zh: '', en: '' } } },
      examples: [],
      run: () => Promise.reject(new Error('the namespace is not there')),
    };
    const entries = [...commands.filter(({ name }) => name !== 'heal'), { name: 'heal', load: async () => heal }];
    const { config } = await elsewhere();
    const answer = await cliOf(entries, config, ['restore', at('one.backup'), '--key-file', 'key']);
    expect(answer).toMatchObject({
      exitCode: 1,
      json: { checkpoints: { intact: true }, heal: null, undone: ['the namespace is not there'] },
    });
  });

  describe('has the keys of people, texts and files from a file of their own:', () => {
    it('the newest one, by which an older backup shows nobody who was erased since', async () => {
      const home = await atHome();
      await home.erase(held.gone);
      await home.within((manager) => eraseFiles(manager, [held.file]));
      await cli(home.config, 'backup', at('two.backup'), '--key-file', 'key');
      const target = await elsewhere({ CHECKPOINTS_DIR: at('none') });
      expect(await restored(target)).toMatchObject({ json: { erasures: { people: 0 }, undone: [] } });
      expect([await target.nameOf(held.gone), await target.nameOf(held.there)]).toEqual([erasedName, 'Zhang San']);
      await expect(target.store.read(held.file)).rejects.toMatchObject({ details: { why: 'key-gone' } });
      expect((await target.store.read(held.kept)).toString()).toContain('%PDF');
    });

    it('none that is older than the backup', async () => {
      const home = await atHome();
      await copyFile(at('own-keys.backup'), at('own-keys.of-then'));
      await cli(home.config, 'backup', at('two.backup'), '--key-file', 'key');
      const args = ['restore', at('two.backup'), '--key-file', 'key', '--own-keys', at('own-keys.of-then')];
      const code = { json: { error: { code: 'own-keys-older' } } };
      expect(await cli((await elsewhere()).config, ...args)).toMatchObject(code);
      expect(await cli(home.config, ...args, '--check')).toMatchObject(code);
    });

    it('or, where it is lost, from none: names, texts and files read as erased', async () => {
      await rm(at('own-keys.backup'));
      expect(await restored(await elsewhere())).toMatchObject({
        exitCode: 2,
        json: { error: { code: 'unreadable-file' } },
      });
      const target = await elsewhere();
      expect(await restored(target, '--without-own-keys')).toMatchObject({ exitCode: 0 });
      expect(await target.nameOf(held.there)).toBe(erasedName);
      await expect(target.store.read(held.kept)).rejects.toMatchObject({ details: { why: 'key-gone' } });
    });

    it('and nothing else is in that file, nor they in the backup', async () => {
      const swapped = ['restore', at('own-keys.backup'), '--key-file', 'key'];
      expect(await cli((await elsewhere()).config, ...swapped)).toMatchObject({
        json: { error: { code: 'not-a-backup' } },
      });
      expect(await restored(await elsewhere(), '--own-keys', at('one.backup'))).toMatchObject({
        json: { error: { code: 'not-a-backup' } },
      });
    });
  });
});
