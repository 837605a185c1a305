import type { BundleFinding } from '../findings.js';
import type { Manifest } from '../manifest.js';

/** Members of what somebody else wrote: nothing of it is certain. */
export type Members = Readonly<Record<string, unknown>>;

export const membersOf = (value: unknown): Members => Object(value) as Members;

export const listOf = (value: unknown): Members[] => (Array.isArray(value) ? value.map(membersOf) : []);

/** For comparing: what is neither text nor number nor truth value is like nothing. */
export const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? 'an object' : String(value);

export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

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
  return `${textOf(stream)} ${textOf(seq)}`;
};

/** Stream and number of `placeOf`, for a finding. */
export function named(place: string): { stream: string; seq: number } {
  const [stream = '', seq = ''] = place.split(' ');
  return { stream, seq: Number(seq) };
}

/** Names of the members in which the two differ, those that only one of them has included. */
export function differing(claimed: Members, expected: Members, besides: readonly string[] = []): string[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(claimed)]);
  const own = (of: Members, name: string) => (Object.hasOwn(of, name) ? of[name] : undefined);
  return [...names].filter((name) => !besides.includes(name) && !isSame(own(claimed, name), own(expected, name)));
}

/** Whether two values of JSON say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  return differing(one as Members, other as Members).length === 0;
}

/** The civil day in China of an instant; empty for what is none. */
export const dayOf = (instant: string): string => dayAt(instant, 8);

/** The civil day so many hours after an instant, by UTC; empty for what is none, or of no year of four digits. */
export function dayAt(instant: string, hours: number): string {
  const at = /^\d{4}-/.test(instant) ? Date.parse(instant) : Number.NaN;
  return Number.isNaN(at) ? '' : new Date(at + hours * 3_600_000).toISOString().slice(0, 10);
}

/** Whether the bundle covers a day. */
export const covers = ({ from = '', to = '9999-12-31' }: Pick<Manifest, 'from' | 'to'>, day: string): boolean =>
  from <= day && day <= to;
