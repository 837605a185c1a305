import type { Response } from 'express';
import { goneWith, OpenStreams } from './open-streams.js';

describe('answers that stay open', () => {
  it('end for a client that left before anybody looked', () => {
    expect(goneWith({ closed: true } as Response).aborted).toBe(true);
  });

  it('are so many of one bearer, and more of several', async () => {
    const streams = new OpenStreams();
    const never = new AbortController().signal;
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const held = Array.from({ length: 20 }, () => streams.hold('person:a', never, () => ended));
    await expect(streams.hold('person:a', never, () => ended)).rejects.toMatchObject({ code: 'too-many-own-streams' });
    held.push(streams.hold('person:b', never, () => ended));
    expect(streams.count).toBe(21);
    end();
    await Promise.all(held);
    expect(streams.count).toBe(0);
  });
});
