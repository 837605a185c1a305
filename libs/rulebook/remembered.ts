import type { Law } from './law.js';

/** Questions kept per law: far more than one license asks in its life, and a few megabytes at most. */
const mostAnswers = 2_000;

const answers = new WeakMap<Law, Map<string, object | null>>();

/**
 * What a question about days has for an answer under a law. It depends on nothing else, and the same few are asked at
 * every step of a license, so it is worked out once and then shared; hence it is frozen. A law is told from another by
 * its identity: whoever puts one together anew starts anew. What is refused is asked again.
 * @param question names the clock and everything that it is asked with
 */
export function remembered<T extends object | null>(law: Law, question: string, compute: () => T): T {
  let known = answers.get(law);
  if (!known) {
    known = new Map();
    answers.set(law, known);
  }
  const answer = known.get(question);
  if (answer !== undefined) return answer as T;
  const fresh = frozen(compute());
  if (known.size >= mostAnswers) known.clear();
  known.set(question, fresh);
  return fresh;
}

function frozen<T>(value: T): T {
  // What is no object counts as frozen.
  if (Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value as object)) frozen(part);
  return value;
}
