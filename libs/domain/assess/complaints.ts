import { InvalidInput } from '../errors.js';

/** What is wrong with one place of an input: `pointer` is a JSON pointer (empty: the whole input), `remedy` says what would be right. */
export interface Complaint {
  pointer: string;
  code: string;
  message: string;
  remedy: string;
}

/** An identifier that was rewritten in its usual form. */
export interface Normalised {
  pointer: string;
  /** As it is used. */
  value: string;
}

/** Reads untrusted values and collects everything that is wrong, so that it is told at once. */
export class Complaints {
  readonly all: Complaint[] = [];
  readonly normalised: Normalised[] = [];
  /** Where an object should be and is none: that its fields are missing, too, goes without saying. */
  private readonly absent: string[] = [];

  add(pointer: string, code: string, message: string, remedy: string): void {
    if (this.absent.some((object) => pointer.startsWith(`${object}/`))) return;
    this.all.push({ pointer, code, message, remedy });
  }

  /** The fields of an object; unknown ones are complained about. */
  object(pointer: string, value: unknown, fields: readonly string[]): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const message = said(value, 'An object is expected here.');
      this.add(pointer, 'required', message, `Give an object with: ${fields.join(', ')}.`);
      this.absent.push(pointer);
      return {};
    }
    for (const key of Object.keys(value)) {
      if (!fields.includes(key))
        this.add(
          `${pointer}/${escaped(key)}`,
          'unknown-field',
          'This field is not known.',
          `Known fields: ${fields.join(', ')}.`,
        );
    }
    return value as Record<string, unknown>;
  }

  /** A list; nothing at all counts as an empty one. */
  list(pointer: string, value: unknown): unknown[] {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value;
    this.add(pointer, 'list-expected', 'A list is expected here.', 'Give a list.');
    return [];
  }

  number(pointer: string, value: unknown, least: number, most: number, remedy: string): number {
    if (typeof value === 'number' && value >= least && value <= most) return value;
    const wrong = typeof value === 'number' ? 'out-of-range' : 'number-expected';
    const message = typeof value === 'number' ? `${value} is out of range.` : 'A number is expected here.';
    this.add(pointer, wrong, said(value, message), remedy);
    return least;
  }

  optionalBoolean(pointer: string, value: unknown): boolean | null {
    if (value === undefined || value === null) return null;
    if (typeof value === 'boolean') return value;
    this.add(pointer, 'boolean-expected', 'Yes or no is expected here.', 'Give true or false.');
    return null;
  }

  optionalText(pointer: string, value: unknown): string | null {
    if (value === undefined || value === null) return null;
    if (typeof value === 'string') return value;
    this.add(pointer, 'text-expected', 'A text is expected here.', 'Give a text.');
    return null;
  }

  /** One of some words; null when nothing is given. */
  choice<W extends string>(pointer: string, value: unknown, words: readonly W[]): W | null {
    if (value === undefined || value === null) return null;
    const word = words.find((each) => each === value);
    if (word === undefined)
      this.add(pointer, 'unknown-value', 'This value is not known.', `Use one of: ${words.join(', ')}.`);
    return word ?? null;
  }

  /** Some of some words, each once; null when nothing is given. */
  choices<W extends string>(pointer: string, value: unknown, words: readonly W[]): W[] | null {
    if (value === undefined || value === null) return null;
    const given = this.list(pointer, value);
    if (Array.isArray(value) && given.length === 0)
      this.add(
        pointer,
        'required',
        'The list is empty.',
        `Name some of: ${words.join(', ')}; leave it out if unknown.`,
      );
    given.forEach((word, i) => {
      if (given.indexOf(word) < i)
        this.add(`${pointer}/${i}`, 'repeated', 'This is named twice.', 'Name every one once.');
    });
    return given.flatMap((word, i) => this.choice(`${pointer}/${i}`, word ?? '', words) ?? []);
  }

  /** @throws InvalidInput `invalid-profile` with everything that was wrong */
  refuseIfAny(): void {
    if (this.all.length > 0) throw refusal(this.all);
  }
}

/** What is wrong with a value that must be there. */
export function said(value: unknown, message: string): string {
  return value === undefined ? 'This is missing.' : message;
}

/** As many as a line can bear. */
const namedInOneLine = 12;

/** Everything that is wrong, in one line and, for scripts, in `details.errors`. */
export function refusal(complaints: readonly Complaint[]): InvalidInput {
  const [first] = complaints;
  const named = complaints.slice(0, namedInOneLine).map(({ pointer, message }) => `${pointer} ${message}`.trim());
  const more = complaints.length > namedInOneLine ? ` (and ${complaints.length - namedInOneLine} more)` : '';
  const count = complaints.length > 1 ? `${complaints.length} faults: ` : '';
  return new InvalidInput('invalid-profile', `${count}${named.join(' ')}${more}`, {
    ...(first ? { pointer: first.pointer, remedy: first.remedy } : {}),
    errors: complaints,
  });
}

/** RFC 6901, shortened: keys come from outside. */
function escaped(key: string): string {
  return key.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1');
}
