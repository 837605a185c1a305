import { type EntityManager, In, LessThan } from 'typeorm';
import { bringsKey, CheckpointEntity, GivenUpRecordEntity } from './entities/index.js';

/** A node of one of the trees by its place, several of a level beside each other. */
export interface StoredTile {
  level: number;
  index: number;
  hashes: Buffer;
}

/** Entries of one stream that lie beside each other in the tree. */
export interface StoredRange {
  firstLeaf: number;
  stream: string;
  after: number;
  upto: number;
}

export interface StoredHead {
  stream: string;
  bucket: number;
  seq: number;
  hash: Buffer;
}

/** What was sealed, as the database has it: what proofs are made of. It is evidence only together with a signature. */
export class CheckpointRepository {
  constructor(private readonly manager: EntityManager) {}

  newest(): Promise<CheckpointEntity | null> {
    return this.manager.findOne(CheckpointEntity, { where: {}, order: { number: 'DESC' } });
  }

  byNumber(number: number): Promise<CheckpointEntity | null> {
    return this.manager.findOneBy(CheckpointEntity, { number });
  }

  /** The one that it goes on from: those between the two were given up. */
  before(number: number): Promise<CheckpointEntity | null> {
    return this.manager.findOne(CheckpointEntity, { where: { number: LessThan(number) }, order: { number: 'DESC' } });
  }

  /** The newest that began a log in the place of another one. */
  newestContinuing(): Promise<CheckpointEntity | null> {
    return this.manager
      .createQueryBuilder(CheckpointEntity, 'c')
      .where(`c.seal like '%"continues":%'`)
      .orderBy('c.number', 'DESC')
      .limit(1)
      .getOne();
  }

  /** The record of one that was given up; null where there is none of this number. */
  async givenUp(number: number): Promise<Buffer | null> {
    return (await this.manager.findOneBy(GivenUpRecordEntity, { number }))?.record ?? null;
  }

  async keepGivenUp(number: number, record: Buffer): Promise<void> {
    await this.manager.insert(GivenUpRecordEntity, { number, record });
  }

  /**
   * Of the present log: its first, those that bring another key (signed by two), those of which a mail was made, whatever
   * became of it (a server may have taken what it refused to say so), and the newest; the oldest first.
   */
  async milestones(): Promise<CheckpointEntity[]> {
    const first = (await this.newestContinuing())?.number ?? 1;
    const rows = (await this.manager.query(
      `select number::float8 as number from paizhao.checkpoints where number >= $1 and ${bringsKey}
       union select number::float8 from paizhao.checkpoint_mails where number >= $1
       union select number::float8 from paizhao.checkpoints where number = $1
       union (select number::float8 from paizhao.checkpoints order by number desc limit 1)`,
      [first],
    )) as { number: number }[];
    const numbers = rows.map(({ number }) => number);
    return this.manager.find(CheckpointEntity, { where: { number: In(numbers) }, order: { number: 'ASC' } });
  }

  /** Of the leaves `from` up to, and without, `to`; in order. */
  async ranges(from: number, to: number): Promise<StoredRange[]> {
    return (await this.manager.query(
      `select first_leaf::float8 as "firstLeaf", stream, after_seq::float8 as after, upto_seq::float8 as upto
         from paizhao.sealed_ranges where first_leaf >= $1 and first_leaf < $2 order by first_leaf`,
      [from, to],
    )) as StoredRange[];
  }

  /** The range that holds an entry; null where it is not sealed. */
  async rangeWith(stream: string, seq: number): Promise<StoredRange | null> {
    const rows = (await this.manager.query(
      `select first_leaf::float8 as "firstLeaf", stream, after_seq::float8 as after, upto_seq::float8 as upto
         from paizhao.sealed_ranges where stream = $1 and upto_seq >= $2 order by upto_seq limit 1`,
      [stream, seq],
    )) as StoredRange[];
    return rows[0] && rows[0].after < seq ? rows[0] : null;
  }

  /** Those that are there of the tiles asked for. */
  async logTiles(places: readonly { level: number; index: number }[]): Promise<StoredTile[]> {
    return (await this.manager.query(
      `select level, index::float8 as index, hashes from paizhao.log_tiles
         join unnest($1::smallint[], $2::bigint[]) as asked (level, index) using (level, index)`,
      [places.map(({ level }) => level), places.map(({ index }) => index)],
    )) as StoredTile[];
  }

  async headsTiles(
    places: readonly { tier: number; index: number }[],
  ): Promise<(Omit<StoredTile, 'level'> & { tier: number })[]> {
    return (await this.manager.query(
      `select tier, index, hashes from paizhao.heads_tiles
         join unnest($1::smallint[], $2::integer[]) as asked (tier, index) using (tier, index)`,
      [places.map(({ tier }) => tier), places.map(({ index }) => index)],
    )) as (Omit<StoredTile, 'level'> & { tier: number })[];
  }

  /** Every sealed head of these buckets. */
  async headsIn(buckets: readonly number[]): Promise<StoredHead[]> {
    return (await this.manager.query(
      'select stream, bucket, seq::float8 as seq, hash from paizhao.sealed_heads where bucket = any ($1::integer[])',
      [buckets],
    )) as StoredHead[];
  }
}
