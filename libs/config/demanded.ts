/** Names what is wrong with which variable, never a value: it may be a secret. */
export class ConfigurationError extends Error {
  readonly code = 'unusable-configuration';
  readonly kind = 'invalid';
  readonly details: { problems: readonly string[] };

  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigurationError';
    this.details = { problems };
  }
}

/** For what only some processes need. @throws ConfigurationError where it is absent */
export function demanded<T>(value: T | null, variable: string): T {
  if (value === null) throw new ConfigurationError([`${variable}: is needed by this process`]);
  return value;
}
