/** The law page: every rule a person can read, in one language, in the order in which an officer meets them. */
import {
  type AuthorityRule,
  allRules,
  type LimitRule,
  publishedPacks,
  type RequirementRule,
  type Rule,
  type RulePack,
} from '../../../libs/rulebook/index.js';
import type { Language } from '../command.js';
import { sectionOf } from '../rules/changes.js';
import { countInWords } from '../rules/particulars.js';
import { valueWords } from '../rules/words.js';
import { type Group, groups } from './groups.js';
import { guideTable, guideTitle } from './guide-table.js';
import { authorityTable, ruleSection } from './rule-section.js';

export function lawPage(language: Language): string {
  const packs = newestOfEachName();
  const { title, other, intro } = words[language];
  return [
    `# ${title}`,
    '',
    other,
    '',
    intro,
    '',
    ...packs.flatMap((pack) => contentsOf(pack, language)),
    `- ${linkTo(guideTitle[language])}`,
    '',
    ...packs.flatMap((pack) => packPart(pack, language)),
    ...guideTable(language),
  ].join('\n');
}

/** Packs of one name follow one another in time; a reader needs the newest. The current law comes first. */
function newestOfEachName(): RulePack[] {
  const byName = new Map<string, RulePack>();
  for (const pack of publishedPacks) byName.set(pack.id.replace(/@.*/, ''), pack);
  return [...byName.values()];
}

/** Headings of the first pack come first on the page, so their links lead there. */
function contentsOf(pack: RulePack, language: Language): string[] {
  const inIt = groups.filter((group) => rulesIn(pack, group).length > 0);
  const first = pack === newestOfEachName()[0];
  return [
    `- ${linkTo(pack.title[language])}`,
    ...(first ? inIt.map(({ title }) => `  - ${linkTo(title[language])}`) : []),
  ];
}

/** A link to a heading, as GitHub and GitLab make its anchor. */
function linkTo(heading: string): string {
  const anchor = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');
  return `[${heading}](#${anchor})`;
}

/** The rules of a pack that stand in a group: each in the first that holds it. */
function rulesIn(pack: RulePack, group: Group): Rule[] {
  return allRules(pack)
    .map(({ path, rule }) => ({ section: sectionOf(path), rule }))
    .filter(({ section, rule }) => groups.find((one) => one.holds(section, rule)) === group)
    .map(({ rule }) => rule);
}

function packPart(pack: RulePack, language: Language): string[] {
  const rules = allRules(pack).map(({ rule }) => rule);
  return [
    `## ${pack.title[language]}`,
    '',
    words[language].pack(pack.id, rules.length),
    '',
    ...groups.flatMap((group) => groupPart(pack, group, rulesIn(pack, group), language)),
    ...doubtPart(pack, rules, language),
    ...sourcePart(pack, language),
  ];
}

function groupPart(pack: RulePack, group: Group, rules: Rule[], language: Language): string[] {
  const described = new Set(rules);
  const elsewhere = pack.requirements.filter(
    (rule) => group.materialsOf && rule.filingKinds.includes(group.materialsOf) && !described.has(rule),
  );
  if (rules.length === 0 && elsewhere.length === 0) return [];
  const authorities = rules.filter((rule): rule is AuthorityRule => pack.authorities.includes(rule as AuthorityRule));
  return [
    `### ${group.title[language]}`,
    '',
    ...(group.clocks ? clockTable(pack, group.clocks, language) : []),
    ...rules
      .filter((rule) => !authorities.includes(rule as AuthorityRule))
      .flatMap((rule) => ruleSection(pack, rule, questionsOn(pack, rule), language)),
    ...(authorities.length > 0 ? authorityTable(authorities, language) : []),
    ...(elsewhere.length > 0 ? [materialsLine(group.materialsOf ?? '', elsewhere, language), ''] : []),
  ];
}

/** What the sources leave open about a rule. */
function questionsOn(pack: RulePack, { id }: Rule): Rule[] {
  return (pack.openQuestions ?? []).filter(({ touches }) => touches.includes(id));
}

/** Limits at a glance, wherever on the page they are described, counted by their default readings. */
function clockTable(pack: RulePack, duties: readonly LimitRule['duty'][], language: Language): string[] {
  const { clockHead } = words[language];
  const rows = pack.limits
    .filter(({ duty }) => duties.includes(duty))
    .map(({ id, wording, readings: [first] }) =>
      [`\`${id}\``, wording[language], first ? countInWords(first, language) : ''].join(' | '),
    );
  return [
    `| ${clockHead.join(' | ')} |`,
    `|${clockHead.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row} |`),
    '',
  ];
}

function materialsLine(kind: string, rules: RequirementRule[], language: Language): string {
  const names = rules.map(({ title, id }) =>
    language === 'zh' ? `${title.zh}（\`${id}\`）` : `${title.en} (\`${id}\`)`,
  );
  // A paper whose rule changed in time is one paper still.
  return words[language].alsoFor(valueWords[kind]?.[language] ?? kind, [...new Set(names)]);
}

/** What nobody has read: whoever leans on it should know. */
function doubtPart(pack: RulePack, rules: Rule[], language: Language): string[] {
  const questions: readonly Rule[] = pack.openQuestions ?? [];
  const doubtful = rules.filter((rule) => rule.confidence === 'unverified' && !questions.includes(rule));
  if (doubtful.length === 0) return [];
  const { doubts, doubtIntro } = words[language];
  return [
    `### ${doubts}`,
    '',
    doubtIntro,
    '',
    ...doubtful.map(({ id, wording }) => `- \`${id}\`: ${wording[language]}`),
    '',
  ];
}

function sourcePart(pack: RulePack, language: Language): string[] {
  const { sources, head, someDay } = words[language];
  const rows = Object.entries(pack.sources).map(([key, { title, inForceFrom, how }]) =>
    [key, title[language], inForceFrom ?? someDay, how[language]].join(' | '),
  );
  return [
    `### ${sources}`,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row} |`),
    '',
  ];
}

const words = {
  zh: {
    title: '法律页',
    other: '[English](law.md)',
    intro:
      '本页由规则包生成（`node scripts/check/documents.mjs --write`），不要手工修改。它不是法律意见。每条规则都注明依据、可信度和施行时间；有不同理解的，逐一列出，第一种计算方法为默认。',
    pack: (id: string, rules: number) => `规则包 \`${id}\`，${rules} 条规则。`,
    alsoFor: (kind: string, names: string[]) => `${kind}另须或者可以提交（说明见前文）：${names.join('；')}。`,
    doubts: '尚未核实的规则',
    doubtIntro: '以下规则没有人读过其原文，使用前须由人确认：',
    sources: '来源',
    clockHead: ['期限', '内容', '默认算法'],
    head: ['简称', '名称', '施行', '阅读情况'],
    someDay: '–',
  },
  en: {
    title: 'The law page',
    other: '[中文](law.zh.md)',
    intro:
      'Generated from the rule packs (`node scripts/check/documents.mjs --write`): do not edit it. It is not legal advice. Every rule shows its basis, how sure we are of it, and since when it holds; where it is read in several ways, all are here, and the first way of counting is the default.',
    pack: (id: string, rules: number) => `Pack \`${id}\`, ${rules} rules.`,
    alsoFor: (kind: string, names: string[]) =>
      `For a filing of this kind (${kind}) these are, or may be, handed in as well; they are described above: ${names.join('; ')}.`,
    doubts: 'Rules that nobody has verified',
    doubtIntro: 'Nobody has read the text behind these. Have a person confirm them before you lean on them:',
    sources: 'Sources',
    clockHead: ['limit', 'what', 'counted by default'],
    head: ['key', 'title', 'in force', 'read how'],
    someDay: '–',
  },
} as const;
