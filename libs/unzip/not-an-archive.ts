/** The file is no archive that can be read safely and in one way. `what`: what is wrong; `remedy`: what would be right. */
export class NotAnArchive extends Error {
  readonly code = 'not-an-archive';
  readonly kind = 'invalid';
  readonly details: { remedy: string };

  constructor(what: string, remedy = 'Take the file as it was handed over.') {
    super(`the ZIP cannot be read: ${what}`);
    this.name = 'NotAnArchive';
    this.details = { remedy };
  }
}
