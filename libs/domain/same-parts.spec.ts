import { sameParts } from './same-parts.js';

describe('two objects have the same parts', () => {
  const list = [1];

  it.each<[string, object, object, boolean]>([
    ['where each is the very same', { a: 1, list }, { a: 1, list }, true],
    ['in whatever order they stand', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ['where there are none', {}, {}, true],
    ['not where one differs', { a: 1, b: 2 }, { a: 1, b: 3 }, false],
    ['not where one only looks like the other', { list }, { list: [1] }, false],
    ['not where the second has one more', { a: 1 }, { a: 1, b: 2 }, false],
    ['not where the first has one more', { a: 1, b: 2 }, { a: 1 }, false],
  ])('%s', (_case, a, b, same) => {
    expect(sameParts(a, b)).toBe(same);
  });
});
