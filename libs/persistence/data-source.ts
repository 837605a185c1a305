import { DataSource } from 'typeorm';
import { entities } from './entities/index.js';
import { Ledger1795305600001 } from './migrations/1795305600001-ledger.js';
import { Records1795305600002 } from './migrations/1795305600002-records.js';
import { AdvanceFunctions1795305600003 } from './migrations/1795305600003-advance-functions.js';
import { HouseDecisions1795564800004 } from './migrations/1795564800004-house-decisions.js';
import { Reminding1795651200005 } from './migrations/1795651200005-reminding.js';
import { Digests1795651200006 } from './migrations/1795651200006-digests.js';
import { CalendarFeeds1795651200007 } from './migrations/1795651200007-calendar-feeds.js';
import { Channels1795651200008 } from './migrations/1795651200008-channels.js';
import { Watch1795651200009 } from './migrations/1795651200009-watch.js';
import { Deploys1795651200010 } from './migrations/1795651200010-deploys.js';
import { Access1795737600011 } from './migrations/1795737600011-access.js';
import { Portfolio1795737600012 } from './migrations/1795737600012-portfolio.js';
import { DataKeys1795737600013 } from './migrations/1795737600013-data-keys.js';
import { Packs1795737600014 } from './migrations/1795737600014-packs.js';
import { InAndOut1795737600016 } from './migrations/1795737600016-in-and-out.js';
import { Versions1795737600017 } from './migrations/1795737600017-versions.js';
import { PiecesResealed1795737600018 } from './migrations/1795737600018-pieces-resealed.js';
import { Checkpoints1795737600021 } from './migrations/1795737600021-checkpoints.js';
import { Privacy1795737600023 } from './migrations/1795737600023-privacy.js';
import { Restoring1795737600024 } from './migrations/1795737600024-restoring.js';
import { Completeness1795737600025 } from './migrations/1795737600025-completeness.js';
import { CheckpointKeys1795737600027 } from './migrations/1795737600027-checkpoint-keys.js';
import { RestingLogs1795737600028 } from './migrations/1795737600028-resting-logs.js';
import { ErasedFiles1795737600029 } from './migrations/1795737600029-erased-files.js';
import { ByTwoAndInTime1795737600030 } from './migrations/1795737600030-by-two-and-in-time.js';
import { FiguresOfFew1795737600031 } from './migrations/1795737600031-figures-of-few.js';
import { ArrivingFiles1795737600032 } from './migrations/1795737600032-arriving-files.js';
import { OriginalsByTwo1795737600033 } from './migrations/1795737600033-originals-by-two.js';

export const schema = 'paizhao';

const migrations = [
  Ledger1795305600001,
  Records1795305600002,
  AdvanceFunctions1795305600003,
  HouseDecisions1795564800004,
  Reminding1795651200005,
  Digests1795651200006,
  CalendarFeeds1795651200007,
  Channels1795651200008,
  Watch1795651200009,
  Deploys1795651200010,
  Access1795737600011,
  Portfolio1795737600012,
  DataKeys1795737600013,
  Packs1795737600014,
  InAndOut1795737600016,
  Versions1795737600017,
  PiecesResealed1795737600018,
  Checkpoints1795737600021,
  Privacy1795737600023,
  Restoring1795737600024,
  Completeness1795737600025,
  CheckpointKeys1795737600027,
  RestingLogs1795737600028,
  ErasedFiles1795737600029,
  ByTwoAndInTime1795737600030,
  FiguresOfFew1795737600031,
  ArrivingFiles1795737600032,
  OriginalsByTwo1795737600033,
];

/** The names under which those that ran are kept in the database, in their order. */
export const migrationNames: readonly string[] = migrations.map(({ name }) => name);

export interface DataSourceOptions {
  url: string;
  poolSize?: number;
  /** Seen in pg_stat_activity. */
  applicationName?: string;
}

/**
 * A page anywhere costs hardly more than the next one: what lists read is in memory, or on a disk that does not turn.
 * PostgreSQL assumes 4, and then reads a table from end to end where a few hundred licenses are asked for.
 */
const planning = '-c random_page_cost=1.1';

/**
 * The data source of api and worker, for the product's own role. No statement may outlive the five seconds that
 * `advance` has, and none may wait for a lock as long as that.
 */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    schema,
    entities,
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? 'paizhao',
    extra: {
      statement_timeout: 4_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 10_000,
      connectionTimeoutMillis: 4_000,
      options: planning,
    },
  });
}

/** The data source that migrates: the administrator's role, one connection, no hurry. */
export function createMigrationDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    schema,
    entities,
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: 2,
    applicationName: 'paizhao-migrate',
    extra: { connectionTimeoutMillis: 10_000 },
  });
}
