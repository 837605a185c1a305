import { differencesOfProduct, differencesOfSecond } from './expected.js';
import { chanceOf } from './flips.js';
import { parseOptions } from './options.js';
import { Tally } from './tally.js';

describe('the tamper suite', () => {
  it('says what was missed, and what is false', () => {
    expect(differencesOfProduct(['cut a 1', 'key p'], ['cut a 1', '~law b*'], false)).toEqual([
      'missed: law b*',
      'false: key p',
    ]);
    expect(differencesOfProduct(['law b sha256', 'cut a 1'], ['cut a 1', '~law b*'], false)).toEqual([]);
    expect(differencesOfSecond(['cut a 1', 'key p'], ['cut a 1', 'cut a 2', '~law b'])).toEqual([
      'missed: cut a 2',
      'false: key p',
    ]);
    expect(differencesOfSecond(['form proofs.json'], ['form proofs.json streams/0/heads'])).toEqual([]);
  });

  it('lets only what names entries speak of a chain that was changed', () => {
    expect(differencesOfProduct(['document d 4 x', 'cut a 1'], ['cut a 1'], true)).toEqual([]);
    expect(differencesOfProduct(['document d 4 x', 'cut a 1'], ['cut a 1'], false)).toEqual(['false: document d 4 x']);
  });

  it('is clean only without a fault', () => {
    const tally = new Tally();
    tally.count('tampered', 'a', []);
    expect(tally.isClean()).toBe(true);
    tally.count('sound', 'b', ['Go: false: x']);
    expect(tally.isClean()).toBe(false);
    expect(tally.summary(7)).toContain('2 cases (1 tampered, 0 bytes, 1 sound), 1 found, missed 0, false 1');
  });

  it('takes chance from the seed alone', () => {
    const [a, b] = [chanceOf(7), chanceOf(7)];
    expect(Array.from({ length: 5 }, a)).toEqual(Array.from({ length: 5 }, b));
    expect(parseOptions([], () => 0.5).seed).toBe(500_000_000);
    expect(() => parseOptions(['--cases', 'many'])).toThrow('--cases must be a whole number');
  });
});
