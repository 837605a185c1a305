import { Keyring } from './keyring.js';

const one = Buffer.alloc(32, 1);
const two = Buffer.alloc(32, 2);

describe('Keyring', () => {
  it('seals with the current key and finds every key by its id', () => {
    const keys = new Keyring(two, [one]);
    expect(keys.current.key).toEqual(two);
    expect(keys.find(new Keyring(one).current.id)?.key).toEqual(one);
    expect(keys.find(new Keyring(Buffer.alloc(32, 3)).current.id)).toBeNull();
  });

  it('names a key the same everywhere, and by nothing that is in it', () => {
    expect(new Keyring(one).current.id).toEqual(new Keyring(two, [one]).others[0]?.id);
    expect(one.includes(new Keyring(one).current.id)).toBe(false);
  });

  it('holds a key once that is given twice', () => {
    expect(new Keyring(one, [one, two]).all).toHaveLength(2);
  });

  it('takes keys of 32 bytes only', () => {
    expect(() => new Keyring(one, [Buffer.alloc(31)])).toThrow(RangeError);
  });
});
