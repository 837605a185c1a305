import type { Language } from './content.js';
import type { Fact } from './dates.js';
import type { DigestBody } from './digest-body.js';
import type { LetterBody, Link } from './letter-body.js';
import { wordsOf } from './words/index.js';

/** The letter as plain text, in lines that any mail program shows well. */
export function letterText(body: LetterBody, language: Language): string {
  const write = writer(language);
  return paragraphs([body.greeting, body.about, ...write.card(body), write.link(body.url), signature(body.footer)]);
}

export function digestText(body: DigestBody, language: Language): string {
  const write = writer(language);
  const licenses = body.licenses.flatMap(({ title, url, letters }) => [
    `== ${title} ==\n${write.link(url)}`,
    ...letters.flatMap(write.card),
  ]);
  return paragraphs([body.greeting, body.lead, ...licenses, signature(body.footer)]);
}

/** How labels and what they name stand beside each other in a language. */
function writer(language: Language) {
  const { colon } = wordsOf(language);
  const line = ({ label, value }: Fact): string => `${label}${colon}${value.replaceAll('\n', '\n  ')}`;
  const lines = (facts: readonly Fact[]): string => facts.map(line).join('\n');
  const link = ({ label, href }: Link): string => `${label}${colon}${href}`;
  const card = ({ marks, title, lead, dates, next, details, acknowledge }: LetterBody): string[] => [
    ...marks.map((mark) => `! ${mark}`),
    `${title}\n${lead}`,
    lines(dates),
    ...(next ? [line(next)] : []),
    lines(details),
    ...(acknowledge ? [`${link(acknowledge)}\n${acknowledge.note}`] : []),
  ];
  return { link, card };
}

const paragraphs = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;

const signature = (footer: readonly string[]): string => ['-- ', ...footer].join('\n');
