import type { ArchivedFile } from '../archive/index.js';
import { type AuditContent, auditReport, auditReportPdf } from '../audit-report/index.js';

const languages = { zh: 'zh-CN', en: 'en' } as const;

/** The same to read, in both languages. */
export function reportFiles(content: () => AuditContent): ArchivedFile[] {
  const drawn = Object.entries(languages);
  return [
    ...drawn.map(([name, language]) => ({
      path: `report.${name}.html`,
      content: () => Buffer.from(auditReport(content(), language)),
    })),
    ...drawn.map(([name, language]) => ({
      path: `report.${name}.pdf`,
      content: () => whole(auditReportPdf(content(), language)),
    })),
  ];
}

/** A page costs more to draw than to keep until its turn. */
async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const kept: Buffer[] = [];
  for await (const piece of pieces) kept.push(piece);
  return Buffer.concat(kept);
}
