import { latestCalendar } from '../calendar/index.js';
import { InvalidPackError, type PackDefect, type RulePack, validatePack } from '../rulebook/index.js';
import { jsonFault } from './json-fault.js';

/** A defect of a file: where in it, as `limits[3].citation`, and what is wrong; the path is empty for the whole file. */
export interface FileDefect extends PackDefect {
  file: string;
}

/** As many as a line can bear. */
const namedInOneLine = 12;

/** Files that hold law and must not be used; `details.defects` has every defect of all of them. */
export class InvalidLawFileError extends Error {
  readonly code = 'invalid-law-file';
  readonly kind = 'invalid';
  readonly details: { defects: readonly FileDefect[] };

  constructor(readonly defects: readonly FileDefect[]) {
    const named = defects.slice(0, namedInOneLine);
    const more = defects.length > named.length ? ` (and ${defects.length - named.length} more)` : '';
    // What a file says comes from outside, and may be long.
    super(
      named.map(({ file, path, message }) => `${file}${path && ` ${path}`}: ${message.slice(0, 200)}`).join('; ') +
        more,
    );
    this.name = 'InvalidLawFileError';
    this.details = { defects };
  }
}

/** The packs that ship have about 200 kB as JSON; a file of another size is another file. */
export const largestLawFile = 4_000_000;

/**
 * The rule pack that a JSON file holds, checked with its examples, which the newest calendar that ships computes.
 * @param file as people know it, for the defects
 * @throws InvalidLawFileError
 */
export function packIn(file: string, text: string): RulePack {
  const candidate = jsonIn(file, text);
  try {
    return validatePack(candidate, latestCalendar());
  } catch (error) {
    if (!(error instanceof InvalidPackError)) throw error;
    throw new InvalidLawFileError(error.defects.map((defect) => ({ file, ...defect })));
  }
}

/** @throws InvalidLawFileError where the text is no JSON, or too long to be law */
export function jsonIn(file: string, text: string): unknown {
  const refuse = (message: string) => new InvalidLawFileError([{ file, path: '', message }]);
  if (text.length > largestLawFile) throw refuse(`longer than ${largestLawFile} characters`);
  let value: unknown;
  try {
    // An editor may put a byte order mark first, which JSON does not know.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw refuse(`not JSON: ${(error as Error).message}`);
  }
  const fault = jsonFault(text);
  if (fault) throw refuse(fault.message);
  return value;
}
