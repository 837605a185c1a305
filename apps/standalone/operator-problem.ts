import { ConfigurationError } from '../../libs/config/demanded.js';
import { InvalidLawFileError } from '../../libs/law/index.js';

/**
 * Something that keeps a local server from starting and that the person at the keyboard can mend.
 * `message` says what is wrong, `wayOut` what to do; `code` is permanent, kebab-case.
 */
export class OperatorProblem extends Error {
  override readonly name = 'OperatorProblem';

  constructor(
    readonly code:
      | 'port-in-use'
      | 'folder-in-use'
      | 'server-did-not-start'
      | 'no-server-user'
      | 'unreachable-server'
      | 'identity-provider-in-production',
    message: string,
    readonly wayOut: string,
  ) {
    super(message);
  }
}

/** What to print when a local program ends early: an operator gets the way out, a defect its stack. */
export function explained(error: unknown): string {
  if (error instanceof OperatorProblem) return `${error.message}\n${error.wayOut}`;
  if (error instanceof ConfigurationError || error instanceof InvalidLawFileError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
