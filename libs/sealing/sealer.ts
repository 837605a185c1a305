import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { SigningKey } from '../checkpoints/index.js';
import { FileStoreUnavailable } from '../documents/index.js';
import {
  AlarmRepository,
  CheckpointRepository,
  type Found,
  SealingRepository,
  type Sighting,
  underSealingLock,
} from '../persistence/index.js';
import { type ErasureList, ErasureListRefused } from './erasure-list.js';
import type { Break } from './followed.js';
import { Mirror } from './mirror.js';
import { type NextCheckpoint, nextCheckpoint, originOf } from './next-checkpoint.js';
import { openedCheckpoint } from './records.js';
import { SealRefused } from './refused.js';
import { goesOn } from './resting.js';
import type { SecondStore } from './second-store.js';
import { clockSighting, dueBy, type Pace, usualPace } from './when.js';

export interface SealerDeps {
  dataSource: DataSource;
  /** The current one first; older ones are known while keys are exchanged. */
  keys: readonly [SigningKey, ...SigningKey[]];
  /** Null where the checkpoints stand in the database only. */
  store: SecondStore | null;
  /** What was erased, kept in the same place; null or left out where that is nowhere. */
  erasures?: Pick<ErasureList, 'keepUp'> | null;
  log: Pick<Logger, 'info' | 'error'>;
  /** Milliseconds since 1970. */
  clock: () => number;
  pace?: Pace;
}

/**
 * `elsewhere`: another process was sealing. `refused`: something is not as it was sealed, so that nothing is signed.
 * `away`: database or second store do not answer.
 */
export type SealingRound = 'sealed' | 'nothing' | 'elsewhere' | 'refused' | 'away';

/** So often it is looked whether all that is on record was noted for sealing. */
const lookMs = 3_600_000;
const unnotedKind = 'entries-unnoted';
/** More of them are one fault: the alarm names the first ones. */
const mostUnnoted = 200;
/** A store that is away for a moment is no alarm. */
const patienceMs = 5 * 60_000;

/**
 * Seals what was appended: signs a checkpoint over the whole ledger, and keeps it in a second place. Of all processes
 * one seals at a time. Before it signs it looks whether database and store still say what was sealed before; where they
 * do not, it raises an alarm and signs nothing.
 */
export class Sealer {
  /** Compared with the second store since this process began. */
  private compared = false;
  /** After a refusal nothing is tried before this. */
  private notBefore = 0;
  private nextLook = 0;
  private awaySince: number | null = null;
  /** After a failure erasures are not listed before this. */
  private listNotBefore = 0;
  /** Since when they could not be listed; undefined before the first try, by which an alarm of an earlier process ends. */
  private unlistedSince: number | null | undefined;

  constructor(private readonly deps: SealerDeps) {}

  async round(): Promise<SealingRound> {
    let round: SealingRound = 'elsewhere';
    try {
      await underSealingLock(this.deps.dataSource, async () => {
        await this.keepErasures();
        round = await this.work();
      });
      return round;
    } catch (error) {
      const { name, code } = error as { name: string; code?: string };
      this.deps.log.error({ error: name, code }, 'the ledger could not be sealed');
      return 'away';
    }
  }

  /** Sealing does not wait for it: what cannot be listed now is listed by a later round. */
  private async keepErasures(): Promise<void> {
    const at = this.deps.clock();
    if (at < this.listNotBefore) return;
    try {
      const repeated = await this.deps.erasures?.keepUp();
      if (repeated && repeated.people + repeated.texts + repeated.files > 0)
        this.deps.log.info({ ...repeated }, 'erasures were repeated: the database is older than their lists');
      if (this.unlistedSince !== null) await this.recordUnlisted(at, []);
      this.unlistedSince = null;
    } catch (error) {
      this.listNotBefore = at + (this.deps.pace ?? usualPace).milliseconds;
      this.unlistedSince ??= at;
      const { name, code, message } = error as { name: string; code?: string; message: string };
      const why = error instanceof ErasureListRefused ? message : code;
      this.deps.log.error({ error: name, why }, 'erasures could not be listed outside the database');
      if (error instanceof ErasureListRefused) {
        const { list, what } = error.details;
        await this.recordUnlisted(at, [{ subject: 'refused', details: { list, what } }]);
      } else if (at - this.unlistedSince >= patienceMs)
        await this.recordUnlisted(at, [{ subject: 'failed', details: { error: code ?? name } }]);
    }
  }

  private recordUnlisted(at: number, found: Found[]): Promise<void> {
    const sighting: Sighting = { kind: 'erasures-unlisted', found, complete: true };
    return new AlarmRepository(this.deps.dataSource.manager).record([sighting], new Date(at).toISOString());
  }

  private async work(): Promise<SealingRound> {
    const { dataSource, clock, pace = usualPace } = this.deps;
    const at = clock();
    if (at >= this.nextLook) await this.lookForUnnoted(at);
    if (at < this.notBefore) return 'nothing';
    const due = await dueBy(dataSource.manager, pace);
    if (!due && this.compared) return 'nothing';
    try {
      const sealed = await this.sealIf(due);
      await this.record(at, null, sealed?.breaks ?? null);
      this.notBefore = sealed && sealed.breaks.length > 0 ? at + pace.milliseconds : 0;
      return sealed?.number ? 'sealed' : 'nothing';
    } catch (error) {
      return this.failed(error, at, pace);
    }
  }

  /** What is found is sealed like all else, and told: notes do not get lost by themselves. */
  private async lookForUnnoted(at: number): Promise<void> {
    const { dataSource, log } = this.deps;
    const unnoted = await new SealingRepository(dataSource.manager).noteUnsealed();
    this.nextLook = at + lookMs;
    if (unnoted.length > 0)
      log.error({ streams: unnoted.length }, 'entries were on record that nobody noted for sealing');
    const alarms = new AlarmRepository(dataSource.manager);
    // What another process found a moment ago stays an alarm until people were told.
    const before = await alarms.raisedAfter(unnotedKind, new Date(at - lookMs).toISOString());
    const found = unnoted.slice(0, mostUnnoted).map(({ stream, ...details }) => ({ subject: stream, details }));
    const sighting: Sighting = { kind: unnotedKind, found: [...before, ...found], complete: true };
    await alarms.record([sighting], new Date(at).toISOString());
  }

  /** Null where the store has to catch up first, or nothing is due. */
  private async sealIf(due: boolean): Promise<NextCheckpoint | null> {
    const { dataSource, keys, store, log } = this.deps;
    const checkpoints = new CheckpointRepository(dataSource.manager);
    const newest = await checkpoints.newest();
    const last = newest && openedCheckpoint(newest, keys);
    const mirror = store && new Mirror(store, checkpoints);
    // Before anything is copied: a store that is filled from this database shows nothing.
    const end = { origin: last?.checkpoint.origin ?? originOf(keys[0]), number: newest?.number ?? 0 };
    if (!(await goesOn(dataSource.manager, end, mirror))) throw new SealRefused('restored', { number: end.number });
    if (mirror && !(await mirror.compare(newest))) return null;
    this.compared = true;
    this.awaySince = null;
    if (!due) return null;
    const next = await dataSource.transaction((manager) => nextCheckpoint(manager, last, keys, this.deps.pace?.most));
    if (next.number === null) return next;
    // What the store does not take now, it gets before the next one is signed.
    await mirror?.compare(await checkpoints.newest());
    log.info({ number: next.number, size: next.size }, 'the ledger was sealed');
    return next;
  }

  private async failed(error: unknown, at: number, pace: Pace): Promise<SealingRound> {
    const { log } = this.deps;
    if (error instanceof SealRefused) {
      log.error({ subject: error.subject, ...error.details }, error.message);
      this.notBefore = at + pace.milliseconds;
      await this.record(at, error, null);
      return 'refused';
    }
    if (!(error instanceof FileStoreUnavailable)) throw error;
    this.awaySince ??= at;
    log.error({ why: error.details.why }, 'the second store of checkpoints does not answer');
    if (at - this.awaySince >= patienceMs) await this.record(at, error, null);
    return 'away';
  }

  /** `breaks`: null where the entries were not looked at. */
  private async record(
    at: number,
    fault: SealRefused | FileStoreUnavailable | null,
    breaks: readonly Break[] | null,
  ): Promise<void> {
    const { manager } = this.deps.dataSource;
    const now = new Date(at).toISOString();
    const refused = fault instanceof SealRefused ? [{ subject: fault.subject, details: fault.details }] : [];
    const away = fault instanceof FileStoreUnavailable ? [{ subject: 'store', details: {} }] : [];
    const sightings: Sighting[] = [
      { kind: 'checkpoint-refused', found: refused, complete: away.length === 0 },
      { kind: 'checkpoint-store-away', found: away, complete: true },
      await clockSighting(manager, at),
    ];
    if (breaks) sightings.push({ kind: 'record-broken', found: breaks.map(alarmOf), complete: true });
    await new AlarmRepository(manager).record(sightings, now);
  }
}

const alarmOf = ({ stream, seq, kind }: Break) => ({ subject: stream, details: { seq, kind } });
