import { Eta } from 'eta';
import type { Language } from './content.js';
import type { DigestBody } from './digest-body.js';
import type { LetterBody } from './letter-body.js';
import type { PlainBody } from './plain-body.js';
import { digest } from './templates/digest.js';
import { letter } from './templates/letter.js';
import { plain } from './templates/plain.js';
import { wordsOf } from './words/index.js';

/** Whatever stands in a mail is escaped: companies and people write what they like. */
const eta = new Eta({ autoEscape: true, autoTrim: false });

const fill = (template: string) => {
  const filled = eta.compile(template);
  return (view: object): string => filled.call(eta, view);
};

const letterPage = fill(letter);
const digestPage = fill(digest);
const plainPage = fill(plain);

/** Tables and inline styles: no script, no picture, nothing loaded from elsewhere. */
export function letterHtml(body: LetterBody, language: Language): string {
  return letterPage({ ...frame(language), ...body, cards: [cardOf(body)] });
}

/** What presses most as cards; the rest in lines, for mail programs cut what is longer than some 100 kB. */
export function digestHtml(body: DigestBody, language: Language): string {
  let room = mostCards;
  const licenses = body.licenses.map(({ title, url, letters }) => {
    const shown = letters.slice(0, room);
    room -= shown.length;
    return { title, url, cards: shown.map(cardInDigest), items: letters.slice(shown.length) };
  });
  const { colon } = wordsOf(language);
  return digestPage({
    ...frame(language),
    ...body,
    licenses: licenses.filter(({ cards }) => cards.length > 0),
    more: licenses
      .filter(({ items }) => items.length > 0)
      .map((license) => ({ ...license, items: license.items.map((letter) => inLines(letter, colon)) })),
  });
}

const mostCards = 5;

export function plainHtml(body: PlainBody, language: Language): string {
  return plainPage({ ...frame(language), ...body });
}

const frame = (language: Language) => ({
  lang: language === 'zh' ? 'zh-CN' : 'en',
  product: wordsOf(language).product,
});

function cardOf({ marks, title, about, lead, dates, next, details, url, acknowledge }: LetterBody) {
  return {
    marks,
    title,
    about,
    lead,
    dates: dates.map((date, index) => ({ ...date, first: index === 0 })),
    next,
    url,
    acknowledge,
    details: details.map(({ label, value }) => ({ label, lines: value.split('\n') })),
  };
}

/** The license stands above it. */
const cardInDigest = (letter: LetterBody) => ({ ...cardOf(letter), about: null, url: null });

function inLines({ marks, title, lead, dates, next, details, acknowledge }: LetterBody, colon: string) {
  const lines = [
    lead,
    ...[...dates, ...(next ? [next] : []), ...details].map(({ label, value }) => `${label}${colon}${value}`),
  ];
  return { marks, heading: title, lines, acknowledge };
}
