import { scrubbed } from './delivery-notes.js';

describe("a server's answer, as it is kept", () => {
  it.each([
    ['550 5.1.1 <wang.fang@example.com>: no such user', '550 5.1.1 <…>: no such user'],
    ['550 "wang fang"@example.com unknown', '550 … unknown'],
    ['550 王芳@例子.公司 unknown', '550 … unknown'],
    ['550 a@b@example.com', '550 …'],
    ['250 2.0.0 Ok: queued as 4F1', '250 2.0.0 Ok: queued as 4F1'],
  ])('names no address: %s', (answer, kept) => {
    expect(scrubbed(answer)).toBe(kept);
  });

  it.each([
    ['a NUL', '550 no\0body', '550 nobody'],
    ['half a pair at its end', `${'x'.repeat(499)}😀`, 'x'.repeat(499)],
    ['other control characters', '550 \u001b[31mred', '550 [31mred'],
  ])('can be stored: %s', (_, answer, kept) => {
    expect(scrubbed(answer)).toBe(kept);
  });

  it.each(['a', '@', '"'])('is cut, of whatever length: %s', (character) => {
    expect(scrubbed(character.repeat(10_000_000)).length).toBeLessThanOrEqual(500);
  });
});
