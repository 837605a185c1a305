/**
 * Whether two plain objects have the very same parts, one level deep; what only one of them has counts as different.
 * For whoever remembers an answer and must know that nothing it followed from has changed.
 */
export function sameParts<T extends object>(a: T, b: T): boolean {
  return a === b || (covers(a, b) && covers(b, a));
}

function covers<T extends object>(a: T, b: T): boolean {
  for (const part in a) if (a[part] !== b[part]) return false;
  return true;
}
