/** One rule whole, as people read it on a terminal. */
import type {
  Citation,
  Confidence,
  LimitReading,
  RoutingReading,
  Rule,
  RulePack,
  RuleReading,
  Source,
} from '../../../libs/rulebook/index.js';
import type { Language } from '../command.js';
import { type AnyClause, clausesOf, countInWords, labelOf, particularsOf, termsOf } from './particulars.js';
import { placeInWords } from './places.js';
import { confidenceWords } from './words.js';

/** All that readings of any section may have. */
export type AnyReading = RuleReading & Partial<LimitReading> & Partial<Pick<RoutingReading, 'when' | 'openIf'>>;

/** Whether and how a statement was read; of the product's own defaults, that they are no law. */
export function surenessInWords(pack: RulePack, { citation, confidence }: Based, language: Language): string {
  if (pack.sources[citation.source]?.kind === 'house') return words[language].house;
  return confidenceWords[confidence]?.[language] ?? confidence;
}

type Based = { citation: Citation; confidence: Confidence };

/** `[O42 art. 27; the text was read]` */
export function basisInWords(pack: RulePack, based: Based, language: Language): string {
  const place = `${based.citation.source} ${placeInWords(based.citation, language)}`;
  return `[${place}${words[language].stop}${surenessInWords(pack, based, language)}]`;
}

export function validityInWords({ validFrom, validTo }: Rule, language: Language): string {
  if (validTo !== null) return { zh: `${validFrom} 至 ${validTo}`, en: `${validFrom} to ${validTo}` }[language];
  return { zh: `自 ${validFrom} 起`, en: `since ${validFrom}` }[language];
}

/** The readings that a date is computed by, and those that are only shown. */
export function readingsOf(rule: Rule): { computed: AnyReading[]; others: AnyReading[] } {
  const readings = ((rule as { readings?: AnyReading[] }).readings ?? []) as AnyReading[];
  const counts = readings.every(({ count }) => count !== undefined);
  return { computed: counts ? readings : [], others: [...(counts ? [] : readings), ...(rule.otherReadings ?? [])] };
}

export function countOf(reading: AnyReading, language: Language): string {
  return reading.count ? countInWords(reading as LimitReading, language) : '';
}

export function ruleInWords(pack: RulePack, section: string, rule: Rule, language: Language): string[] {
  const word = words[language];
  const { computed, others } = readingsOf(rule);
  const source = pack.sources[rule.citation.source] as Source;
  return [
    `${rule.id}  (${section}, ${pack.id})`,
    rule.wording[language],
    `  ${word.source}${source.title[language]} ${placeInWords(rule.citation, language)}${word.stop}${source.how[language]}`,
    `  ${word.confidence}${surenessInWords(pack, rule, language)}`,
    `  ${word.inForce}${validityInWords(rule, language)}`,
    ...particularsOf(rule, language).map(([label, text]) => `  ${label}${word.colon}${text}`),
    ...clausesOf(rule).flatMap(([member, clauses]) => [
      labelOf(member, language),
      ...clauses.flatMap((clause) => readingInWords(pack, clause, language)),
    ]),
    ...(computed.length > 0 ? [word.readings] : []),
    ...computed.flatMap((reading, i) => readingInWords(pack, reading, language, i === 0 ? word.default : '')),
    ...(others.length > 0 ? [word.others] : []),
    ...others.flatMap((reading) => readingInWords(pack, reading, language)),
    ...examplesInWords(rule, word.examples),
  ];
}

function readingInWords(pack: RulePack, reading: AnyReading | AnyClause, language: Language, mark = ''): string[] {
  const { count, examples } = reading as AnyReading;
  return [
    `  ${reading.id}${mark}  ${basisInWords(pack, reading, language)}`,
    `    ${reading.wording[language]}`,
    ...termsOf(reading as AnyClause, language).map((term) => `    ${term}`),
    ...(count ? [`    = ${countOf(reading as AnyReading, language)}`] : []),
    ...(examples ?? []).map((example) => `    ${words[language].example}${JSON.stringify(example)}`),
  ];
}

function examplesInWords(rule: Rule, title: string): string[] {
  const examples = (rule as { examples?: unknown[] }).examples ?? [];
  return examples.length === 0 ? [] : [title, ...examples.map((example) => `  ${JSON.stringify(example)}`)];
}

const words = {
  zh: {
    source: '依据：',
    stop: '；',
    confidence: '可信度：',
    inForce: '施行：',
    colon: '：',
    readings: '计算方法',
    house: '本产品自定，不是法律',
    default: '（默认）',
    others: '其他理解',
    example: '例：',
    examples: '示例',
  },
  en: {
    source: 'source: ',
    stop: '; ',
    confidence: 'confidence: ',
    inForce: 'in force: ',
    colon: ': ',
    readings: 'readings',
    house: 'a default of this product, not law',
    default: ' (default)',
    others: 'other readings',
    example: 'example: ',
    examples: 'examples',
  },
} as const;
