import type { EntityManager } from 'typeorm';
import { append, lockHead } from '../ledger/append.js';
import { type Envelope, openBody } from '../ledger/envelope.js';
import { accessStream } from '../ledger/streams.js';
import type { Act } from './act.js';

/** What was read, denied, asked or given away: an entry of the access record of its day. */
export interface AccessEntry extends Omit<Envelope, 'data'> {
  day: string;
  data: Record<string, unknown>;
}

/** An entry of the access record by its day and number. */
export interface AccessPlace {
  day: string;
  seq: number;
}

/** Which entries somebody wants to see; each condition narrows it. */
export interface AccessAsked {
  /** Civil days (Shanghai), oldest first. */
  days: readonly string[];
  /** Number of the last entry of the page before, on the first of the days. */
  after: number;
  limit: number;
  /** Id of the person or name of the program that did it, or is said to have. */
  by?: string | undefined;
  /** Id of a person whom it concerns. */
  about?: string | undefined;
  licenseId?: string | undefined;
}

/**
 * `data.claimed`: whom somebody said to be, where nothing proves it; `data.people`: those whom it shows, as far as that is
 * known; `data.subject`: whom or what the address names. Ids of people and names of programs stand in the bytes as they
 * are: most entries need not be taken apart.
 */
const conditions = {
  by: (place: string) =>
    `position(convert_to(${place}, 'UTF8') in body) > 0 and
     ${place} in (coalesce(doc #>> '{data,who,id}', doc #>> '{actor,id}'), doc #>> '{data,claimed,id}')`,
  about: (place: string) =>
    `(doc #>> '{data,subject}' = ${place} or doc #> '{data,people}' @> to_jsonb(${place}::text))`,
  licenseId: (place: string) => `${place} in (doc #>> '{data,licenseId}', doc #>> '{data,subject}')`,
} as const;

/** The access record: one stream per day. */
export class AccessNoteRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Call within a transaction. `data`: with the ids of whom it concerns (`subject`, `people`). */
  async note({ type, v, data }: Pick<Envelope, 'type' | 'v' | 'data'>, act: Act): Promise<void> {
    const { actor, commandId, now, validOn } = act;
    const stream = accessStream(validOn);
    const head = await lockHead(this.manager, stream);
    await append(this.manager, stream, head, now, [{ type, v, validOn, actor, commandId, data }]);
  }

  /** Those of which anything is on record, oldest first. */
  async days(): Promise<string[]> {
    const rows = (await this.manager.query(
      `select replace(stream, 'access/', '') as day from paizhao.ledger_heads where stream like 'access/%' order by 1`,
    )) as { day: string }[];
    return rows.map(({ day }) => day);
  }

  /** Oldest first. */
  find({ days, after, limit, ...asked }: AccessAsked): Promise<AccessEntry[]> {
    const values: unknown[] = [days.map(accessStream), limit, accessStream(days[0] ?? ''), after];
    const met = (Object.keys(conditions) as (keyof typeof conditions)[]).flatMap((name) => {
      const value = asked[name];
      return value === undefined ? [] : [conditions[name](`$${values.push(value)}`)];
    });
    return this.read(['(stream > $3 or seq > $4)', ...met], 'stream, seq', values);
  }

  /** Of these civil days (Shanghai), about one person, the newest first, from before an entry on (null: all). */
  about(personId: string, days: readonly string[], before: AccessPlace | null, limit: number): Promise<AccessEntry[]> {
    const values: unknown[] = [days.map(accessStream), limit, personId];
    const earlier = before ? ['(stream, seq) < ($4, $5::bigint)'] : [];
    if (before) values.push(accessStream(before.day), before.seq);
    return this.read([conditions.about('$3'), ...earlier], 'stream desc, seq desc', values);
  }

  /** @param values the streams and the limit, then those of the conditions */
  private async read(met: readonly string[], order: string, values: readonly unknown[]): Promise<AccessEntry[]> {
    const rows = (await this.manager.query(
      `select body from (select stream, seq, body, convert_from(body, 'UTF8')::jsonb as doc
                           from paizhao.ledger_events where stream = any($1::text[])) of_days
        where ${met.join(' and ')} order by ${order} limit $2`,
      [...values],
    )) as { body: Buffer }[];
    return rows.map(({ body }) => {
      const { data, ...entry } = openBody(body);
      return { ...entry, day: entry.stream.replace('access/', ''), data: data as AccessEntry['data'] };
    });
  }
}
