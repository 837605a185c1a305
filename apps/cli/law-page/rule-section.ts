/** One rule on the law page, in Markdown. */
import type { AuthorityRule, Rule, RulePack, Source } from '../../../libs/rulebook/index.js';
import type { Bilingual, Language } from '../command.js';
import { clausesOf, labelOf, particularsOf, termsOf } from '../rules/particulars.js';
import { placeInWords } from '../rules/places.js';
import { countOf, readingsOf, surenessInWords, validityInWords } from '../rules/rule-in-words.js';
import { confidenceWords } from '../rules/words.js';

/** @param questions what the sources leave open about it */
export function ruleSection(pack: RulePack, rule: Rule, questions: Rule[], language: Language): string[] {
  const word = words[language];
  const { computed, others } = readingsOf(rule);
  const particulars = particularsOf(rule, language, ['name', 'title']).map(
    ([label, text]) => `${label}${word.colon}${text.replace(/[.。]$/, '')}`,
  );
  const bullet = (mark: string, statement: Statement, terms: string[]) =>
    `- **${mark}** ${statement.wording[language]}${bracketed(terms, language)}${word.gap}${basis(pack, statement, language)}`;
  return [
    `#### ${titleOf(rule, language)}\`${rule.id}\``,
    '',
    rule.wording[language],
    '',
    `- ${basis(pack, rule, language)}${word.stop}${validityInWords(rule, language)}`,
    ...(particulars.length > 0 ? [`- ${particulars.join(word.stop)}`] : []),
    ...computed.map((reading, i) => bullet(i === 0 ? word.default : word.other, reading, [countOf(reading, language)])),
    ...others.map((reading) => bullet(word.other, reading, termsOf(reading, language))),
    ...clausesOf(rule).flatMap(([member, clauses]) =>
      clauses.map((clause) => bullet(labelOf(member, language) + word.colon.trim(), clause, termsOf(clause, language))),
    ),
    ...questions.map(({ id, wording }) => `- **${word.question}** ${wording[language]} (\`${id}\`)`),
    '',
  ];
}

type Statement = Pick<Rule, 'wording' | 'citation' | 'confidence'>;

/** What the thing is called, for rules of things that have a name. */
function titleOf(rule: Rule, language: Language): string {
  const { name, title } = rule as { name?: Bilingual; title?: Bilingual };
  const called = title ?? name;
  return called ? `${called[language]} ` : '';
}

/** `*Telecommunications Regulations (2016 revision)*, art. 69 (the text was read)` */
function basis(
  pack: RulePack,
  { citation, confidence }: Pick<Statement, 'citation' | 'confidence'>,
  language: Language,
): string {
  const { title } = pack.sources[citation.source] as Source;
  const said = surenessInWords(pack, { citation, confidence }, language);
  const doubt = confidence === 'verified' ? said : `**${said}**`;
  const place = placeInWords(citation, language);
  const text = language === 'zh' ? `《${title.zh}》${place}` : `*${title.en}*, ${place}`;
  return text + bracketed([doubt], language);
}

/** In the brackets of the language; nothing where there is nothing to say. */
function bracketed(parts: string[], language: Language): string {
  if (parts.length === 0) return '';
  return language === 'zh' ? `（${parts.join('；')}）` : ` (${parts.join('; ')})`;
}

/** The authorities are alike but for their names, so they stand in a table. */
export function authorityTable(rules: AuthorityRule[], language: Language): string[] {
  const { head, none } = words[language];
  const rows = rules.map(({ id, name, prefixes, host, confidence }) =>
    [
      `\`${id}\``,
      name[language],
      prefixes.join(' / ') || none,
      host ?? none,
      confidenceWords[confidence]?.[language],
    ].join(' | '),
  );
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row} |`), ''];
}

const words = {
  zh: {
    colon: '：',
    stop: '；',
    gap: '',
    default: '计算',
    other: '其他理解',
    question: '未决问题',
    head: ['规则', '主管部门', '许可证字头', '网站', '可信度'],
    none: '–',
  },
  en: {
    colon: ': ',
    stop: '; ',
    gap: ' ',
    default: 'Counted:',
    other: 'Other reading:',
    question: 'Open question:',
    head: ['rule', 'authority', 'prefix of its permits', 'site', 'confidence'],
    none: '–',
  },
} as const;
