import { FileHasActiveContent, FileInflates, FileMalformed, FileProtected } from '../errors.js';
import type { ByteSource } from './byte-source.js';
import { inflate } from './inflate.js';

/** Names in a PDF that start something, as people know it. */
const active: Readonly<Record<string, string>> = { JavaScript: 'JavaScript', Launch: 'the start of a program' };

/** A name, up to what may end one. */
const names = /\/([A-Za-z#][A-Za-z0-9#]{0,40})(?=[\0\t\n\f\r ()<>[\]{}/%])/g;
/** What may stand between two words: white space and comments. */
const gap = /^(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])*/;
const onlyGap = new RegExp(`${gap.source}$`);
/** A dictionary, or a reference to an object. */
const dictionaryFollows = new RegExp(`${gap.source}(?:<<|\\d+\\s+\\d+\\s+R\\b)`);
const objectBegins = /\bobj\s*$/;
/** Where a stream's bytes begin, after its dictionary. */
const streamStart = /(?<!end)stream\r?\n/g;
/** Longer than a name, a dictionary of an object stream and the word after it. */
const overlap = 1_000;
/** Looked at in one go: what follows an object stream is read anew behind it. */
const windowBytes = 16_384;
const mostUnpacked = 64_000_000;
const mostObjectStreams = 5_000;

/**
 * The header, and the names by which a PDF runs scripts, starts programs or is encrypted, wherever they stand readable
 * and in compressed object streams. It is no reader of PDFs: whoever wants to hide a name can.
 */
export async function inspectPdf(source: ByteSource): Promise<void> {
  checkHeader((await source.peek(1024)).toString('latin1'));
  let before = '';
  const unpacked = { bytes: 0, streams: 0 };
  for (;;) {
    const piece = (await source.piece()).subarray(0, windowBytes);
    if (piece.length === 0) return;
    const text = before + piece.toString('latin1');
    const start = objectStreamIn(text, before.length);
    checkNames(start === null ? text : text.slice(0, start));
    if (start === null) {
      source.drop(piece.length);
      before = text.slice(-overlap);
    } else {
      source.drop(start - before.length);
      before = '';
      await passObjects(source, unpacked);
    }
  }
}

function checkHeader(head: string): void {
  if (!/^%PDF-[12]\.\d[\s%]/.test(head)) throw new FileMalformed('PDF', 'its first line is not that of a PDF');
  if (/<(script|html|svg|body|iframe|\?php|!doctype)\b/i.test(head))
    throw new FileHasActiveContent('a web page in its beginning');
}

/**
 * A name counts where it can do what it names: in titles and other texts the same letters may stand. An action has its
 * kind behind `/S` (or in an object of its own), scripts of the document hang below `/JavaScript`, and the trailer has
 * what encrypts it below `/Encrypt`.
 */
function checkNames(text: string): void {
  let kindFrom: number | null = null;
  for (const { 0: all, 1: name = '', index } of text.matchAll(names)) {
    const end = index + all.length;
    const plain = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const what = Object.hasOwn(active, plain) ? active[plain] : undefined;
    if (what !== undefined && isKind(text, kindFrom, index)) throw new FileHasActiveContent(what);
    if (plain === 'JavaScript' && isKey(text, end)) throw new FileHasActiveContent('JavaScript');
    if (plain === 'Encrypt' && isKey(text, end)) throw new FileProtected();
    kindFrom = plain === 'S' ? end : null;
  }
}

/** `from`: where `/S` ends, if that is the name before. */
const isKind = (text: string, from: number | null, at: number): boolean =>
  (from !== null && onlyGap.test(text.slice(from, at))) || objectBegins.test(text.slice(Math.max(0, at - 100), at));

const isKey = (text: string, end: number): boolean => dictionaryFollows.test(text.slice(end, end + overlap));

/** Where in the text a compressed stream of objects begins, not before `from`; null where there is none. */
function objectStreamIn(text: string, from: number): number | null {
  for (const match of text.matchAll(streamStart)) {
    const end = match.index + match[0].length;
    if (end <= from) continue;
    const near = text.slice(Math.max(0, match.index - overlap), match.index);
    const dictionary = near.slice(near.lastIndexOf('obj'));
    if (/\/ObjStm\b/.test(dictionary) && /\/FlateDecode\b/.test(dictionary)) return end;
  }
  return null;
}

async function passObjects(source: ByteSource, unpacked: { bytes: number; streams: number }): Promise<void> {
  unpacked.streams++;
  if (unpacked.streams > mostObjectStreams)
    throw new FileInflates(`more than ${mostObjectStreams} packed streams of objects`);
  let before = '';
  try {
    await inflate(source, 'zlib', (piece) => {
      unpacked.bytes += piece.length;
      if (unpacked.bytes > mostUnpacked) throw new FileInflates('its objects unpack to more than 64 MB');
      const text = before + piece.toString('latin1');
      checkNames(text);
      before = text.slice(-overlap);
    });
  } catch (error) {
    // What cannot be unpacked is passed over as it stands.
    if (!(error instanceof Error && 'errno' in error)) throw error;
  }
}
