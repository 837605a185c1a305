import {
  ArchiveNotAllowed,
  FileHasActiveContent,
  FileInflates,
  FileMalformed,
  FileProtected,
  FileTypeNotAllowed,
} from '../errors.js';
import { type ByteSource, ContentEnds } from './byte-source.js';
import { walkZip, ZipEncrypted, type ZipEntry, ZipMalformed, type ZipSight } from './zip.js';

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const typesName = '[Content_Types].xml';
const mostParts = 1_000;
const mostUnpacked = 100_000_000;
const mostTypesBytes = 200_000;

/** Archives and what else is no part of a document, by the bytes with which a part begins. */
const archives: readonly [string, Buffer][] = [
  ['zip', Buffer.from('PK\x03\x04', 'latin1')],
  ['rar', Buffer.from('Rar!\x1a\x07', 'latin1')],
  ['7z', Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1')],
  ['gzip', Buffer.from('\x1f\x8b\x08', 'latin1')],
  ['bzip2', Buffer.from('BZh', 'latin1')],
  ['xz', Buffer.from('\xfd7zXZ\x00', 'latin1')],
  ['zstd', Buffer.from('\x28\xb5\x2f\xfd', 'latin1')],
  ['cab', Buffer.from('MSCF', 'latin1')],
];
const longest = 8;
/** Word keeps the numbers behind a chart in a workbook, which is a ZIP file too. It is not looked into. */
const embeddedWorkbook = /^word\/embeddings\/[^/]+\.(xlsx|docx|pptx)$/i;
const macros = /(^|\/)(vbaProject\.bin|vbaData\.xml|vbaProjectSignature[^/]*\.bin)$/i;
const controls = /(^|\/)activeX\//i;

/**
 * A Word document is a ZIP file that holds what a Word document holds: walked through part by part, with a limit for all
 * that it unpacks to. One that holds anything else is an archive.
 */
export async function inspectDocx(source: ByteSource): Promise<void> {
  const parts = new Parts();
  try {
    await walkZip(source, parts);
  } catch (error) {
    throw refusalOf(error, parts);
  }
  parts.checkTypes();
}

function refusalOf(error: unknown, parts: Parts): unknown {
  if (error instanceof ZipEncrypted) return new FileProtected();
  if (!(error instanceof ZipMalformed || error instanceof ContentEnds)) return error;
  return parts.isOffice ? new FileMalformed('Word document', error.message) : plainArchive();
}

const plainArchive = (): ArchiveNotAllowed => new ArchiveNotAllowed('zip', 'the content');

/** What is seen of the parts while they pass. */
class Parts implements ZipSight {
  private readonly names = new Set<string>();
  private unpacked = 0;
  private types: Buffer | null = null;
  private current = '';
  private beginning = Buffer.alloc(0);

  get isOffice(): boolean {
    return this.types !== null;
  }

  entry({ name }: ZipEntry): void {
    this.checkBeginning();
    const folded = name.toLowerCase();
    if (this.names.has(folded)) throw new ZipMalformed('two parts have one name');
    this.names.add(folded);
    if (this.names.size > mostParts) throw new FileInflates(`more than ${mostParts} parts`);
    if (macros.test(name)) throw new FileHasActiveContent('macros');
    if (controls.test(name)) throw new FileHasActiveContent('ActiveX controls');
    if (name === typesName) this.types = Buffer.alloc(0);
    this.current = name;
  }

  piece(piece: Buffer): void {
    this.unpacked += piece.length;
    if (this.unpacked > mostUnpacked) throw new FileInflates('it unpacks to more than 100 MB');
    if (this.beginning.length < longest)
      this.beginning = Buffer.concat([this.beginning, piece.subarray(0, longest - this.beginning.length)]);
    if (this.current !== typesName || this.types === null) return;
    this.types = Buffer.concat([this.types, piece]);
    if (this.types.length > mostTypesBytes) throw new ZipMalformed('its list of types is too long');
  }

  /** After the last part: whether it is a Word document at all. */
  checkTypes(): void {
    this.checkBeginning();
    if (this.types === null) throw plainArchive();
    const text = this.types.toString('utf8');
    if (/macroEnabled|vbaProject/i.test(text)) throw new FileHasActiveContent('macros');
    if (!text.includes(wordDocument)) throw new FileTypeNotAllowed('another Office file than a Word document');
  }

  /** Of the part that ended. */
  private checkBeginning(): void {
    const { beginning, current } = this;
    this.beginning = Buffer.alloc(0);
    const found = archives.find(([, magic]) => beginning.subarray(0, magic.length).equals(magic));
    if (found && !(found[0] === 'zip' && embeddedWorkbook.test(current)))
      throw new ArchiveNotAllowed(found[0], 'a part of the document');
  }
}
