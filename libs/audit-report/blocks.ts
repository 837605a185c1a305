/** A line of its own within a cell or a paragraph. */
export interface Line {
  text: string;
  /** A hash or a command, for the eye to compare; what wants a second look; what matters less. */
  as?: 'hash' | 'mark' | 'faint';
}

export type Cell = string | readonly (string | Line)[];

export interface Column {
  title: string;
  /** Widths are shares of the whole. */
  share: number;
}

/** What the report consists of, from top to bottom, before it is a page of either kind. */
export type Block =
  | { heading: string; level: 1 | 2 | 3 }
  | { text: string; as?: 'warning' | 'faint' }
  /** One after the other, numbered. */
  | { steps: readonly Cell[] }
  /** As it stands, with the spaces that begin a line. */
  | { title: string; lines: readonly string[] }
  | { facts: readonly (readonly [label: string, value: Cell])[] }
  | Table;

export interface Table {
  /** Says what the table holds; read aloud, and shown above it. */
  caption: string;
  columns: readonly Column[];
  rows: Iterable<readonly Cell[]>;
  /** Stands in the place of a table without rows. */
  none: string;
}

/** Each line of a cell in the full form. */
export const linesIn = (cell: Cell): Line[] =>
  typeof cell === 'string' ? [{ text: cell }] : cell.map((line) => (typeof line === 'string' ? { text: line } : line));
