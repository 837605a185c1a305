import type { EntityManager } from 'typeorm';
import { fanOutCommandId } from '../ledger/uuid5.js';
import { FanOutEntity, type FanOutState } from './entities/index.js';

export interface PendingFanOut {
  licenseId: string;
  commandId: string;
}

/** An event that is still being carried; `perSecond`: the rate that was chosen for it, if one was. */
export interface PendingEvent {
  eventId: string;
  perSecond: number | null;
}

/** What one event of a company or the house still has to tell, and to which licenses. */
export class FanOutRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Stores one command per license, and the row by which the fan-out finds it. Call it in the transaction that appends
   * the event. `body` is the `LicenseCommand`; its id follows from event and license, so that nothing is told twice.
   */
  async spread(eventId: string, licenseIds: readonly string[], body: object): Promise<void> {
    if (licenseIds.length === 0) return;
    const commandIds = licenseIds.map((licenseId) => fanOutCommandId(eventId, licenseId));
    await this.manager.query(
      `insert into paizhao.commands (id, subject_id, principal, actor, fingerprint, body)
       select id, license, 'system:fan-out', '{"kind":"system","id":"fan-out"}', $3::text, $4
         from unnest($1::uuid[], $2::uuid[]) as row (id, license) on conflict (id) do nothing`,
      [commandIds, licenseIds, `event:${eventId}`, JSON.stringify(body)],
    );
    await this.manager.query(
      `insert into paizhao.fan_out (event_id, license_id, command_id)
       select $3, license, id from unnest($1::uuid[], $2::uuid[]) as row (id, license)
       on conflict (event_id, license_id) do nothing`,
      [commandIds, licenseIds, eventId],
    );
  }

  /** The next licenses to tell, in a stable order. */
  async pending(eventId: string, limit: number): Promise<PendingFanOut[]> {
    const rows = await this.manager.find(FanOutEntity, {
      where: { eventId, state: 'pending' },
      order: { licenseId: 'ASC' },
      take: limit,
    });
    return rows.map(({ licenseId, commandId }) => ({ licenseId, commandId }));
  }

  countPending(eventId: string): Promise<number> {
    return this.manager.countBy(FanOutEntity, { eventId, state: 'pending' });
  }

  /** Events with licenses still to tell: their workflows must run. */
  pendingEvents(limit = 100): Promise<PendingEvent[]> {
    return this.manager.query(
      `select f.event_id as "eventId", max(a.per_second) as "perSecond"
         from paizhao.fan_out f left join paizhao.adoptions a on a.event_id = f.event_id
        where f.state = 'pending' group by f.event_id order by min(f.stored_at) limit $1`,
      [limit],
    );
  }

  /** `refused` is final too: the license answered, and its code is kept. `now` is a UTC instant. */
  async settle(
    eventId: string,
    licenseId: string,
    state: Exclude<FanOutState, 'pending'>,
    now: string,
    refusalCode: string | null = null,
  ): Promise<void> {
    await this.manager.update(
      FanOutEntity,
      { eventId, licenseId, state: 'pending' },
      { state, refusalCode, doneAt: now },
    );
  }
}
