import type { EntityManager } from 'typeorm';
import { append, lockHead } from '../ledger/append.js';
import { openBody } from '../ledger/envelope.js';
import { accessStream } from '../ledger/streams.js';
import type { Act } from './act.js';

/** What was read, denied or given away about a person: an entry of the access record of its day. */
export interface AccessAbout {
  day: string;
  seq: number;
  recordedAt: string;
  type: string;
  actor: { kind: string; id: string };
  data: Record<string, unknown>;
}

/** An entry of the access record by its day and number. */
export interface AccessPlace {
  day: string;
  seq: number;
}

/** Entries of the access record that name a person. */
export class AccessNoteRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Call within a transaction. `data.subject`: whom it is about. */
  async note(type: string, data: { subject: string } & Record<string, unknown>, act: Act): Promise<void> {
    const { actor, commandId, now, validOn } = act;
    const stream = accessStream(validOn);
    const head = await lockHead(this.manager, stream);
    await append(this.manager, stream, head, now, [{ type, v: 1, validOn, actor, commandId, data }]);
  }

  /** Of these civil days (Shanghai), about one person, the newest first, from before an entry on. */
  async about(
    personId: string,
    days: readonly string[],
    before: AccessPlace | null,
    limit: number,
  ): Promise<AccessAbout[]> {
    const rows = (await this.manager.query(
      `select body from (
         select stream, seq, body, convert_from(body, 'UTF8')::jsonb #>> '{data,subject}' as subject
           from paizhao.ledger_events where stream = any($2::text[]) and ($4::text is null or (stream, seq) < ($4, $5::bigint))) of_days
        where subject = $1 order by stream desc, seq desc limit $3`,
      [personId, days.map(accessStream), limit, before && accessStream(before.day), before?.seq ?? null],
    )) as { body: Buffer }[];
    return rows.map(({ body }) => {
      const { stream, seq, recordedAt, type, actor, data } = openBody(body);
      return { day: stream.replace('access/', ''), seq, recordedAt, type, actor, data: data as AccessAbout['data'] };
    });
  }
}
