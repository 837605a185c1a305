import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { proofsOf } from '../../libs/audit-bundle/proofs.js';
import { readNote, readRecord, type SigningKey, signersOf } from '../../libs/checkpoints/index.js';
import { FileStoreUnavailable, openPlainStore } from '../../libs/documents/index.js';
import {
  AlarmRepository,
  createDataSource,
  nothingRepeated,
  SealingRepository,
  underSealingLock,
} from '../../libs/persistence/index.js';
import {
  bearOlderKey,
  ErasureList,
  erasureLists,
  Sealer,
  secondStore,
  startSealing,
} from '../../libs/sealing/index.js';
import { BucketReceiver } from '../support/bucket-receiver.js';
import { aStream, firstKey, SealingWorld, secondKey } from '../support/sealing-world.js';

jest.setTimeout(60_000);

let world: SealingWorld;
beforeEach(async () => {
  world = await SealingWorld.create();
});
afterEach(() => world.close());

const record = async (number: number) => readRecord((await world.store.read(number)) as Buffer);

describe('the sealer', () => {
  it('signs a checkpoint over all that was appended, and keeps it in the second store', async () => {
    const [one, two] = [aStream(), aStream()].sort() as [string, string];
    await world.append(one, 3);
    await world.append(two, 2);
    const sealer = world.sealer();
    expect(await sealer.round()).toBe('sealed');
    expect(await sealer.round()).toBe('nothing');
    await world.sealed([one]);
    expect(await world.store.read(3)).toBeNull();
    const [first, second] = [await record(1), await record(2)];
    expect(first.ranges.map(({ stream, after }) => [stream, after])).toEqual([
      [one, 0],
      [two, 0],
    ]);
    expect(second.ranges).toMatchObject([{ stream: one, after: 3 }]);
    expect([first.checkpoint.size, second.checkpoint.size]).toEqual([6, 8]);
    expect(second.checkpoint.origin).toMatch(/^paizhao\/[0-9a-f]{32}$/);
    expect(signersOf(second.signed, [firstKey.as(second.checkpoint.origin)])).toHaveLength(1);
    expect(await world.alarms()).toEqual([]);
    expect(await world.audited()).toMatchObject({
      checkpoints: 2,
      entries: 6,
      streams: 2,
      unanchored: 0,
      findings: [],
    });
  });

  it('waits until there is enough, or it has waited long enough', async () => {
    await world.append(aStream(), 1);
    const pace = { entries: 2, milliseconds: 60_000, most: 100 };
    expect(await world.sealer({ pace }).round()).toBe('nothing');
    expect(await world.sealer({ pace: { ...pace, milliseconds: 0 } }).round()).toBe('sealed');
  });

  it('seals by its usual pace 256 entries at once, fewer after a minute, and nothing where nothing was appended', async () => {
    const stream = aStream();
    const later = (seconds: number) =>
      world.tamper(`update paizhao.seal_notes set noted_at = noted_at - interval '${seconds} seconds'`);
    const sealer = world.sealer({ pace: null });
    const rounds: string[] = [];
    const round = async () => rounds.push(await sealer.round());
    await world.append(stream, 255);
    await round();
    await world.append(stream, 1);
    await round();
    await world.append(stream, 1);
    await later(20);
    await round();
    await later(40);
    await round();
    await later(3_600);
    await round();
    expect(rounds).toEqual(['nothing', 'sealed', 'nothing', 'sealed', 'nothing']);
    expect(await world.audited()).toMatchObject({ checkpoints: 2, entries: 257, unanchored: 0, findings: [] });
  });

  it('goes on after what one checkpoint can hold', async () => {
    for (let count = 0; count < 3; count += 1) await world.append(aStream(), 4);
    const small = world.sealer({ pace: { entries: 1, milliseconds: 0, most: 5 } });
    expect([await small.round(), await small.round(), await small.round()]).toEqual(['sealed', 'sealed', 'nothing']);
    expect(await world.audited()).toMatchObject({ checkpoints: 2, entries: 12, unanchored: 0, findings: [] });
  });

  it('leaves no proof of what waits behind what one checkpoint can hold, but of what is broken', async () => {
    const waiting = 'license/x';
    await world.sealed([aStream()]);
    await world.append(waiting, 1);
    const proofs = () =>
      proofsOf(world.source.manager, [{ stream: waiting, file: 'streams/1.jsonl', seq: 1, hash: Buffer.alloc(32) }]);
    expect((await proofs()).told.streams).toMatchObject([{ entries: 1, unanchored: 1 }]);
    await world.tamper(`update paizhao.checkpoints set sealed_at = sealed_at + interval '1 hour'`);
    await expect(proofs()).rejects.toMatchObject({ code: 'sealing-behind' });
    const found = [{ subject: waiting, details: {} }];
    const broken = { kind: 'record-broken', found, complete: true };
    await new AlarmRepository(world.source.manager).record([broken], '2026-11-26T08:00:00.000Z');
    expect((await proofs()).told.streams).toMatchObject([{ unanchored: 1 }]);
  });

  it('seals a long stream piece by piece, and after it what was appended later', async () => {
    const [long, later] = [aStream(), aStream()];
    await world.append(long, 12);
    await world.append(later, 2);
    const small = world.sealer({ pace: { entries: 1, milliseconds: 0, most: 5 } });
    const rounds: string[] = [];
    while (rounds.at(-1) !== 'nothing') rounds.push(await small.round());
    expect(rounds).toEqual([...Array(4).fill('sealed'), 'nothing']);
    const ranges = (await Promise.all([1, 2, 3, 4].map(record))).map((each) => each.ranges);
    expect(ranges.flat().map(({ stream, after }) => [stream, after])).toEqual([
      [long, 0],
      [long, 5],
      [long, 10],
      [later, 0],
    ]);
    expect(await world.audited()).toMatchObject({ checkpoints: 4, entries: 14, unanchored: 0, findings: [] });
    expect(await world.alarms()).toEqual([]);
  });

  it('seals one at a time', async () => {
    await world.append(aStream(), 1);
    const other = await createDataSource({ url: world.database.appUrl }).initialize();
    await underSealingLock(other, async () => expect(await world.sealer().round()).toBe('elsewhere'));
    await other.destroy();
    const rounds = await Promise.all([1, 2, 3].map(() => world.sealer().round()));
    expect(rounds.filter((round) => round === 'sealed')).toHaveLength(1);
    expect(await world.found()).toEqual([]);
  });

  it('brings the second store what it lacks, also where it is new', async () => {
    const stream = aStream();
    for (let count = 0; count < 3; count += 1) {
      await world.append(stream, 1);
      expect(await world.sealer({ store: null }).round()).toBe('sealed');
    }
    expect(await world.sealer().round()).toBe('nothing');
    expect((await world.audited()).checkpoints).toBe(3);
  });

  it('keeps its checkpoints in a bucket as well, and signs nothing while that is away', async () => {
    const bucket = await BucketReceiver.start();
    const access = { url: bucket.url, region: 'us-east-1', keyId: 'key', secretKey: 'secret' };
    const store = secondStore(openPlainStore({ bucket: access }));
    const stream = aStream();
    for (const mood of ['sealed', 'away', 'sealed'] as const) {
      await world.append(stream, 1);
      if (mood === 'away') bucket.moods.push(...Array.from({ length: 50 }, () => 403));
      expect(await world.sealer({ store }).round()).toBe(mood);
      bucket.moods.length = 0;
    }
    expect(await world.audited({ read: (number) => store.read(number) })).toMatchObject({
      ...{ checkpoints: 2, entries: 3, unanchored: 0, findings: [] },
    });
    await bucket.stop();
  });

  it('signs nothing while the second store is away, says so after five minutes, and goes on when it is back', async () => {
    const away = async (): Promise<never> => {
      throw new FileStoreUnavailable('ECONNREFUSED');
    };
    let now = Date.now();
    const mood = { away: true };
    const store = {
      read: (number: number) => (mood.away ? away() : world.store.read(number)),
      keep: (number: number, bytes: Buffer) => (mood.away ? away() : world.store.keep(number, bytes)),
    };
    const sealer = world.sealer({ store, clock: () => now });
    await world.append(aStream(), 1);
    expect(await sealer.round()).toBe('away');
    expect(await world.alarms()).toEqual([]);
    now += 5 * 60_000;
    expect(await sealer.round()).toBe('away');
    expect(await world.alarms()).toEqual(['checkpoint-store-away store']);
    mood.away = false;
    expect(await sealer.round()).toBe('sealed');
    expect(await world.alarms()).toEqual([]);
  });

  it('exchanges its key by a checkpoint that both sign, and by no other', async () => {
    const stream = aStream();
    await world.sealed([stream]);
    await world.append(stream, 1);
    expect(await world.sealer({ keys: [secondKey] }).round()).toBe('refused');
    expect(await world.alarms()).toEqual(['checkpoint-refused key']);
    expect(await world.sealer({ keys: [secondKey, firstKey] }).round()).toBe('sealed');
    await world.append(stream, 1);
    expect(await world.sealer({ keys: [secondKey] }).round()).toBe('sealed');
    const { signed, checkpoint } = await record(2);
    const keys = [firstKey, secondKey].map((key) => key.as(checkpoint.origin));
    expect(signersOf(signed, keys)).toHaveLength(2);
    expect(signersOf((await record(3)).signed, keys).map(({ fingerprint }) => fingerprint)).toEqual([
      keys[1]?.fingerprint,
    ]);
    for (const key of keys) expect(await world.found({ trusted: key.fingerprint })).toEqual([]);
    expect(await world.found({ trusted: '00'.repeat(32) })).toEqual(['key']);
    expect(await world.alarms()).toEqual([]);
  });

  it('reports clocks that jumped, for a day', async () => {
    const stream = aStream();
    await world.append(stream, 1, '2099-01-01T00:00:00.000Z');
    expect(await world.sealer().round()).toBe('sealed');
    expect(await world.alarms()).toEqual([`clock-jump ${stream}`]);
    await world.append(aStream(), 1);
    expect(await world.sealer({ clock: () => Date.now() + 25 * 3_600_000 }).round()).toBe('sealed');
    expect(await world.alarms()).toEqual([]);
  });

  describe('seals what nobody noted, and says so', () => {
    const hourMs = 3_600_000;
    let at: number;
    beforeEach(() => {
      at = Date.now();
    });
    const unseal = async (): Promise<string> => {
      const [known, lost] = [aStream(), aStream()];
      await world.sealed([known, lost], 2);
      await world.append(lost, 3);
      await world.append(known, 1);
      await world.source.query('delete from paizhao.seal_notes where stream = $1', [lost]);
      return lost;
    };

    it('when a process begins', async () => {
      const lost = await unseal();
      expect(await world.sealer().round()).toBe('sealed');
      expect(await world.alarms()).toEqual([`entries-unnoted ${lost}`]);
      expect(await world.sealer().round()).toBe('nothing');
      expect(await world.alarms()).toEqual([`entries-unnoted ${lost}`]);
      expect(await world.audited()).toMatchObject({ entries: 8, unanchored: 0, findings: [] });
    });

    it('every hour after that, until nothing more is found', async () => {
      const sealer = world.sealer({ clock: () => at });
      expect(await sealer.round()).toBe('nothing');
      const lost = await unseal();
      expect(await sealer.round()).toBe('sealed');
      expect(await world.audited()).toMatchObject({ unanchored: 3 });
      at += hourMs;
      expect(await sealer.round()).toBe('sealed');
      expect(await world.alarms()).toEqual([`entries-unnoted ${lost}`]);
      expect(await world.audited()).toMatchObject({ unanchored: 0, findings: [] });
      at += hourMs;
      expect(await sealer.round()).toBe('nothing');
      expect(await world.alarms()).toEqual([]);
    });

    it('also what came while the trigger was off, to streams that are new', async () => {
      await world.superuser.query('alter table paizhao.ledger_heads disable trigger ledger_heads_seal');
      const streams = [aStream(), aStream(), aStream()].sort();
      for (const stream of streams) await world.append(stream, 2);
      expect(await new SealingRepository(world.source.manager).noteUnsealed(1)).toEqual(
        streams.map((stream) => ({ stream, seq: 2, entries: 2 })),
      );
      expect(await new SealingRepository(world.source.manager).noteUnsealed(2)).toEqual([]);
      expect(await world.sealer().round()).toBe('sealed');
      expect(await world.audited()).toMatchObject({ entries: 6, unanchored: 0, findings: [] });
    });

    it('by a function of the ledger: the product’s role adds no notes of its own', async () => {
      const forged = `insert into paizhao.seal_notes (stream, upto_seq, entries) values ('house', 1, 1)`;
      await expect(world.source.query(forged)).rejects.toThrow('permission denied');
    });
  });

  it('leaves no half file beside its checkpoints', async () => {
    await world.sealed([aStream()]);
    expect((await readdir(world.folder, { recursive: true })).sort()).toEqual([
      '01',
      '01/01-000000000001.jsonl',
      'partial',
    ]);
  });
});

describe('where nothing is sealed', () => {
  const notes = () =>
    world.source.query(
      'select stream, upto_seq::int as upto, entries::int from paizhao.seal_notes order by stream collate "C", id',
    );
  const unkeyed = { key: null, otherKeys: { reveal: () => [] }, directory: null, bucket: null };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  let streams: string[] = [];
  beforeEach(async () => {
    streams = [aStream(), aStream(), aStream()].sort();
    for (const count of [1, 2, 3]) for (const stream of streams) await world.append(stream, count);
    expect(await notes()).toHaveLength(9);
  });
  const gathered = () => streams.map((stream) => ({ stream, upto: 6, entries: 6 }));

  it('one note per stream is left, for the entries of all', async () => {
    const { manager } = world.source;
    await startSealing(unkeyed, { dataSource: world.source, log }).stop();
    expect(await notes()).toEqual(gathered());
    expect(await new SealingRepository(manager).waiting()).toMatchObject({ entries: 18 });
    await world.append(streams[0] as string, 1);
    await startSealing(unkeyed, { dataSource: world.source, log }).stop();
    expect((await notes())[0]).toEqual({ stream: streams[0], upto: 7, entries: 7 });
  });

  it.each([1, 2, 4, 100])(
    'notes are gathered about %i at a time, and a key that comes later seals all',
    async (some) => {
      await new SealingRepository(world.source.manager).gatherNotes(some);
      expect(await notes()).toEqual(gathered());
      expect(await world.sealer().round()).toBe('sealed');
      expect(await notes()).toEqual([]);
      expect(await world.audited()).toMatchObject({ entries: 18, unanchored: 0, findings: [] });
    },
  );

  it('notes are left to whoever is sealing', async () => {
    const other = await createDataSource({ url: world.database.appUrl }).initialize();
    await underSealingLock(other, () => startSealing(unkeyed, { dataSource: world.source, log }).stop());
    await other.destroy();
    expect(await notes()).toHaveLength(9);
  });
});

describe('lists of erasures', () => {
  const listed = () => erasureLists(openPlainStore({ directory: world.folder }));
  /** The sealer of a process that begins with these keys. */
  const sealer = (keys: [SigningKey, ...SigningKey[]], clock = Date.now) => {
    const erasures = new ErasureList({ dataSource: world.source, keys, lists: listed(), clock });
    const log = { info: () => undefined, error: () => undefined };
    return new Sealer({ dataSource: world.source, keys, store: null, erasures, log, clock });
  };
  async function erased(): Promise<string> {
    const id = randomUUID();
    await world.source.query(`insert into paizhao.erasures (kind, subject) values ('text', $1)`, [id]);
    return id;
  }
  /** As a backup from before all of it brings the database back. */
  const setBack = () => world.superuser.query('delete from paizhao.erasures');
  const known = async (): Promise<string[]> => {
    const rows = (await world.source.query(
      'select distinct subject, list_number::integer as list from paizhao.erasures where list_number > 0',
    )) as { subject: string; list: number }[];
    return rows.map(({ subject, list }) => `${list} ${subject}`).sort();
  };
  const signersIn = async (list: number): Promise<number[]> => {
    const note = readNote(((await listed().read(list)) as Buffer).toString('utf8'));
    const keys = [firstKey, secondKey].map((key) => key.as('paizhao-erasures'));
    return signersOf(note, keys).map((key) => keys.indexOf(key) + 1);
  };

  it.each<[string, [SigningKey, ...SigningKey[]]]>([
    ['the old one beside it', [secondKey, firstKey]],
    ['the old one taken out already', [secondKey]],
  ])('are signed by the new key once it is exchanged, with %s, and are carried out by it alone', async (_, keys) => {
    const first = sealer([firstKey]);
    const one = await erased();
    await first.round();
    const two = await erased();
    await first.round();
    const process = sealer(keys);
    expect(await bearOlderKey(listed(), secondKey)).toBe(true);
    await process.round();
    expect(await bearOlderKey(listed(), secondKey)).toBe(false);
    const three = await erased();
    await process.round();
    expect(await Promise.all([1, 2, 3].map(signersIn))).toEqual([[2], [2], [2]]);
    await setBack();
    await sealer([secondKey]).round();
    expect(await known()).toEqual([`1 ${one}`, `2 ${two}`, `3 ${three}`]);
    expect(await world.alarms()).toEqual([]);
  });

  it('that no key of ours signed are alarmed about, and what is erased meanwhile is kept behind them', async () => {
    const one = await erased();
    await sealer([firstKey]).round();
    await setBack();
    const two = await erased();
    for (const round of [1, 2]) {
      await sealer([secondKey]).round();
      expect({ round, next: await listed().read(3) }).toEqual({ round, next: null });
    }
    expect(await signersIn(2)).toEqual([2]);
    expect(await known()).toEqual([]);
    expect(await world.alarms()).toEqual(['erasures-unlisted refused']);
    await sealer([secondKey, firstKey]).round();
    expect(await known()).toEqual([`1 ${one}`, `2 ${two}`]);
    expect(await signersIn(1)).toEqual([2]);
    expect(await world.alarms()).toEqual([]);
  });

  it('that can be neither read nor written for five minutes are alarmed about', async () => {
    let now = Date.now();
    let away = true;
    const keepUp = async () => {
      if (away) throw new FileStoreUnavailable('EIO');
      return nothingRepeated();
    };
    const log = { info: () => undefined, error: () => undefined };
    const deps = { dataSource: world.source, keys: [firstKey] as [SigningKey], store: null, log, clock: () => now };
    const process = new Sealer({ ...deps, erasures: { keepUp } });
    await process.round();
    expect(await world.alarms()).toEqual([]);
    now += 5 * 60_000;
    await process.round();
    expect(await world.alarms()).toEqual(['erasures-unlisted failed']);
    away = false;
    now += 60_000;
    await process.round();
    expect(await world.alarms()).toEqual([]);
  });
});
