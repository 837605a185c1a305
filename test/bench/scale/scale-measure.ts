import { type UseByProcess, UseWatch, type Watched } from './process-use.js';

/** So many of something, the time they took, and what each process used for it. */
export interface Measured {
  count: number;
  seconds: number;
  use: UseByProcess;
}

/** `work` says how many it did. */
export async function keepsMeasures(processes: readonly Watched[], work: () => Promise<number>): Promise<Measured> {
  const watch = new UseWatch(processes);
  try {
    const count = await work();
    return { count, ...(await watch.stop()) };
  } catch (error) {
    await watch.stop();
    throw error;
  }
}
