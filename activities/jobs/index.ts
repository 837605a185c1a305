import { shanghaiDay } from '../../libs/calendar/index.js';
import type { ClaimedJob, JobPieceRepository, JobRepository } from '../../libs/persistence/index.js';
import type { Table } from '../../libs/sheets/index.js';
import { isProblem, type RowOutcome, type SheetReport } from '../../libs/sheets/permits/index.js';
import { refusalOf } from '../advance/refusal.js';
import { importSheet, type SheetImport, type SheetImportDeps } from './sheet-import.js';
import { type ExportAsked, type ExportDeps, exportView } from './view-export.js';

export type { SheetImportDeps } from './sheet-import.js';

export interface JobDeps {
  jobs: Pick<JobRepository, 'waiting' | 'claim' | 'beat' | 'progress' | 'end' | 'release' | 'postpone' | 'sweep'>;
  pieces: Pick<JobPieceRepository, 'keep' | 'readWhole'>;
  imports: SheetImportDeps;
  exports: ExportDeps;
  /** Whether the same may succeed later: the database was away, or two got into each other's way. */
  mayPass(error: unknown): boolean;
  log: { warn(details: object, message: string): void };
}

/** What an import is given beside its sheet. */
export type ImportAsked = Pick<SheetImport, 'notify' | 'people'>;

/** Driven by a loop of the worker, as the channels are (docs/adr/0005): the rows are the durable state. */
export interface JobSteps {
  /** Does the next job that waits, to its end. False where none does. */
  next(signal: AbortSignal): Promise<boolean>;
  /** Takes away sheets that nobody needs any more. */
  sweep(): Promise<number>;
}

/** Shorter than a claim lasts. */
const beatMs = 15_000;
/** What somebody asked for can be fetched for a week. */
const keptDays = 7;
/** A fault that should have passed by then does not pass. */
const mostTries = 3;

export function createJobSteps(deps: JobDeps): JobSteps {
  return {
    next: async (signal) => {
      if (!(await deps.jobs.waiting())) return false;
      const job = await deps.jobs.claim();
      if (!job) return false;
      await carryOut(job, deps, signal);
      return true;
    },
    sweep: () => deps.jobs.sweep(keptDays),
  };
}

/** A worker that is told to stop gives the job back; one that has lost it to another worker leaves it alone. */
async function carryOut(job: ClaimedJob, deps: JobDeps, signal: AbortSignal): Promise<void> {
  const lost = new AbortController();
  const timer = setInterval(() => {
    deps.jobs.beat(job).catch((error: unknown) => lost.abort(error));
  }, beatMs);
  timer.unref();
  try {
    await work(job, deps, AbortSignal.any([signal, lost.signal]));
  } catch (error) {
    if (signal.aborted) await deps.jobs.release(job);
    else if (!lost.signal.aborted && (error as Error).name !== 'JobLost') await fail(job, deps, error);
    else deps.log.warn({ jobId: job.id }, 'a job was taken up by another worker');
  } finally {
    clearInterval(timer);
  }
}

async function fail(job: ClaimedJob, { jobs, mayPass, log }: JobDeps, error: unknown): Promise<void> {
  const refusal = refusalOf(error);
  if (!refusal && mayPass(error) && job.attempts < mostTries) {
    log.warn({ jobId: job.id, err: error }, 'a job met a passing fault; it is tried again');
    await jobs.postpone(job);
    return;
  }
  if (!refusal) log.warn({ jobId: job.id, err: error }, 'a job failed');
  await jobs.end(job, refusal ? { failure: refusal.code } : { failure: 'job-failed' });
}

function work(job: ClaimedJob, deps: JobDeps, signal: AbortSignal): Promise<void> {
  switch (job.kind) {
    case 'import':
    case 'import-trial':
      return doImport(job, deps, signal);
    case 'export':
      return doExport(job, deps, signal);
    default:
      return job.kind satisfies never;
  }
}

async function doImport(job: ClaimedJob, { jobs, pieces, imports }: JobDeps, signal: AbortSignal): Promise<void> {
  const table = JSON.parse((await pieces.readWhole(job.id, 'input')).toString('utf8')) as Table;
  const { notify, people } = job.asked as unknown as ImportAsked;
  const progress = (done: number, total: number): Promise<void> => jobs.progress(job, done, total);
  const trial = job.kind === 'import-trial';
  const how = { trial, notify, people, actor: job.actor };
  const report = await importSheet({ table, ...how, signal, progress }, imports);
  await pieces.keep(job, 'findings', [Buffer.from(JSON.stringify(report), 'utf8')]);
  await jobs.progress(job, report.rows.length, report.rows.length);
  await jobs.end(job, { outcome: counted(report) });
}

function counted({ rows, findings }: SheetReport): Record<string, number> {
  const count = (outcome: RowOutcome): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    rows: rows.length,
    new: count('new'),
    imported: count('imported'),
    onRecord: count('on-record'),
    refused: count('refused'),
    problems: findings.filter(isProblem).length,
    unusual: findings.filter(({ unusual }) => unusual !== undefined).length,
  };
}

async function doExport(job: ClaimedJob, { jobs, pieces, exports }: JobDeps, signal: AbortSignal): Promise<void> {
  const asked = job.asked as unknown as ExportAsked;
  const progress = async (done: number, total: number): Promise<void> => {
    signal.throwIfAborted();
    await jobs.progress(job, done, total);
  };
  const made = exportView(asked, exports, progress);
  const bytes = await pieces.keep(job, 'result', made.bytes);
  const licenses = made.lines();
  const now = exports.now();
  const { format, columns, filter, viewId, reason = null } = asked;
  const people = made.people();
  await jobs.end(job, {
    outcome: { licenses, bytes },
    note: {
      type: 'licenses-exported',
      v: 2,
      ...{ day: shanghaiDay(now), now, actor: job.actor, commandId: job.id },
      data: { jobId: job.id, format, columns, conditions: Object.keys(filter), viewId, licenses, reason, people },
    },
  });
}
