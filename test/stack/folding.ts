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

/** One license's snapshot, view, obligations and planned rungs as they stand, and as its ledger gives them. */
export interface LiveAndFolded {
  licenseId: string;
  live: object;
  folded: object;
}

/** Every license, each at one moment. */
export async function* liveAndFolded(
  source: DataSource,
  { except = [], wakeWindow = defaultWakeWindow }: FoldingOptions = {},
): AsyncGenerator<LiveAndFolded> {
  const licenses = new LicenseRepository(source.manager);
  for (let after: string | null = null; ; ) {
    const page: { licenseId: string }[] = await licenses.standings(after);
    for (const { licenseId } of page) {
      if (except.includes(licenseId)) continue;
      yield source.transaction('REPEATABLE READ', async (manager) => {
        const live = await liveOf(manager, licenseId);
        return { licenseId, live, folded: await foldedOf(manager, licenseId, live.view?.statusOn ?? null, wakeWindow) };
      });
    }
    after = page.at(-1)?.licenseId ?? null;
    if (after === null) return;
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
