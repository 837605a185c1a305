import type { Files } from '../sample/bundle.js';

/** Of what the second verifier says nothing. */
const ofProductAlone = '~';
const evidence = /^(law|document|deadline|delivery) /;

/** What is wrong with parts whose manifest was left as it was. */
export function partPlaces(before: Files, after: Files): string[] {
  const gone = [...before.keys()].filter((name) => !after.has(name)).map((name) => `missing-part ${name}`);
  const others = [...after].flatMap(([name, bytes]) => {
    const was = before.get(name);
    if (!was) return [`strange-part ${name}`];
    return was.equals(bytes) ? [] : [`changed-part ${name}`];
  });
  return [...gone, ...others];
}

/** `*` at the end of an expected place stands for anything. */
const fits = (place: string, pattern: string): boolean =>
  pattern.endsWith('*') ? place.startsWith(pattern.slice(0, -1)) : place === pattern;

/** The first verifier found all that it should, and complains of nothing else. */
export function differencesOfProduct(
  places: readonly string[],
  expected: readonly string[],
  ofStream: boolean,
): string[] {
  const patterns = expected.map((place) => place.replace(ofProductAlone, ''));
  const missed = patterns.filter((pattern) => pattern !== '*' && !places.some((place) => fits(place, pattern)));
  const surplus = places.filter(
    // What names entries of a chain that was changed may well say so.
    (place) => !patterns.some((pattern) => fits(place, pattern)) && !(ofStream && evidence.test(place)),
  );
  return [...missed.map((place) => `missed: ${place}`), ...surplus.map((place) => `false: ${place}`)];
}

/** The same of the second, of what it looks at. It does not say which member of a part has another form. */
export function differencesOfSecond(places: readonly string[], expected: readonly string[]): string[] {
  const plain = (place: string) => place.replace(/^(form (?:manifest|proofs)\.json) (?!canonical).*/, '$1');
  const own = new Set(expected.filter((place) => !place.startsWith(ofProductAlone)).map(plain));
  return [
    ...[...own].filter((place) => !places.includes(place)).map((place) => `missed: ${place}`),
    ...places.filter((place) => !own.has(place)).map((place) => `false: ${place}`),
  ];
}

/** What `found` says for the second verifier. */
export const isForSecond = (expected: readonly string[]): boolean =>
  expected.some((place) => !place.startsWith(ofProductAlone));
