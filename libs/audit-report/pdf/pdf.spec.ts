import { aDelivery, anAuditContent, anEntry } from '../../../test/support/audit-content.js';
import { pdfText } from '../../../test/support/pdf-text.js';
import { expect } from '../../../test/support/quick-expect.js';
import type { AuditContent } from '../index.js';
import { auditReportPdf, type ReportLanguage } from '../index.js';

async function piecesOf(content: AuditContent, language: ReportLanguage): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for await (const piece of auditReportPdf(content, language)) pieces.push(piece);
  return pieces;
}

const pdf = async (content: AuditContent, language: ReportLanguage): Promise<Buffer> =>
  Buffer.concat(await piecesOf(content, language));

const pagesOf = (bytes: Buffer): number => bytes.toString('latin1').match(/^\/Type \/Page$/gm)?.length ?? 0;
const times = (text: string, part: string): number => text.split(part).length - 1;

describe('the report as a PDF', () => {
  it('can be read and copied, its hashes too', async () => {
    const text = pdfText(await pdf(anAuditContent(), 'zh-CN'));
    const { checkpoint } = anAuditContent().proof;
    for (const part of [
      '电信业务经营许可证审计报告',
      '上海申通呼叫科技有限公司',
      '有变化',
      checkpoint?.fingerprint ?? '',
      '--key <另行取得的指纹>',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/\uFFFD|〓/);
  });

  it('is the same bytes for the same content, and others where it was made at another time', async () => {
    const [first, second] = [await pdf(anAuditContent(), 'zh-CN'), await pdf(anAuditContent(), 'zh-CN')];
    expect(second.equals(first)).toBe(true);
    const later = await pdf(anAuditContent({ createdAt: '2027-02-04T06:30:00.000Z' }), 'zh-CN');
    expect(later.equals(first)).toBe(false);
  });

  it('is tagged, in its language, with a bookmark for each part', async () => {
    const file = (await pdf(anAuditContent(), 'en')).toString('latin1');
    expect(file).toContain('/Marked true');
    expect(file).toContain('/Lang (en)');
    expect(file.match(/^\/S \/H2$/gm)).toHaveLength(9);
    expect(file.match(/^\/S \/Caption$/gm)?.length).toBeGreaterThan(8);
    // Nine parts, a heading below the first, and one for each deadline.
    expect(file.match(/^\/Dest \[/gm)).toHaveLength(13);
  });

  it('marks whatever it draws: read aloud, or passed over', async () => {
    const file = (await pdf(anAuditContent(), 'en')).toString('latin1');
    let [open, unmarked] = [0, 0];
    for (const [operator] of file.matchAll(/^(BT|.* BDC|.* BMC|EMC)$/gm)) {
      if (/B[DM]C$/.test(operator)) open += 1;
      else if (operator === 'EMC') open -= 1;
      else if (open === 0) unmarked += 1;
      expect([0, 1]).toContain(open);
    }
    expect(open).toBe(0);
    // The number of pages: it is drawn once, and shown on each page within what is passed over.
    expect(unmarked).toBe(1);
  });

  it('numbers each page among all, and says on each that the license is simulated', async () => {
    const bytes = await pdf(anAuditContent({ simulated: true }), 'zh-CN');
    const text = pdfText(bytes);
    const pages = pagesOf(bytes);
    expect(pages).toBeGreaterThan(3);
    expect(times(text, '模拟数据，不得作为合规证明')).toBeGreaterThanOrEqual(pages);
    for (let page = 1; page <= pages; page++) expect(text).toContain(`第 ${page} 页`);
    expect(text).toContain(`，共 ${pages} 页`);
    expect(bytes.toString('latin1').match(/^\/Total Do$/gm)).toHaveLength(pages);
  });

  it('goes on over pages under the same head, row by row, and is handed on as it is written', async () => {
    const entry = (seq: number) =>
      anEntry(seq, { words: { zh: `第${seq}件事`, en: `thing ${seq}` }, daysLate: seq % 7 === 0 ? 3 : 0 });
    const history = Array.from({ length: 400 }, (_, index) => entry(index + 1));
    const content = anAuditContent({ history, deliveries: [] });
    const pieces = await piecesOf(content, 'zh-CN');
    const text = pdfText(Buffer.concat(pieces));
    for (const { seq } of history) expect(times(text, `\n第${seq}件事\n`)).toBe(1);
    expect(times(text, '\n生效日\n')).toBeGreaterThan(15);
    expect(pieces.length).toBeGreaterThan(400);
  });

  it('keeps a row whole that is longer than a page', async () => {
    const events = Array.from({ length: 120 }, (_, index) => ({
      seq: index + 1,
      type: 'delivery-deferred',
      words: null,
      at: '2026-02-27T01:03:10.000Z',
      attempt: index + 1,
      code: `451 4.7.${index + 1}`,
    }));
    const text = pdfText(await pdf(anAuditContent({ deliveries: [aDelivery({ events, state: 'failed' })] }), 'zh-CN'));
    for (const { code } of events) expect(text).toContain(`${code}）\n`);
  });

  it('has every part where nothing was within the days', async () => {
    const { proof } = anAuditContent();
    const content = anAuditContent({
      first: null,
      last: null,
      deadlines: [],
      history: [],
      deliveries: [],
      documents: [],
      proof: { ...proof, checkpoint: null, streams: [] },
    });
    for (const language of ['zh-CN', 'en'] as const) {
      const file = (await pdf(content, language)).toString('latin1');
      expect(file.match(/^\/S \/H2$/gm)).toHaveLength(9);
    }
  });

  it('marks a character that the font lacks, and says which', async () => {
    const text = pdfText(await pdf(anAuditContent({ company: { name: '𠮷田公司', uscc: 'x' } }), 'zh-CN'));
    expect(text).toContain('〓(U+20BB7)田公司');
    expect(text).toContain('标出：U+20BB7');
  });
});
