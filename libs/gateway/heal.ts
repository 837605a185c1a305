import { setTimeout as pause } from 'node:timers/promises';
import type { LicenseStanding, PendingEvent } from '../persistence/index.js';
import { type Ailment, aheadMs, type Diagnosis, diagnose, type Finding } from './diagnosis.js';
import type { Gateway } from './gateway.js';

/** What PostgreSQL alone says of the licenses: `LicenseRepository`. */
export interface Standings {
  standings(after: string | null, limit?: number): Promise<LicenseStanding[]>;
  standing(licenseId: string): Promise<LicenseStanding | null>;
}

export interface HealDeps {
  gateway: Pick<Gateway, 'describe' | 'progress' | 'start' | 'terminate' | 'startFanOut' | 'fanOutRuns'>;
  licenses: Standings;
  /** Company and house events that some licenses have not been told yet: `FanOutRepository`. */
  fanOuts: { pendingEvents(limit?: number): Promise<PendingEvent[]> };
  /** Folds one license's stream anew and writes snapshot and views from it. */
  rebuild(licenseId: string): Promise<unknown>;
  /** Whether a worker polls for the licenses; throws when Temporal does not answer. */
  workerPolls(): Promise<boolean>;
  simulation: 'off' | 'on';
  /** Licenses per second that a fan-out reaches, unless another rate was chosen for it. */
  fanOutPerSecond: number;
}

export interface HealOptions {
  /** False: a dry run, which changes nothing. */
  act: boolean;
  /** Licenses to cure per second. */
  perSecond: number;
  /** How long what may pass by itself, such as a wake-up that is just running late, is watched before it counts. */
  patienceMs: number;
  /** Told after each cure. */
  onCured?: (cured: Cured, number: number, of: number) => void;
  signal?: AbortSignal;
}

/** `found`: by a dry run. `left`: for a person to look at. `failed`: with the error's text. */
export interface Cured extends Finding {
  outcome: 'found' | 'cured' | 'left' | 'failed';
  error?: string;
}

export interface HealReport {
  /** Licenses that were looked at, those that ended too. */
  checked: number;
  /** Without a worker no workflow can be asked, and only what is missing is seen. */
  workerPolls: boolean;
  findings: Cured[];
  /** Events whose fan-out did not run; `heal` starts them. */
  fanOuts: string[];
}

const atOnce = 8;
const lookAgainMs = 250;

/**
 * Makes Temporal what PostgreSQL says it must be: every license that has not ended has one workflow, which knows the
 * ledger's head. Starts what is missing, terminates and starts what is stuck; whatever is started resumes from the
 * ledger, and the outbox keeps any message from leaving twice. Safe to run at any time and twice at once.
 */
export async function heal(deps: HealDeps, options: HealOptions): Promise<HealReport> {
  const diagnosis: Diagnosis = { ...deps, workerPolls: await deps.workerPolls() };
  const watch = { until: Date.now() + options.patienceMs, signal: options.signal };
  const findings: Finding[] = [];
  let checked = 0;
  for await (const page of pagesOf(deps.licenses)) {
    options.signal?.throwIfAborted();
    checked += page.length;
    const found = await inTurns(page, (standing) => diagnose(standing, diagnosis));
    findings.push(...found.filter((finding) => finding !== null));
  }
  const lasting = await inTurns(findings, (finding) => watched(finding, deps.licenses, diagnosis, watch));
  const toCure = lasting.filter((finding) => finding !== null);
  const fanOuts = await idleFanOuts(deps);
  return {
    checked,
    workerPolls: diagnosis.workerPolls,
    findings: options.act ? await cureAll(toCure, deps, diagnosis, options) : toCure.map(listed),
    fanOuts: options.act ? await startAll(fanOuts, deps) : fanOuts.map(({ eventId }) => eventId),
  };
}

/**
 * Starts the workflows that these licenses lack, at a rate, as `heal` would; whatever else may be wrong with a license
 * is left to it. After an import, and safe to repeat.
 */
export async function startMissing(
  licenseIds: readonly string[],
  deps: Pick<HealDeps, 'gateway' | 'licenses' | 'rebuild' | 'simulation'>,
  options: Pick<HealOptions, 'perSecond' | 'onCured' | 'signal'>,
): Promise<Cured[]> {
  const diagnosis: Diagnosis = { ...deps, workerPolls: false };
  const found = await inTurns(licenseIds, async (licenseId) => {
    options.signal?.throwIfAborted();
    const standing = await deps.licenses.standing(licenseId);
    return standing && diagnose(standing, diagnosis);
  });
  const missing = found.filter((finding) => finding?.ailment === 'no-workflow') as Finding[];
  return cureAll(missing, deps, diagnosis, options);
}

async function* pagesOf(licenses: Standings): AsyncGenerator<LicenseStanding[]> {
  for (let after: string | null = null; ; ) {
    const page: LicenseStanding[] = await licenses.standings(after);
    if (page.length > 0) yield page;
    after = page.at(-1)?.licenseId ?? null;
    if (after === null) return;
  }
}

/** What another moment may cure: watched until the patience ends. All else but what is plainly missing is looked at twice. */
const mayPass: ReadonlySet<Ailment> = new Set(['wake-up-overdue', 'no-answer', 'task-failing']);
const plain: ReadonlySet<Ailment> = new Set(['no-workflow', 'derived-behind']);

/** The finding as it still is at the end of the watch; null once nothing is wrong any more. */
async function watched(
  finding: Finding,
  licenses: Standings,
  diagnosis: Diagnosis,
  { until, signal }: { until: number; signal: AbortSignal | undefined },
): Promise<Finding | null> {
  for (let last = finding; ; ) {
    if (plain.has(last.ailment)) return last;
    signal?.throwIfAborted();
    const lastLook = !mayPass.has(last.ailment) || Date.now() >= until;
    await pause(lookAgainMs);
    const standing = await licenses.standing(finding.licenseId);
    const again = standing && (await diagnose(standing, diagnosis));
    if (!again || (lastLook && again.ailment === last.ailment && again.seq === last.seq)) return again;
    last = again;
  }
}

type CureDeps = Pick<HealDeps, 'gateway' | 'licenses' | 'rebuild'>;

async function cureAll(
  findings: Finding[],
  deps: CureDeps,
  diagnosis: Diagnosis,
  { perSecond, onCured, signal }: Pick<HealOptions, 'perSecond' | 'onCured' | 'signal'>,
): Promise<Cured[]> {
  let next = Date.now();
  let done = 0;
  // Several at once, so that the rate is kept where a start takes longer than its share of a second.
  return inTurns(findings, async (finding) => {
    const turn = Math.max(next, Date.now());
    next = turn + 1_000 / perSecond;
    await pause(turn - Date.now());
    signal?.throwIfAborted();
    const cured = await cureOne(finding, deps, diagnosis);
    done += 1;
    onCured?.(cured, done, findings.length);
    return cured;
  });
}

/** One license's failure is no reason to leave the others. */
async function cureOne(finding: Finding, deps: CureDeps, diagnosis: Diagnosis): Promise<Cured> {
  try {
    return { ...finding, outcome: await cure(finding, deps, diagnosis) };
  } catch (error) {
    return { ...finding, outcome: 'failed', error: error instanceof Error ? error.message : String(error) };
  }
}

async function cure(finding: Finding, deps: CureDeps, diagnosis: Diagnosis): Promise<'cured' | 'left'> {
  const { licenseId, ailment, runId } = finding;
  switch (finding.cure) {
    case 'none':
      return 'left';
    case 'rebuild':
      await deps.rebuild(licenseId);
      return cureWhatIsLeft(licenseId, deps, diagnosis);
    case 'restart':
      await deps.gateway.terminate(licenseId, `heal: ${ailment}`, runId ?? undefined);
      return start(licenseId, deps, diagnosis);
    case 'start':
      return start(licenseId, deps, diagnosis);
    default:
      return finding.cure satisfies never;
  }
}

/** Only now is it known whether the license has ended, and when it must wake. */
async function cureWhatIsLeft(licenseId: string, deps: CureDeps, diagnosis: Diagnosis): Promise<'cured' | 'left'> {
  const standing = await deps.licenses.standing(licenseId);
  const left = standing && (await diagnose(standing, diagnosis));
  if (!left) return 'cured';
  if (left.cure === 'rebuild') throw new Error('snapshot and views do not follow the ledger');
  return cure(left, deps, diagnosis);
}

/**
 * A simulated license that somebody sent a command a moment before runs already, but by the clock on the wall, which
 * the command does not know better: it is started anew, once.
 */
async function start(licenseId: string, { licenses, gateway }: CureDeps, diagnosis: Diagnosis): Promise<'cured'> {
  const standing = await licenses.standing(licenseId);
  const ahead = standing ? aheadMs(standing) : 0;
  await gateway.start(licenseId, ahead);
  const left = standing && ahead > 0 ? await diagnose(standing, diagnosis) : null;
  if (left?.ailment !== 'clock-behind') return 'cured';
  await gateway.terminate(licenseId, 'heal: clock-behind', left.runId ?? undefined);
  await gateway.start(licenseId, ahead);
  return 'cured';
}

async function idleFanOuts({ fanOuts, gateway }: HealDeps): Promise<PendingEvent[]> {
  const events = await fanOuts.pendingEvents(10_000);
  const idle = await inTurns(events, async (event) => ((await gateway.fanOutRuns(event.eventId)) ? null : event));
  return idle.filter((event) => event !== null);
}

async function startAll(events: PendingEvent[], { gateway, fanOutPerSecond }: HealDeps): Promise<string[]> {
  for (const { eventId, perSecond } of events) await gateway.startFanOut(eventId, perSecond ?? fanOutPerSecond);
  return events.map(({ eventId }) => eventId);
}

const listed = (finding: Finding): Cured => ({ ...finding, outcome: 'found' });

/** Eight at once; the answers keep their order. */
async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = new Array(all.length);
  const queue = all.entries();
  const worker = async () => {
    for (const [index, one] of queue) answers[index] = await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
  return answers;
}
