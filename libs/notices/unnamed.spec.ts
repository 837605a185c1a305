import { unnamed } from './unnamed.js';

describe("a server's words", () => {
  it.each([
    ['550 5.1.1 <wang.fang@example.com>: unknown', '550 5.1.1 <…>: unknown'],
    ['550 Wang.Fang is not here', '550 … is not here'],
    ['550 wangxfang is not here', '550 wangxfang is not here'],
    ['550 xwang.fang, wang.fangs', '550 xwang.fang, wang.fangs'],
    ['250 2.0.0 Ok', '250 2.0.0 Ok'],
  ])('hide to whom a mail went, and nothing else: %s', (answer, hidden) => {
    expect(unnamed(answer, ['wang.fang@example.com'])).toBe(hidden);
  });

  it.each(['a+b(c@example.com', '[x]{2}$^@example.com', '"wang fang"@example.com', '王芳@例子.公司'])(
    'hide an address of any letters: %s',
    (address) => {
      expect(unnamed(`550 ${address} unknown`, [address])).toBe('550 … unknown');
    },
  );

  it('leave a name of two letters, which may be a word', () => {
    expect(unnamed('250 ok', ['ok@example.com'])).toBe('250 ok');
  });
});
