import type { Bilingual } from '../rulebook/index.js';
import { applicable, isOnRecord, type PaperFacts, type PaperField, paperFields, shareholderFields } from './fields.js';
import { type FinishedPaper, Paper } from './paper.js';
import type { Block, Signer, Wording } from './wordings/index.js';

/** What somebody must write in by hand. */
export interface MissingField {
  field: PaperField;
  label: Bilingual;
}

export interface DraftOptions {
  wording: Wording;
  facts: PaperFacts;
  /** UTC instant from which the draft is: its date in the file. */
  createdAt: string;
  /** The rules by which it was asked for, at the foot of each page. */
  basis: string;
}

type Signed = Extract<Block, { sign: unknown }>;

const banner = '草稿 · 供签字盖章前核对 · 以办事系统的正式模板为准';

const signers: Record<Signer, string> = {
  company: '公司名称（盖章）：',
  'legal-representative': '法定代表人（签字）：',
  shareholders: '全体股东（签字或者盖章）：',
  contact: '经办人（签字）：',
};

/** A letter or form as a PDF, clearly a draft: what is not on record is marked, and nothing is made up. */
export async function draftOf(options: DraftOptions): Promise<FinishedPaper> {
  const { wording, facts, createdAt, basis } = options;
  const paper = new Paper({
    title: `${wording.title}（草稿）`,
    createdAt,
    banner,
    watermark: '草稿',
    footer: `${basis} · 文本第${wording.version}版`,
  });
  paper.title(wording.title);
  for (const [index, block] of wording.blocks.entries()) {
    // What is signed for stands on the page of the signature.
    const next = wording.blocks[index + 1];
    if (next && 'sign' in next) paper.keepTogether(roomFor(next) + 50);
    drawBlock(paper, block, facts);
  }
  const missing = missingFrom(wording, facts);
  if (missing.length > 0) {
    paper.space(10);
    const labels = missing.map(({ label }) => label.zh).join('、');
    paper.text(`提示：以下各项尚未填写：${labels}。`, { size: 9, color: '#b00020' });
  }
  return paper.finish();
}

/** What a wording asks for and is not on record, each once, in the order in which it is met. */
export function missingFrom(wording: Wording, facts: PaperFacts): MissingField[] {
  const named = wording.blocks.flatMap(fieldsIn);
  return [...new Set(applicable(named, facts))]
    .filter((field) => !isOnRecord(field, facts))
    .map((field) => ({ field, label: paperFields[field].label }));
}

/** Every field that a part of a paper names. @throws RangeError for one that there is not */
export function fieldsIn(block: Block): PaperField[] {
  if ('form' in block) return [...block.form];
  if ('to' in block) return ['authority'];
  if ('shareholders' in block) return [...shareholderFields];
  const texts = 'text' in block ? [block.text] : 'items' in block ? block.items : [];
  return texts.flatMap((text) => [...text.matchAll(/\{([^}]*)\}/gu)].map(([, name = '']) => fieldNamed(name)));
}

function fieldNamed(name: string): PaperField {
  if (Object.hasOwn(paperFields, name)) return name as PaperField;
  throw new RangeError(`a wording names the field ${name}, which there is not`);
}

const filled = (text: string, facts: PaperFacts): string =>
  text.replaceAll(/\{([^}]*)\}/gu, (_, name: string) => shown(fieldNamed(name), facts));

/** Days as Chinese letters write them. */
const shown = (field: PaperField, { values }: PaperFacts): string =>
  values[field]?.replaceAll(
    /\b(\d{4})-(\d{2})-(\d{2})\b/gu,
    (_, year: string, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`,
  ) ?? blank(field);

const blank = (field: PaperField): string => `【待填：${paperFields[field].label.zh}】`;

function drawBlock(paper: Paper, block: Block, facts: PaperFacts): void {
  if ('to' in block) paper.text(`${shown(block.to, facts)}：`, { gap: 6 });
  else if ('text' in block) paper.text(filled(block.text, facts), { indent: true, gap: 6 });
  else if ('heading' in block) paper.heading(block.heading);
  else if ('items' in block) drawItems(paper, block.items, facts);
  else if ('form' in block) drawForm(paper, block.form, facts);
  else if ('shareholders' in block) drawShareholders(paper, facts);
  else if ('ask' in block) {
    paper.text(`${block.ask}：　${block.choices.map((choice) => `□\u00a0${choice}`).join('　　')}`, { gap: 8 });
  } else if ('write' in block) {
    paper.table({
      columns: [{ share: 1 }, { share: 3 }],
      labeled: true,
      rows: [[block.write, '\n'.repeat(block.lines)]],
    });
  } else drawSigners(paper, block);
}

function drawItems(paper: Paper, items: readonly string[], facts: PaperFacts): void {
  for (const [index, item] of items.entries()) {
    paper.text(`${index + 1}. ${filled(item, facts)}`, { indent: true, gap: 6 });
  }
}

function drawForm(paper: Paper, all: readonly PaperField[], facts: PaperFacts): void {
  const fields = applicable(all, facts);
  if (fields.length === 0) return;
  paper.table({
    columns: [{ share: 1 }, { share: 2 }],
    labeled: true,
    rows: fields.map((field) => [paperFields[field].label.zh, shown(field, facts)]),
  });
}

function drawShareholders(paper: Paper, { shareholders }: PaperFacts): void {
  const rows = shareholders.map(({ name, kind, percent, amount, foreign }) => [
    name ?? blank('shareholderNames'),
    kind.zh,
    percent,
    amount,
    foreign ? '外资' : '内资',
  ]);
  paper.table({
    columns: [
      { title: '股东名称', share: 4 },
      { title: '类型', share: 2 },
      { title: '持股比例', share: 1.6, align: 'right' },
      { title: '出资额（万元）', share: 2, align: 'right' },
      { title: '内外资', share: 1.2 },
    ],
    rows: rows.length > 0 ? rows : [[blank('shareholders'), '', '', '', '']],
  });
}

/** How much of a page hands and seals need, in points. */
const roomFor = ({ sign }: Signed): number => sign.length * 40 + 70;

function drawSigners(paper: Paper, block: Signed): void {
  paper.keepTogether(roomFor(block));
  paper.space(18);
  const inset = paper.width * 0.42;
  for (const signer of block.sign) paper.text(signers[signer], { inset, gap: 20 });
  paper.text('日期：　　　　年　　　月　　　日', { inset });
}
