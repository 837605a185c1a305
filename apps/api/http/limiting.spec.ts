import type { Request, Response } from 'express';
import { TooManyRequests } from '../problems/api-errors.js';
import { Limiting } from './limiting.js';
import { RateLimits } from './rate-limits.js';

const from = (ip: string) => ({ ip }) as Request;
const response = { set: () => undefined } as unknown as Response;

describe('whoever shows a token', () => {
  let limiting: Limiting;
  let looked: string[];

  beforeEach(() => {
    const rate = { perSecond: 0.001, burst: 3 };
    limiting = new Limiting(new RateLimits({ bearers: rate, strangers: rate }, () => 0));
    looked = [];
  });

  const lookUp = (token: string) => async () => {
    looked.push(token);
    if (!token.startsWith('good')) throw new Error('unknown');
    return token;
  };
  const shows = (token: string, ip = '192.0.2.7') => limiting.known(token, from(ip), response, lookUp(token));

  it('that is none is looked up so often, and then not any more', async () => {
    for (const token of ['a', 'b', 'c']) await expect(shows(token)).rejects.toThrow('unknown');
    await expect(shows('d')).rejects.toThrow(TooManyRequests);
    expect(looked).toEqual(['a', 'b', 'c']);
    await expect(shows('d', '192.0.2.8')).rejects.toThrow('unknown');
  });

  it('that is good is not counted as a stranger, neither the first time nor later', async () => {
    for (let i = 0; i < 10; i += 1) expect(await shows(`good-${i}`)).toBe(`good-${i}`);
    for (let i = 0; i < 10; i += 1) expect(await shows('good-0')).toBe('good-0');
  });

  it('that was good of late is let in beside one who tries tokens', async () => {
    await shows('good');
    for (const token of ['a', 'b', 'c']) await expect(shows(token)).rejects.toThrow('unknown');
    expect(await shows('good')).toBe('good');
    await expect(shows('good-but-new')).rejects.toThrow(TooManyRequests);
  });

  it('that is good no more is counted from then on', async () => {
    let good = true;
    const shown = () =>
      limiting.known('token', from('192.0.2.7'), response, async () => {
        looked.push('token');
        if (!good) throw new Error('revoked');
      });
    await shown();
    good = false;
    for (let i = 0; i < 3; i += 1) await expect(shown()).rejects.toThrow('revoked');
    await expect(shown()).rejects.toThrow(TooManyRequests);
    expect(looked).toHaveLength(4);
  });
});
