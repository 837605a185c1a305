import type { DataSource } from 'typeorm';

/** Of this product's advisory locks, that of the watch; the second number says for what. */
const watchLock = 7_421;

/**
 * Does the work while no other process does it, and answers whether it was done. The lock belongs to a connection of
 * its own, so that it ends with a process that dies.
 */
export async function underWatchLock(dataSource: DataSource, work: () => Promise<void>): Promise<boolean> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    const rows = (await runner.query('select pg_try_advisory_lock($1, 1) as got', [watchLock])) as { got: boolean }[];
    if (!rows[0]?.got) return false;
    try {
      await work();
      return true;
    } finally {
      await runner.query('select pg_advisory_unlock($1, 1)', [watchLock]);
    }
  } finally {
    await runner.release();
  }
}
