import type { Language } from './content.js';

/**
 * What concerns the installation and no license, in the sender's own lines. An empty line parts blocks, a line that
 * begins with `== ` heads what follows it, one that begins with spaces belongs to the one above.
 */
export interface PlainContent {
  /** No personal data. */
  subject: string;
  text: string;
  language: Language;
}

export interface PlainBody {
  subject: string;
  preheader: string;
  blocks: PlainBlock[];
}

interface PlainBlock {
  heading: string | null;
  lines: { indent: boolean; text: string }[];
}

export function plainBody({ subject, text }: PlainContent): PlainBody {
  const blocks: PlainBlock[] = [{ heading: null, lines: [] }];
  for (const line of text.split('\n')) {
    if (line.startsWith('== ')) blocks.push({ heading: line.slice(3), lines: [] });
    else if (line.trim() === '') blocks.push({ heading: null, lines: [] });
    else blocks.at(-1)?.lines.push({ indent: line.startsWith(' '), text: line.trim() });
  }
  const told = blocks.filter(({ heading, lines }) => heading !== null || lines.length > 0);
  const first = told.flatMap(({ lines }) => lines).at(0)?.text ?? subject;
  return { subject, preheader: first, blocks: told };
}
