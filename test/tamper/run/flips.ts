import type { Files } from '../sample/bundle.js';

/** One byte of a bundle that was changed, and in which part; null where it belongs to the ZIP itself. */
export interface Flip {
  bytes: Buffer;
  at: number;
  part: string | null;
}

/** A row of numbers from 0 up to 1 that follows from the seed alone (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Bytes changed into others, anywhere in the ZIP; law is long and would take most of them, so the part comes first. */
export function* flipsOf(bytes: Buffer, files: Files, count: number, chance: () => number): Generator<Flip> {
  const parts = placesOf(bytes, files);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T;
  for (let number = 0; number < count; number += 1) {
    const inPart = chance() < 0.9 ? pick(parts) : null;
    const [from, to] = inPart ? [inPart.from, inPart.to] : [0, bytes.length];
    const at = from + Math.floor(chance() * (to - from));
    const part = parts.find((each) => at >= each.from && at < each.to)?.name ?? null;
    const changed = Buffer.from(bytes);
    changed[at] = ((bytes[at] ?? 0) + 1 + Math.floor(chance() * 255)) % 256;
    yield { bytes: changed, at, part };
  }
}

interface Place {
  name: string;
  from: number;
  to: number;
}

/** Where the bytes of each part lie: stored, behind a header of 30 bytes and the name. */
function placesOf(bytes: Buffer, files: Files): Place[] {
  let at = 0;
  return [...files].map(([name, content]) => {
    const from = at + 30 + Buffer.byteLength(name);
    at = from + content.length;
    if (!bytes.subarray(from, at).equals(content)) throw new Error(`${name} does not lie where it should`);
    return { name, from, to: at };
  });
}

/** Members of the manifest that nothing else repeats: whoever changes them alone changes nothing that is proven. */
const unproven = { product: ['release'], second: ['release', 'from', 'to'] };

/** Whether a flip may stay unseen by a verifier: only what the manifest tells by itself. */
export function mayStay(flip: Flip, before: Buffer, by: keyof typeof unproven, manifest: Buffer): boolean {
  if (flip.part !== 'manifest.json') return false;
  const length = manifest.length;
  const from = before.indexOf(manifest);
  const text = flip.bytes.subarray(from, from + length).toString('utf8');
  try {
    const [is, was] = [JSON.parse(text), JSON.parse(manifest.toString('utf8'))] as Record<string, unknown>[];
    for (const name of unproven[by]) for (const each of [is, was]) delete each?.[name];
    return JSON.stringify(is) === JSON.stringify(was);
  } catch {
    return false;
  }
}
