import type { DataSource, EntityManager } from 'typeorm';
import { derivedFrom } from '../../activities/advance/derived.js';
import { addDays, shanghaiDay } from '../../libs/calendar/index.js';
import {
  defaultWakeWindow,
  fold,
  type LicenseState,
  lawOfLicense,
  type RecordedEvent,
  type WakeWindow,
} from '../../libs/domain/index.js';
import { licenseStream, openBody, readWholeStream } from '../../libs/ledger/index.js';
import {
  createDataSource,
  LicenseRepository,
  LicenseViewEntity,
  ObligationViewEntity,
  SnapshotEntity,
} from '../../libs/persistence/index.js';

export interface FoldingOptions {
  /** Licenses whose rows the story itself spoiled. */
  except?: readonly string[];
  wakeWindow?: WakeWindow;
}

/**
 * What stands beside the ledger is what the ledger says: every license is folded anew, and its snapshot, view,
 * obligations and planned rungs are compared with that, each license at one moment. Every story on a database ends
 * with it.
 */
export async function expectLiveIsFolded(
  source: DataSource,
  { except = [], wakeWindow = defaultWakeWindow }: FoldingOptions = {},
): Promise<void> {
  const licenses = new LicenseRepository(source.manager);
  for (let after: string | null = null; ; ) {
    const page: { licenseId: string }[] = await licenses.standings(after);
    for (const { licenseId } of page) {
      if (except.includes(licenseId)) continue;
      const [live, folded] = await source.transaction('REPEATABLE READ', async (manager) => {
        const found = await liveOf(manager, licenseId);
        return [found, await foldedOf(manager, licenseId, found.view?.statusOn ?? null, wakeWindow)];
      });
      expect({ licenseId, ...live }).toEqual({ licenseId, ...folded });
    }
    after = page.at(-1)?.licenseId ?? null;
    if (after === null) return;
  }
}

/** The same, through a connection of its own. */
export async function expectDatabaseIsFolded(url: string, options: FoldingOptions = {}): Promise<void> {
  const source = await createDataSource({ url, poolSize: 2 }).initialize();
  try {
    await expectLiveIsFolded(source, options);
  } finally {
    await source.destroy();
  }
}

async function liveOf(manager: EntityManager, licenseId: string) {
  const snapshot = await manager.findOneBy(SnapshotEntity, { licenseId });
  const obligations = await manager.findBy(ObligationViewEntity, { licenseId });
  return {
    state: plain(snapshot?.state ?? null),
    wakeAt: snapshot?.wakeAt ?? null,
    view: await manager.findOneBy(LicenseViewEntity, { licenseId }),
    obligations: inOrder(obligations, ({ obligationId }) => obligationId),
    rungs: inOrder(
      await new LicenseRepository(manager).plannedRungs(licenseId),
      ({ obligationId, rung }) => `${obligationId} ${rung}`,
    ),
  };
}

/** `statusOn`: the day as of which the live rows were derived, which may be later than the newest entry. */
async function foldedOf(manager: EntityManager, licenseId: string, statusOn: string | null, wakeWindow: WakeWindow) {
  const events: RecordedEvent[] = [];
  for await (const { body } of readWholeStream(manager, licenseStream(licenseId)))
    events.push(openBody(body) as unknown as RecordedEvent);
  const state = fold(licenseId, events) as LicenseState;
  const now = nowOf(state, statusOn);
  const actor = { kind: 'system', id: 'tick' } as const;
  const law = lawOfLicense(state);
  const { view, obligations, rungs, wakeAt } = derivedFrom(state, {
    law,
    now,
    today: shanghaiDay(now),
    actor,
    wakeWindow,
  });
  return {
    state: plain(state),
    wakeAt,
    view: { licenseId, seq: state.seq, ...(plain(view) as object) },
    obligations: inOrder(
      obligations.map((row) => ({ licenseId, ...row })),
      ({ obligationId }) => obligationId,
    ),
    rungs: inOrder(
      rungs.map((row) => ({ licenseId, ...row })),
      ({ obligationId, rung }) => `${obligationId} ${rung}`,
    ),
  };
}

function nowOf({ recordedAt }: LicenseState, statusOn: string | null): string {
  if (statusOn === null || statusOn <= shanghaiDay(recordedAt)) return recordedAt;
  return `${addDays(statusOn, -1)}T16:00:00.000Z`; // the day's first moment in Shanghai
}

/** As it would come back from the database: without members that are undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function inOrder<T>(rows: readonly T[], name: (row: T) => string): T[] {
  return [...rows].sort((a, b) => (name(a) < name(b) ? -1 : 1)).map((row) => plain(row) as T);
}
