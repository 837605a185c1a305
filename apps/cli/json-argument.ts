import { UsageError } from './command.js';

/** The JSON that a file holds. @throws UsageError (`invalid-json`) that names the command and what the file is */
export function jsonIn(text: string, command: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError('invalid-json', `${command}: ${what} is not JSON: ${(error as Error).message}`);
  }
}
