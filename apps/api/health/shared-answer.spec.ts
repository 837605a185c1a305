import { SharedAnswer } from './shared-answer.js';

describe('an answer that is shared', () => {
  let [now, asked] = [0, 0];
  let release: ((answer: string) => void)[] = [];
  let shared: SharedAnswer<string>;

  beforeEach(() => {
    [now, asked, release] = [0, 0, []];
    const ask = (): Promise<string> => {
      asked++;
      return new Promise((resolve) => release.push(resolve));
    };
    shared = new SharedAnswer(ask, 3_000, () => now);
  });

  it('is asked for once while it is on its way, however long that takes', async () => {
    const first = shared.get();
    now = 60_000;
    const second = shared.get();
    release[0]?.('yes');
    expect([await first, await second, asked]).toEqual(['yes', 'yes', 1]);
  });

  it('is kept some time, and asked for anew then', async () => {
    const first = shared.get();
    release[0]?.('yes');
    await first;
    now = 2_999;
    expect([await shared.get(), asked]).toEqual(['yes', 1]);
    now = 3_000;
    const next = shared.get();
    release[1]?.('no');
    expect([await next, asked]).toEqual(['no', 2]);
  });

  it('is kept where it is a failure, too', async () => {
    let failures = 0;
    const failing = new SharedAnswer<void>(
      () => Promise.reject(new Error(`away ${++failures}`)),
      3_000,
      () => now,
    );
    await expect(failing.get()).rejects.toThrow('away 1');
    await expect(failing.get()).rejects.toThrow('away 1');
    now = 3_000;
    await expect(failing.get()).rejects.toThrow('away 2');
  });
});
