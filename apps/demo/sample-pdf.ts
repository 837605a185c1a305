import PDFDocument from 'pdfkit';

/** A real one-page PDF that stands for a material; it says that it is sample data. */
export function samplePdf(title: string, lines: string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const document = new PDFDocument({
      size: 'A4',
      margin: 64,
      info: { Title: title, Author: 'Paizhao demo, sample data' },
    });
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.fontSize(20).text(title);
    document
      .moveDown()
      .fontSize(10)
      .fillColor('#a00')
      .text('SAMPLE DATA - written by the demo, no real company or person.');
    document.moveDown().fillColor('#000').fontSize(12);
    for (const line of lines) document.text(line);
    document.end();
  });
}
