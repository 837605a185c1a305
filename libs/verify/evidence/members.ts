/** Members of what somebody else wrote: nothing of it is certain. */
export type Members = Readonly<Record<string, unknown>>;

export const membersOf = (value: unknown): Members => Object(value) as Members;

export const listOf = (value: unknown): Members[] => (Array.isArray(value) ? value.map(membersOf) : []);

/** An entry that a part names. */
export const placeOf = (value: unknown): string => {
  const { stream, seq } = membersOf(value);
  return `${String(stream)} ${String(seq)}`;
};

/** Stream and number of `placeOf`, for a finding. */
export function named(place: string): { stream: string; seq: number } {
  const [stream = '', seq = ''] = place.split(' ');
  return { stream, seq: Number(seq) };
}
