import { told } from '../../test/support/refused.js';
import { textNeeded, textsOf } from './erasure.js';

const text = (ref: string) => ({ ref, commitment: '00' });

describe('texts that an entry refers to', () => {
  it.each<[string, unknown, string[]]>([
    ['are none in a plain value', 'text-1', []],
    ['are none in nothing', null, []],
    ['are itself', text('a'), ['a']],
    [
      'are found at any depth, in their order',
      { reason: text('a'), items: [{ text: null }, { text: text('b') }] },
      ['a', 'b'],
    ],
    ['are none without a commitment', { ref: 'a' }, []],
    ['are none without a reference', { commitment: '00' }, []],
    ['are none by something else of that name', { ref: 1, commitment: '00', more: text('b') }, ['b']],
    ['are none by another commitment', { ref: 'a', commitment: 1, more: text('b') }, ['b']],
  ])('%s', (_case, value, refs) => {
    expect(textsOf(value)).toEqual(refs);
  });

  it('stay where they are needed, and it is said for what', () => {
    const needed = (remedy?: string) => told(textNeeded(['a'], 'new-1', remedy));
    const refusal = (remedy: string) => [
      'conflict',
      'text-needed',
      'A text is still needed',
      { pointer: '/refs', needed: ['a'], neededFor: 'new-1', remedy },
    ];
    expect(needed('Do this.')).toEqual(refusal('Do this.'));
    expect(needed()).toEqual(
      refusal('Wait until the filing is closed or the license has ended, or record other facts of the company first.'),
    );
  });
});
