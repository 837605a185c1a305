import { type Block, type Cell, type Column, type Line, linesIn, type Table } from './blocks.js';
import { styles } from './styles.js';
import { beijingTime, type Telling } from './telling.js';

/**
 * One document that needs nothing beside it, in pieces: no script, and nothing that is loaded from elsewhere.
 * @param headings of the parts, in their order: the links stand before them
 */
export function* htmlOf(blocks: Iterable<Block>, headings: readonly string[], telling: Telling): Generator<string> {
  const { content, say } = telling;
  yield beginning(telling);
  let part = 0;
  for (const block of blocks) {
    if ('heading' in block && block.level === 2) {
      yield part === 0 ? linksTo(headings, say.contents) : '</section>\n';
      part += 1;
      yield `<section aria-labelledby="part-${part}">\n<h2 id="part-${part}">${escaped(block.heading)}</h2>\n`;
    } else {
      yield* blockHtml(block);
      yield '\n';
    }
  }
  yield `</section>
</main>
<footer>${escaped(say.madeBy(content.release, beijingTime(content.createdAt)))}</footer>
</body>
</html>
`;
}

const beginning = ({ content, say, language }: Telling): string => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${say.title} · ${content.company.name}`)}</title>
<style>${styles(content.simulated ? say.simulatedHead : null)}</style>
</head>
<body>
${content.simulated ? `<p class="banner">${escaped(say.simulatedHead)}</p>\n` : ''}<main>
`;

function linksTo(headings: readonly string[], label: string): string {
  const links = headings.map((heading, index) => `<li><a href="#part-${index + 1}">${escaped(heading)}</a></li>`);
  return `<nav aria-label="${escaped(label)}">
<ol>
${links.join('\n')}
</ol>
</nav>
`;
}

function* blockHtml(block: Block): Generator<string> {
  if ('rows' in block) yield* tableHtml(block);
  else yield plainHtml(block);
}

function plainHtml(block: Exclude<Block, Table>): string {
  if ('heading' in block) return `<h${block.level}>${escaped(block.heading)}</h${block.level}>`;
  if ('text' in block) return `<p${classOf(block.as)}>${escaped(block.text)}</p>`;
  if ('steps' in block)
    return `<ol>\n${block.steps.map((step) => `<li>${linesIn(step).map(lineHtml).join('')}</li>`).join('\n')}\n</ol>`;
  if ('lines' in block) {
    return `<p class="title">${escaped(block.title)}</p>\n<div class="lines">${escaped(block.lines.join('\n'))}</div>`;
  }
  const rows = block.facts.map(([label, value]) => `<tr><th scope="row">${escaped(label)}</th>${cellHtml(value)}</tr>`);
  return `<table class="facts">\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function* tableHtml({ caption, columns, rows, none }: Table): Generator<string> {
  let isEmpty = true;
  for (const cells of rows) {
    if (isEmpty) yield tableHead(caption, columns);
    isEmpty = false;
    yield `<tr>${cells.map(cellHtml).join('')}</tr>\n`;
  }
  yield isEmpty ? `<p>${escaped(none)}</p>` : '</tbody>\n</table>';
}

function tableHead(caption: string, columns: readonly Column[]): string {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => `<col style="width: ${((share * 100) / whole).toFixed(1)}%">`);
  const heads = columns.map(({ title }) => `<th scope="col">${escaped(title)}</th>`);
  return `<table>
<caption>${escaped(caption)}</caption>
<colgroup>${widths.join('')}</colgroup>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
`;
}

function cellHtml(cell: Cell): string {
  return `<td>${linesIn(cell).map(lineHtml).join('')}</td>`;
}

const lineHtml = ({ text, as }: Line): string => `<div${classOf(as)}>${escaped(text)}</div>`;

const classOf = (name: string | undefined): string => (name === undefined ? '' : ` class="${name}"`);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Companies and people write what they like. */
const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (mark) => entities[mark] ?? mark);
