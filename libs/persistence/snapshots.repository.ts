import type { EntityManager } from 'typeorm';
import type { LicenseState, Pins, RecordedEvent } from '../domain/index.js';
import { readWholeStream } from '../ledger/append.js';
import { openBody } from '../ledger/envelope.js';
import { licenseStream } from '../ledger/streams.js';
import { SnapshotEntity } from './entities/index.js';

/** The form of state that the running code folds to, and how: a snapshot of another form is not read. */
export interface Folding {
  form: number;
  fold(licenseId: string, events: readonly RecordedEvent[]): LicenseState | null;
  /** A state of this form that was kept, as `fold` gave it. */
  restored(state: LicenseState): LicenseState;
}

type SnapshotRow = Omit<SnapshotEntity, 'clockOffsetMs'> & { clockOffsetMs: string };

const columns = `s.license_id as "licenseId", s.seq, s.state, paizhao.instant(s.wake_at) as "wakeAt",
  s.wake_why as "wakeWhy", s.clock_offset_ms as "clockOffsetMs",
  paizhao.instant(s.clock_set_at) as "clockSetAt"`;

const openLicenses = `
  from paizhao.license_view v join paizhao.snapshots s on s.license_id = v.license_id
 where not v.ended and ($1::uuid is null or v.license_id > $1::uuid) order by v.license_id limit $2`;

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
    const rows = (await this.manager.query(`select ${columns} from paizhao.snapshots s where s.license_id = $1`, [
      licenseId,
    ])) as SnapshotRow[];
    return rows[0] ? this.inForm(rows[0]) : null;
  }

  /** What a license's time follows from, without its state; null where there is no such license. */
  async timeOf(licenseId: string): Promise<{ clockOffsetMs: number; recordedAt: string } | null> {
    const rows = (await this.manager.query(
      `select s.clock_offset_ms::float8 as "clockOffsetMs", paizhao.instant(v.recorded_at) as "recordedAt"
         from paizhao.snapshots s join paizhao.license_view v on v.license_id = s.license_id where s.license_id = $1`,
      [licenseId],
    )) as { clockOffsetMs: number; recordedAt: string }[];
    return rows[0] ?? null;
  }

  /** Of these licenses, in the order of their ids, each as `find` gives it. */
  async findAll(licenseIds: readonly string[]): Promise<SnapshotEntity[]> {
    const rows = (await this.manager.query(
      `select ${columns} from paizhao.snapshots s where s.license_id = any($1::uuid[]) order by s.license_id`,
      [licenseIds],
    )) as SnapshotRow[];
    return this.allInForm(rows);
  }

  /** Open licenses in the order of their ids, each as `find` gives it. */
  async open(after: string | null, limit: number): Promise<SnapshotEntity[]> {
    const rows = (await this.manager.query(`select ${columns} ${openLicenses}`, [after, limit])) as SnapshotRow[];
    return this.allInForm(rows);
  }

  /** Open licenses of a company that are real, from behind `after` on, in the order of their ids, each as `find` gives it. */
  async openOfCompany(companyId: string, after: string | null, limit: number): Promise<SnapshotEntity[]> {
    const rows = (await this.manager.query(
      `select ${columns} from paizhao.license_view v join paizhao.snapshots s on s.license_id = v.license_id
        where v.company_id = $1 and not v.ended and not v.simulated and ($2::uuid is null or v.license_id > $2::uuid)
        order by v.license_id limit $3`,
      [companyId, after, limit],
    )) as SnapshotRow[];
    return this.allInForm(rows);
  }

  private async allInForm(rows: readonly SnapshotRow[]): Promise<SnapshotEntity[]> {
    const found: SnapshotEntity[] = [];
    for (const row of rows) {
      const snapshot = await this.inForm(row);
      if (snapshot) found.push(snapshot);
    }
    return found;
  }

  /** The versions that open licenses pin, in the order of their ids: without their states. */
  openPins(after: string | null, limit: number): Promise<{ licenseId: string; pins: Pins }[]> {
    return this.manager.query(`select s.license_id as "licenseId", s.state -> 'pins' as pins ${openLicenses}`, [
      after,
      limit,
    ]);
  }

  private async inForm({ clockOffsetMs, ...row }: SnapshotRow): Promise<SnapshotEntity | null> {
    const snapshot = { ...row, clockOffsetMs: Number(clockOffsetMs) };
    if (snapshot.state.form === this.folding.form) return { ...snapshot, state: this.folding.restored(snapshot.state) };
    const { licenseId } = snapshot;
    const events: RecordedEvent[] = [];
    for await (const { seq, body } of readWholeStream(this.manager, licenseStream(licenseId))) {
      if (seq > snapshot.seq) break;
      events.push(openBody(body) as unknown as RecordedEvent);
    }
    const state = this.folding.fold(licenseId, events);
    return state && { ...snapshot, state };
  }

  /** How far the license's time is ahead; only where simulation is on. */
  async setClockOffset(licenseId: string, milliseconds: number): Promise<void> {
    await this.manager.query(
      'update paizhao.snapshots set clock_offset_ms = $2, clock_set_at = clock_timestamp() where license_id = $1',
      [licenseId, milliseconds],
    );
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
