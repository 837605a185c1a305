import { deflateSync, gzipSync } from 'node:zlib';
import {
  aDocx,
  aJpeg,
  aPdfOf,
  aPdfWithPacked,
  aPng,
  contentTypes,
  withWideEnd,
  type ZippedPart,
  zipOf,
} from '../../../test/support/files.js';
import { ByteSource } from './byte-source.js';
import { inspectContent } from './inspect.js';

jest.setTimeout(60_000);

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const rar = Buffer.from('Rar!\x1a\x07\x01\x00 and so on', 'latin1');
const sevenZip = Buffer.from('7z\xbc\xaf\x27\x1c\x00\x04 and so on', 'latin1');
const archive = zipOf([{ name: 'file.txt', content: 'hello' }]);

/** However it is cut into chunks. */
async function* inChunks(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

const inspected = (content: Buffer, name: string, size = 700): Promise<string> =>
  inspectContent(new ByteSource(inChunks(content, size)), name);

const withParts = (...parts: ZippedPart[]) => aDocx(...parts);
const part = (name: string, content: Buffer | string = 'x', more: Partial<ZippedPart> = {}): ZippedPart => ({
  name,
  content,
  ...more,
});

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const aWorkbook = (...more: ZippedPart[]): Buffer =>
  zipOf([
    contentTypes(sheetType),
    part('_rels/.rels'),
    part('docProps/app.xml'),
    part('xl/workbook.xml'),
    part('xl/_rels/workbook.xml.rels'),
    part('xl/worksheets/sheet1.xml'),
    part('xl/printerSettings/printerSettings1.bin'),
    ...more,
  ]);
const workbookAs = (content: Buffer): ZippedPart => part('word/embeddings/a.xlsx', content);

function aField(id: number, content: string | Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(content.length, 2);
  return Buffer.concat([head, Buffer.from(content)]);
}

/** The name that some programs show in place of the other. */
const secondName = (name: string): Buffer =>
  aField(0x7075, Buffer.concat([Buffer.from([1]), Buffer.alloc(4), Buffer.from(name)]));

/** A Word document whose records for large archives lead to another directory, which lies in a picture of it. */
function withHidden(hidden: Buffer): Buffer {
  const document = withParts(
    part('word/media/image1.emf', Buffer.concat([Buffer.from('emf'), hidden]), { stored: true }),
  );
  const at = document.indexOf(hidden);
  const end = hidden.subarray(-22);
  const [size, offset] = [end.readUInt32LE(12), at + end.readUInt32LE(16)];
  return withWideEnd(document, { here: 1, entries: 1, size, offset });
}

/** What stands before the end is taken for a record by whoever looks there without reading the directory. */
function endingInLocator(): Buffer {
  const locator = Buffer.alloc(16);
  locator.writeUInt32LE(0x07064b50, 0);
  const comment = Buffer.concat([locator, Buffer.from([1, 0, 0, 0])]);
  return withParts(part('word/a.xml', 'x', { extra: aField(0x9999, comment) }));
}

/** A Word document whose end has one byte in several places. */
function endSaying(from: number, byte: number, bytes: number): Buffer {
  const document = Buffer.from(aDocx());
  return document.fill(byte, document.length - 22 + from, document.length - 22 + from + bytes);
}

/** One file whose ZIP lies in a comment of its end: the end comes first. */
function endFirst(): Buffer {
  const directoryAt = archive.readUInt32LE(archive.length - 6);
  const directory = archive.subarray(directoryAt, archive.length - 22);
  const end = Buffer.from(archive.subarray(-22));
  end.writeUInt16LE(directory.length, 20);
  return Buffer.concat([aPdfOf(), archive.subarray(0, directoryAt), end, directory]);
}

const script = Buffer.from('%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj', 'latin1');

describe('inspectContent', () => {
  it.each<[string, Buffer, string, string]>([
    ['a PDF', aPdfOf(), 'a.pdf', 'application/pdf'],
    ['a PDF with packed objects', aPdfWithPacked('1 0 << /Type /Catalog >>'), 'a.PDF', 'application/pdf'],
    ['a PDF about scripts', aPdfOf('<< /Title (HTML/JavaScript) >>'), 'a.pdf', 'application/pdf'],
    ['a PDF about encryption', aPdfOf('<< /Title (SSL/Encrypt) /Author (A/Launch ) >>'), 'a.pdf', 'application/pdf'],
    ['a PDF that tells of scripts', aPdfOf('<rdf:li>TypeScript/JavaScript</rdf:li>'), 'a.pdf', 'application/pdf'],
    ['a PNG', aPng(), '营业执照.png', 'image/png'],
    ['a PNG with a text of its own', aPng({ chunks: [['tEXt', Buffer.from('Title\0x')]] }), 'a.png', 'image/png'],
    ['a JPEG', aJpeg(), 'a.jpeg', 'image/jpeg'],
    ['a photo with a film behind it', aJpeg({ after: Buffer.alloc(5000, 7) }), 'a.jpg', 'image/jpeg'],
    ['a Word document', aDocx(), 'a.docx', docxType],
    [
      'one whose sizes stand behind the parts',
      zipOf([
        { ...contentTypes(), descriptor: true },
        part('word/document.xml', 'x'.repeat(9000), { descriptor: true }),
      ]),
      'a.docx',
      docxType,
    ],
    [
      'one of a program that leaves signatures out, or writes wide sizes',
      zipOf([{ ...contentTypes(), descriptor: 'unsigned' }, part('word/document.xml', 'x', { descriptor: 'zip64' })]),
      'a.docx',
      docxType,
    ],
    ['one that names its types last', zipOf([part('word/document.xml'), contentTypes()]), 'a.docx', docxType],
    [
      'one with the numbers of a chart',
      withParts(
        part('word/embeddings/Microsoft_Excel_Sheet1.xlsx', aWorkbook(), { stored: true }),
        workbookAs(aWorkbook()),
      ),
      'a.docx',
      docxType,
    ],
    ['one whose end leaves its sizes to the records for large archives', withWideEnd(aDocx()), 'a.docx', docxType],
    ['one with such records besides', withWideEnd(aDocx(), { marked: false }), 'a.docx', docxType],
    [
      'one with a folder and an empty part',
      withParts(part('word/', '', { stored: true }), part('word/a', '')),
      'a.docx',
      docxType,
    ],
  ])('takes %s', async (_what, content, name, mediaType) => {
    for (const size of [1, 7, 700, 65_536]) expect(await inspected(content, name, size)).toBe(mediaType);
  });

  it.each<[string, Buffer, string, string]>([
    ['nothing', Buffer.alloc(0), 'a.pdf', 'file-empty'],
    ['text', Buffer.from('hello, world'), 'a.pdf', 'file-type-not-allowed'],
    ['a web page', Buffer.from('<!doctype html><script>1</script>'), 'a.pdf', 'file-type-not-allowed'],
    ['a PNG that is called a PDF', aPng(), 'a.pdf', 'file-type-mismatch'],
    ['a PDF without an ending', aPdfOf(), 'a', 'file-type-mismatch'],
    ['a Word document that is called a ZIP', aDocx(), 'a.zip', 'file-type-mismatch'],
    ['a ZIP', archive, 'a.zip', 'archive-not-allowed'],
    ['a ZIP that is called a Word document', archive, 'a.docx', 'archive-not-allowed'],
    ['a ZIP that is called a PDF', archive, 'a.pdf', 'archive-not-allowed'],
    ['a RAR', rar, 'a.rar', 'archive-not-allowed'],
    ['a RAR that is called a PDF', rar, 'a.pdf', 'archive-not-allowed'],
    ['a 7z', sevenZip, 'a.7z', 'archive-not-allowed'],
    ['a gzip', gzipSync('x'), 'a.pdf', 'archive-not-allowed'],
    ['another Office file', zipOf([contentTypes('application/x-sheet')]), 'a.docx', 'file-type-not-allowed'],
  ])('refuses %s', async (_what, content, name, code) => {
    await expect(inspected(content, name)).rejects.toMatchObject({ code, details: { pointer: '/file' } });
  });

  it.each<[string, Buffer, string, string]>([
    ['a PDF with a ZIP behind it', Buffer.concat([aPdfOf(), archive]), 'a.pdf', 'archive-not-allowed'],
    ['a PDF with a ZIP in it', aPdfOf(`${archive.toString('latin1')}\n1 0 obj`), 'a.pdf', 'archive-not-allowed'],
    ['a PDF with a ZIP whose directory lies in its end', endFirst(), 'a.pdf', 'archive-not-allowed'],
    ['a JPEG with a PDF in a comment', aJpeg({ comment: script }), 'a.jpg', 'file-malformed'],
    [
      'a JPEG with a PDF as late as one may begin',
      aJpeg({ comment: Buffer.concat([Buffer.alloc(997), script]) }),
      'a.jpg',
      'file-malformed',
    ],
    ['a PNG with a PDF in a text', aPng({ texts: [script] }), 'a.png', 'file-malformed'],
    [
      'a Word document with a PDF in its beginning',
      zipOf([part('word/a', script, { stored: true }), contentTypes()]),
      'a.docx',
      'file-malformed',
    ],
    ['a PDF with a RAR behind it', Buffer.concat([aPdfOf(), rar]), 'a.pdf', 'archive-not-allowed'],
    ['a PDF with a 7z behind it', Buffer.concat([aPdfOf(), sevenZip]), 'a.pdf', 'archive-not-allowed'],
    ['a PDF that is a tar as well', tarred(aPdfOf()), 'a.pdf', 'archive-not-allowed'],
    ['a PNG with a ZIP behind it', Buffer.concat([aPng(), archive]), 'a.png', 'archive-not-allowed'],
    ['a PNG with a ZIP in a chunk', aPng({ chunks: [['zzZz', archive]] }), 'a.png', 'archive-not-allowed'],
    ['a PNG with bytes behind it', Buffer.concat([aPng(), Buffer.from('x')]), 'a.png', 'file-malformed'],
    ['a JPEG with a ZIP behind it', aJpeg({ after: archive }), 'a.jpg', 'archive-not-allowed'],
    ['a ZIP behind a web page', Buffer.concat([Buffer.from('<html>'), archive]), 'a.docx', 'file-type-not-allowed'],
    ['a Word document with bytes behind it', Buffer.concat([aDocx(), Buffer.from('x')]), 'a.docx', 'file-malformed'],
    ['a Word document with a comment', zipOf([contentTypes()], 'hello'), 'a.docx', 'file-malformed'],
    [
      'a PDF that begins as a web page',
      Buffer.from('%PDF-1.7 <html><script>1</script>'),
      'a.pdf',
      'file-has-active-content',
    ],
    [
      'a PDF whose header stands later',
      Buffer.concat([Buffer.from('<b>hi</b>'), aPdfOf()]),
      'a.pdf',
      'file-type-not-allowed',
    ],
    ['a PDF of no version', Buffer.from('%PDF-hello'), 'a.pdf', 'file-malformed'],
  ])('refuses what is two things at once: %s', async (_what, content, name, code) => {
    for (const size of [1, 13, 65_536]) await expect(inspected(content, name, size)).rejects.toMatchObject({ code });
  });

  it.each<[string, Buffer, string, string]>([
    ['a PDF with JavaScript', aPdfOf('<< /S /JavaScript /JS (app.alert(1)) >>'), 'a.pdf', 'file-has-active-content'],
    [
      'a PDF with a name that is spelled otherwise',
      aPdfOf('<< /S /J#61vaScript >>'),
      'a.pdf',
      'file-has-active-content',
    ],
    ['a PDF that starts a program', aPdfOf('<< /S /Launch /F (cmd.exe) >>'), 'a.pdf', 'file-has-active-content'],
    [
      'a PDF with JavaScript in packed objects',
      aPdfWithPacked('1 0 << /S /JavaScript >>'),
      'a.pdf',
      'file-has-active-content',
    ],
    ['a script in an object of its own', aPdfOf('7 0 obj /JavaScript endobj'), 'a.pdf', 'file-has-active-content'],
    ['a comment before its kind', aPdfOf('<< /S % kind\n /Launch /F (cmd.exe) >>'), 'a.pdf', 'file-has-active-content'],
    ['scripts by their names', aPdfOf('<< /Names << /JavaScript 8 0 R >> >>'), 'a.pdf', 'file-has-active-content'],
    ['scripts named at once', aPdfOf('<< /JavaScript<< /Names [] >> >>'), 'a.pdf', 'file-has-active-content'],
    ['a PDF whose trailer encrypts', aPdfOf('trailer << /Encrypt<</V 4>> >>'), 'a.pdf', 'file-protected'],
    ['an encrypted PDF', aPdfOf('trailer << /Encrypt 9 0 R >>'), 'a.pdf', 'file-protected'],
    ['a Word document with macros', withParts(part('word/vbaProject.bin')), 'a.docx', 'file-has-active-content'],
    ['one with ActiveX', withParts(part('word/activeX/activeX1.xml')), 'a.docx', 'file-has-active-content'],
    [
      'one that is called a document and is made for macros',
      zipOf([contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml')]),
      'a.docx',
      'file-has-active-content',
    ],
    [
      'an encrypted part',
      zipOf([contentTypes(), part('word/document.xml', 'x', { flags: 0x801 })]),
      'a.docx',
      'file-protected',
    ],
  ])('refuses what acts or is locked: %s', async (_what, content, name, code) => {
    await expect(inspected(content, name)).rejects.toMatchObject({ code });
  });

  it.each<[string, Buffer, string]>([
    ['an archive in it', withParts(part('word/media/a.bin', archive)), 'archive-not-allowed'],
    [
      'an archive where a workbook may be, by another name',
      withParts(part('word/embeddings/a.zip', archive)),
      'archive-not-allowed',
    ],
    ['an archive where a workbook may be', withParts(workbookAs(archive)), 'archive-not-allowed'],
    [
      'another document where a workbook may be',
      withParts(part('word/embeddings/a.docx', aDocx())),
      'archive-not-allowed',
    ],
    ['a program in its workbook', withParts(workbookAs(aWorkbook(part('xl/a.exe')))), 'archive-not-allowed'],
    ['a program beside its workbook', withParts(workbookAs(aWorkbook(part('a.xml')))), 'archive-not-allowed'],
    ['an archive in its workbook', withParts(workbookAs(aWorkbook(part('xl/a.xml', archive)))), 'archive-not-allowed'],
    ['macros in its workbook', withParts(workbookAs(aWorkbook(part('xl/vbaProject.bin')))), 'file-has-active-content'],
    ['a cut workbook', withParts(workbookAs(aWorkbook().subarray(0, 400))), 'file-malformed'],
    ['a locked workbook', withParts(workbookAs(aWorkbook(part('xl/a.xml', 'x', { flags: 0x801 })))), 'file-protected'],
    [
      'more workbook than a chart needs',
      withParts(workbookAs(aWorkbook(part('xl/a.png', Buffer.alloc(1_000_001), { stored: true })))),
      'archive-not-allowed',
    ],
    ['a gzip in it', withParts(part('word/media/a.png', gzipSync('x'), { stored: true })), 'archive-not-allowed'],
    ['a name that leads up', withParts(part('../../etc/passwd')), 'file-malformed'],
    ['a name that leads up further in', withParts(part('word/../../a')), 'file-malformed'],
    ['an absolute name', withParts(part('/etc/passwd')), 'file-malformed'],
    ['a drive', withParts(part('C:/a')), 'file-malformed'],
    ['a backslash', withParts(part('word\\..\\a')), 'file-malformed'],
    ['a zero in a name', withParts(part('word/a\0.xml')), 'file-malformed'],
    ['a name that is turned around', withParts(part('word/\u202egnp.exe')), 'file-malformed'],
    ['a name without end', withParts(part('a'.repeat(256))), 'file-malformed'],
    ['two parts of one name', withParts(part('word/a'), part('WORD/A')), 'file-malformed'],
    ['a part that is not listed', withParts(part('word/a', 'x', { claims: { unlisted: true } })), 'file-malformed'],
    [
      'a part that is listed as another',
      withParts(part('word/a', 'x', { claims: { listedAs: 'word/b' } })),
      'file-malformed',
    ],
    ['a false size', withParts(part('word/a', 'x', { claims: { unpacked: 2 } })), 'file-malformed'],
    ['a false checksum', withParts(part('word/a', 'x', { claims: { crc: 2 } })), 'file-malformed'],
    ['parts without number', withParts(...Array.from({ length: 1_000 }, (_, i) => part(`a${i}`))), 'file-inflates'],
    [
      'a second name',
      withParts(part('word/a.xml', 'x', { extra: secondName('../../../tmp/evil.sh') })),
      'file-malformed',
    ],
    [
      'a second name behind another field',
      withParts(part('word/a.xml', 'x', { extra: Buffer.concat([aField(0x9999, 'time'), secondName('b')]) })),
      'file-malformed',
    ],
    ['another directory in a part of it', withHidden(archive), 'file-malformed'],
    ['records for a large archive that its last listing ends with', endingInLocator(), 'file-malformed'],
    ['an end that says nothing', endSaying(8, 0xff, 12), 'file-malformed'],
    ['an end that leaves its number of parts open', endSaying(8, 0xff, 4), 'file-malformed'],
    ['an end that leaves its size open', endSaying(12, 0xff, 4), 'file-malformed'],
    ['an end that leaves its place open', endSaying(16, 0xff, 4), 'file-malformed'],
    ['an end that has fewer parts here', endSaying(8, 1, 1), 'file-malformed'],
    ['an end whose directory is elsewhere', endSaying(6, 1, 1), 'file-malformed'],
    ...(['here', 'entries', 'size', 'offset', 'disk', 'directoryDisk', 'locatorDisk', 'locator', 'disks'] as const).map(
      (claim): [string, Buffer, string] => [
        `a false ${claim} in its records for large archives`,
        withWideEnd(aDocx(), { [claim]: 7 }),
        'file-malformed',
      ],
    ),
    ['its end cut off', aDocx().subarray(0, -30), 'file-malformed'],
  ])('refuses a Word document with %s', async (_what, content, code) => {
    await expect(inspected(content, 'a.docx')).rejects.toMatchObject({ code });
  });

  it.each<[string, Buffer, string]>([
    ['a Word document', withParts(part('word/media/zeros', Buffer.alloc(101_000_000))), 'a.docx'],
    [
      'a Word document that says it is small',
      withParts(part('word/a', Buffer.alloc(101_000_000), { claims: { unpacked: 9 } })),
      'a.docx',
    ],
    ['a workbook', withParts(workbookAs(aWorkbook(part('xl/a.xml', Buffer.alloc(101_000_000))))), 'a.docx'],
    ['the objects of a PDF', aPdfWithPacked(' '.repeat(65_000_000)), 'a.pdf'],
    ['a PNG', aPng({ width: 40_000, height: 40_000 }), 'a.png'],
    ['a JPEG', aJpeg({ width: 40_000, height: 40_000 }), 'a.jpg'],
  ])('stops unpacking %s that explodes', async (_what, content, name) => {
    expect(content.length).toBeLessThan(1_000_000);
    await expect(inspected(content, name, 65_536)).rejects.toMatchObject({ code: 'file-inflates' });
  });

  it('looks at each byte of a PDF once, however often a stream seems to begin', async () => {
    const content = aPdfOf('stream\n'.repeat(300_000));
    expect(await inspected(content, 'a.pdf', content.length)).toBe('application/pdf');
  });

  it('unpacks no more than some thousand streams of objects', async () => {
    const packed = deflateSync('1 0 << >>').toString('latin1');
    const streams = (count: number): Buffer =>
      aPdfOf(`5 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n${packed}\nendstream\n`.repeat(count));
    expect(await inspected(streams(1_000), 'a.pdf', 65_536)).toBe('application/pdf');
    await expect(inspected(streams(5_001), 'a.pdf', 65_536)).rejects.toMatchObject({ code: 'file-inflates' });
  });

  it.each<[string, Buffer, string]>([
    ['PNG', aPng(), 'a.png'],
    ['JPEG', aJpeg(), 'a.jpg'],
    ['Word document', aDocx(), 'a.docx'],
  ])('refuses a %s that is cut anywhere, and never hangs', async (_what, content, name) => {
    for (let length = 9; length < content.length; length += 3)
      await expect(inspected(content.subarray(0, length), name)).rejects.toMatchObject({ kind: 'invalid' });
  });

  it.each([
    [0, 0],
    [0, 1],
    [1, 0],
    [0xffff, 0xffff],
  ])('refuses a PDF with a ZIP in it that says it has %d and %d entries', async (here, all) => {
    const lying = Buffer.from(archive);
    lying.writeUInt16LE(here, lying.length - 14);
    lying.writeUInt16LE(all, lying.length - 12);
    for (const content of [Buffer.concat([aPdfOf(), lying]), aPdfOf(lying.toString('latin1'))])
      for (const size of [1, 13, 65_536])
        await expect(inspected(content, 'a.pdf', size)).rejects.toMatchObject({ code: 'archive-not-allowed' });
  });

  it('tells nothing of a name but its ending', async () => {
    const name = `秘密${'a'.repeat(1000)}.${'b'.repeat(1000)}`;
    const refusal = await inspected(aPdfOf(), name).catch((error: Error) => error.message);
    expect(refusal).toContain('".bbbb');
    expect(refusal).not.toMatch(/秘密|b{30}/);
  });

  it('lets no random bytes through as something else', async () => {
    for (const four of ['PK\x05\x06', 'PK\x01\x02']) {
      const noise = Buffer.concat([aPdfOf(), Buffer.from(`${four} four bytes prove nothing ${four}`, 'latin1')]);
      expect(await inspected(noise, 'a.pdf')).toBe('application/pdf');
    }
  });
});

/** The name field of a tar archive is its first hundred bytes: those of a PDF do as well. */
function tarred(pdf: Buffer): Buffer {
  const content = Buffer.concat([pdf, Buffer.alloc(512)]);
  content.write('ustar', 257, 'latin1');
  return content;
}
