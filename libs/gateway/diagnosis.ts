import type { LicenseStanding } from '../persistence/index.js';
import type { Gateway, LicenseRun } from './gateway.js';

/**
 * What may be wrong with a license, in the order in which it is looked for:
 * `derived-behind` — snapshot and views do not stand at the ledger's head;
 * `no-workflow` — none runs, although the license has not ended;
 * `task-failing` — its workflow task fails again and again;
 * `clock-behind` — a simulated license runs in an earlier time than its own;
 * `no-answer` — a worker polls, but the workflow does not say where it stands;
 * `workflow-behind` — the ledger is ahead of what the workflow carries, or has another wake-up;
 * `ledger-behind` — the workflow has seen more than the ledger holds, as after a restored backup;
 * `wake-up-overdue` — its wake-up passed more than an hour ago.
 */
export type Ailment =
  | 'derived-behind'
  | 'no-workflow'
  | 'task-failing'
  | 'clock-behind'
  | 'no-answer'
  | 'workflow-behind'
  | 'ledger-behind'
  | 'wake-up-overdue';

/** `restart`: terminate and start, which resumes from the ledger. `none`: a person must look. */
export type Cure = 'rebuild' | 'start' | 'restart' | 'none';

export interface Finding {
  licenseId: string;
  /** Head of the license's stream. */
  seq: number;
  ailment: Ailment;
  cure: Cure;
  /** Figures that show it; no personal data. */
  details: Record<string, string | number>;
  /** The run that is stuck. */
  runId: string | null;
}

export interface Diagnosis {
  gateway: Pick<Gateway, 'describe' | 'progress'>;
  /** Off: simulated licenses are left alone. */
  simulation: 'off' | 'on';
  /** Whether a worker polls: without one no workflow answers, and nobody can wake. */
  workerPolls: boolean;
}

const cures: Record<Ailment, Cure> = {
  'derived-behind': 'rebuild',
  'no-workflow': 'start',
  'task-failing': 'restart',
  'clock-behind': 'restart',
  'no-answer': 'none',
  'workflow-behind': 'restart',
  'ledger-behind': 'restart',
  'wake-up-overdue': 'restart',
};

/** A task that a killed worker held is begun a second time; a third time means that it failed again. */
const tooManyAttempts = 3;
const overdueMs = 3_600_000;
/** A skip lands within seconds of its aim. */
const clockToleranceMs = 60_000;

/** How far the license's own time is ahead of the clock on the wall: never before its newest entry. */
export function aheadMs({ simulated, clockOffsetMs, recordedAt }: LicenseStanding): number {
  return simulated ? Math.max(clockOffsetMs, Date.parse(recordedAt) - Date.now(), 0) : 0;
}

/** Compares one license's record with its workflow. Null: nothing is wrong. Throws when Temporal does not answer. */
export async function diagnose(standing: LicenseStanding, diagnosis: Diagnosis): Promise<Finding | null> {
  const { licenseId, seq, ended, derivedSeq } = standing;
  const found = (ailment: Ailment, details: Finding['details'] = {}, run: LicenseRun | null = null): Finding => {
    const leave = standing.simulated && diagnosis.simulation === 'off' && ailment !== 'derived-behind';
    const cure = leave ? 'none' : cures[ailment];
    return { licenseId, seq, ailment, cure, details, runId: run?.runId ?? null };
  };
  if (derivedSeq !== seq) return found('derived-behind', { derivedSeq: derivedSeq ?? 0 });
  if (ended) return null;
  const run = await diagnosis.gateway.describe(licenseId);
  if (!run?.running) return found('no-workflow');
  if (run.taskAttempts >= tooManyAttempts) return found('task-failing', { attempts: run.taskAttempts }, run);
  if (isClockBehind(standing, run)) return found('clock-behind', { at: run.skippedTo ?? 'the clock on the wall' }, run);
  if (!diagnosis.workerPolls) return null;
  const [ailment, details] = await asked(standing, diagnosis.gateway);
  return ailment && found(ailment, details, run);
}

async function asked(
  standing: LicenseStanding,
  gateway: Pick<Gateway, 'progress'>,
): Promise<[Ailment, Finding['details']] | [null]> {
  const { licenseId, seq, wakeAt } = standing;
  const carried = await gateway.progress(licenseId).catch(() => null);
  if (!carried) return ['no-answer', {}];
  if (carried.seq > seq) return ['ledger-behind', { carriedSeq: carried.seq }];
  const sameWakeUp = instant(carried.wakeAt) === instant(wakeAt);
  if (carried.seq < seq || !sameWakeUp) return ['workflow-behind', { carriedSeq: carried.seq }];
  const overdue = wakeAt !== null && Date.parse(wakeAt) < Date.now() + aheadMs(standing) - overdueMs;
  return overdue ? ['wake-up-overdue', { wakeAt }] : [null];
}

function isClockBehind(standing: LicenseStanding, { skippedTo }: LicenseRun): boolean {
  if (!standing.simulated) return false;
  const ownTime = skippedTo === null ? Date.now() : Date.parse(skippedTo);
  return ownTime < Date.now() + aheadMs(standing) - clockToleranceMs;
}

const instant = (text: string | null): number | null => (text === null ? null : Date.parse(text));
