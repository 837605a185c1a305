import type { PaperType } from '../../domain/index.js';
import type { Block, Cell } from '../blocks.js';
import type { AuditedDocument } from '../content.js';
import { grouped, type Telling } from '../telling.js';

/** Every file that was put on record, by its hash. */
export function* documents(telling: Telling): Iterable<Block> {
  const { content, say } = telling;
  const { heading, compare, table } = say.documents;
  yield { heading, level: 2 };
  if (content.documents.length > 0) yield { text: compare };
  yield {
    caption: table.caption,
    columns: [
      { title: table.columns.document, share: 28 },
      { title: table.columns.printed, share: 5.8 },
      { title: table.columns.recorded, share: 7 },
      { title: table.columns.file, share: 9 },
    ],
    rows: content.documents.map((document) => rowOf(document, telling)),
    none: table.none,
  };
}

function rowOf(document: AuditedDocument, telling: Telling): Cell[] {
  const { say } = telling;
  const { documents: words } = say;
  return [
    [titleOf(document, telling), { text: document.sha256, as: 'hash' }],
    document.issuedOn ?? say.nothing,
    [document.recordedOn, { text: words.entries(document.entries), as: 'faint' }],
    [document.mediaType, words.bytes(grouped(document.bytes)), { text: enclosedOrNot(document, telling), as: 'faint' }],
  ];
}

function enclosedOrNot({ file, erased }: AuditedDocument, { say }: Telling): string {
  if (erased) return say.documents.erased;
  return file === null ? say.documents.notEnclosed : say.documents.enclosed;
}

function titleOf({ kind, about, filingId, version }: AuditedDocument, { say, names }: Telling): string {
  const { documents: words } = say;
  const of = filingId === null ? '' : say.brackets(words.filing(filingId));
  if (kind === 'material') {
    const name = names.requirement(about);
    return `${version === null ? name : `${name}${say.comma}${words.version(version)}`}${of}`;
  }
  const paper = Object.hasOwn(words.paper, about) ? words.paper[about as PaperType] : about;
  return `${words.scanOf(paper)}${of}`;
}
