/** Where in a source a rule stands, in the reader's language: packs hold it as people cite it in English. */
import type { Citation } from '../../../libs/rulebook/index.js';
import type { Language } from '../command.js';
import { guideNames, places, sourceNames } from './place-words.js';

/**
 * The place of a citation: `art. 32(4); PG GX 2026` of the Licensing Law is 第三十二条第（四）项；省局指南：广西2026年, in English
 * art. 32(4); provincial guides: Guangxi 2026. Sources other than the one cited are called by a short name.
 */
export function placeInWords({ source, article }: Citation, language: Language): string {
  return article
    .split('; ')
    .map((part) => partInWords(part, source, language))
    .join(language === 'zh' ? '；' : '; ');
}

/** A part may begin with a source of its own; what follows its comma stands in that source as well. */
function partInWords(part: string, cited: string, language: Language): string {
  const [key, rest] = splitSource(part);
  const named = key === null ? '' : (sourceNames[key]?.[language] ?? key);
  if (rest === '') return named;
  const said = placesIn(rest, key ?? cited, language);
  if (named === '') return said;
  const colon = guideYear.test(rest.split(', ')[0] ?? '')
    ? { zh: '：', en: ': ' }[language]
    : { zh: '', en: ' ' }[language];
  return named + colon + said;
}

function placesIn(text: string, source: string, language: Language): string {
  const whole = places[text]?.[language];
  if (whole !== undefined) return whole;
  const separate = text.split(', ').map((place) => {
    const [key, rest] = splitSource(place);
    return key === null ? onePlace(place, source, language) : partInWords(`${key} ${rest}`, key, language);
  });
  return separate.join(language === 'zh' ? '、' : ', ');
}

/** `ALL art. 78` → `ALL` and `art. 78`; no key where the text begins with none. */
function splitSource(text: string): [key: string | null, rest: string] {
  const [first = '', ...rest] = text.split(' ');
  return first in sourceNames ? [first, rest.join(' ')] : [null, text];
}

const guideYear = /^([A-Z][A-Za-z]*)(?: (\d{4}))?$/;
const articles = /^(?:arts?\. )?(\d{1,3})((?:\(\d+\))?)(?: to (\d+))?$/;

function onePlace(place: string, source: string, language: Language): string {
  const known = places[place]?.[language];
  if (known !== undefined) return known;
  const [, guide = '', year] = guideYear.exec(place) ?? [];
  const name = guideNames[guide]?.[language];
  if (name) return year === undefined ? name : { zh: `${name}${year}年`, en: `${name} ${year}` }[language];
  if (language === 'en') return place;
  const [, first, within, last] = articles.exec(place) ?? [];
  if (first === undefined) return place;
  if (last !== undefined) return `第${numeral(Number(first))}至${numeral(Number(last))}条`;
  return `第${numeral(Number(first))}条${within ? partOfArticle(source, first, Number(within.slice(1, -1))) : ''}`;
}

/** Articles cited here that count out points (项); a number in brackets after any other is a paragraph (款). */
const withPoints: Readonly<Record<string, readonly string[]>> = { O42: ['6', '8', '35'], ALL: ['32'] };

function partOfArticle(source: string, article: string, part: number): string {
  return withPoints[source]?.includes(article) ? `第（${numeral(part)}）项` : `第${numeral(part)}款`;
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 to 999 as articles are numbered: 十, 四十二, 二百零三. */
function numeral(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const hundred = hundreds > 0 ? `${digits[hundreds]}百` : '';
  const gap = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const ten = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十` : '';
  return hundred + gap + ten + (digits[ones] ?? '');
}
