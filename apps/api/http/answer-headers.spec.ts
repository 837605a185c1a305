import type { ExecutionContext } from '@nestjs/common';
import { lastValueFrom, of } from 'rxjs';
import { AnswerHeaders, MadeAt } from './answer-headers.js';

class Endpoint {
  @MadeAt('/licenses/{id}/filings/{filingId}')
  open(): void {}
}

/** Where the answer says that what was made is found. */
async function locationOf(body: object): Promise<string | undefined> {
  let said: string | undefined;
  const request = { method: 'POST', params: { id: 'a b' } };
  const location = (place: string): void => {
    said = place;
  };
  const response = { statusCode: 201, location };
  const context = {
    getHandler: () => Endpoint.prototype.open,
    switchToHttp: () => ({ getRequest: () => request, getResponse: () => response }),
  } as unknown as ExecutionContext;
  expect(await lastValueFrom(new AnswerHeaders().intercept(context, { handle: () => of(body) }))).toBe(body);
  return said;
}

describe('Location', () => {
  it('is made of what the answer and the address name', async () => {
    expect(await locationOf({ filingId: 'new-1' })).toBe('/licenses/a%20b/filings/new-1');
  });

  it.each([{ filingId: null }, {}])('is not said where nothing was made: %j', async (body) => {
    expect(await locationOf(body)).toBeUndefined();
  });
});
