import fc from 'fast-check';
import { repeatedFields } from './repeated-fields.js';

describe('a field that stands twice', () => {
  it.each([
    ['{"a":1,"a":2}', ['/a']],
    ['{"a":{"b":1,"b":2},"c":[{"d":1},{"d":1,"d":2}]}', ['/a/b', '/c/1/d']],
    ['{"a":1,"\\u0061":2}', ['/a']],
    ['{"a/b~":1,"a/b~":2}', ['/a~1b~0']],
    ['{"a":"a","b":["a","a"],"c":{"a":1}}', []],
    ['{"a":"{\\"b\\":1,\\"b\\":2}"}', []],
    ['{"a":', []],
    ['"\\x"{"\\x":1', []],
    ['7', []],
  ])('is found in %s', (text, places) => {
    expect(repeatedFields(text)).toEqual(places);
  });

  it('is in no text that JSON.stringify makes', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => repeatedFields(JSON.stringify(value)).length === 0));
  });
});
