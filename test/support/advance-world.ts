import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createAdvance } from '../../activities/advance.activities.js';
import type { AdvanceAnswer, AdvanceRequest } from '../../libs/contracts/index.js';
import { type Actor, folding, type LicenseCommandData, type LicenseCommandType } from '../../libs/domain/index.js';
import { licenseStream, readStream } from '../../libs/ledger/index.js';
import {
  CommandRepository,
  createDataSource,
  PostgresAdvanceStore,
  SnapshotRepository,
} from '../../libs/persistence/index.js';
import { anOpening } from './builders.js';
import { expectLiveIsFolded } from './live-and-folded.js';
import { type TestDatabase, testDatabase } from './stack.js';

const window = { fromMinute: 480, spreadMinutes: 50 };

/** Licenses on a real database, moved by `advance` alone: no Temporal, no API. Times are given by the test. */
export class AdvanceWorld {
  readonly warnings: string[] = [];
  readonly advance: (request: AdvanceRequest) => Promise<AdvanceAnswer>;

  private constructor(
    readonly database: TestDatabase,
    readonly source: DataSource,
  ) {
    this.advance = this.advanceWith({ simulation: 'on' });
  }

  static async create(poolSize = 20): Promise<AdvanceWorld> {
    const database = await testDatabase();
    const source = createDataSource({ url: database.appUrl, poolSize });
    await source.initialize();
    return new AdvanceWorld(database, source);
  }

  advanceWith({ simulation }: { simulation: 'on' | 'off' }): (request: AdvanceRequest) => Promise<AdvanceAnswer> {
    const log = { warn: (_: unknown, message: string) => void this.warnings.push(message) };
    return createAdvance({ store: new PostgresAdvanceStore(this.source), wakeWindow: window, simulation, log });
  }

  /** Ends the story; what it left beside the ledger is what the ledger says. */
  async close(): Promise<void> {
    await expectLiveIsFolded(this.source).finally(async () => {
      await this.source.destroy();
      await this.database.drop();
    });
  }

  /** Stores a command as the API would, and gives its id. */
  async command<T extends LicenseCommandType>(
    licenseId: string,
    type: T,
    data: LicenseCommandData[T],
    { by = someone, on = '2026-11-20' }: { by?: Actor; on?: string } = {},
  ): Promise<string> {
    const id = randomUUID();
    await new CommandRepository(this.source.manager).store({
      id,
      subjectId: licenseId,
      principal: by.id,
      actor: by,
      fingerprint: id,
      body: { type, validOn: on, data },
    });
    return id;
  }

  async run<T extends LicenseCommandType>(
    licenseId: string,
    type: T,
    data: LicenseCommandData[T],
    { at = '2026-11-20T02:00:00.000Z', ...how }: { at?: string; by?: Actor; on?: string } = {},
  ): Promise<AdvanceAnswer> {
    const commandId = await this.command(licenseId, type, data, how);
    return this.advance({ kind: 'command', licenseId, commandId, expectedSeq: null, now: at });
  }

  /** A license in preparation; its people are given or new. */
  async opened(opening: Partial<LicenseCommandData['open-license']> = {}): Promise<string> {
    const licenseId = randomUUID();
    await this.run(licenseId, 'open-license', anOpening({ companyId: randomUUID(), people: somePeople(), ...opening }));
    return licenseId;
  }

  /** Everything of one license that a turn may change, as the database holds it. */
  async traces(licenseId: string): Promise<Record<string, unknown[]>> {
    const tables = ['snapshots', 'license_view', 'obligation_view', 'planned_rungs', 'outbox'];
    const rows = await Promise.all(
      tables.map((table) =>
        this.source.query(`select * from paizhao.${table} where license_id = $1 order by 1, 2, 3`, [licenseId]),
      ),
    );
    const replies = await this.source.query('select id, reply from paizhao.commands where subject_id = $1 order by 1', [
      licenseId,
    ]);
    return {
      events: await this.events(licenseId),
      replies,
      ...Object.fromEntries(tables.map((table, i) => [table, rows[i]])),
    };
  }

  async events(licenseId: string): Promise<{ seq: number; type: string }[]> {
    const rows = await readStream(this.source, licenseStream(licenseId));
    return rows.map(({ seq, copies }) => ({ seq, type: copies.type }));
  }

  snapshot(licenseId: string) {
    return new SnapshotRepository(this.source.manager, folding).find(licenseId);
  }
}

export const someone: Actor = { kind: 'person', id: '0b24c0de-0000-5000-8000-0000000000aa' };

export const somePeople = () => ({ owner: randomUUID(), deputy: randomUUID(), manager: randomUUID() });
