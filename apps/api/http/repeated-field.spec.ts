import fc from 'fast-check';
import { repeatedField } from './repeated-field.js';

describe('a field that stands twice', () => {
  it.each([
    ['{"a":1,"a":2}', '/a'],
    ['{"a":{"b":1,"b":2},"c":[{"d":1},{"d":1,"d":2}]}', '/a/b'],
    ['{"a":{"b":1},"c":[{"d":1},{"d":1,"d":2}]}', '/c/1/d'],
    ['{"a":1,"\\u0061":2}', '/a'],
    ['{"a/b~":1,"a/b~":2}', '/a~1b~0'],
    ['{"a":"a","b":["a","a"],"c":{"a":1}}', null],
    ['{"a":"{\\"b\\":1,\\"b\\":2}"}', null],
    ['{"a":', null],
    ['"\\x"{"\\x":1', null],
    ['7', null],
  ])('is found in %s', (text, place) => {
    expect(repeatedField(text)).toEqual(place);
  });

  it('is looked for no deeper than any body may go, however often it stands there', () => {
    const deep = `${'{"a":'.repeat(90_000)}{"b":1${',"b":1'.repeat(90_000)}`;
    expect(repeatedField(deep)).toBeNull();
  });

  it('is in no text that JSON.stringify makes', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => repeatedField(JSON.stringify(value)) === null));
  });
});
