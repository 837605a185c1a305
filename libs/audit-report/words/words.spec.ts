import { publishedPacks } from '../../rulebook/index.js';
import { type Language, wordsOf } from './index.js';

const keys = publishedPacks.flatMap(({ ladders }) =>
  ladders.flatMap(({ rungs, repeats }) => [...rungs.map(({ key }) => key), ...repeats.map(({ key }) => `${key}-3`)]),
);
const rungs = [...new Set([...keys, 'prepare', 'date-moved'])];

describe.each<Language>(['zh', 'en'])('the words in %s', (language) => {
  const say = wordsOf(language);

  it.each(rungs)('call the rung %s by a name', (key) => {
    expect(say.reminders.rung(key)).not.toBe(key);
    expect(say.reminders.rung(key)).not.toMatch(/null|NaN/);
  });

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
