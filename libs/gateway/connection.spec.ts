import { grpcRetries } from './connection.js';

describe('a failed call to Temporal', () => {
  const status = (code: number, details: string) => ({ code, details, metadata: {} as never });

  it.each([
    ['is sent again while the server is away', 14, 'connection refused', true],
    [
      'is sent again while the run continues as new',
      8,
      'workflow operation can not be applied because workflow is closing',
      true,
    ],
    ['is not sent again where the answer is final', 5, 'workflow not found', false],
    [
      'is not sent again under the same id where it starts a license',
      14,
      'Update-with-Start could not be executed.',
      false,
    ],
  ])('%s', (_, code, details, again) => {
    expect(grpcRetries.retryableDecider(1, status(code, details))).toBe(again);
  });
});
