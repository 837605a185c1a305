import { isDeepStrictEqual } from 'node:util';

const { expect: jests } = globalThis as unknown as { expect: jest.Expect };

/**
 * Jest's own makes some three hundred functions and notes the stack at each call, for all that might be asked of the
 * value. A spec that asks thousands of times whether plain data are the same imports this one: it makes nothing where they
 * are (by Node's own comparison, which tells no iterators apart), and leaves everything else to Jest's.
 */
export const expect: jest.Expect = Object.assign((actual: unknown) => new Quick(actual) as never, jests);

class Quick {
  constructor(readonly actual: unknown) {}

  toBe(expected: unknown): void {
    if (!Object.is(this.actual, expected)) fails(() => jests(this.actual).toBe(expected), this.toBe);
  }

  toEqual(expected: unknown): void {
    if (!isDeepStrictEqual(this.actual, expected)) fails(() => jests(this.actual).toEqual(expected), this.toEqual);
  }
}

/** Jest has the last word; where it says no, that points to the spec, not here. */
function fails(ask: () => void, asked: (expected: unknown) => void): void {
  try {
    ask();
  } catch (error) {
    Error.captureStackTrace(error as Error, asked);
    throw error;
  }
}

for (const name of Object.keys(jests(null)))
  if (!(name in Quick.prototype))
    Object.defineProperty(Quick.prototype, name, {
      get(this: Quick) {
        return jests(this.actual)[name as 'not'];
      },
    });
