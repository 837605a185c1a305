import { type Block, type Cell, type Line, linesIn, type Table } from './blocks.js';
import { styles } from './styles.js';
import { beijingTime, type Telling } from './telling.js';

/** One document that needs nothing beside it: no script, and nothing that is loaded from elsewhere. */
export function htmlOf(blocks: Iterable<Block>, { content, say, language }: Telling): string {
  const sections: string[] = [];
  const parts: { id: string; heading: string }[] = [];
  const body: string[] = [];
  for (const block of blocks) {
    if ('heading' in block && block.level === 2) {
      sections.push(body.splice(0).join('\n'));
      parts.push({ id: `part-${parts.length + 1}`, heading: block.heading });
      body.push(`<h2 id="part-${parts.length}">${escaped(block.heading)}</h2>`);
    } else body.push(blockHtml(block));
  }
  sections.push(body.join('\n'));
  const [opening, ...rest] = sections;
  const links = parts.map(({ id, heading }) => `<li><a href="#${id}">${escaped(heading)}</a></li>`);
  return `<!doctype html>
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
${opening}
<nav aria-label="${escaped(say.contents)}">
<ol>
${links.join('\n')}
</ol>
</nav>
${rest.map((section, index) => `<section aria-labelledby="part-${index + 1}">\n${section}\n</section>`).join('\n')}
</main>
<footer>${escaped(say.madeBy(content.release, beijingTime(content.createdAt)))}</footer>
</body>
</html>
`;
}

function blockHtml(block: Block): string {
  if ('heading' in block) return `<h${block.level}>${escaped(block.heading)}</h${block.level}>`;
  if ('text' in block) return `<p${classOf(block.as)}>${escaped(block.text)}</p>`;
  if ('steps' in block)
    return `<ol>\n${block.steps.map((step) => `<li>${linesIn(step).map(lineHtml).join('')}</li>`).join('\n')}\n</ol>`;
  if ('lines' in block) {
    return `<p class="title">${escaped(block.title)}</p>\n<div class="lines">${escaped(block.lines.join('\n'))}</div>`;
  }
  if ('facts' in block) {
    const rows = block.facts.map(
      ([label, value]) => `<tr><th scope="row">${escaped(label)}</th>${cellHtml(value)}</tr>`,
    );
    return `<table class="facts">\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
  }
  return tableHtml(block);
}

function tableHtml({ caption, columns, rows, none }: Table): string {
  const lines = [...rows].map((cells) => `<tr>${cells.map(cellHtml).join('')}</tr>`);
  if (lines.length === 0) return `<p>${escaped(none)}</p>`;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => `<col style="width: ${((share * 100) / whole).toFixed(1)}%">`);
  const heads = columns.map(({ title }) => `<th scope="col">${escaped(title)}</th>`);
  return `<table>
<caption>${escaped(caption)}</caption>
<colgroup>${widths.join('')}</colgroup>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>`;
}

function cellHtml(cell: Cell): string {
  return `<td>${linesIn(cell).map(lineHtml).join('')}</td>`;
}

const lineHtml = ({ text, as }: Line): string => `<div${classOf(as)}>${escaped(text)}</div>`;

const classOf = (name: string | undefined): string => (name === undefined ? '' : ` class="${name}"`);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Companies and people write what they like. */
const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (mark) => entities[mark] ?? mark);
