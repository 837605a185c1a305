import type { EntityManager } from 'typeorm';
import type { StoredHead, StoredRange, StoredTile } from './checkpoints.repository.js';
import { CheckpointEntity, type ClockFindingKind, SealFindingEntity } from './entities/index.js';

/** What was appended since the last checkpoint. */
export interface Waiting {
  entries: number;
  /** Since the oldest of it was appended. */
  milliseconds: number;
}

/** A stream with entries that no checkpoint seals, and the notes that say so. */
export interface NotedStream {
  stream: string;
  upto: number;
  ids: string[];
}

/** What of an entry is sealed, and by what it is told whether its row is still what was appended. */
export interface UnsealedEntry {
  stream: string;
  seq: number;
  prev: Buffer;
  hash: Buffer;
  /** Body and hash belong together. */
  sound: boolean;
  recordedAt: string;
  storedAt: string;
}

export interface ClockFinding {
  kind: ClockFindingKind;
  stream: string;
  seq: number;
  seconds: number;
}

/** What one checkpoint adds to the database. */
export interface NewCheckpoint {
  number: number;
  size: number;
  seal: string;
  note: string;
  sealedAt: string;
  ranges: readonly StoredRange[];
  heads: readonly StoredHead[];
  logTiles: readonly StoredTile[];
  headsTiles: readonly { tier: number; index: number; hashes: Buffer }[];
  findings: readonly ClockFinding[];
  /** Notes that are done. */
  noteIds: readonly string[];
}

/** A stream whose newest entries no note told of. */
export interface UnnotedStream {
  stream: string;
  seq: number;
  /** Of them. */
  entries: number;
}

/** Notes that one look goes through at most. */
const notesAtOnce = 20_000;
/** Notes that one statement gathers, about. */
const notesGatheredAtOnce = 100_000;
/** Streams that one statement compares with what is sealed of them. */
const streamsComparedAtOnce = 20_000;

/** The sealer's side of the database; one at a time works on it. */
export class SealingRepository {
  constructor(private readonly manager: EntityManager) {}

  async waiting(): Promise<Waiting> {
    const rows = (await this.manager.query(
      `select coalesce(sum(entries), 0)::float8 as entries,
              coalesce(extract(epoch from clock_timestamp() - min(noted_at)) * 1000, 0)::float8 as milliseconds
         from paizhao.seal_notes`,
    )) as Waiting[];
    return rows[0] ?? { entries: 0, milliseconds: 0 };
  }

  /**
   * Compares the newest entry of every stream with what is sealed of it, and notes what is younger and was not noted: a
   * note was lost or taken away, or entries came past the trigger. Only under the sealing lock.
   */
  async noteUnsealed(atOnce = streamsComparedAtOnce): Promise<UnnotedStream[]> {
    const found: UnnotedStream[] = [];
    for (let after = ''; ; ) {
      const [page] = (await this.manager.query('select * from paizhao.note_unsealed($1, $2)', [after, atOnce])) as {
        looked: number;
        last: string | null;
        noted: UnnotedStream[];
      }[];
      found.push(...(page?.noted ?? []));
      if (!page?.last || page.looked < atOnce) return found;
      after = page.last;
    }
  }

  /** The database's clock. */
  async clock(): Promise<string> {
    const rows = (await this.manager.query('select paizhao.instant(clock_timestamp()) as now')) as { now: string }[];
    return rows[0]?.now as string;
  }

  /** Streams in the order of the oldest notes, until they have `most` entries; but for those of `without`. */
  async noted(most: number, without: readonly string[]): Promise<NotedStream[]> {
    return (await this.manager.query(
      `select stream, max(upto_seq)::float8 as upto, array_agg(id::text) as ids
         from (select id, stream, upto_seq, sum(entries) over (order by id) - entries as before
                 from (select * from paizhao.seal_notes where stream <> all ($2::text[]) order by id limit $3) n) m
        where before < $1 group by stream order by stream collate "C"`,
      [most, without, notesAtOnce],
    )) as NotedStream[];
  }

  async heads(streams: readonly string[]): Promise<StoredHead[]> {
    return (await this.manager.query(
      'select stream, bucket, seq::float8 as seq, hash from paizhao.sealed_heads where stream = any ($1::text[])',
      [streams],
    )) as StoredHead[];
  }

  /** The entries after the sealed one of each stream, in order, and before them the sealed one itself. */
  async entries(asked: readonly { stream: string; after: number; upto: number }[]): Promise<UnsealedEntry[]> {
    return (await this.manager.query(
      `select e.stream, e.seq::float8 as seq, e.prev, e.hash,
              e.hash = sha256('\\x00'::bytea || e.prev || e.body) as sound,
              paizhao.instant(e.recorded_at) as "recordedAt", paizhao.instant(e.stored_at) as "storedAt"
         from unnest($1::text[], $2::bigint[], $3::bigint[]) with ordinality as asked (stream, after, upto, place)
         join paizhao.ledger_events e on e.stream = asked.stream and e.seq between asked.after and asked.upto
        order by asked.place, e.seq`,
      [asked.map(({ stream }) => stream), asked.map(({ after }) => after), asked.map(({ upto }) => upto)],
    )) as UnsealedEntry[];
  }

  /** Every stream with its newest entry, page by page by name. */
  async streamHeads(after: string, limit: number): Promise<{ stream: string; seq: number }[]> {
    return (await this.manager.query(
      'select stream, seq::float8 as seq from paizhao.ledger_heads where stream > $1 order by stream limit $2',
      [after, limit],
    )) as { stream: string; seq: number }[];
  }

  /** Licenses whose time is skipped, of these: it is not expected to go with the database's. */
  async simulated(licenseIds: readonly string[]): Promise<string[]> {
    const rows = (await this.manager.query(
      'select license_id as id from paizhao.license_view where simulated and license_id = any ($1::uuid[])',
      [licenseIds],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** Within the caller's transaction. */
  async keep(checkpoint: NewCheckpoint): Promise<void> {
    const { ranges, heads, logTiles, headsTiles, findings, noteIds, ...row } = checkpoint;
    await this.manager.insert(CheckpointEntity, row);
    await this.keepRanges(ranges);
    await this.keepHeads(heads);
    await this.manager.query(
      `insert into paizhao.log_tiles (level, index, hashes)
       select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
       on conflict (level, index) do update set hashes = excluded.hashes`,
      [logTiles.map(({ level }) => level), logTiles.map(({ index }) => index), logTiles.map(({ hashes }) => hashes)],
    );
    await this.manager.query(
      `insert into paizhao.heads_tiles (tier, index, hashes)
       select * from unnest($1::smallint[], $2::integer[], $3::bytea[])
       on conflict (tier, index) do update set hashes = excluded.hashes`,
      [
        headsTiles.map(({ tier }) => tier),
        headsTiles.map(({ index }) => index),
        headsTiles.map(({ hashes }) => hashes),
      ],
    );
    await this.keepFindings(findings, checkpoint.sealedAt);
    await this.done(noteIds);
  }

  async done(noteIds: readonly string[]): Promise<void> {
    await this.manager.query('delete from paizhao.seal_notes where id = any ($1::bigint[])', [noteIds]);
  }

  private async keepRanges(ranges: readonly StoredRange[]): Promise<void> {
    await this.manager.query(
      `insert into paizhao.sealed_ranges (first_leaf, stream, after_seq, upto_seq)
       select * from unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[])`,
      [
        ranges.map(({ firstLeaf }) => firstLeaf),
        ranges.map(({ stream }) => stream),
        ranges.map(({ after }) => after),
        ranges.map(({ upto }) => upto),
      ],
    );
  }

  private async keepHeads(heads: readonly StoredHead[]): Promise<void> {
    await this.manager.query(
      `insert into paizhao.sealed_heads (stream, bucket, seq, hash)
       select * from unnest($1::text[], $2::integer[], $3::bigint[], $4::bytea[])
       on conflict (stream) do update set seq = excluded.seq, hash = excluded.hash`,
      [
        heads.map(({ stream }) => stream),
        heads.map(({ bucket }) => bucket),
        heads.map(({ seq }) => seq),
        heads.map(({ hash }) => hash),
      ],
    );
  }

  private async keepFindings(findings: readonly ClockFinding[], foundAt: string): Promise<void> {
    if (findings.length === 0) return;
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(SealFindingEntity)
      .values(findings.map((finding) => ({ ...finding, foundAt })))
      .orIgnore()
      .execute();
  }

  /** Clocks that were found to have jumped since, the newest first. */
  async findingsSince(instant: string, limit: number): Promise<ClockFinding[]> {
    return this.manager
      .createQueryBuilder(SealFindingEntity, 'f')
      .where('f.found_at >= :instant', { instant })
      .orderBy('f.found_at', 'DESC')
      .addOrderBy('f.stream')
      .limit(limit)
      .getMany();
  }

  /**
   * Where nothing is sealed, one note per stream is enough: the newest, which then stands for the entries of all. Goes
   * through them by streams, about `atOnce` notes a time. Only under the sealing lock.
   */
  async gatherNotes(atOnce = notesGatheredAtOnce): Promise<void> {
    const [row] = (await this.manager.query('select count(*)::float8 as notes from paizhao.seal_notes')) as {
      notes: number;
    }[];
    const parts = Math.ceil((row?.notes ?? 0) / atOnce);
    for (let part = 0; part < parts; part += 1) await this.gatherPart(part, parts);
  }

  private async gatherPart(part: number, parts: number): Promise<void> {
    await this.manager.query(
      `with part as (
         select id, entries, max(id) over (partition by stream) as newest
           from paizhao.seal_notes where mod(hashtext(stream) & 2147483647, $2::integer) = $1::integer),
       gone as (
         delete from paizhao.seal_notes n using part where n.id = part.id and part.id < part.newest
         returning part.newest, part.entries)
       update paizhao.seal_notes n set entries = n.entries + older.entries
         from (select newest, sum(entries)::bigint as entries from gone group by newest) older
        where n.id = older.newest`,
      [part, parts],
    );
  }
}
