/** The key under which a record was sealed is destroyed: nobody reads it any more, from no copy either. */
export class OwnKeyGone extends Error {
  constructor(message = 'The key of this record was destroyed.') {
    super(message);
    this.name = 'OwnKeyGone';
  }
}
