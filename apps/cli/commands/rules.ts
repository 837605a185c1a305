/** `paizhao rules`: the rules of a pack, one of them, what differs between two packs, and whether a pack is fit. */
import { lawHash, packIn } from '../../../libs/law/index.js';
import { allRules, type Confidence, type Rule, type RulePack } from '../../../libs/rulebook/index.js';
import { type Command, type Language, UsageError } from '../command.js';
import { changesBetween, type MemberChange, type PackChanges, sectionOf } from '../rules/changes.js';
import { packAsked, packNamed, packOption } from '../rules/packs.js';
import { basisInWords, ruleInWords, validityInWords } from '../rules/rule-in-words.js';
import { sectionWords } from '../rules/words.js';

export const rulesList: Command = {
  describe: { zh: '列出规则：编号、依据、可信度、施行时间', en: 'every rule with its basis, confidence and validity' },
  positionals: [],
  options: {
    pack: packOption,
    confidence: {
      type: 'string',
      placeholder: 'verified|secondary|unverified',
      describe: { zh: '只列该可信度的规则', en: 'only the rules of that confidence' },
    },
  },
  examples: ['rules list', 'rules list --confidence unverified', 'rules list --pack cn-vats-current@1'],
  run(input, context) {
    const pack = packAsked(input, context);
    const confidence = confidenceIn(input.options.confidence);
    const rules = placedRules(pack).filter(({ rule }) => confidence === null || rule.confidence === confidence);
    return {
      json: { pack: pack.id, rules: rules.map(({ section, rule }) => ({ section, ...lineOf(rule) })) },
      lines: [`${pack.id}  ${pack.title[context.language]}`, ...listInWords(pack, rules, context.language)],
    };
  },
};

export const rulesShow: Command = {
  describe: {
    zh: '一条规则的全文、依据、各种理解和示例',
    en: 'one rule whole: wording, source, readings, examples',
  },
  positionals: [{ name: 'id', describe: { zh: '规则编号', en: 'id of the rule' } }],
  options: { pack: packOption },
  examples: ['rules show limit.renewal', 'rules show capital.nationwide --pack cn-vats-current@1'],
  run(input, context) {
    const pack = packAsked(input, context);
    const id = input.positionals[0] as string;
    const versions = placedRules(pack).filter(({ rule }) => rule.id === id);
    const section = versions[0]?.section;
    if (section === undefined) throw unknownRule(pack, id);
    return {
      json: { pack: pack.id, section, rules: versions.map(({ rule }) => rule), sources: sourcesOf(pack, versions) },
      lines: versions.flatMap(({ rule }) =>
        ruleInWords(pack, sectionWords[section]?.[context.language] ?? section, rule, context.language),
      ),
    };
  },
};

export const rulesDiff: Command = {
  describe: {
    zh: '两个规则包之间新增、删除和修改的规则',
    en: 'the rules that were added, removed or changed from one pack to another',
  },
  positionals: [
    { name: 'a', describe: { zh: '旧的规则包：编号或者文件', en: 'the older pack: its id, or a file' } },
    { name: 'b', describe: { zh: '新的规则包：编号或者文件', en: 'the newer pack: its id, or a file' } },
  ],
  examples: ['rules diff cn-vats-current@1 cn-vats-current@2'],
  run({ positionals }, context) {
    const [before, after] = positionals.map((word) => packNamed(word, context)) as [RulePack, RulePack];
    const changes = changesBetween(before, after);
    return { json: { from: before.id, to: after.id, ...changes }, lines: changesInWords(changes, context.language) };
  },
};

export const rulesCheck: Command = {
  describe: {
    zh: '检查规则包文件：格式、引用、施行时间和示例',
    en: 'whether a pack in a file is fit: form, references, validity, examples',
  },
  positionals: [{ name: 'pack.json', describe: { zh: '规则包文件', en: 'the rule pack' } }],
  examples: ['rules check docs/examples/hazardous-chemicals-permit.json'],
  run({ positionals }, { language, readText }) {
    const file = positionals[0] as string;
    const pack = packIn(file, readText(file));
    const rules = allRules(pack).length;
    const hash = lawHash(pack);
    const said = { zh: `合格，${rules} 条规则，哈希 ${hash}`, en: `fit, ${rules} rules, hash ${hash}` }[language];
    return { json: { pack: pack.id, title: pack.title, rules, hash }, lines: [`${pack.id}: ${said}`] };
  },
};

type Placed = { section: string; rule: Rule };

function placedRules(pack: RulePack): Placed[] {
  return allRules(pack).map(({ path, rule }) => ({ section: sectionOf(path), rule }));
}

function lineOf({ id, wording, citation, confidence, validFrom, validTo }: Rule) {
  return { id, wording, citation, confidence, validFrom, validTo };
}

function listInWords(pack: RulePack, rules: Placed[], language: Language): string[] {
  return rules.flatMap(({ section, rule }, i) => [
    ...(section === rules[i - 1]?.section ? [] : ['', sectionWords[section]?.[language] ?? section]),
    `  ${rule.id}  ${basisInWords(pack, rule, language)}  ${validityInWords(rule, language)}`,
    `      ${rule.wording[language]}`,
  ]);
}

/** Every source that the rule or one of its readings cites. */
function sourcesOf(pack: RulePack, versions: Placed[]): RulePack['sources'] {
  const cited = JSON.stringify(versions).matchAll(/"citation":\{"source":"([^"]+)"/g);
  const keys = new Set([...cited].map(([, key]) => key as string));
  return Object.fromEntries(Object.entries(pack.sources).filter(([key]) => keys.has(key)));
}

function confidenceIn(word: string | boolean | undefined): Confidence | null {
  if (word === undefined) return null;
  if (word === 'verified' || word === 'secondary' || word === 'unverified') return word;
  throw new UsageError(
    'invalid-option',
    `rules list: --confidence ${word}: expected verified, secondary or unverified`,
  );
}

function unknownRule(pack: RulePack, id: string): UsageError {
  const near = [...new Set(placedRules(pack).map(({ rule }) => rule.id))]
    .map((known) => ({ known, alike: alike(known, id) }))
    .sort((a, b) => b.alike - a.alike)
    .slice(0, 3)
    .map(({ known }) => known);
  return new UsageError('unknown-rule', `${pack.id} has no rule "${id}"; near it: ${near.join(', ')}`, {
    pack: pack.id,
    rule: id,
    near,
  });
}

/** How many pairs of neighboring letters two ids share, of those that either has. */
function alike(a: string, b: string): number {
  const pairs = (word: string) => new Set([...word].map((letter, i) => letter + (word[i + 1] ?? '')));
  const [inA, inB] = [pairs(a), pairs(b)];
  const shared = [...inA].filter((pair) => inB.has(pair)).length;
  return shared / (inA.size + inB.size - shared);
}

function changesInWords({ added, removed, changed }: PackChanges, language: Language): string[] {
  const word = {
    zh: { added: '新增', removed: '删除', changed: '修改', none: '没有区别' },
    en: { added: 'added', removed: 'removed', changed: 'changed', none: 'no difference' },
  }[language];
  const lines = [
    ...added.map(({ id }) => `+ ${word.added} ${id}`),
    ...removed.map(({ id }) => `- ${word.removed} ${id}`),
    ...changed.flatMap(({ id, members }) => [`~ ${word.changed} ${id}`, ...members.map(memberInWords)]),
  ];
  return lines.length === 0 ? [word.none] : lines;
}

function memberInWords({ member, from, to }: MemberChange): string {
  const shown = (value: unknown) => (value === undefined ? '–' : JSON.stringify(value));
  return `    ${member}: ${shown(from)} → ${shown(to)}`;
}
