import type { Line } from '../blocks.js';
import type { Style } from './sheet.js';

const ink = '#1a1a1a';
const red = '#9b0019';
const pale = '#595959';

/** How far below the top of a line it stands, in sizes of the text. */
export const baseline = 1.2;
/** The height of a line, likewise. */
export const leading = 1.5;

type Name = 'h1' | 'h2' | 'h3' | 'text' | 'warning' | 'caption' | 'cell' | 'small' | NonNullable<Line['as']>;

export const styleOf: Record<Name, Style> = {
  h1: { size: 19, color: ink, strong: true },
  h2: { size: 14, color: ink, strong: true },
  h3: { size: 10.5, color: ink, strong: true },
  text: { size: 9.5, color: ink },
  warning: { size: 9.5, color: red, strong: true },
  caption: { size: 9, color: ink, strong: true },
  cell: { size: 8.5, color: ink },
  small: { size: 8, color: ink },
  hash: { size: 7, color: ink, mono: true },
  mark: { size: 8.5, color: red, strong: true },
  faint: { size: 8, color: pale },
};
