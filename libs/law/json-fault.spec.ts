import { jsonFault } from './json-fault.js';

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('a text of JSON', () => {
  it.each([
    '{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}',
    '{"a":"\\"a\\":","b":"{[","c":"a"}',
    '["a","a"]',
    '"a"',
    nested(100),
  ])('is fit: %.30s', (text) => expect(jsonFault(text)).toBeNull());

  it.each([
    ['{"a":1,"a":1}', '"a"'],
    ['[{"x":{"省" : 1, "b":[{"省":2}], "省":3,"b":4}}]', '"省", "b"'],
  ])('with a key twice in one object is not: %s', (text, keys) => {
    expect(jsonFault(text)).toEqual({ code: 'repeated', message: `a key stands twice in one object: ${keys}` });
  });

  it('nested too deep is not', () => {
    expect(jsonFault(nested(101))).toEqual({ code: 'nested-too-deep', message: 'nested more than 100 levels deep' });
  });
});
