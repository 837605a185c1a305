/** The text is not what it is taken for. `where`: of which part; `remedy`: what would be right. */
export class NotACheckpoint extends Error {
  readonly code = 'not-a-checkpoint';
  readonly kind = 'invalid';
  readonly details: { where: string; remedy: string };

  constructor(where: string, what: string, remedy: string) {
    super(`${where}: ${what}`);
    this.name = 'NotACheckpoint';
    this.details = { where, remedy };
  }
}
