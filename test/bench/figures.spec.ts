import { median, percentile } from './figures.js';
import { runLoad } from './load.js';

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it.each([
    [0.5, 50],
    [0.99, 99],
    [1, 100],
    [0.001, 1],
  ])('finds %d of a hundred values at %d', (share, value) => {
    expect(percentile(hundred, share)).toBe(value);
  });

  it('sorts by size, not by text', () => {
    expect(percentile([9, 100, 10], 1)).toBe(100);
  });
});

describe('median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[0.7], 0.7],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});

describe('runLoad', () => {
  it('does every act once and never more at a time than there are callers', async () => {
    const done: number[] = [];
    let atOnce = 0;
    let most = 0;
    const act = async (index: number) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise(setImmediate);
      done.push(index);
      atOnce -= 1;
    };
    const load = await runLoad({ callers: 4, count: 30, act });
    expect(done.sort((one, other) => one - other)).toEqual(Array.from({ length: 30 }, (_, index) => index));
    expect(most).toBe(4);
    expect(load.latencies).toHaveLength(30);
  });

  it('gives no figures when an act fails', async () => {
    const act = async (index: number) => {
      if (index === 3) throw new Error('refused');
    };
    await expect(runLoad({ callers: 2, count: 10, act })).rejects.toThrow('refused');
  });
});
