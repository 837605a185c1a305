import { setImmediate } from 'node:timers/promises';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ArchivedFile } from '../archive/index.js';
import { type AuditContent, auditReport, auditReportPdf } from '../audit-report/index.js';

const languages = { zh: 'zh-CN', en: 'en' } as const;

/** The same to read, in both languages. */
export function reportFiles(content: () => AuditContent): ArchivedFile[] {
  const drawn = Object.entries(languages);
  return [
    ...drawn.map(([name, language]) => ({
      path: `report.${name}.html`,
      content: drawnOnce(() => auditReport(content(), language)),
    })),
    ...drawn.map(([name, language]) => ({
      path: `report.${name}.pdf`,
      content: drawnOnce(() => auditReportPdf(content(), language)),
    })),
  ];
}

type Pieces = Iterable<string | Buffer> | AsyncIterable<string | Buffer>;

/** An archive reads a file twice. A page costs more to draw than to unpack: what was drawn is kept packed until then. */
function drawnOnce(draw: () => Pieces): () => AsyncGenerator<Buffer> {
  let packed: Buffer[] | null = null;
  return async function* () {
    const kept = packed;
    packed = null;
    if (kept) {
      for (const piece of kept) yield inflateRawSync(piece);
      return;
    }
    const packing: Buffer[] = [];
    for await (const piece of joined(draw())) {
      packing.push(deflateRawSync(piece, { level: 1 }));
      yield piece;
      await setImmediate();
    }
    packed = packing;
  };
}

const pieceBytes = 65_536;

async function* joined(pieces: Pieces): AsyncGenerator<Buffer> {
  let [some, bytes]: [Buffer[], number] = [[], 0];
  for await (const piece of pieces) {
    const next = typeof piece === 'string' ? Buffer.from(piece) : piece;
    some.push(next);
    bytes += next.length;
    if (bytes < pieceBytes) continue;
    yield Buffer.concat(some);
    [some, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(some);
}
