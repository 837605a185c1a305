import type { DataSource, EntityManager } from 'typeorm';
import {
  type Checkpoint,
  type Continued,
  newOrigin,
  readCheckpoint,
  readNote,
  readRecord,
  readSeal,
  type SigningKey,
} from '../checkpoints/index.js';
import { append, houseStream, lockHead } from '../ledger/index.js';
import {
  type Act,
  type CheckpointEntity,
  CheckpointRepository,
  RestingLogRepository,
  underSealingLock,
} from '../persistence/index.js';
import { RecordWalk } from './audited-records.js';
import { addSpan, type EntrySpan, entriesIn, lostOf, rowsOf } from './compared-ledger.js';
import { type ContinuationCause, elsewhere, impossible, notNeeded, otherCause } from './continuation-refused.js';
import { Mirror } from './mirror.js';
import { nextCheckpoint, originOf } from './next-checkpoint.js';
import { recordBytes } from './records.js';
import type { NewLog, Sealed } from './seal-batch.js';
import type { SecondStore } from './second-store.js';

export interface ContinuationDeps {
  dataSource: DataSource;
  /** The current one first. */
  keys: readonly [SigningKey, ...SigningKey[]];
  /** Null where the checkpoints stand in the database only. */
  store: SecondStore | null;
}

/** What a new log would begin with. */
export interface PlannedContinuation {
  /** Those that hold. */
  causes: ContinuationCause[];
  /** Of the first checkpoint of the new log. */
  number: number;
  /** The name of the new log, which it gets when it is begun; null until then. */
  origin: string | null;
  /** The end of the log that is given up. */
  end: Checkpoint;
  /** Checkpoints of it that the database lacks. */
  dropped: number[];
  kept: number;
  /** Sealed entries that are no longer on record. */
  lost: EntrySpan[];
  /** The key in force at that end signs too, so that whoever trusts it can follow. */
  vouched: boolean;
  /** False where the database was restored, and nothing outside shows that this is the last that was signed. */
  endKnown: boolean;
}

/**
 * What a continuation would be, from the records of the second store (or else the database's own), which are verified.
 * @throws ContinuationRefused `continuation-not-needed`, `continuation-impossible`; FileStoreUnavailable
 */
export async function plannedContinuation(
  manager: EntityManager,
  deps: ContinuationDeps,
): Promise<PlannedContinuation> {
  const checkpoints = new CheckpointRepository(manager);
  const { keys, store } = deps;
  const newest = await checkpoints.newest();
  const at = newest?.number ?? 0;
  const resting = await new RestingLogRepository(manager).of(originAfter(newest, keys));
  // The store beside a restored database may be a new one, or an older copy.
  const read = async (number: number) =>
    (await store?.read(number)) ?? (store && !resting ? null : recordBytes(checkpoints, number));
  if (at > 0) {
    const [stored, own] = [await read(at), await recordBytes(checkpoints, at)];
    if (!own || !stored?.equals(own))
      throw impossible(`the second store has another checkpoint ${at} than the database`);
  }
  const walk = await walked(read);
  if (walk.number < at) throw impossible(`the second store ends at checkpoint ${walk.number}, the database at ${at}`);
  const { key, ...end } = walk.end;
  if (walk.number === 0 && resting) throw impossible(nothingToContinue);
  if (walk.number === 0 || end.origin === null || key === null) throw notNeeded();
  const signer = keys.find(({ publicKey }) => publicKey.equals(key.publicKey));
  const causes: ContinuationCause[] = [];
  const endKnown = !resting || (!resting.outlived && store !== null && (await store.read(walk.number)) !== null);
  if (at < walk.number || !endKnown) causes.push('restored');
  if (!signer) causes.push('key-lost');
  if (causes.length === 0) throw notNeeded();
  const dropped = numbersBetween(at, walk.number);
  return {
    causes,
    number: walk.number + 1,
    origin: null,
    end: { origin: end.origin, size: end.size, root: end.root },
    dropped,
    kept: newest?.size ?? 0,
    lost: await lostUnder(manager, read, dropped),
    vouched: signer !== undefined,
    endKnown,
  };
}

/**
 * Begins a new log over what is on record, which names the end of the one that cannot go on, and puts that on the
 * house's record.
 * @throws as `plannedContinuation`; ContinuationRefused `continuation-other-cause`, `sealing-elsewhere`
 */
export async function continueLog(
  deps: ContinuationDeps,
  because: ContinuationCause,
  actOf: (manager: EntityManager) => Promise<Act>,
): Promise<PlannedContinuation> {
  let done: PlannedContinuation | null = null;
  const alone = await underSealingLock(deps.dataSource, async () => {
    const plan = await plannedContinuation(deps.dataSource.manager, deps);
    if (!plan.causes.includes(because)) throw otherCause(because, plan.causes);
    const origin = newOrigin();
    const begins = { ...plan, origin };
    await deps.dataSource.transaction(async (manager) => begin(manager, deps, begins, because, await actOf(manager)));
    const checkpoints = new CheckpointRepository(deps.dataSource.manager);
    // What the store does not take now, it gets from the next round of api or worker.
    if (deps.store) await new Mirror(deps.store, checkpoints).compare(await checkpoints.newest());
    done = begins;
  });
  if (!alone || done === null) throw elsewhere();
  return done;
}

async function begin(
  manager: EntityManager,
  deps: ContinuationDeps,
  plan: PlannedContinuation & { origin: string },
  because: ContinuationCause,
  act: Act,
): Promise<void> {
  const { number, origin, end, kept, lost, dropped } = plan;
  const checkpoints = new CheckpointRepository(manager);
  for (const each of dropped) {
    const record = await deps.store?.read(each);
    if (record) await checkpoints.keepGivenUp(each, record);
  }
  const gone = { entries: entriesIn(lost), streams: new Set(lost.map(({ stream }) => stream)).size };
  const head = await lockHead(manager, houseStream);
  const given = { origin: end.origin, number: number - 1, size: end.size, root: end.root.toString('hex') };
  const data = { because, number, origin, continues: given, kept, gone };
  const { actor, commandId, now, validOn } = act;
  await append(manager, houseStream, head, now, [
    { type: 'checkpoint-log-continued', v: 1, validOn, actor, commandId, data },
  ]);
  const continues: Continued = { ...end, kept, gone: gone.entries };
  const begins: NewLog = { number, origin, keys: await signers(deps, plan), continues };
  const sealed = await nextCheckpoint(manager, await lastOf(checkpoints), deps.keys, undefined, begins);
  if (sealed.number === null) throw impossible('nothing that is on record follows what was sealed');
}

/** Opened without a key: that it is what was signed, the walk has shown of the same bytes. */
async function lastOf(checkpoints: CheckpointRepository): Promise<Sealed | null> {
  const newest = await checkpoints.newest();
  return newest && { checkpoint: readCheckpoint(readNote(newest.note).text), seal: readSeal(newest.seal) };
}

async function signers(
  { dataSource, keys, store }: ContinuationDeps,
  { number }: PlannedContinuation,
): Promise<readonly [SigningKey, ...SigningKey[]]> {
  const [current] = keys;
  const bytes =
    (await store?.read(number - 1)) ?? (await recordBytes(new CheckpointRepository(dataSource.manager), number - 1));
  const inForce = bytes && readRecord(bytes).sealed.key.publicKey;
  return [current, ...keys.slice(1).filter(({ publicKey }) => inForce && publicKey.equals(inForce))];
}

/** Name of the log that the next checkpoint would belong to. */
const originAfter = (newest: CheckpointEntity | null, keys: ContinuationDeps['keys']): string =>
  newest ? readCheckpoint(readNote(newest.note).text).origin : originOf(keys[0]);

const nothingToContinue =
  'neither database nor store has a checkpoint that it could name; a new PAIZHAO_CHECKPOINT_KEY begins a log of its own';

async function walked(read: (number: number) => Promise<Buffer | null>): Promise<RecordWalk> {
  const walk = new RecordWalk(read, null, []);
  for (let bytes = await read(1); bytes; bytes = await read(walk.number + 1)) {
    const record = await walk.next(bytes);
    if ('kind' in record) throw impossible(`checkpoint ${record.checkpoint} does not hold: ${record.what}`);
  }
  return walk;
}

async function lostUnder(
  manager: EntityManager,
  read: (number: number) => Promise<Buffer | null>,
  dropped: readonly number[],
): Promise<EntrySpan[]> {
  const lost: EntrySpan[] = [];
  for (const number of dropped) {
    const { ranges } = readRecord((await read(number)) as Buffer);
    for (const span of lostOf(ranges, await rowsOf(manager, ranges))) addSpan(lost, span);
  }
  return lost;
}

const numbersBetween = (after: number, upto: number): number[] =>
  Array.from({ length: upto - after }, (_, index) => after + 1 + index);
