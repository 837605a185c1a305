import type { TextRef } from '../../../libs/domain/index.js';

/** A text that an entry brings; `at`: JSON Pointer within its data. */
export type WrittenText = TextRef & { at: string };

/**
 * Names of a company's representatives and shareholders are about those, not about whoever typed them; what an entry
 * corrects, and what a second person agrees to, somebody else wrote.
 */
const others: readonly string[] = ['company', 'facts', 'from', 'changes'];

/** The texts that whoever brought an entry wrote. */
export function textsWritten(data: unknown, at = ''): WrittenText[] {
  if (typeof data !== 'object' || data === null) return [];
  const { ref, commitment } = data as Partial<TextRef>;
  if (typeof ref === 'string' && typeof commitment === 'string') return [{ at, ref, commitment }];
  return Object.entries(data).flatMap(([name, value]) =>
    others.includes(name) ? [] : textsWritten(value, `${at}/${name}`),
  );
}
