import {
  ArchiveNotAllowed,
  FileHasActiveContent,
  FileInflates,
  FileMalformed,
  FileProtected,
  FileTypeNotAllowed,
} from '../errors.js';
import { ByteSource, ContentEnds } from './byte-source.js';
import { walkZip, ZipEncrypted, type ZipEntry, ZipMalformed, type ZipSight } from './zip.js';

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
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
/** Word keeps the numbers behind a chart in a workbook, which is a ZIP file too. */
const embeddedWorkbook = /^word\/embeddings\/[^/]+\.xlsx$/i;
/** Of all workbooks in a document, packed as they lie in it: they are looked into once the document was walked through. */
const mostWorkbookBytes = 1_000_000;
/** What a workbook holds. */
const workbookPart =
  /^(\[Content_Types\]\.xml|(_rels|docProps|customXml|xl)\/([^.]*\/)?([^/]+\.(xml|rels|vml|png|jpe?g|gif|emf|wmf)|\.rels|printerSettings\d*\.bin)?)$/i;
const macros = /(^|\/)(vbaProject\.bin|vbaData\.xml|vbaProjectSignature[^/]*\.bin)$/i;
const controls = /(^|\/)activeX\//i;

/**
 * A Word document is a ZIP file that holds what a Word document holds: walked through part by part, with a limit for all
 * that it and the workbooks in it unpack to. One that holds anything else is an archive.
 */
export async function inspectDocx(source: ByteSource): Promise<void> {
  const parts = new DocumentParts();
  try {
    await walkZip(source, parts);
  } catch (error) {
    throw refusalOf(error, () => (parts.isOffice ? new FileMalformed('Word document', said(error)) : plainArchive()));
  }
  parts.checkTypes();
  for (const bytes of parts.workbooks) await inspectWorkbook(bytes, parts.unpacked);
}

async function inspectWorkbook(bytes: Buffer, unpacked: Unpacked): Promise<void> {
  const parts = new WorkbookParts(unpacked);
  try {
    await walkZip(new ByteSource(one(bytes)), parts);
  } catch (error) {
    throw refusalOf(error, () => new FileMalformed('Word document', `a workbook in it: ${said(error)}`));
  }
  parts.checkTypes();
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function refusalOf(error: unknown, malformed: () => Error): unknown {
  if (error instanceof ZipEncrypted) return new FileProtected();
  return error instanceof ZipMalformed || error instanceof ContentEnds ? malformed() : error;
}

const said = (error: unknown): string => (error as Error).message;

const inDocument = (kind: string): ArchiveNotAllowed => new ArchiveNotAllowed(kind, 'a part of the document');

const plainArchive = (): ArchiveNotAllowed => new ArchiveNotAllowed('zip', 'the content');

/** What a document and all workbooks in it unpacked to so far. */
interface Unpacked {
  parts: number;
  bytes: number;
}

/** What is seen of the parts of an Office file while they pass. */
abstract class Parts implements ZipSight {
  private readonly names = new Set<string>();
  private types: Buffer | null = null;
  private beginning = Buffer.alloc(0);
  protected current = '';

  constructor(readonly unpacked: Unpacked) {}

  get isOffice(): boolean {
    return this.types !== null;
  }

  entry({ name }: ZipEntry): void {
    this.checkBeginning();
    const folded = name.toLowerCase();
    if (this.names.has(folded)) throw new ZipMalformed('two parts have one name');
    this.names.add(folded);
    this.unpacked.parts++;
    if (this.unpacked.parts > mostParts) throw new FileInflates(`more than ${mostParts} parts`);
    if (macros.test(name)) throw new FileHasActiveContent('macros');
    if (controls.test(name)) throw new FileHasActiveContent('ActiveX controls');
    if (name === typesName) this.types = Buffer.alloc(0);
    this.current = name;
  }

  piece(piece: Buffer): void {
    this.unpacked.bytes += piece.length;
    if (this.unpacked.bytes > mostUnpacked) throw new FileInflates('it unpacks to more than 100 MB');
    if (this.beginning.length < longest)
      this.beginning = Buffer.concat([this.beginning, piece.subarray(0, longest - this.beginning.length)]);
    if (this.current !== typesName || this.types === null) return;
    this.types = Buffer.concat([this.types, piece]);
    if (this.types.length > mostTypesBytes) throw new ZipMalformed('its list of types is too long');
  }

  /** After the last part: what it is, by its list of types; null where it has none. */
  protected typesSaid(): string | null {
    this.checkBeginning();
    const text = this.types?.toString('utf8') ?? null;
    if (text !== null && /macroEnabled|vbaProject/i.test(text)) throw new FileHasActiveContent('macros');
    return text;
  }

  /** Whether the part may be what it begins as. */
  protected abstract mayBe(archive: string): boolean;

  /** Of the part that ended. */
  private checkBeginning(): void {
    const { beginning } = this;
    this.beginning = Buffer.alloc(0);
    const found = archives.find(([, magic]) => beginning.subarray(0, magic.length).equals(magic));
    if (found && !this.mayBe(found[0])) throw inDocument(found[0]);
  }
}

class DocumentParts extends Parts {
  private readonly kept = new Map<string, Buffer[]>();
  private keptBytes = 0;

  constructor() {
    super({ parts: 0, bytes: 0 });
  }

  get workbooks(): Buffer[] {
    return [...this.kept.values()].map((pieces) => Buffer.concat(pieces));
  }

  override entry(entry: ZipEntry): void {
    super.entry(entry);
    if (embeddedWorkbook.test(entry.name)) this.kept.set(entry.name, []);
  }

  override piece(piece: Buffer): void {
    super.piece(piece);
    const kept = this.kept.get(this.current);
    if (!kept) return;
    this.keptBytes += piece.length;
    if (this.keptBytes > mostWorkbookBytes) throw new ArchiveNotAllowed('zip', 'more than 1 MB of workbooks in it');
    kept.push(Buffer.from(piece));
  }

  checkTypes(): void {
    const types = this.typesSaid();
    if (types === null) throw plainArchive();
    if (!types.includes(wordDocument)) throw new FileTypeNotAllowed('another Office file than a Word document');
  }

  protected override mayBe(archive: string): boolean {
    return archive === 'zip' && this.kept.has(this.current);
  }
}

class WorkbookParts extends Parts {
  override entry(entry: ZipEntry): void {
    super.entry(entry);
    if (!workbookPart.test(entry.name)) throw inDocument('zip');
  }

  checkTypes(): void {
    if (!this.typesSaid()?.includes(workbook)) throw inDocument('zip');
  }

  protected override mayBe(): boolean {
    return false;
  }
}
