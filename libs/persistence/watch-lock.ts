import type { DataSource } from 'typeorm';

/** Of this product's advisory locks, those of work that one process does; the second number says which. */
const soleWork = 7_421;
const sole = { watch: 1, rotation: 2, sealing: 3, retention: 4, auditorMails: 5 } as const;

export const underWatchLock = (dataSource: DataSource, work: () => Promise<void>): Promise<boolean> =>
  alone(dataSource, sole.watch, work);

/** Bringing all that is sealed under the current data key. */
export const underRotationLock = (dataSource: DataSource, work: () => Promise<void>): Promise<boolean> =>
  alone(dataSource, sole.rotation, work);

/** Sealing the ledger: two who sign could sign two histories. */
export const underSealingLock = (dataSource: DataSource, work: () => Promise<void>): Promise<boolean> =>
  alone(dataSource, sole.sealing, work);

/** What goes once its period has ended. */
export const underRetentionLock = (dataSource: DataSource, work: () => Promise<void>): Promise<boolean> =>
  alone(dataSource, sole.retention, work);

/** The daily mails to auditors, for which nobody who seals waits. */
export const underAuditorMailLock = (dataSource: DataSource, work: () => Promise<void>): Promise<boolean> =>
  alone(dataSource, sole.auditorMails, work);

/**
 * Does the work while no other process does it, and answers whether it was done. The lock belongs to a connection of
 * its own, so that it ends with a process that dies.
 */
async function alone(dataSource: DataSource, which: number, work: () => Promise<void>): Promise<boolean> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    const rows = (await runner.query('select pg_try_advisory_lock($1, $2) as got', [soleWork, which])) as {
      got: boolean;
    }[];
    if (!rows[0]?.got) return false;
    try {
      await work();
      return true;
    } finally {
      await runner.query('select pg_advisory_unlock($1, $2)', [soleWork, which]);
    }
  } finally {
    await runner.release();
  }
}
