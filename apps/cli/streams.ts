/** Standard input and output as lines, with back-pressure either way: memory stays the same however long they are. */
import { once } from 'node:events';
import { fstatSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { UsageError } from './command.js';

/** Characters of a line; what goes beyond is cut off, so that one endless line cannot fill the memory. */
export const longestLine = 8_000_000;

/** The lines of standard input. @throws UsageError where it is a terminal, a folder or cannot be read */
export function inputLines(input: Readable & { isTTY?: boolean }, fd: number): AsyncGenerator<string> {
  if (input.isTTY) throw new UsageError('unreadable-input', 'standard input is a terminal: pipe the lines in');
  // Node takes a folder for an empty input.
  if (fstatSync(fd).isDirectory()) throw new UsageError('unreadable-input', 'standard input is a folder');
  return linesOf(input);
}

/** The lines of a stream of UTF-8, without their ends. @throws UsageError when it cannot be read */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const chunk of input.setEncoding('utf8') as AsyncIterable<string>) {
      const [end = '', ...further] = chunk.split('\n');
      if (rest.length < longestLine) rest += end;
      for (const next of further) {
        yield rest.slice(0, longestLine);
        rest = next;
      }
    }
  } catch (error) {
    throw new UsageError(
      'unreadable-input',
      `standard input cannot be read: ${(error as NodeJS.ErrnoException).code ?? error}`,
    );
  }
  if (rest !== '') yield rest.slice(0, longestLine);
}

/** Writes lines, and waits while the reader is slower. */
export function putTo(output: Writable): (line: string) => Promise<void> {
  return async (line) => {
    if (!output.write(`${line}\n`)) await once(output, 'drain');
  };
}
