import type { EntityManager } from 'typeorm';
import type { LicenseState, RecordedEvent } from '../domain/index.js';
import { readWholeStream } from '../ledger/append.js';
import { openBody } from '../ledger/envelope.js';
import { licenseStream } from '../ledger/streams.js';
import { SnapshotEntity } from './entities/index.js';

/** The form of state that the running code folds to, and how: a snapshot of another form is not read. */
export interface Folding {
  form: number;
  fold(licenseId: string, events: readonly RecordedEvent[]): LicenseState | null;
}

export class SnapshotRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly folding: Folding,
  ) {}

  /**
   * Asked by every command and every question about a license, so without the query builder. A snapshot that another
   * release wrote is folded anew, up to its own entry; the license's next advance writes it in the new form.
   */
  async find(licenseId: string): Promise<SnapshotEntity | null> {
    const snapshot = await this.stored(licenseId);
    if (!snapshot || snapshot.state.form === this.folding.form) return snapshot;
    const events: RecordedEvent[] = [];
    for await (const { seq, body } of readWholeStream(this.manager, licenseStream(licenseId))) {
      if (seq > snapshot.seq) break;
      events.push(openBody(body) as unknown as RecordedEvent);
    }
    const state = this.folding.fold(licenseId, events);
    return state && { ...snapshot, state };
  }

  /** Open licenses in the order of their ids, each as `find` gives it. */
  async open(after: string | null, limit: number): Promise<SnapshotEntity[]> {
    const rows = (await this.manager.query(
      `select license_id as "licenseId" from paizhao.license_view
        where not ended and ($1::uuid is null or license_id > $1::uuid) order by license_id limit $2`,
      [after, limit],
    )) as { licenseId: string }[];
    const found: SnapshotEntity[] = [];
    for (const { licenseId } of rows) {
      const snapshot = await this.find(licenseId);
      if (snapshot) found.push(snapshot);
    }
    return found;
  }

  private async stored(licenseId: string): Promise<SnapshotEntity | null> {
    const rows = (await this.manager.query(
      `select license_id as "licenseId", seq, state, paizhao.instant(wake_at) as "wakeAt", wake_why as "wakeWhy",
              clock_offset_ms as "clockOffsetMs"
         from paizhao.snapshots where license_id = $1`,
      [licenseId],
    )) as (Omit<SnapshotEntity, 'clockOffsetMs'> & { clockOffsetMs: string })[];
    return rows[0] ? { ...rows[0], clockOffsetMs: Number(rows[0].clockOffsetMs) } : null;
  }

  /** How far the license's time is ahead; only where simulation is on. */
  async setClockOffset(licenseId: string, milliseconds: number): Promise<void> {
    await this.manager.update(SnapshotEntity, { licenseId }, { clockOffsetMs: milliseconds });
  }
}

/**
 * The license's time outside its workflow (dry run, sends, exports): the clock on the wall, the offset of a simulated
 * license, and never before its newest entry. UTC instants.
 */
export function licenseTime(
  wallClock: string,
  snapshot: Pick<SnapshotEntity, 'clockOffsetMs' | 'state'> | null,
): string {
  if (!snapshot) return wallClock;
  const shifted = new Date(Date.parse(wallClock) + snapshot.clockOffsetMs).toISOString();
  return shifted > snapshot.state.recordedAt ? shifted : snapshot.state.recordedAt;
}
