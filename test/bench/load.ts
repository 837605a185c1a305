export interface LoadPlan {
  /** How many act at the same time; each begins its next act when its last one was answered. */
  callers: number;
  /** Acts in all. */
  count: number;
  /** Does the act of this number, from 0; rejects when it was not done as it should. */
  act: (index: number) => Promise<void>;
}

export interface Load {
  /** From the first act's begin to the last one's end. */
  seconds: number;
  /** Of each act, in ms, in no order. */
  latencies: number[];
}

/** @throws the first failure, once every caller has stopped: a figure with failures in it would mean nothing */
export async function runLoad({ callers, count, act }: LoadPlan): Promise<Load> {
  const latencies: number[] = [];
  let next = 0;
  let failed: { error: unknown } | null = null;
  const begun = performance.now();
  const caller = async (): Promise<void> => {
    while (next < count && !failed) {
      const index = next;
      next += 1;
      const asked = performance.now();
      try {
        await act(index);
      } catch (error) {
        failed ??= { error };
      }
      latencies.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const failure = failed as { error: unknown } | null;
  if (failure) throw failure.error;
  return { seconds: (performance.now() - begun) / 1000, latencies };
}
