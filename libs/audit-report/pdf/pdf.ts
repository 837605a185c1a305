import { setImmediate } from 'node:timers/promises';
import { type Block, type Cell, linesIn } from '../blocks.js';
import { beijingTime, type Telling } from '../telling.js';
import { type LaidLine, Sheet, type Style, type Tag } from './sheet.js';
import { styleOf } from './style.js';
import { TableDrawing } from './table.js';

/** The report as pages, in pieces as they are written; others have their turn in between. */
export async function* pdfOf(blocks: Iterable<Block>, telling: Telling): AsyncGenerator<Buffer> {
  const { say } = telling;
  const sheet = sheetFor(telling);
  let steps = 0;
  for (const block of blocks) {
    for (const _ of drawn(block, sheet)) {
      yield* sheet.written();
      if (++steps % 20 === 0) await setImmediate();
    }
  }
  const lacking = sheet.characters.lacking.map(({ codePoint }) => codePoint);
  if (lacking.length > 0) paragraph(sheet, say.lacking(lacking), styleOf.warning);
  sheet.end();
  yield* sheet.written();
}

function sheetFor({ content, say, language }: Telling): Sheet {
  const permit = (content.last ?? content.first)?.permit?.number ?? content.licenseId;
  return new Sheet({
    title: `${say.title} · ${content.company.name}`,
    lang: language === 'zh' ? 'zh-CN' : 'en',
    createdAt: content.createdAt,
    head: `${content.company.name} · ${permit}`,
    warning: content.simulated ? say.simulatedHead : null,
    foot: say.madeBy(content.release, beijingTime(content.createdAt)),
    page: say.page,
    ofPages: say.ofPages,
  });
}

function* drawn(block: Block, sheet: Sheet): Iterable<void> {
  if ('heading' in block) return heading(sheet, block.heading, block.level);
  if ('text' in block) return paragraph(sheet, block.text, styleOf[block.as ?? 'text']);
  if ('steps' in block) return steps(sheet, block.steps);
  if ('lines' in block) return lines(sheet, block.title, block.lines);
  if ('facts' in block) {
    const columns = [
      { title: '', share: 1 },
      { title: '', share: 4 },
    ];
    yield* new TableDrawing(sheet, columns, true).draw(block.facts);
    return;
  }
  const rows = [...block.rows];
  if (rows.length === 0) return paragraph(sheet, block.none, styleOf.text);
  const table = new TableDrawing(sheet, block.columns, false);
  table.caption(block.caption);
  yield* table.draw(rows);
}

const above = { 1: 0, 2: 16, 3: 8 } as const;
/** What of that which follows stands on the same page, in points. */
const withIt = { 1: 120, 2: 110, 3: 220 } as const;

function heading(sheet: Sheet, text: string, level: 1 | 2 | 3): void {
  const laid = sheet.lay(text, styleOf[`h${level}`], sheet.width);
  const height = laid.length * lineHeight(laid);
  sheet.keepTogether(above[level] + height + withIt[level]);
  sheet.y += above[level];
  if (level > 1) sheet.addBookmark(text, level === 2 ? 1 : 2);
  const tag = sheet.tag(`H${level}`, sheet.root);
  tag.add(() => sheet.draw(laid, sheet.left, sheet.y));
  tag.end();
  sheet.y += height + (level === 1 ? 8 : 4);
}

function paragraph(sheet: Sheet, text: string, style: Style): void {
  flow(sheet, sheet.tag('P', sheet.root), sheet.lay(text, style, sheet.width), 0);
  sheet.y += 5;
}

function steps(sheet: Sheet, texts: readonly Cell[]): void {
  const list = sheet.tag('L', sheet.root);
  for (const [index, text] of texts.entries()) {
    const item = sheet.tag('LI', list);
    const inset = 16;
    const laid = linesIn(text).flatMap((line) => sheet.lay(line.text, styleOf[line.as ?? 'text'], sheet.width - inset));
    sheet.keepTogether(laid.length * lineHeight(laid));
    const label = sheet.tag('Lbl', item);
    label.add(() => sheet.draw(sheet.lay(`${index + 1}.`, styleOf.text, inset), sheet.left, sheet.y));
    label.end();
    flow(sheet, sheet.tag('LBody', item), laid, inset);
    item.end();
    sheet.y += 4;
  }
  list.end();
}

/** A line that goes on begins as far in as its first character stood. */
function lines(sheet: Sheet, title: string, texts: readonly string[]): void {
  sheet.keepTogether(60);
  flow(sheet, sheet.tag('P', sheet.root), sheet.lay(title, styleOf.caption, sheet.width), 0);
  for (const text of texts) {
    const begins = text.length - text.trimStart().length;
    const inset = 8 + begins * 3;
    const laid = sheet.lay(text.trimStart(), styleOf.small, sheet.width - inset);
    flow(sheet, sheet.tag('P', sheet.root), laid, inset);
  }
  sheet.y += 8;
}

/** On over the end of a page, but with no line alone on either. */
function flow(sheet: Sheet, tag: Tag, laid: readonly LaidLine[], inset: number): void {
  for (let rest = laid; rest.length > 0; ) {
    const fitting = Math.floor(sheet.room / lineHeight(rest));
    const count = rest.length <= fitting ? rest.length : Math.min(fitting, rest.length - 2);
    if (count < Math.min(2, rest.length)) {
      sheet.newPage();
      continue;
    }
    const part = rest.slice(0, count);
    tag.add(() => sheet.draw(part, sheet.left + inset, sheet.y));
    sheet.y += part.reduce((sum, { height }) => sum + height, 0);
    rest = rest.slice(count);
  }
  tag.end();
}

const lineHeight = ([first]: readonly LaidLine[]): number => first?.height ?? 0;
