/** What is wrong with one place of an input: `pointer` is a JSON pointer (empty: the whole input), `remedy` says what would be right. */
export interface Complaint {
  pointer: string;
  code: string;
  message: string;
  remedy: string;
}

/** Reads untrusted values and collects everything that is wrong, so that it is told at once. */
export class Complaints {
  readonly all: Complaint[] = [];

  add(pointer: string, code: string, message: string, remedy: string): void {
    this.all.push({ pointer, code, message, remedy });
  }

  /** The fields of an object; unknown ones are complained about. */
  object(pointer: string, value: unknown, fields: readonly string[]): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.add(pointer, 'required', 'An object is expected here.', `Give an object with: ${fields.join(', ')}.`);
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
    this.add(
      pointer,
      wrong,
      typeof value === 'number' ? `${value} is out of range.` : 'A number is expected here.',
      remedy,
    );
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
}

/** RFC 6901, shortened: keys come from outside. */
function escaped(key: string): string {
  return key.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1');
}
