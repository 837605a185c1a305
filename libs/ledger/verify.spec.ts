import { type Envelope, entryHash, genesis, type SealedEntry, seal } from './envelope.js';
import { exportLines, NotAnExport, verifyExport } from './export.js';
import { type ChainRow, verifyChain } from './verify.js';

const stream = 'license/0b24c0de-0000-5000-8000-000000000009';

const envelope = (seq: number, data: unknown = { seq }): Envelope => ({
  stream,
  seq,
  recordedAt: `2026-11-22T00:00:0${seq}.000Z`,
  storedAt: `2026-11-22T00:00:0${seq}.001Z`,
  validOn: '2026-11-22',
  actor: { kind: 'person', id: 'person-1' },
  commandId: `command-${seq}`,
  type: 'people-assigned',
  v: 1,
  data,
});

const chain = (count = 5): SealedEntry[] =>
  seal(
    genesis,
    Array.from({ length: count }, (_, i) => envelope(i + 1)),
  );

const findings = (rows: ChainRow[]) => verifyChain(stream, rows).findings.map(({ seq, kind }) => `${seq} ${kind}`);

const replaced = (rows: SealedEntry[], seq: number, change: (row: SealedEntry) => SealedEntry): SealedEntry[] =>
  rows.map((row) => (row.seq === seq ? change(row) : row));

const textOf = async (rows: SealedEntry[]): Promise<string> => {
  let text = '';
  for await (const line of exportLines({ stream, exportedAt: '2026-11-22T01:00:00.000Z', simulated: false }, rows))
    text += line;
  return text;
};

describe('verifyChain', () => {
  it('finds nothing in a whole chain, and says where it ends', () => {
    const rows = chain();
    expect(verifyChain(stream, rows)).toEqual({
      stream,
      checked: 5,
      head: { seq: 5, hash: rows[4]?.hash.toString('hex') },
      findings: [],
    });
  });

  it('finds nothing in an empty stream', () => {
    expect(verifyChain(stream, [])).toMatchObject({ checked: 0, head: { seq: 0 }, findings: [] });
  });

  it('names a changed body', () => {
    const rows = replaced(chain(), 3, (row) => ({
      ...row,
      body: Buffer.from(row.body.toString().replace('person-1', 'person-2')),
    }));
    expect(verifyChain(stream, rows).findings).toEqual([
      { stream, seq: 3, kind: 'changed-body', what: 'the body does not have the hash that was recorded for it' },
    ]);
  });

  it('names the row after a body that was changed together with its hash', () => {
    const rows = replaced(chain(), 3, (row) => seal(row.prev, [envelope(3, { seq: 'other' })])[0] as SealedEntry);
    expect(findings(rows)).toEqual(['4 broken-link']);
  });

  it('names a row that does not begin the chain', () => {
    expect(findings(seal(Buffer.alloc(32, 1), [envelope(1)]))).toEqual(['1 broken-link']);
  });

  it('names missing rows', () => {
    expect(findings(chain().filter(({ seq }) => seq !== 2))).toEqual(['2 gap']);
    expect(verifyChain(stream, chain().slice(2)).findings).toEqual([
      { stream, seq: 1, kind: 'gap', what: '1 to 2 is missing' },
    ]);
  });

  it('names rows in another order', () => {
    const [one, two, three, four, five] = chain() as [SealedEntry, SealedEntry, SealedEntry, SealedEntry, SealedEntry];
    expect(findings([one, three, two, four, five])).toEqual(['2 gap', '2 reordered', '2 time-runs-back', '3 gap']);
    expect(findings([one, two, two, three, four, five])).toEqual(['2 reordered']);
  });

  it('names a row of another stream', () => {
    const foreign = seal(genesis, [{ ...envelope(1), stream: 'house' }]);
    expect(findings(foreign)).toEqual(['1 foreign-row']);
  });

  it('names a body that is not canonical, though its hash is right', () => {
    const [row] = chain(1) as [SealedEntry];
    const spaced = Buffer.from(JSON.stringify(JSON.parse(row.body.toString()), null, 1));
    const resealed = { ...row, body: spaced, hash: entryHash(row.prev, spaced) };
    expect(findings([resealed])).toEqual(['1 not-canonical']);
  });

  it('names a column that differs from the body', () => {
    const rows: ChainRow[] = chain(1).map((row) => ({
      ...row,
      copies: { type: 'people-assigned', actor: { id: 'x', kind: 'person' } },
    }));
    expect(verifyChain(stream, rows).findings).toEqual([
      { stream, seq: 1, kind: 'changed-copy', what: 'the column actor differs from the body' },
    ]);
  });

  it('names time that runs back', () => {
    const rows = seal(genesis, [envelope(1), { ...envelope(2), storedAt: '2026-11-21T00:00:00.000Z' }]);
    expect(findings(rows)).toEqual(['2 time-runs-back']);
  });
});

describe('verifyExport', () => {
  it('verifies what was exported, offline', async () => {
    const result = verifyExport(await textOf(chain()));
    expect(result).toMatchObject({ stream, checked: 5, findings: [], header: { version: '0.1.0', simulated: false } });
  });

  it('verifies the export of an empty stream', async () => {
    expect(verifyExport(await textOf([]))).toMatchObject({ checked: 0, findings: [] });
  });

  it('names the row of which one byte was changed', async () => {
    const text = (await textOf(chain())).replace('command-4', 'command-5');
    expect(verifyExport(text).findings).toMatchObject([{ seq: 4, kind: 'changed-body' }]);
  });

  it('sees that the newest rows were cut, by the head', async () => {
    const lines = (await textOf(chain())).split('\n');
    lines.splice(-3, 1);
    expect(verifyExport(lines.join('\n')).findings).toEqual([
      { stream, seq: 5, kind: 'head-differs', what: 'the chain ends at 4, not where its head says' },
    ]);
  });

  it.each([
    ['nothing', '', 'Line 1 of the export is not a JSON object.'],
    ['another file', '{"a":1}\n', 'Line 1 of the export is not the header of a paizhao-ledger export.'],
    ['a newer version', '{"format":"paizhao-ledger","version":"9.0.0"}\n', 'names version "9.0.0"'],
    [
      'a header alone',
      `{"format":"paizhao-ledger","version":"0.1.0","stream":"house","simulated":false}\n`,
      'cut off|not a JSON object',
    ],
  ])('refuses %s', (_name, text, message) => {
    expect(() => verifyExport(text)).toThrow(NotAnExport);
    expect(() => verifyExport(text)).toThrow(new RegExp(message));
  });

  it('refuses a line that is cut in two', async () => {
    const text = (await textOf(chain())).replace('"prev"', '\n"prev"');
    expect(() => verifyExport(text)).toThrow('Line 2 of the export is not a JSON object.');
  });
});
