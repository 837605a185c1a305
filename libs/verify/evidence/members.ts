import type { BundleFinding } from '../findings.js';
import type { Manifest } from '../manifest.js';

/** Members of what somebody else wrote: nothing of it is certain. */
export type Members = Readonly<Record<string, unknown>>;

export const membersOf = (value: unknown): Members => Object(value) as Members;

export const listOf = (value: unknown): Members[] => (Array.isArray(value) ? value.map(membersOf) : []);

/** A part is about the license and the days of the manifest. */
export function aboutFindings(file: string, value: unknown, manifest: Manifest): BundleFinding[] {
  const members = membersOf(value);
  return (['license', 'from', 'to'] as const)
    .filter((name) => name in members && members[name] !== manifest[name])
    .map((field) => ({ kind: 'form', file, field, what: 'the manifest says otherwise' }));
}

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
