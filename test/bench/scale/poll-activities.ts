/** Finds nothing: what a day costs on which nothing is due. */
export const pollActivities = {
  async look({ day }: { day: number }): Promise<{ day: number; due: boolean }> {
    return { day, due: false };
  },
};

export type PollActivities = typeof pollActivities;
