import { commitmentHolds, commitmentOf, newSalt } from './commitment.js';

describe('commitment', () => {
  it('holds for its own salt and text, and for nothing else', () => {
    const salt = newSalt();
    const commitment = commitmentOf(salt, '理由');
    expect(commitmentHolds(commitment, salt, '理由')).toBe(true);
    expect(commitmentHolds(commitment, salt, '理由 ')).toBe(false);
    expect(commitmentHolds(commitment, newSalt(), '理由')).toBe(false);
    expect(commitmentHolds('00', salt, '理由')).toBe(false);
  });

  it('differs for the same text under another salt', () => {
    expect(commitmentOf(newSalt(), 'x')).not.toBe(commitmentOf(newSalt(), 'x'));
  });

  it('refuses a short salt', () => {
    expect(() => commitmentOf(Buffer.alloc(8), 'x')).toThrow(RangeError);
  });
});
