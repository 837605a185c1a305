import { createCipheriv, randomBytes } from 'node:crypto';
import { Keyring } from '../keys/keyring.js';
import { Cipher, fingerprintKeyOf, isUnderOwnKey, sealedPrefixBytes } from './cipher.js';
import { DataKeyMissing } from './data-key-missing.js';
import { OwnKeyGone } from './own-key-gone.js';

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

  describe('with an old and a new key', () => {
    const [old, fresh] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const both = new Cipher(new Keyring(fresh, [old]));

    it('opens what either sealed, and seals under the new one', () => {
      expect(both.openText('a', new Cipher(old).sealText('a', 'x'))).toBe('x');
      const sealed = both.sealText('a', 'x');
      expect(sealed.subarray(0, sealedPrefixBytes)).toEqual(both.currentPrefix);
      expect(new Cipher(fresh).openText('a', sealed)).toBe('x');
    });

    it('opens what was sealed before keys had ids', () => {
      expect(both.openText('a', beforeKeysHadIds(old, 'a', 'x'))).toBe('x');
      expect(new Cipher(old).openText('a', beforeKeysHadIds(old, 'a', 'x'))).toBe('x');
      expect(() => new Cipher(fresh).open('a', beforeKeysHadIds(old, 'a', 'x'))).toThrow(DataKeyMissing);
    });

    it('names the key that is missing', () => {
      const { id } = new Keyring(old).current;
      expect(() => new Cipher(fresh).open('a', new Cipher(old).sealText('a', 'x'))).toThrow(
        expect.objectContaining({
          code: 'data-key-missing',
          details: expect.objectContaining({ keyId: id.toString('hex') }),
        }),
      );
    });

    it('keeps fingerprints where it is given their key', () => {
      const kept = new Cipher(new Keyring(fresh, [old]), fingerprintKeyOf(new Keyring(old).current));
      expect(kept.fingerprint({ a: 1 })).toBe(new Cipher(old).fingerprint({ a: 1 }));
    });
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

describe('a key of its own', () => {
  const one = new Cipher(Buffer.alloc(32, 1));
  const own = one.under(Buffer.alloc(32, 9));

  it('seals what the data key alone does not open, and opens what that sealed', () => {
    const sealed = own.sealText('a', 'x');
    expect(isUnderOwnKey(sealed)).toBe(true);
    expect(own.openText('a', sealed)).toBe('x');
    expect(own.openText('a', one.sealText('a', 'y'))).toBe('y');
    expect(() => one.openText('a', sealed)).toThrow(OwnKeyGone);
  });

  it('does not open what another record’s key sealed', () => {
    const other = one.under(Buffer.alloc(32, 8));
    const open = () => own.openText('a', other.sealText('a', 'x'));
    expect(open).toThrow(OwnKeyGone);
    expect(open).toThrow('another record');
  });

  it('leaves fingerprints as they are', () => {
    expect(own.fingerprint({ a: 1 })).toBe(one.fingerprint({ a: 1 }));
  });
});

/** Version 1 of the layout: version, IV, tag, ciphertext. */
function beforeKeysHadIds(key: Buffer, place: string, text: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([Buffer.from([1]), iv, cipher.getAuthTag(), body]);
}
