import { jsonFault } from '../../libs/law/index.js';
import { UsageError } from './command.js';

/**
 * The JSON that a file holds.
 * @throws UsageError (`invalid-json`, `nested-too-deep`, `repeated`) that names the command and what the file is
 */
export function jsonIn(text: string, command: string, what: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError('invalid-json', `${command}: ${what} is not JSON: ${(error as Error).message}`);
  }
  const fault = jsonFault(text);
  if (fault) throw new UsageError(fault.code, `${command}: ${what}: ${fault.message}`);
  return value;
}
