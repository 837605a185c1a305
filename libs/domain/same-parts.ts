/**
 * Whether two plain objects have the very same parts, one level deep; what only one of them has counts as different.
 * For whoever remembers an answer and must know that nothing it followed from has changed.
 */
export function sameParts<T extends object>(a: T, b: T, besides: readonly string[] = []): boolean {
  return a === b || (covers(a, b, besides) && covers(b, a, besides));
}

function covers<T extends object>(a: T, b: T, besides: readonly string[]): boolean {
  for (const part in a) if (a[part] !== b[part] && !besides.includes(part)) return false;
  return true;
}
