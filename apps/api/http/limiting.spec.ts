import type { Request, Response } from 'express';
import { TokenInvalid, TooManyRequests } from '../problems/api-errors.js';
import { Limiting } from './limiting.js';
import { RateLimits } from './rate-limits.js';

const from = (ip: string) => ({ ip }) as Request;
const response = { set: () => undefined } as unknown as Response;

describe('whoever shows a token', () => {
  let limiting: Limiting;
  let looked: string[];

  beforeEach(() => {
    const rate = { perSecond: 0.001, burst: 3 };
    limiting = new Limiting(new RateLimits({ bearers: rate, strangers: rate, tokens: rate }, () => 0));
    looked = [];
  });

  const lookUp = (token: string) => async () => {
    looked.push(token);
    if (!token.startsWith('good')) throw new TokenInvalid();
    return token;
  };
  const shows = (token: string, ip = '192.0.2.7') => limiting.known(token, from(ip), response, lookUp(token));

  it('that is none is looked up so often, and then not any more', async () => {
    for (const token of ['a', 'b', 'c']) await expect(shows(token)).rejects.toThrow(TokenInvalid);
    await expect(shows('d')).rejects.toThrow(TooManyRequests);
    expect(looked).toEqual(['a', 'b', 'c']);
    await expect(shows('d', '192.0.2.8')).rejects.toThrow(TokenInvalid);
  });

  it('that is good is not counted as a stranger, neither the first time nor later', async () => {
    for (let i = 0; i < 10; i += 1) expect(await shows(`good-${i}`)).toBe(`good-${i}`);
    for (let i = 0; i < 10; i += 1) expect(await shows('good-0')).toBe('good-0');
  });

  it('that was good of late is let in beside one who tries tokens', async () => {
    await shows('good');
    for (const token of ['a', 'b', 'c']) await expect(shows(token)).rejects.toThrow(TokenInvalid);
    expect(await shows('good')).toBe('good');
    await expect(shows('good-but-new')).rejects.toThrow(TooManyRequests);
  });

  it('that is new is let in beside strangers who ask without one', async () => {
    const stranger = () => limiting.stranger(from('192.0.2.7'), response);
    for (let i = 0; i < 3; i += 1) stranger();
    expect(stranger).toThrow(TooManyRequests);
    expect(await shows('good')).toBe('good');
  });

  it('that is new is counted while it is looked up: not more at once than there are left', async () => {
    const release: (() => void)[] = [];
    const slow = () =>
      limiting.known('good', from('192.0.2.7'), response, () => new Promise<void>((done) => release.push(done)));
    const waiting = [slow(), slow(), slow()];
    await expect(slow()).rejects.toThrow(TooManyRequests);
    for (const done of release) done();
    await Promise.all(waiting);
    for (let i = 0; i < 3; i += 1) expect(await shows(`good-${i}`)).toBe(`good-${i}`);
  });

  it('that was good stays so while nobody can say whether it is', async () => {
    await shows('good');
    for (let i = 0; i < 10; i += 1) {
      const away = limiting.known('good', from('192.0.2.7'), response, () => Promise.reject(new Error('away')));
      await expect(away).rejects.toThrow('away');
    }
    for (const token of ['a', 'b', 'c']) await expect(shows(token)).rejects.toThrow(TokenInvalid);
    expect(await shows('good')).toBe('good');
  });

  it('that is good no more is counted from then on', async () => {
    let good = true;
    const shown = () =>
      limiting.known('token', from('192.0.2.7'), response, async () => {
        looked.push('token');
        if (!good) throw new TokenInvalid();
      });
    await shown();
    good = false;
    for (let i = 0; i < 3; i += 1) await expect(shown()).rejects.toThrow(TokenInvalid);
    await expect(shown()).rejects.toThrow(TooManyRequests);
    expect(looked).toHaveLength(4);
  });
});
