import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { requestId, requestIdOf } from './request-id.js';

/** What the answer and the logs call a request that came with this id. */
function calledBy(given: string | undefined): { answered: string | undefined; logged: string } {
  const request = { get: () => given } as unknown as Request;
  const answered: string[] = [];
  const response = { set: (_: string, id: string) => void answered.push(id) } as unknown as Response;
  requestId(request, response, () => undefined);
  return { answered: answered[0], logged: requestIdOf(request) };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('the id of a request', () => {
  it.each([randomUUID(), randomUUID().toUpperCase(), '4bf92f3577b34da6a3ce929d0e0e4736'])(
    'is the caller’s own where nobody can have written words or a number into it: %s',
    (given) => {
      expect(calledBy(given)).toEqual({ answered: given, logged: given });
    },
  );

  it.each(['wangfang-13912345678', '13912345678', '110101199003072316', 'zhang.san', 'beadfade', undefined])(
    'is another than %s, and the answer says which',
    (given) => {
      const { answered, logged } = calledBy(given);
      expect(logged).toMatch(uuid);
      expect(answered).toBe(logged);
    },
  );
});
