import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { proofsOf } from '../../libs/audit-bundle/proofs.js';
import { readRecord, type SigningKey, signersOf } from '../../libs/checkpoints/index.js';
import { canonicalBytes, readStream, type SealedEntry } from '../../libs/ledger/index.js';
import { type Act, CheckpointRepository } from '../../libs/persistence/index.js';
import { type ContinuationCause, continueLog, plannedContinuation } from '../../libs/sealing/index.js';
import { nextCheckpoint } from '../../libs/sealing/next-checkpoint.js';
import { recordBytes } from '../../libs/sealing/records.js';
import { checkpointFindings, continuedBy } from '../../libs/verify/checkpoint-findings.js';
import { partsIn } from '../../libs/verify/index.js';
import { HashedParts } from '../../libs/verify/parts.js';
import { readProofs } from '../../libs/verify/proofs-file.js';
import { aStream, firstKey, SealingWorld, secondKey } from '../support/sealing-world.js';

jest.setTimeout(60_000);

let world: SealingWorld;
let stream: string;
beforeEach(async () => {
  world = await SealingWorld.create();
  stream = aStream();
  await world.sealed([stream], 3);
  await world.sealed(['house']);
});
afterEach(() => world.close());

type Keys = [SigningKey, ...SigningKey[]];
const now = '2026-11-26T08:00:00.000Z';
const admin = { kind: 'person' as const, id: randomUUID() };
const act: Act = { actor: admin, commandId: randomUUID(), now, validOn: '2026-11-26' };
const deps = (keys: Keys = [firstKey]) => ({ dataSource: world.source, keys, store: world.store });
const planned = (keys?: Keys) => plannedContinuation(world.source.manager, deps(keys));
const continued = (because: ContinuationCause, keys?: Keys) => continueLog(deps(keys), because, async () => act);
const record = async (number: number) => readRecord((await world.store.read(number)) as Buffer);

const tables = [
  'ledger_events',
  'ledger_heads',
  'seal_notes',
  'sealed_heads',
  'sealed_ranges',
  'log_tiles',
  'heads_tiles',
  'checkpoints',
];

/** The database as it is now comes back after `work`, as from a backup; the second store stays. */
async function setBackAfter(work: () => Promise<void>): Promise<void> {
  for (const table of tables) await world.tamper(`create table backup_${table} as table paizhao.${table}`);
  await work();
  for (const table of tables)
    await world.tamper(
      `delete from paizhao.${table}; insert into paizhao.${table} overriding system value select * from backup_${table}; drop table backup_${table}`,
    );
}

describe('a log whose database was restored from an older backup', () => {
  beforeEach(() =>
    setBackAfter(async () => {
      await world.sealed([stream, 'house'], 2);
      await world.sealed([stream]);
    }),
  );

  it('is not sealed until a new log is begun, which names the end of the old one and what is gone', async () => {
    await world.append(stream, 1);
    expect(await world.sealer().round()).toBe('refused');
    const old = await record(4);
    const plan = await continued('restored');
    expect(plan).toMatchObject({ number: 5, dropped: [3, 4], kept: 6, vouched: true, causes: ['restored'] });
    expect(plan.lost).toEqual([
      { stream: 'house', from: 2, upto: 3 },
      { stream, from: 4, upto: 6 },
    ]);
    const begun = await record(5);
    expect(begun.sealed.continues).toEqual({ ...old.checkpoint, kept: 6, gone: 5 });
    expect(begun.checkpoint.origin).not.toBe(old.checkpoint.origin);
    await world.append(stream, 1);
    expect(await world.sealer().round()).toBe('sealed');
    expect(await world.alarms()).toEqual([]);
  });

  it('says on the house’s record who did it, of which log, and how much is gone', async () => {
    await continued('restored');
    const entry = (await readStream(world.source, 'house')).at(-1);
    const { type, actor, data } = JSON.parse(entry?.body.toString('utf8') ?? '');
    expect([type, actor]).toEqual(['checkpoint-log-continued', admin]);
    expect(data).toMatchObject({ because: 'restored', number: 5, kept: 6, gone: { entries: 5, streams: 2 } });
  });

  it('is verified with both logs: the entries that are gone are named, and nothing else is found', async () => {
    await continued('restored');
    await world.sealed([stream], 4);
    const { checkpoint } = await record(4);
    for (const wish of [{}, { known: [checkpoint] }, { trusted: firstKey.as('paizhao').fingerprint }]) {
      const audited = await world.audited(wish);
      expect(audited).toMatchObject({ findings: [], checkpoints: 6, unanchored: 0 });
      expect(audited.continued).toMatchObject([
        {
          number: 5,
          vouched: true,
          gone: 5,
          lost: [
            { stream: 'house', from: 2, upto: 3 },
            { stream, from: 4, upto: 6 },
          ],
        },
      ]);
    }
  });

  it('is told of in a bundle, by its first checkpoint and in the report, and mails of the log before are known as such', async () => {
    await continued('restored');
    await world.sealed([stream], 2);
    const { checkpoint: end } = await record(4);
    const newest = (await readStream(world.source, stream)).at(-1) as SealedEntry;
    const { proofs: told, told: inReport } = await proofsOf(world.source.manager, [
      { ...newest, file: 'streams/1.jsonl' },
    ]);
    const { origin, size } = end;
    expect(inReport.continues).toMatchObject({ origin, size, kept: 6, gone: 5 });
    const parts = partsIn(new Map([['proofs.json', canonicalBytes(told)]]));
    const { proofs } = await readProofs(new HashedParts(parts));
    const bundled = proofs?.checkpoints ?? [];
    expect(bundled.map(({ seal }) => seal.number)).toEqual([5, 6]);
    expect(continuedBy(bundled)?.continues).toEqual({ ...end, kept: 6, gone: 5 });
    const { fingerprint } = firstKey.as('paizhao');
    expect(checkpointFindings(bundled, { fingerprint, checkpoint: bundled[0]?.checkpoint ?? null })).toEqual([]);
    expect(checkpointFindings(bundled, { fingerprint, checkpoint: end })).toMatchObject([
      { kind: 'other-log', field: 'predecessor' },
    ]);
  });

  it('still finds what is changed of the leaves that the new log keeps, and of its own', async () => {
    await continued('restored');
    await world.sealed([stream], 2);
    await world.tamper('delete from paizhao.ledger_events where stream = $1 and seq in (2, 5)', [stream]);
    expect(await world.found()).toEqual([`missing ${stream} 2`, `missing ${stream} 5`]);
  });

  it('may be set back again, and go on again', async () => {
    await continued('restored');
    await setBackAfter(async () => world.sealed([stream], 3));
    await world.append(stream, 1);
    expect(await continued('restored')).toMatchObject({ number: 7, dropped: [6] });
    await world.sealed([stream]);
    const { findings, continued: logs } = await world.audited();
    expect([findings, logs.map(({ number }) => number)]).toEqual([[], [5, 7]]);
  });

  it('fills a new second store with both logs', async () => {
    await continued('restored');
    for (const number of [1, 2, 3, 4, 5]) await rm(join(world.folder, `0${number}`), { recursive: true });
    await world.append(stream, 1);
    expect(await world.sealer().round()).toBe('sealed');
    expect(await world.audited()).toMatchObject({ findings: [], checkpoints: 6 });
  });

  it('is brought to the store by the next round where that does not take it', async () => {
    const { read } = world.store;
    const full = { read, keep: () => Promise.reject(new Error('full')) };
    await expect(continueLog({ ...deps(), store: full }, 'restored', async () => act)).rejects.toThrow('full');
    await world.append(stream, 1);
    expect(await world.sealer().round()).toBe('sealed');
    expect(await world.audited()).toMatchObject({ findings: [], checkpoints: 6 });
  });

  it('keeps nothing of a log where the database was restored from before its first checkpoint', async () => {
    for (const table of tables.slice(3)) await world.tamper(`delete from paizhao.${table}`);
    await world.tamper('delete from paizhao.seal_notes');
    await world.tamper(
      'insert into paizhao.seal_notes (stream, upto_seq, entries) select stream, seq, seq from paizhao.ledger_heads',
    );
    expect(await continued('restored')).toMatchObject({ kept: 0, dropped: [1, 2, 3, 4] });
    await world.sealed([stream]);
    expect(await world.audited()).toMatchObject({ findings: [], unanchored: 0, continued: [{ kept: 0, gone: 5 }] });
  });

  it('is given up for the cause that holds, and no other', async () => {
    await expect(continued('key-lost')).rejects.toMatchObject({ code: 'continuation-other-cause' });
    expect(await world.found()).not.toEqual([]);
  });

  it('is not given up where the store does not hold by itself', async () => {
    await rm(join(world.folder, '01'), { recursive: true });
    await expect(continued('restored')).rejects.toMatchObject({ code: 'continuation-impossible' });
  });
});

describe('a log that came back with a backup, where nothing shows what was signed after it', () => {
  const without = (keys: Keys = [firstKey]) => ({ ...deps(keys), store: null });
  const rest = async (outlived = false) =>
    world.tamper(`insert into paizhao.resting_logs (origin, restored_at, outlived) values ($1, now(), ${outlived})`, [
      (await record(1)).checkpoint.origin,
    ]);
  const emptyStore = async () => {
    for (const number of [1, 2]) await rm(join(world.folder, `0${number}`), { recursive: true });
  };

  it('is not sealed under its name, nor is an empty second store filled, which would show nothing', async () => {
    await rest();
    await emptyStore();
    await world.append(stream, 1);
    for (const store of [world.store, null]) {
      expect(await world.sealer({ store }).round()).toBe('refused');
      expect(await world.alarms()).toEqual(['checkpoint-refused restored']);
    }
    expect(await world.store.read(1)).toBeNull();
  });

  it('goes on once the second store ends where the database does', async () => {
    await rest();
    await world.append(stream, 1);
    expect(await world.sealer({ store: null }).round()).toBe('refused');
    expect(await world.sealer().round()).toBe('sealed');
    expect(await world.alarms()).toEqual([]);
    await world.append(stream, 1);
    expect(await world.sealer({ store: null }).round()).toBe('sealed');
    expect(await world.sealer().round()).toBe('nothing');
    await expect(planned()).rejects.toMatchObject({ code: 'continuation-not-needed' });
  });

  it('does not go on where somebody has a later checkpoint of it, whatever an older copy of the store says', async () => {
    await rest(true);
    await world.append(stream, 1);
    expect(await world.sealer().round()).toBe('refused');
    expect(await planned()).toMatchObject({ causes: ['restored'], endKnown: false });
  });

  it.each(['none', 'empty', 'older'])('is continued by another one, with a second store that is: %s', async (kind) => {
    const old = await record(2);
    await rest();
    if (kind !== 'older') await emptyStore();
    else await rm(join(world.folder, '02'), { recursive: true });
    const given = kind === 'none' ? without() : deps();
    const plan = await continueLog(given, 'restored', async () => act);
    expect(plan).toMatchObject({ number: 3, causes: ['restored'], dropped: [], lost: [], kept: 6, endKnown: false });
    await world.append(stream, 1);
    expect(await world.sealer(kind === 'none' ? { store: null } : {}).round()).toBe('sealed');
    expect(await world.sealer().round()).toBe('nothing');
    const begun = await record(3);
    expect(begun.sealed.continues).toEqual({ ...old.checkpoint, kept: 6, gone: 0 });
    expect(begun.checkpoint.origin).not.toBe(old.checkpoint.origin);
    expect(await world.audited()).toMatchObject({ findings: [], checkpoints: 4, continued: [{ vouched: true }] });
  });

  it('gets a new name each time: of one backup that is restored twice come two logs', async () => {
    await rest();
    const plans: { number: number; origin: string | null }[] = [];
    const begun = async (): Promise<void> => {
      plans.push(await continueLog(without(), 'restored', async () => act));
    };
    await setBackAfter(begun);
    await begun();
    const { origin } = (await record(1)).checkpoint;
    expect(plans.map(({ number }) => number)).toEqual([3, 3]);
    expect(new Set([origin, ...plans.map((plan) => plan.origin)]).size).toBe(3);
  });

  it('is vouched for by the key in force at its end, where that is at hand', async () => {
    await rest();
    const plan = await continueLog(without([secondKey, firstKey]), 'restored', async () => act);
    expect(plan).toMatchObject({ causes: ['restored'], vouched: true });
    await world.append(stream, 1);
    expect(await world.sealer({ keys: [secondKey, firstKey] }).round()).toBe('sealed');
    expect(await world.audited()).toMatchObject({ findings: [], continued: [{ vouched: true }] });
  });

  it('is not begun again by the key that may have begun it, where nothing sealed is at hand', async () => {
    await rest();
    await emptyStore();
    for (const table of tables.slice(3)) await world.tamper(`delete from paizhao.${table}`);
    await world.append(stream, 1);
    expect(await world.sealer().round()).toBe('refused');
    await expect(planned()).rejects.toMatchObject({
      code: 'continuation-impossible',
      message: expect.stringContaining('a new PAIZHAO_CHECKPOINT_KEY'),
    });
    expect(await world.sealer({ keys: [secondKey] }).round()).toBe('sealed');
  });
});

describe('a log whose key is lost', () => {
  it('is followed by one of the new key, which nobody who trusts the old one follows by that', async () => {
    await world.append(stream, 1);
    expect(await world.sealer({ keys: [secondKey] }).round()).toBe('refused');
    expect(await continued('key-lost', [secondKey])).toMatchObject({ number: 3, lost: [], vouched: false, kept: 6 });
    await world.append(stream, 1);
    expect(await world.sealer({ keys: [secondKey] }).round()).toBe('sealed');
    const { signed, checkpoint } = await record(3);
    expect(signersOf(signed, [firstKey.as(checkpoint.origin)])).toEqual([]);
    expect(await world.found()).toEqual([]);
    expect(await world.found({ trusted: secondKey.as('paizhao').fingerprint })).toEqual([]);
    expect(await world.found({ trusted: firstKey.as('paizhao').fingerprint })).toEqual(['key']);
  });

  it('goes on as it is where a key is at hand that signed it', async () => {
    const asked = planned([secondKey, firstKey]);
    await expect(asked).rejects.toMatchObject({ code: 'continuation-not-needed' });
  });
});

describe('a forged continuation', () => {
  it('does not hold where it names another end, or keeps leaves over which there is no checkpoint', async () => {
    await setBackAfter(() => world.sealed([stream]));
    await continued('restored');
    const bytes = (await world.store.read(4)) as Buffer;
    for (const [from, to] of [
      ['\\"kept\\":6', '\\"kept\\":5'],
      ['\\"gone\\":1', '\\"gone\\":0'],
      ['\\"size\\":8', '\\"size\\":6'],
    ] as const) {
      const forged = Buffer.from(bytes.toString('utf8').replace(from, to));
      expect(forged.equals(bytes)).toBe(false);
      const read = async (number: number) => (number === 4 ? forged : world.store.read(number));
      expect(await world.found({ read })).toContain('checkpoint 4');
    }
  });

  it('does not hold under the name of the log before', async () => {
    await setBackAfter(() => world.sealed([stream]));
    await world.append(stream, 1);
    const [kept, end] = [await record(2), await record(3)];
    const { origin } = end.checkpoint;
    const continues = { ...end.checkpoint, kept: kept.checkpoint.size, gone: 1 };
    const begins = { number: 4, origin, keys: [firstKey] as Keys, continues };
    const last = { checkpoint: kept.checkpoint, seal: kept.sealed };
    const { manager } = world.source;
    await nextCheckpoint(manager, last, [firstKey], undefined, begins);
    const own = (number: number) => recordBytes(new CheckpointRepository(manager), number);
    const { findings } = await world.audited({ read: (number) => (number === 4 ? own(4) : world.store.read(number)) });
    expect(findings).toContainEqual(expect.objectContaining({ checkpoint: 4, what: expect.stringContaining(origin) }));
  });
});
