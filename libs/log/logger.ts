import { type DestinationStream, type Logger, pino } from 'pino';
import { logContext } from './log-context.js';
import { safeError } from './safe-error.js';

export interface LoggerOptions {
  process: 'api' | 'worker';
  version: string;
  level: string;
}

/** Members that no line should have; where one does, its value does not get out. */
const secretMembers = ['authorization', 'cookie', 'password', 'secret', 'token', 'apiKey', 'mail', 'person.name'];

/**
 * One JSON line per thing that happened, with the ids of what it is about. Whatever a driver or a server repeats in its
 * words, no line carries an address, a token, or the credentials of a URL.
 */
export function createLogger({ process, version, level }: LoggerOptions, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { process, version },
    serializers: { err: safeError },
    mixin: () => ({ ...logContext() }),
    redact: { paths: secretMembers.flatMap((member) => [member, `*.${member}`]), censor: '…' },
    hooks: { streamWrite: withoutSecrets },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Within a line of JSON, so that nothing that ends a text may be taken along. */
const patterns: [RegExp, string][] = [
  [/\b(pzf?_|whsec_)[A-Za-z0-9_+/=-]{20,}/g, '$1…'],
  // A JSON Web Token begins with the base64 of `{"`.
  [/(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '…'],
  [/\b(Bearer|Basic) [A-Za-z0-9._~+/=-]{8,}/gi, '$1 …'],
  [/:\/\/[^\s"'\\/@]+@/g, '://…@'],
  // From the beginning of a word only: to try every letter of a long one takes the square of its length.
  [/(?<![^\s"'\\<>(),;:[\]{}=|/])[^\s"'\\<>(),;:[\]{}=|/]+@[^\s"'\\<>(),;:[\]{}@|/]+\.[^\s"'\\<>(),;:[\]{}@|/]+/g, '…'],
];

function withoutSecrets(line: string): string {
  return patterns.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
}
