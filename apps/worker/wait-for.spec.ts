import { waitFor } from './wait-for.js';

describe('waiting for a neighbor', () => {
  const patience = { limitMs: 60, attemptMs: 15, betweenMs: 1 };
  const never = () => new Promise<never>(() => undefined);
  /** Answers in turn, and what was logged meanwhile. */
  function aNeighbor(...answers: (() => Promise<string>)[]) {
    const said: string[] = [];
    const log = { warn: ({ why }: { why: string }, line: string) => void said.push(`${line}: ${why}`) } as never;
    const ask = (more = patience) => waitFor('PostgreSQL', log, () => (answers.shift() ?? never)(), more);
    return { said, ask };
  }

  it('asks again where it refused, and says so', async () => {
    const { said, ask } = aNeighbor(
      async () => Promise.reject(new Error('refused')),
      async () => 'here',
    );
    expect(await ask()).toBe('here');
    expect(said).toEqual(['waiting for PostgreSQL: refused']);
  });

  it('asks again where an answer never comes', async () => {
    const { said, ask } = aNeighbor(never, async () => 'here');
    expect(await ask()).toBe('here');
    expect(said).toEqual(['waiting for PostgreSQL: no answer within 0.015 s']);
  });

  it('gives up in the end, with the last reason', async () => {
    const { ask } = aNeighbor();
    await expect(ask()).rejects.toThrow('PostgreSQL did not answer within 0.06 s: no answer within 0.015 s');
  });
});
