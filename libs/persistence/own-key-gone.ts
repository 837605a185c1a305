/** The key under which a record was sealed is destroyed: nobody reads it any more, from no copy either. */
export class OwnKeyGone extends Error {
  constructor() {
    super('The key of this record was destroyed.');
    this.name = 'OwnKeyGone';
  }
}
