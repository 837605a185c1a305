/**
 * Nothing is signed, because what is on record is not what was sealed, or nobody may tell whether it is. `subject` says
 * in one word what was looked at; ids and figures only.
 */
export class SealRefused extends Error {
  constructor(
    readonly subject:
      | 'database-behind'
      | 'store-differs'
      | 'log-tree'
      | 'heads-tree'
      | 'signature'
      | 'key'
      | 'restored',
    readonly details: Record<string, string | number> = {},
  ) {
    super(`the ledger is not sealed: ${subject}`);
    this.name = 'SealRefused';
  }
}
