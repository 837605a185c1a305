import { type Language, wordsOf } from './index.js';

describe.each<Language>(['zh', 'en'])('the words in %s', (language) => {
  const say = wordsOf(language);

  it('are none of the other language', () => {
    const texts = allTexts(say);
    expect(texts.length).toBeGreaterThan(200);
    const strange = texts.filter((text) => /\p{Script=Han}/u.test(text) !== (language === 'zh') && !neutral.test(text));
    expect(strange).toEqual([]);
  });
});

/** Names, marks and commands that both languages have. */
const neutral = /^[\p{P}\s]*$|^SHA-256$|^paizhao |^$/u;

function allTexts(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(allTexts);
}
