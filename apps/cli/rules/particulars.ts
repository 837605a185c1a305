/** What a rule says beyond its wording, as pairs of a label and a text; new members of packs are shown without help. */
import {
  type Clause,
  type Condition,
  type Count,
  type LadderRepeat,
  type LimitReading,
  latestPack,
  type Rule,
} from '../../../libs/rulebook/index.js';
import type { Bilingual, Language } from '../command.js';
import { anchorWords, factWords, memberWords, startWords, valueWords } from './words.js';

/** Shown in a place of their own, or of no use to a reader. */
const elsewhere = new Set([
  'id',
  'wording',
  'citation',
  'confidence',
  'validFrom',
  'validTo',
  'otherReadings',
  'readings',
  'examples',
  'numbers',
]);

/** @param shown members that the reader sees already */
export function particularsOf(rule: Rule, language: Language, shown: string[] = []): [label: string, text: string][] {
  return Object.entries(rule)
    .filter(([member, value]) => !elsewhere.has(member) && !shown.includes(member) && said(value))
    .filter(([, value]) => !isClauses(value) && !(typeof value === 'string' && rule.id.endsWith(`.${value}`)))
    .map(([member, value]) => [labelOf(member, language), valueInWords(member, value, language)]);
}

/** A clause of any kind of rule, such as a cause that leads to a list, or the waiver of a paper. */
export interface AnyClause extends Clause {
  when?: Condition | null;
  openIf?: Condition | null;
  limit?: string | null;
  needed?: string;
}

export function clausesOf(rule: Rule): [member: string, clauses: AnyClause[]][] {
  return Object.entries(rule)
    .filter(([member, value]) => !elsewhere.has(member) && isClauses(value))
    .map(([member, value]) => [member, [value as AnyClause | AnyClause[]].flat()]);
}

function isClauses(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null && 'wording' in first && 'citation' in first;
}

/** What a clause says beyond its wording. */
export function termsOf(clause: AnyClause, language: Language): string[] {
  const { when, openIf, limit, needed } = clause;
  const colon = language === 'zh' ? '：' : ': ';
  return [
    ...(when ? [`${labelOf('when', language)}${colon}${conditionInWords(when, language)}`] : []),
    ...(openIf ? [`${labelOf('openIf', language)}${colon}${conditionInWords(openIf, language)}`] : []),
    ...(limit ? [`${labelOf('limit', language)}${colon}${limit}`] : []),
    ...(needed ? [`${labelOf('needed', language)}${colon}${valueInWords('needed', needed, language)}`] : []),
  ];
}

function said(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

export function labelOf(member: string, language: Language): string {
  return memberWords[member]?.[language] ?? member;
}

function valueInWords(member: string, value: unknown, language: Language): string {
  if (member === 'when' || member === 'openIf') return conditionInWords(value as Condition, language);
  if (member === 'rungs')
    return inWords(
      (value as { key: string }[]).map(({ key }) => key),
      language,
    );
  if (member === 'repeats')
    return (value as LadderRepeat[]).map((repeat) => repeatInWords(repeat, language)).join('; ');
  if (member === 'pattern' || member === 'numberPattern') return `\`${String(value).replaceAll('|', '\\|')}\``;
  if (member === 'freshness') {
    const { length, unit } = value as { length: number; unit: string };
    return language === 'zh'
      ? `${length} ${valueWords[unit]?.zh ?? unit}`
      : `${length} ${unit}${length === 1 ? '' : 's'}`;
  }
  if (member === 'tiers')
    return (value as Tier[]).map((tier) => tierInWords(tier, language)).join(language === 'zh' ? '，' : ', ');
  if (member === 'penalty') return `penalty.${value}`;
  if (member === 'authority') return placeNamed(String(value), language) ?? inWords(value, language);
  return inWords(value, language);
}

/** Any value of a pack: a word of a closed list in words, a bilingual text in the language, everything else as it is. */
function inWords(value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map((item) => inWords(item, language)).join(language === 'zh' ? '、' : ', ');
  if (typeof value === 'number') return value >= 10_000 ? value.toLocaleString('en-US') : String(value);
  if (typeof value !== 'object' || value === null) return valueWords[String(value)]?.[language] ?? String(value);
  const { zh, en, ...members } = value as Record<string, unknown>;
  if (typeof zh === 'string' && typeof en === 'string') return language === 'zh' ? zh : en;
  return Object.entries(members)
    .filter(([, part]) => said(part))
    .map(([member, part]) => `${labelOf(member, language)} ${inWords(part, language)}`)
    .join(language === 'zh' ? '，' : ', ');
}

function repeatInWords({ every, unit, after, until, onlyWithoutDate }: LadderRepeat, language: Language): string {
  const [from, to] = [anchorWords[after]?.[language], anchorWords[until]?.[language]];
  const undated = onlyWithoutDate
    ? { zh: '（仅在没有载明日期时）', en: ' (only while there is no date)' }[language]
    : '';
  if (language === 'zh') return `${from}起每 ${every} ${unit === 'day' ? '日' : '个工作日'}，至${to}${undated}`;
  return `every ${every} ${unit === 'day' ? 'days' : 'working days'} from ${from} to ${to}${undated}`;
}

type Tier = { incomeFrom: number; fine: { kind: string; from: number; to: number } };

function tierInWords({ incomeFrom, fine }: Tier, language: Language): string {
  const number = (amount: number) => amount.toLocaleString('en-US');
  if (fine.to === 0) return { zh: '无', en: 'none' }[language];
  const [from, to] = [number(fine.from), number(fine.to)];
  const amount: Bilingual =
    fine.kind === 'multiple'
      ? { zh: `所得的 ${from}–${to} 倍`, en: `${from}–${to} times the income` }
      : { zh: `${from}–${to} 元`, en: `RMB ${from}–${to}` };
  const start: Bilingual = {
    zh: `所得 ${number(incomeFrom)} 元起`,
    en: `from an income of RMB ${number(incomeFrom)} on `,
  };
  return `${incomeFrom === 0 ? '' : start[language]}${amount[language]}`;
}

export function conditionInWords(condition: Condition, language: Language): string {
  const parts = (conditions: Condition[], word: Bilingual) =>
    conditions
      .map((part) =>
        'all' in part || 'any' in part ? `(${conditionInWords(part, language)})` : conditionInWords(part, language),
      )
      .join(word[language]);
  const fact = (name: string) => factWords[name]?.[language] ?? name;
  const value = (name: string, one: unknown) =>
    (namesPlaces.has(name) ? placeNamed(String(one), language) : null) ??
    valueWords[String(one)]?.[language] ??
    String(one);
  const oneOf = (name: string, values: readonly unknown[]) =>
    values.length === 0 ? { zh: '无', en: 'none' }[language] : values.map((one) => value(name, one)).join(' / ');
  if ('all' in condition) return parts(condition.all, { zh: '，并且', en: ', and ' });
  if ('any' in condition) return parts(condition.any, { zh: '，或者', en: ', or ' });
  if ('not' in condition)
    return `${{ zh: '并非', en: 'not' }[language]} (${conditionInWords(condition.not, language)})`;
  const colon = language === 'zh' ? '：' : ': ';
  if ('eq' in condition) return `${fact(condition.eq[0])}${colon}${value(...condition.eq)}`;
  if ('in' in condition) return `${fact(condition.in[0])}${colon}${oneOf(...condition.in)}`;
  if ('gte' in condition) return `${fact(condition.gte[0])} ≥ ${condition.gte[1].toLocaleString('en-US')}`;
  return condition satisfies never;
}

const namesPlaces = new Set(['authority', 'province', 'coverageProvince']);

/** The province behind a host code, or the authority that has none; null where it is neither. */
function placeNamed(code: string, language: Language): string | null {
  const known = latestPack.authorities.find((authority) => authority.code === code);
  return known ? (known.province ?? known.name)[language] : null;
}

/** How a reading of a limit counts, such as `5 working days after the day of receipt`. */
export function countInWords({ count, from, pauses, roll }: LimitReading, language: Language): string {
  const start = startWords[from]?.[language] ?? from;
  return [counted(count, start)[language], pausesWords[pauses][language], rollWords[roll][language]]
    .filter(Boolean)
    .join(language === 'zh' ? '；' : '; ');
}

function counted(count: Count, start: string): Bilingual {
  switch (count.kind) {
    case 'length': {
      const unit = { day: ['日', 'day'], 'working-day': ['个工作日', 'working day'], month: ['个月', 'month'] }[
        count.unit
      ];
      const { zh, en } = { after: { zh: '后', en: 'after' }, before: { zh: '前', en: 'before' } }[count.direction];
      return {
        zh: `${start}${zh} ${count.length} ${unit[0]}`,
        en: `${count.length} ${unit[1]}${count.length === 1 ? '' : 's'} ${en} ${start}`,
      };
    }
    case 'day-of-year': {
      const [month, day] = count.monthDay.split('-').map(Number);
      return { zh: `${month} 月 ${day} 日`, en: `${count.monthDay} of the year` };
    }
    case 'term': {
      const end = { eve: ['前一日', 'on its eve'], anniversary: ['当日', 'on it'] }[count.end];
      return {
        zh: `${start}起 ${count.years} 年，止于对应日${end[0]}`,
        en: `${count.years} years from ${start}; the anniversary ends them, ${end[1]}`,
      };
    }
    case 'same-day':
      return { zh: start, en: start };
    default:
      return count satisfies never;
  }
}

const pausesWords: Record<LimitReading['pauses'], Bilingual> = {
  none: { zh: '', en: '' },
  'both-ends-excluded': {
    zh: '专家评审期间不计入，首尾两日均不计',
    en: 'the days of an expert review are left out, its first and last too',
  },
  'end-day-counts': {
    zh: '专家评审期间不计入，末日计入',
    en: 'the days of an expert review are left out, but for its last',
  },
};

const rollWords: Record<LimitReading['roll'], Bilingual> = {
  none: { zh: '', en: '' },
  'next-working-day': {
    zh: '末日为休息日的，同时显示其后第一个工作日',
    en: 'where it ends on a rest day, the next working day is shown too',
  },
};
