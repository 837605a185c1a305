import { textsWritten } from './written-texts.js';

const text = (ref: string) => ({ ref, commitment: `commitment of ${ref}` });

describe('the texts that somebody wrote', () => {
  it('are those of an entry, each with its place', () => {
    const data = { reason: text('a'), items: [{ id: '1', text: text('b') }], evidence: null, refs: ['c'] };
    expect(textsWritten(data)).toEqual([
      { at: '/reason', ...text('a') },
      { at: '/items/0/text', ...text('b') },
    ]);
  });

  it('are neither names of the people of a company nor what another one wrote', () => {
    const data = {
      company: { legalRepresentative: text('a') },
      facts: { shareholders: [{ name: text('b') }] },
      changes: [{ member: 'items', from: [], to: [{ id: '1', text: text('c') }] }],
      from: [{ id: '1', text: text('d') }],
    };
    expect(textsWritten(data)).toEqual([]);
  });
});
