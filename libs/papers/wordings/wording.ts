import type { PaperField } from '../fields.js';

/** Who signs, in which way. */
export type Signer = 'company' | 'legal-representative' | 'shareholders' | 'contact';

/** A part of a paper. In text `{field}` stands for what is known, or for a mark that somebody must fill it in. */
export type Block =
  | { to: 'authority' }
  | { text: string }
  | { heading: string }
  /** Numbered one below the other. */
  | { items: readonly string[] }
  /** A table of labels and values. */
  | { form: readonly PaperField[] }
  | { shareholders: true }
  /** Boxes to tick by hand. */
  | { ask: string; choices: readonly string[] }
  /** Room to write in. */
  | { write: string; lines: number }
  | { sign: readonly Signer[] };

/** Our own text of a letter or form that a requirement names. A changed text is a higher version. */
export interface Wording {
  /** Requirements whose paper it is. */
  requirements: readonly string[];
  version: number;
  title: string;
  blocks: readonly Block[];
}

const ofCompany: Block = { sign: ['company', 'legal-representative'] };

/** A letter to the authority in which the company promises, or states, one thing after the other. */
export function letter(
  requirements: readonly string[],
  title: string,
  opening: string,
  items: readonly string[],
  closing: string,
): Wording {
  const blocks: Block[] = [{ to: 'authority' }, { text: opening }, { items }, { text: closing }, ofCompany];
  return { requirements, version: 1, title, blocks };
}

/** A form: tables, what else belongs to it, and the company's word for it. */
export function form(requirements: readonly string[], title: string, blocks: readonly Block[]): Wording {
  return { requirements, version: 1, title, blocks: [...blocks, { text: trueAndWhole }, ofCompany] };
}

const trueAndWhole =
  '本公司确认：以上所填内容和随附材料真实、完整、有效，复印件与原件一致；如有不实，由本公司承担相应的法律责任。';
