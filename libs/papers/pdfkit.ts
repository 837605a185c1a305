import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

const require = createRequire(import.meta.url);

/** PDFKit takes a sixth of a second to load and most processes draw nothing: it is loaded with the first document. */
export function newDocument(options: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument {
  const Document = require('pdfkit') as typeof PDFDocument;
  return new Document(options);
}
