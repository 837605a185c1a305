import { Cipher } from './cipher.js';

const key = Buffer.alloc(32, 1);

describe('Cipher', () => {
  it('opens what it sealed, at the same place under the same key', () => {
    const sealed = new Cipher(key).sealText('person-name:1', '王小明');
    expect(new Cipher(key).openText('person-name:1', sealed)).toBe('王小明');
    expect(sealed.toString('latin1')).not.toContain(Buffer.from('王小明').toString('latin1'));
  });

  it('seals the same text differently every time', () => {
    const cipher = new Cipher(key);
    expect(cipher.sealText('a', 'x').equals(cipher.sealText('a', 'x'))).toBe(false);
  });

  it.each<[string, (sealed: Buffer) => unknown]>([
    ['another key', (sealed) => new Cipher(Buffer.alloc(32, 2)).open('a', sealed)],
    ['another place', (sealed) => new Cipher(key).open('b', sealed)],
    [
      'a changed byte',
      (sealed) =>
        new Cipher(key).open('a', Buffer.concat([sealed.subarray(0, -1), Buffer.from([(sealed.at(-1) ?? 0) ^ 1])])),
    ],
    ['a shortened tag', (sealed) => new Cipher(key).open('a', sealed.subarray(0, 20))],
    ['another version', (sealed) => new Cipher(key).open('a', Buffer.concat([Buffer.from([9]), sealed.subarray(1)]))],
  ])('does not open with %s', (_what, open) => {
    expect(() => open(new Cipher(key).seal('a', Buffer.from('secret')))).toThrow();
  });

  it('refuses a key of another length', () => {
    expect(() => new Cipher(Buffer.alloc(31))).toThrow(RangeError);
  });

  it('gives equal requests one fingerprint, whatever the order of their members, and other keys another', () => {
    const print = new Cipher(key).fingerprint({ a: 1, b: [2] });
    expect(new Cipher(key).fingerprint({ b: [2], a: 1 })).toBe(print);
    expect(new Cipher(key).fingerprint({ a: 1, b: [3] })).not.toBe(print);
    expect(new Cipher(Buffer.alloc(32, 2)).fingerprint({ a: 1, b: [2] })).not.toBe(print);
  });
});
