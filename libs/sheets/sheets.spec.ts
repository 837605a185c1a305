import { Worker } from 'node:worker_threads';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { numberFormatsIn, textFormat } from '../../test/support/sheets.js';
import { byteOrderMark, type Cell, csvLine, readTable, type ShownCell, shown, writeXlsx } from './index.js';
import { unzip } from './xlsx/unzip.js';
import { zip } from './xlsx/zip.js';

const collected = async (chunks: AsyncIterable<Buffer>): Promise<Buffer> => {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
};

const workbook = (rows: Cell[][]): Promise<Buffer> =>
  collected(
    writeXlsx({
      name: '台账',
      columns: [{ width: 12, choices: ['上海市', '北京市'] }, { width: 20 }],
      headingRows: 1,
      rows: rows.map((row): ShownCell[] => row.map((cell) => shown(cell))),
    }),
  );

/** A workbook whose only sheet is this XML. */
async function workbookOf(sheet: string, more: { path: string; content: string }[] = []): Promise<Buffer> {
  const parts = await unzip(await workbook([['a']]), () => true, 1_000_000);
  parts.set('xl/worksheets/sheet1.xml', Buffer.from(sheet));
  for (const { path, content } of more) parts.set(path, Buffer.from(content));
  return collected(zip([...parts].map(([path, bytes]) => ({ path, bytes: [bytes] }))));
}

const sheetOf = (rows: string): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

const refusal = async (bytes: Buffer): Promise<unknown> => {
  try {
    return (await readTable(bytes)).rows.length;
  } catch (error) {
    return (error as { code?: string }).code ?? error;
  }
};

describe('a workbook that was written here', () => {
  it('is read as it was meant: texts, numbers, days, and what looks like a formula', async () => {
    const rows = [
      ['标题', 'Heading <&> "x"'],
      ['=1+1', -5.5],
      [{ day: '2026-05-01' }, true],
      [null, '_x000D_ 𠮷\n第二行'],
      [],
      ['last'],
    ];
    expect(await readTable(await workbook(rows))).toEqual({ format: 'xlsx', rows });
  });

  it('holds no formula, whatever a cell says', async () => {
    const parts = await unzip(await workbook([['=cmd|calc!A1', '+1', '@SUM(1)']]), () => true, 1_000_000);
    expect(parts.get('xl/worksheets/sheet1.xml')?.toString()).not.toMatch(/<f[ >/]/);
  });

  it('keeps what is typed below and into a column of texts a text, and days days', async () => {
    const rows = [
      [shown('Code', 'heading')],
      [shown(914403001922038000, 'fault')],
      [shown({ day: '2026-05-01' })],
      [shown('x')],
    ];
    const written = writeXlsx({ name: 'x', columns: [{ width: 9, text: true }, { width: 9 }], headingRows: 1, rows });
    const bytes = await collected(written);
    const { columns, cells } = numberFormatsIn(bytes);
    expect(columns).toEqual([textFormat, '0']);
    expect(cells).toEqual({ A1: textFormat, A2: textFormat, A3: '164', A4: textFormat });
    expect((await readTable(bytes)).rows).toEqual(rows.map((row) => row.map(({ cell }) => cell)));
  });

  it('is the same bytes each time', async () => {
    expect(await workbook([['a', 1]])).toEqual(await workbook([['a', 1]]));
  });

  it('is read by what its sheet is, wherever the workbook has it', async () => {
    const sheet = sheetOf('<row r="1"><c r="A1" t="inlineStr"><is><t>a r="x" &gt; b</t></is></c></row>');
    expect((await readTable(await workbookOf(sheet))).rows).toEqual([['a r="x" > b']]);
  });

  it.each<[string, string, Cell]>([
    ['s="1"', '<v>0.49</v>', '49%'],
    ['s="1" t="n"', '<v>1</v>', '100%'],
    ["s='1'", '<v>0.07</v>', '7%'],
    ['s="2"', '<v>4.9000000000000002E-2</v>', '4.9%'],
    ['s="3"', '<f>A1/2</f><v>0.333333333333333</v>', '33.3333333333%'],
    ['s="1"', '', null],
    ['s="1" t="inlineStr"', '<is><t>0.49</t></is>', '0.49'],
    ['s="0"', '<v>0.49</v>', 0.49],
    ['s="4"', '<v>0.49</v>', 0.49],
    ['s="1" t="b"', '<v>1</v>', true],
  ])('is read as it shows percent: a cell with %s and %s', async (style, content, cell) => {
    const sheet = sheetOf(`<row r="1"><c r="A1" ${style}>${content}</c><c r="B1" s="0"><v>0.5</v></c></row>`);
    const formats = [0, 9, 10, 170, 171].map((id) => `<xf numFmtId="${id}" xfId="0"/>`).join('');
    const styles = `<styleSheet><numFmts count="2"><numFmt numFmtId="170" formatCode="0.0%;\\-0.0%"/><numFmt numFmtId="171" formatCode="0.00&quot;%&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs count="5">${formats}</cellXfs></styleSheet>`;
    const bytes = await workbookOf(sheet, [{ path: 'xl/styles.xml', content: styles }]);
    expect((await readTable(bytes)).rows).toEqual([[cell, 0.5]]);
  });

  it('fails with the rows it is made of', async () => {
    const rows = (async function* (): AsyncGenerator<ShownCell[]> {
      yield [shown('a')];
      throw new Error('the database is gone');
    })();
    const writing = collected(writeXlsx({ name: 'x', columns: [], headingRows: 0, rows }));
    await expect(writing).rejects.toThrow('the database is gone');
  });
});

describe('a CSV file', () => {
  it('is read with a mark of order and without, and in GB18030', async () => {
    const text = '企业,编号\r\n样例（上海）𠮷公司,"沪B2-1,2"\r\n';
    const rows = [
      ['企业', '编号'],
      ['样例（上海）𠮷公司', '沪B2-1,2'],
    ];
    const utf8 = Buffer.from(text);
    for (const bytes of [utf8, Buffer.concat([byteOrderMark, utf8]), Buffer.from(`\ufeff${text}`, 'utf16le')])
      expect(await readTable(bytes)).toEqual({ format: 'csv', rows });
    const gb18030 = Buffer.from('c6f3d2b52cb1e0bac50d0acfb8452c310d0a', 'hex');
    expect((await readTable(gb18030)).rows[0]).toEqual(['企业', '编号']);
  });

  it.each(['\t', ';'])('is read with %j between the cells', async (delimiter) => {
    const bytes = Buffer.from(['a', 'b,c', 'd'].join(delimiter));
    expect((await readTable(bytes)).rows).toEqual([['a', 'b,c', 'd']]);
  });

  it.each([',', '\t', ';'])(
    'is read with %j between the cells below a title, whatever lists stand in them',
    async (delimiter) => {
      const other = delimiter === ',' ? ';' : ',';
      const list = Array.from({ length: 9 }, (_, i) => `${2018 + i}`).join(other);
      const rows = [[`许可证清单${other} 2026`], [null], ['a', 'b', 'c', 'd'], ['1', '2', '3', list]];
      const bytes = Buffer.from(rows.map((row) => row.join(delimiter)).join('\r\n'));
      expect((await readTable(bytes)).rows).toEqual(rows);
    },
  );

  it('of few columns is read by what stands between them most, below a title too', async () => {
    expect((await readTable(Buffer.from('许可证清单\r\na;b\r\n1;2'))).rows).toEqual([
      ['许可证清单'],
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('is written so that what was in the cells comes back, and nothing is a formula', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .filter((each) => each.trim() !== '' && !/\0/.test(each));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (cells) => {
        const line = csvLine(cells);
        const [read] = (await readTable(line)).rows;
        expect(read?.map((cell) => String(cell).replace(/^'/, ''))).toEqual(
          cells.map((cell) => cell.replace(/^'/, '')),
        );
        expect(cells.some((cell) => /^"?\s*[=+\-@＝＋－＠]/.test(csvLine([cell]).toString()))).toBe(false);
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', ' =1', '＝1', '\n=1'])('makes %j inert', (text) => {
    expect(csvLine([text]).toString().replaceAll('"', '')).toMatch(/^'/);
  });

  it('leaves numbers and days as they are', () => {
    expect(csvLine([-3, { day: '2026-05-01' }, null, 'x'])).toEqual(Buffer.from('-3,2026-05-01,,x\r\n'));
  });
});

describe('what is refused before it is parsed', () => {
  const manyRows = Array.from({ length: 10_001 }, (_, i) => `<row r="${i + 1}"/>`).join('');
  const far = (address: string) => sheetOf(`<row><c r="${address}"><v>1</v></c></row>`);
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const elsewhere = (sheet: string) => [
    { path: 'xl/other.xml', content: sheet },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="other.xml"/></Relationships>`,
    },
  ];
  const oneText = { path: 'xl/sharedStrings.xml', content: `<sst><si><t>${'x'.repeat(4_000)}</t></si></sst>` };
  const shared = Array.from(
    { length: 3_000 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`,
  ).join('');

  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['nothing', 'sheet-unreadable', () => Buffer.alloc(0)],
    ['what is too large', 'sheet-too-large', () => Buffer.alloc(10 * 1_048_576 + 1, 'a')],
    ['a million lines', 'sheet-too-large', () => Buffer.from('a,b\n'.repeat(1_000_000))],
    ['one line without end', 'sheet-too-large', () => Buffer.from(',x'.repeat(1_000_000))],
    ['one text without end', 'sheet-unreadable', () => Buffer.from('x'.repeat(1_000_000))],
    ['a record that is too wide', 'sheet-too-large', () => Buffer.from(`a\n${'"x",'.repeat(50)}\n`)],
    ['what is no text', 'sheet-unreadable', () => Buffer.from([0x00, 0x01, 0x02, 0x03])],
    ['neither UTF-8 nor GB18030', 'sheet-unreadable', () => Buffer.from([0x61, 0xff, 0xff, 0x30])],
    ['the old .xls', 'sheet-unreadable', () => Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
    ['half an archive', 'sheet-unreadable', async () => (await workbook([['a']])).subarray(0, 300)],
    [
      'an archive of something else',
      'sheet-unreadable',
      () => collected(zip([{ path: 'a.txt', bytes: [Buffer.from('a')] }])),
    ],
    ['a bomb', 'sheet-too-large', () => workbookOf(sheetOf(' '.repeat(70 * 1_048_576)))],
    ['too many rows', 'sheet-too-large', () => workbookOf(sheetOf(manyRows))],
    ['a cell in the last row of a sheet', 'sheet-too-large', () => workbookOf(far('A1048576'))],
    ['a cell in the last column of a sheet', 'sheet-too-large', () => workbookOf(far('XFD1'))],
    ['a row whose number is a power', 'sheet-unreadable', () => workbookOf(sheetOf('<row r="1e9"/>'))],
    ['a cell whose row is a power', 'sheet-unreadable', () => workbookOf(far('A1e9'))],
    ['a cell whose column is another alphabet’s', 'sheet-unreadable', () => workbookOf(far('zzzz1'))],
    ['a number that is written as an entity', 'sheet-unreadable', () => workbookOf(far('A&#49;048576'))],
    ['a far row under a prefix', 'sheet-too-large', () => workbookOf(sheetOf('<x:row x:r="1048576"/>'))],
    ['a far row behind a near one', 'sheet-too-large', () => workbookOf(sheetOf('<row r="1" x:r="1048576"/>'))],
    [
      'a far cell in a part that is elsewhere',
      'sheet-too-large',
      () => workbookOf(sheetOf(''), elsewhere(far('A1048576'))),
    ],
    ['rows behind a quote', 'sheet-unreadable', () => workbookOf(sheetOf(`<x a="><row r='1e9'/>"/>`))],
    ['rows behind a comment', 'sheet-unreadable', () => workbookOf(sheetOf(`<!--"--><row r='1e9'/><!--"-->`))],
    ['blanks without end', 'sheet-unreadable', () => workbookOf(sheetOf(`<row r="1"/>${' '.repeat(1_000_000)}`))],
    ['one text in very many cells', 'sheet-too-large', () => workbookOf(sheetOf(shared), [oneText])],
    [
      'entities',
      'sheet-unreadable',
      () =>
        workbookOf(
          `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheetOf('<row><c r="A1"><v>1</v></c></row>')}`,
        ),
    ],
    [
      'entities in the shared strings',
      'sheet-unreadable',
      () => workbookOf(sheetOf(''), [{ path: 'xl/sharedStrings.xml', content: '<!DOCTYPE sst []><sst/>' }]),
    ],
    [
      'huge shared strings',
      'sheet-too-large',
      () =>
        workbookOf(sheetOf(''), [
          { path: 'xl/sharedStrings.xml', content: `<sst>${'<si><t>a</t></si>'.repeat(4_000_000)}</sst>` },
        ]),
    ],
    ['tags that are no cells', 'sheet-too-large', () => workbookOf(sheetOf('<v/>'.repeat(15_000_000)))],
    [
      'tags in another part',
      'sheet-too-large',
      () => workbookOf(sheetOf(''), [{ path: 'xl/styles.xml', content: '<x/>'.repeat(4_000_001) }]),
    ],
    ['XML that is none', 'sheet-unreadable', () => workbookOf('<worksheet><sheetData><row><c')],
  ])('%s: %s', async (_, code, bytes) => {
    expect(await refusal(await bytes())).toBe(code);
  });

  it.each([
    ['40,000 cells of 4,000 characters', ['A', 'B', 'C', 'D'], 4_000, 'sheet-too-large'],
    ['a text of 150,000 characters in 10,000 cells', ['A'], 150_000, 'sheet-unreadable'],
  ])(
    'one text in many cells is no more than one outside the thread that reads it: %s',
    async (_, columns, length, code) => {
      const cell = (column: string, row: number) => `<c r="${column}${row}" t="s"><v>0</v></c>`;
      const rowOf = (row: number) => `<row r="${row}">${columns.map((column) => cell(column, row)).join('')}</row>`;
      const rows = Array.from({ length: 10_000 }, (_, index) => rowOf(index + 1));
      const strings = { path: 'xl/sharedStrings.xml', content: `<sst><si><t>${'x'.repeat(length)}</t></si></sst>` };
      const bytes = await workbookOf(sheetOf(rows.join('')), [strings]);
      const heard = jest.spyOn(Worker.prototype, 'emit');
      try {
        expect(await refusal(bytes)).toBe(code);
        const messages = heard.mock.calls.flatMap(([event, message]) =>
          event === 'message' ? [message as object] : [],
        );
        expect(messages.map((message) => Object.keys(message))).toEqual([['fault']]);
      } finally {
        heard.mockRestore();
      }
    },
  );

  it('lets others have their turn while it is looked at', async () => {
    const bytes = await workbookOf(sheetOf(`${'<v/>'.repeat(300_000)}<row r="1048576"/>`));
    let turns = 0;
    let reading = true;
    const others = (): void => {
      turns += 1;
      if (reading) setImmediate(others);
    };
    others();
    expect(await refusal(bytes)).toBe('sheet-too-large');
    reading = false;
    expect(turns).toBeGreaterThan(20);
  });

  it('ten megabytes of commas are not read to their end', async () => {
    const before = process.cpuUsage();
    expect(await refusal(Buffer.alloc(10 * 1_048_576, ','))).toBe('sheet-too-large');
    expect(process.cpuUsage(before).user).toBeLessThan(2_500_000);
  });

  it('an archive that says of a file that it is smaller than it is', async () => {
    const bytes = Buffer.from(await workbookOf(sheetOf(' '.repeat(80 * 1_048_576))));
    bytes.writeUInt32LE(100, bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
    expect(await refusal(bytes)).toBe('sheet-too-large');
  });

  it('a file that is packed by another method, or encrypted', async () => {
    const plain = await workbook([['a']]);
    const first = plain.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const other = Buffer.from(plain);
    other.writeUInt16LE(12, first + 10);
    const secret = Buffer.from(plain);
    secret.writeUInt16LE(0x0809, first + 8);
    expect(await Promise.all([refusal(other), refusal(secret)])).toEqual(['sheet-unreadable', 'sheet-unreadable']);
  });

  it('bytes whose checksum is another one', async () => {
    const plain = await workbook([['a']]);
    const packed = deflateRawSync(Buffer.from('x'));
    expect(packed.length).toBeGreaterThan(0);
    const first = plain.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const other = Buffer.from(plain);
    other.writeUInt32LE(1, first + 16);
    expect(await refusal(other)).toBe('sheet-unreadable');
  });
});
