import { setTimeout as pause } from 'node:timers/promises';
import { importPermits } from '../../../activities/import-permits.js';
import { importerOn } from '../../../apps/worker/jobs/importer.js';
import { shanghaiDay } from '../../../libs/calendar/index.js';
import { defaultWakeWindow } from '../../../libs/domain/index.js';
import { startMissing } from '../../../libs/gateway/index.js';
import { licenseIdFor } from '../../../libs/ledger/index.js';
import { type UseByProcess, UseWatch } from './process-use.js';
import { castFor, heldPermits, permitTerm } from './sample-world.js';
import { keepsMeasures, type Measured } from './scale-measure.js';
import type { ScaleSession } from './scale-session.js';
import type { DatabaseWork, TableBytes } from './storage.js';

/** Licenses registered in bulk, and what they cost asleep. */
export interface SleepersResult {
  licenses: number;
  imported: Measured;
  started: Measured;
  /** From the last start until nothing waits in any queue. */
  settleSeconds: number;
  bytesPerLicense: { postgres: number; temporal: number };
  tables: TableBytes[];
  idle: { seconds: number; use: UseByProcess; database: DatabaseWork };
}

/** More than one machine's server takes; what it does take is the figure. */
const startsPerSecond = 500;

export async function measureSleepers(session: ScaleSession, idleSeconds: number): Promise<SleepersResult> {
  const { state, say } = session;
  await makeReady(session);
  if (!state.sleepers.imported) {
    state.sleepers.imported = await importAll(session);
    session.keep();
  }
  if (!state.sleepers.started) {
    state.sleepers.started = await startAll(session);
    session.keep();
  }
  const { imported, started } = state.sleepers;
  say('waiting until nothing waits in any queue');
  const settling = performance.now();
  await session.untilIdle();
  const settleSeconds = (performance.now() - settling) / 1000;
  const bytes = await session.storage.bytes();
  const tables = await session.storage.tables();
  say(`idle for ${idleSeconds} s`);
  const idle = await idleFor(session, idleSeconds);
  const each = (name: 'postgres' | 'temporal') => (bytes[name] - (state.empty?.[name] ?? 0)) / state.licenses;
  return {
    licenses: state.licenses,
    imported,
    started,
    settleSeconds,
    bytesPerLicense: { postgres: each('postgres'), temporal: each('temporal') },
    tables,
    idle,
  };
}

async function makeReady({ state, stack, storage, say, keep }: ScaleSession): Promise<void> {
  if (state.cast) return;
  state.cast = await castFor(stack, state.licenses);
  state.permit = permitTerm(shanghaiDay(new Date().toISOString()));
  state.empty = await storage.bytes();
  keep();
  say(`${state.cast.companies.length} companies and ${state.cast.owners.length} owners are there`);
}

const principalOf = ({ state }: ScaleSession): string => `person:${state.cast?.officer.id}`;

export function licenseIds(session: ScaleSession): string[] {
  const principal = principalOf(session);
  return Array.from({ length: session.state.licenses }, (_, index) => licenseIdFor(principal, `scale-${index}`));
}

async function importAll(session: ScaleSession): Promise<Measured> {
  const { state, dataSource, cipher, signal } = session;
  const log = { warn: () => undefined }; // that the clocks are a day apart
  const importer = importerOn(dataSource, cipher, { wakeWindow: defaultWakeWindow, simulation: 'off', log });
  const deps = { ...importer, now: yesterday };
  const permits = heldPermits(state, shanghaiDay(new Date().toISOString()));
  const tell = session.progress('imported');
  let fresh = 0;
  return keepsMeasures(session.processes(), async () => {
    const imported = await importPermits(permits, deps, {
      principal: principalOf(session),
      actor: { kind: 'person', id: state.cast?.officer.id ?? '' },
      notify: false,
      signal,
      onImported: ({ outcome }, number, of) => {
        if (outcome === 'imported') fresh += 1;
        tell(number, of);
      },
    });
    const refused = imported.find(({ outcome }) => outcome === 'refused');
    if (refused) throw new Error(`a permit was refused: ${JSON.stringify(refused)}`);
    return fresh;
  });
}

/** A reminder never falls on a day before its duty was known, and (b) may follow on the same day. */
const yesterday = (): string => new Date(Date.now() - 86_400_000).toISOString();

async function startAll(session: ScaleSession): Promise<Measured> {
  const { healer, signal } = session;
  const tell = session.progress('started');
  return keepsMeasures(session.processes(), async () => {
    const started = await startMissing(licenseIds(session), healer, {
      perSecond: startsPerSecond,
      onCured: (_, number, of) => tell(number, of),
      signal,
    });
    const failed = started.find(({ outcome }) => outcome !== 'cured');
    if (failed) throw new Error(`a workflow was not started: ${JSON.stringify(failed)}`);
    return started.length;
  });
}

async function idleFor(session: ScaleSession, seconds: number): Promise<SleepersResult['idle']> {
  const workUntilNow = await session.storage.work();
  const watch = new UseWatch(session.processes());
  await pause(seconds * 1_000, undefined, { signal: session.signal });
  const measured = await watch.stop();
  return { ...measured, database: await workUntilNow() };
}
