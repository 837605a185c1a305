import {
  Conflict,
  DomainError,
  Forbidden,
  InvalidInput,
  mustBeAt,
  NotFound,
  Unavailable,
  VersionStale,
} from './errors.js';

describe('a refusal', () => {
  it.each([
    [InvalidInput, 'invalid'],
    [Conflict, 'conflict'],
    [Forbidden, 'forbidden'],
    [NotFound, 'not-found'],
    [Unavailable, 'unavailable'],
  ] as const)('says what kind it is: %p', (Refusal, kind) => {
    const refusal = new Refusal('a-code', 'A message', { pointer: '/x' });
    expect(refusal).toBeInstanceOf(DomainError);
    const { code, message, details, name } = refusal;
    expect({ code, kind: refusal.kind, message, details, name }).toEqual({
      code: 'a-code',
      kind,
      message: 'A message',
      details: { pointer: '/x' },
      name: Refusal.name,
    });
  });

  it('comes to whoever changes what has changed since it was seen', () => {
    expect(() => mustBeAt(3, 3)).not.toThrow();
    expect(() => mustBeAt(3, null)).not.toThrow();
    for (const seen of [2, 4]) expect(() => mustBeAt(3, seen)).toThrow(VersionStale);
    const { code, kind, message, details } = new VersionStale();
    expect({ code, kind, message, details }).toEqual({
      code: 'version-stale',
      kind: 'conflict',
      message: 'it has changed since the version that If-Match names',
      details: {
        pointer: '#header/if-match',
        remedy: 'Read it again, look at what changed, and try again with the new ETag.',
      },
    });
  });
});
