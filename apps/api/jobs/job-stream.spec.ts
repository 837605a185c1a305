import type { Response } from 'express';
import { streamJob, type Told } from './job-stream.js';

/** A follower of a job that never ends. */
function aFollower(mayStill: () => Promise<void>, againMs: number) {
  const written: string[] = [];
  let version = 1;
  const response = {
    status: () => response,
    set: () => response,
    flushHeaders: () => undefined,
    write: (text: string) => written.push(text),
    end: () => written.push('end'),
  };
  const look = async (): Promise<Told> => ({ version: version++, ended: version > 4, data: {} });
  const followed = async () => {
    const over = new AbortController().signal;
    await streamJob(response as unknown as Response, null, await look(), { look, mayStill }, over, againMs);
  };
  return { written, followed };
}

describe('whoever follows a job', () => {
  it('hears nothing more once it may not', async () => {
    let asked = 0;
    const revoked = async (): Promise<void> => {
      asked += 1;
      if (asked === 2) throw new Error('the token was revoked');
    };
    const { written, followed } = aFollower(revoked, 0);
    await expect(followed()).rejects.toThrow('the token was revoked');
    expect(written.filter((text) => text.startsWith('id:'))).toEqual([
      expect.stringContaining('id: 1\n'),
      expect.stringContaining('id: 2\n'),
    ]);
    expect(written.at(-1)).toBe('end');
  });

  it('is not asked each time', async () => {
    const never = async (): Promise<void> => {
      throw new Error('asked');
    };
    const { written, followed } = aFollower(never, 60_000);
    await followed();
    expect(written.at(-2)).toContain('id: 4\n');
  });
});
