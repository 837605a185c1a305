import { canonicalBytes, type Envelope, entryHash, genesis } from '../../../libs/ledger/index.js';
import type { Bundle, Files } from '../sample/bundle.js';
import type { KeyName } from '../sample/world.js';

/** What the auditor brings along: the fingerprint of a key, and the number of a checkpoint: of the untouched sample, or 5 or 6 of its successor. */
export interface Brought {
  key?: KeyName;
  checkpoint?: number;
  /** How the mail's text was saved; as it was where it is left out. */
  saved?(note: string): string;
}

/** A change of a bundle, and what must be found because of it, whoever verifies. */
export interface TamperCase {
  what: string;
  /** Changes the parts; the manifest is left as it was, or made anew afterwards. */
  forge(bundle: Bundle): void | Promise<void>;
  /**
   * Where the manifest was made anew: `kind file [seq] [field]`, all of it; where it was left, the changed parts as well.
   * After `~`: only the product's own verifier looks at it. A `*` at the end stands for anything.
   */
  found: readonly string[];
  brought?: Brought;
  /** Where nothing is found, and another one is due than what is brought says. */
  verdict?: string;
  /** Changes the manifest itself, which is not made anew then. */
  ofManifest?: true;
}

const text = (files: Files, name: string): string => {
  const bytes = files.get(name);
  if (!bytes) throw new Error(`the sample has no ${name}`);
  return bytes.toString('utf8');
};

/** @throws Error where nothing changes: then the case would show nothing */
export function put(files: Files, name: string, after: Buffer | string): void {
  const bytes = Buffer.from(after as string);
  if (files.get(name)?.equals(bytes)) throw new Error(`${name} is as it was`);
  files.set(name, bytes);
}

export const editText =
  (name: string, edit: (text: string) => string) =>
  ({ files }: Bundle) =>
    put(files, name, edit(text(files, name)));

// biome-ignore lint/suspicious/noExplicitAny: whatever a part holds
export type Json = any;

/** The part stays canonical. */
export const editJson =
  (name: string, edit: (value: Json) => void) =>
  ({ files }: Bundle) => {
    const value: Json = JSON.parse(text(files, name));
    edit(value);
    put(files, name, canonicalBytes(value));
  };

/** Lines of a stream, each with its newline: the header, the entries by their numbers, the head. */
export const editLines = (file: string, edit: (lines: string[]) => string[]) =>
  editText(file, (all) => edit(all.split(/(?<=\n)/)).join(''));

export const editLine = (file: string, at: number, edit: (line: string) => string) =>
  editLines(file, (lines) => lines.with(at, edit(lines.at(at) ?? '')));

interface Row {
  seq: number;
  prev: string;
  hash: string;
  body: string;
}
const lineOf = (row: object): string => `${canonicalBytes(row).toString('utf8')}\n`;

/** How far the forger goes: the body alone, its hash as well, or all that comes after it. */
export type Depth = 'body' | 'hash' | 'chain';

export const editBody = (file: string, seq: number, depth: Depth, edit: (envelope: Envelope & Json) => string | void) =>
  editLines(file, (lines) => {
    const rows = lines.slice(1, -1).map((line) => JSON.parse(line) as Row);
    const row = rows[seq - 1] as Row;
    const envelope = JSON.parse(row.body) as Envelope;
    row.body = edit(envelope) ?? canonicalBytes(envelope).toString('utf8');
    const last = { body: 0, hash: seq, chain: rows.length }[depth];
    for (const each of rows.slice(seq - 1, last)) {
      if (each !== row) each.prev = rows[each.seq - 2]?.hash ?? genesis.toString('hex');
      each.hash = entryHash(Buffer.from(each.prev, 'hex'), Buffer.from(each.body)).toString('hex');
    }
    const { seq: number, hash } = rows.at(-1) as Row;
    const head = depth === 'body' ? (lines.at(-1) as string) : lineOf({ head: { seq: number, hash } });
    return [lines[0] as string, ...rows.map(lineOf), head];
  });

/** Only the first entries, with a head that says so. */
export const cutAfter = (file: string, count: number) =>
  editLines(file, (lines) => {
    const kept = lines.slice(0, count + 1);
    const last = count === 0 ? { seq: 0, hash: '00'.repeat(32) } : (JSON.parse(kept.at(-1) as string) as Row);
    return [...kept, lineOf({ head: { seq: last.seq, hash: last.hash } })];
  });

/** Another hexadecimal digit. */
export const otherDigit = (hex: string): string => `${hex.startsWith('a') ? 'b' : 'a'}${hex.slice(1)}`;
