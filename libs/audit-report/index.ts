import type { AuditContent } from './content.js';
import { htmlOf } from './html.js';
import { pdfOf } from './pdf/pdf.js';
import { headingsOf, reportOf } from './report.js';
import { tellingOf } from './telling.js';

export type * from './content.js';

export type ReportLanguage = 'zh-CN' | 'en';

/** The report as one HTML document that needs nothing beside it, in pieces. The same content is the same text. */
export function auditReport(content: AuditContent, language: ReportLanguage): Generator<string> {
  const telling = tellingOf(content, language === 'zh-CN' ? 'zh' : 'en');
  return htmlOf(reportOf(telling), headingsOf(telling), telling);
}

/** The report as a PDF, in pieces as its pages are written. The same content is the same bytes. */
export function auditReportPdf(content: AuditContent, language: ReportLanguage): AsyncGenerator<Buffer> {
  const telling = tellingOf(content, language === 'zh-CN' ? 'zh' : 'en');
  return pdfOf(reportOf(telling), telling);
}
