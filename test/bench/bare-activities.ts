/** Does nothing, as a local activity: the bottom line of every command. */
export const bareActivities = {
  async noop({ commandId }: { commandId: string }): Promise<{ commandId: string }> {
    return { commandId };
  },
};

export type BareActivities = typeof bareActivities;
