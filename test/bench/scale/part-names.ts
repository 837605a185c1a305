/**
 * a: licenses registered in bulk, asleep. b: a reminder of all of them on one day. c: commands on sleepers. d: what a
 * life costs, against a daily poll.
 */
export const partNames = ['a', 'b', 'c', 'd'] as const;

export type PartName = (typeof partNames)[number];
