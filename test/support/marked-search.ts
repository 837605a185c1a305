import { marksIn } from './marked-values.js';

type Content = string | Uint8Array;

interface Place {
  name: string;
  /** What its pieces are, such as `rows`. */
  of: string;
  pieces: number;
  bytes: number;
  found: number;
}

/** Looks for marked values and secrets, and keeps in mind how much there was to look through, and where. */
export class MarkedSearch {
  private readonly places: Place[] = [];

  constructor(private readonly secrets: () => readonly string[]) {}

  get names(): string[] {
    return this.places.map(({ name }) => name);
  }

  /**
   * What stands there and must not, each after the name of its piece.
   * @param may what is found that belongs there
   * @throws Error where there was nothing to look through: it would prove nothing
   */
  in(
    name: string,
    of: string,
    pieces: Iterable<readonly [name: string, content: Content]>,
    may: (found: string) => boolean = () => false,
  ): string[] {
    const place: Place = { name, of, pieces: 0, bytes: 0, found: 0 };
    const found: string[] = [];
    for (const [piece, content] of pieces) {
      place.pieces += 1;
      place.bytes += Buffer.byteLength(content);
      const strange = this.of(content).map((mark) => `${piece}: ${mark}`);
      found.push(...strange.filter((each) => !may(each)));
    }
    if (place.bytes === 0) throw new Error(`${name}: there was nothing to look through`);
    this.places.push({ ...place, found: found.length });
    return found;
  }

  of(content: Content): string[] {
    const bytes = Buffer.from(content);
    return [...marksIn(bytes), ...this.secrets().filter((secret) => bytes.includes(secret))];
  }

  /** One line: where it was looked, through how much, and what was found. */
  summary(fields: number): string {
    const told = this.places.map(
      ({ name, of, pieces, bytes }) => `${name} ${pieces} ${of} (${(bytes / 1e6).toFixed(2)} MB)`,
    );
    const found = this.places.reduce((sum, place) => sum + place.found, 0);
    return `privacy scan: marked values in ${fields} fields of requests; searched ${told.join(', ')}; found ${found}`;
  }
}
