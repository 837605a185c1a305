import { fileTypeFromBuffer } from 'file-type/node';
import { ArchiveNotAllowed, FileEmpty, FileMalformed, FileTypeMismatch, FileTypeNotAllowed } from '../errors.js';
import { ByteSource, ContentEnds } from './byte-source.js';
import { inspectDocx } from './docx.js';
import { withoutArchives } from './hidden-archive.js';
import { inspectJpeg } from './jpeg.js';
import { inspectPdf } from './pdf.js';
import { inspectPng } from './png.js';

interface Kind {
  mediaType: string;
  /** In words, for messages. */
  name: string;
  /** Endings a name may have. */
  endings: readonly string[];
  /** How the content begins. */
  magic: Buffer;
  inspect(source: ByteSource): Promise<void>;
}

const pdfHeader = Buffer.from('%PDF-', 'latin1');

/** What a filing takes. */
const kinds: readonly Kind[] = [
  {
    mediaType: 'application/pdf',
    name: 'PDF',
    endings: ['pdf'],
    magic: pdfHeader,
    inspect: inspectPdf,
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: 'Word document',
    endings: ['docx'],
    magic: Buffer.from('PK\x03\x04', 'latin1'),
    inspect: inspectDocx,
  },
  {
    mediaType: 'image/png',
    name: 'PNG',
    endings: ['png'],
    magic: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    inspect: inspectPng,
  },
  {
    mediaType: 'image/jpeg',
    name: 'JPEG',
    endings: ['jpg', 'jpeg'],
    magic: Buffer.from([0xff, 0xd8, 0xff]),
    inspect: inspectJpeg,
  },
];

export const allowedMediaTypes: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  kinds.map(({ mediaType, endings }) => [mediaType, endings]),
);

/** By what is known of types; enough of a content's beginning to tell one. */
const headBytes = 4100;

/**
 * Reads a content to its end, judges it by its bytes alone, and gives its media type; of the name only the ending
 * counts, which must agree. What is looked at, and what is not: docs/files.md.
 * @throws FileEmpty, FileTypeNotAllowed, FileTypeMismatch, ArchiveNotAllowed, FileMalformed, FileInflates,
 *   FileHasActiveContent, FileProtected
 */
export async function inspectContent(source: ByteSource, fileName: string): Promise<string> {
  const head = await source.peek(headBytes);
  if (head.length === 0) throw new FileEmpty();
  const kind = kinds.find(({ magic }) => head.subarray(0, magic.length).equals(magic));
  if (!kind) throw await notTaken(head);
  checkBeginning(kind, head);
  const zipped = kind.endings.includes('docx');
  if (!zipped) checkEnding(kind, fileName);
  await inspected(kind, zipped ? source : new ByteSource(withoutArchives(source.rest(), kind.name)));
  if (zipped) checkEnding(kind, fileName);
  return kind.mediaType;
}

/** Programs take a file for a PDF whose header stands within so many bytes of its beginning. */
const pdfHeaderWithin = 1024;

function checkBeginning(kind: Kind, head: Buffer): void {
  const at = head.indexOf(pdfHeader);
  if (kind.magic !== pdfHeader && at >= 0 && at < pdfHeaderWithin)
    throw new FileMalformed(kind.name, 'a PDF begins in it');
}

async function inspected(kind: Kind, source: ByteSource): Promise<void> {
  try {
    await kind.inspect(source);
  } catch (error) {
    if (error instanceof ContentEnds) throw new FileMalformed(kind.name, error.message);
    throw error;
  }
}

function checkEnding({ endings, mediaType }: Kind, fileName: string): void {
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (!endings.includes(ending)) throw new FileTypeMismatch(ending.slice(0, 20), mediaType);
}

const archives =
  /^application\/(zip|gzip|zstd|java-archive|vnd\.ms-cab-compressed|x-(rar|7z|bzip2|xz|tar|lzip|compress|lzh|arj|ace|cpio|unix-archive|apple-diskimage|iso9660)[\w-]*)/;

/** What it is instead, so far as its beginning tells. */
async function notTaken(head: Buffer): Promise<Error> {
  const found = (await fileTypeFromBuffer(head))?.mime ?? null;
  return found !== null && archives.test(found)
    ? new ArchiveNotAllowed(found, 'the content')
    : new FileTypeNotAllowed(found);
}
