/** `paizhao assess`: who decides on an application, what speaks against it, and what must be handed in. */
import { parseCivilDate } from '../../../libs/calendar/index.js';
import { type AssessedMaterial, type Assessment, assess as assessProfile } from '../../../libs/domain/assess.js';
import type { Citation, Confidence, Finding } from '../../../libs/rulebook/index.js';
import { type Bilingual, type Command, type Language, UsageError } from '../command.js';
import { dateInWords } from '../dates-in-words.js';
import { jsonIn } from '../json-argument.js';
import { currentLaw } from '../law.js';
import { placeInWords } from '../rules/places.js';
import { civilToday } from '../today.js';

export const assess: Command = {
  describe: {
    zh: '核对申请：是否需要许可、种类、主管部门、注册资本、条件、材料和最早申报日',
    en: 'judge an application: permit needed, types, authority, capital, findings, materials, earliest filing day',
  },
  positionals: [
    { name: 'profile.json', describe: { zh: '公司情况和申请事项', en: 'the company and what it asks for' } },
  ],
  options: {
    today: {
      type: 'string',
      placeholder: '<date>',
      describe: {
        zh: '提问日（默认：文件所载日期，否则为今天）',
        en: 'the day of the question (default: the file’s, or today)',
      },
    },
  },
  examples: ['assess docs/examples/shanghai-call-center.json --today 2026-11-22'],
  run(input, { language, readText }) {
    const profile = objectIn(readText(input.positionals[0] as string));
    const today = input.options.today;
    const asked = typeof today === 'string' ? parseCivilDate(today, '--today') : profile.today;
    const assessment = assessProfile(currentLaw, { ...profile, today: asked ?? civilToday() });
    return { json: assessment, lines: inWords(assessment, language) };
  },
};

function objectIn(text: string): Record<string, unknown> {
  const value = jsonIn(text, 'assess', 'the profile');
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new UsageError('invalid-json', 'assess: the profile is not a JSON object');
}

function inWords(assessment: Assessment, language: Language): string[] {
  const { authorityName, officeName, office, authority, capital, types, needed, normalised, unverifiedRules } =
    assessment;
  const say = (text: Bilingual) => text[language];
  const word = words[language];
  return [
    `${word.needed}${word.answer[needed]}${types.length > 0 ? `${word.types}${types.join(word.comma)}` : ''}`,
    `${word.authority}${say(authorityName)}${office === authority ? '' : `${word.stop}${word.office}${say(officeName)}`}  ${basis(assessment.routing, language)}`,
    ...assessment.readings.map(
      (reading) =>
        `  ${word.reading[reading.open ? 'open' : 'closed']}${reading.authority}: ${say(reading.wording)}  ${basis(reading, language)}`,
    ),
    ...(needed === 'no' ? [] : [capitalInWords(assessment, capital, language)]),
    ...(needed === 'no' ? [] : [`${word.eligible}${assessment.eligible ? word.answer.yes : word.answer.no}`]),
    ...assessment.findings.flatMap((finding) => findingInWords(finding, language)),
    ...assessment.bars.map(({ kind, decidedOn, lastDay }) => `  ${word.bar(word.barKind[kind], decidedOn, lastDay)}`),
    ...normalised.map(({ pointer, value }) => `  ${word.normalised}${pointer} → ${value}`),
    ...(needed === 'no' ? [] : [word.materials]),
    ...assessment.materials.map((material) => `  ${materialInWords(material, language)}`),
    `${word.earliest}${assessment.earliestFiling === null ? '–' : dateInWords(assessment.earliestFiling, language)}`,
    ...(unverifiedRules.length > 0 ? [`${word.unverified}${unverifiedRules.join(word.comma)}`] : []),
  ];
}

function capitalInWords({ capitalFloor, capitalMet }: Assessment, capital: Assessment['capital'], language: Language) {
  const word = words[language];
  const verdict = capitalMet ? word.met : word.missed;
  return `${word.capital}${word.yuan(capitalFloor.toLocaleString('en-US'))}${verdict}  ${basis(capital, language)}`;
}

/** A finding, and under it the other ways in which its point is read. */
function findingInWords(finding: Finding, language: Language): string[] {
  const word = words[language];
  return [
    `  ${word.level[finding.level]} ${finding.wording[language]}  ${basis(finding, language)}`,
    ...(finding.otherReadings ?? []).map(
      (reading) => `    ${word.alsoRead}${reading.wording[language]}  ${basis(reading, language)}`,
    ),
  ];
}

function materialInWords(material: AssessedMaterial, language: Language): string {
  const word = words[language];
  const stale = material.stale ? `  ${word.stale}${material.freshUntil}` : '';
  return `${word.status[material.status]} ${material.title[language]}  ${basis(material, language)}${stale}`;
}

function basis({ citation, confidence }: { citation: Citation; confidence: Confidence }, language: Language): string {
  const doubt = confidence === 'verified' ? '' : `${words[language].stop}${words[language].confidence[confidence]}`;
  return `[${citation.source} ${placeInWords(citation, language)}${doubt}]`;
}

const words = {
  zh: {
    needed: '是否需要许可：',
    types: '，种类：',
    yuan: (amount: string) => `人民币${amount}元，`,
    answer: { yes: '是', no: '否', ask: '须先询问主管部门' },
    authority: '主管部门：',
    office: '受理窗口：',
    capital: '最低注册资本：',
    met: '已满足',
    missed: '未满足',
    eligible: '符合条件：',
    alsoRead: '另一理解：',
    normalised: '已统一写法：',
    barKind: { 'false-material': '虚假材料', fraud: '欺骗取得许可' },
    bar: (kind: string, decidedOn: string, lastDay: string) => `限制申请（${kind}，${decidedOn}决定）：至${lastDay}止`,
    materials: '材料：',
    earliest: '最早申报日：',
    unverified: '未核实的规则：',
    comma: '、',
    stop: '；',
    stale: '计划申报日已过期，有效至 ',
    reading: { open: '另一理解（可行）→ ', closed: '另一理解（不满足条件）→ ' },
    level: { blocking: '阻断', warning: '注意', info: '提示' },
    status: { required: '必交', optional: '选交', deferrable: '可容缺' },
    confidence: { secondary: '间接来源', unverified: '未核实', verified: '' },
  },
  en: {
    needed: 'permit needed: ',
    types: ': ',
    yuan: (amount: string) => `RMB ${amount}, `,
    answer: { yes: 'yes', no: 'no', ask: 'ask the authority' },
    authority: 'authority: ',
    office: 'filed with ',
    capital: 'least capital: ',
    met: 'met',
    missed: 'not met',
    eligible: 'eligible: ',
    alsoRead: 'also read: ',
    normalised: 'rewritten: ',
    barKind: { 'false-material': 'false information', fraud: 'permit got by deceit' },
    bar: (kind: string, decidedOn: string, lastDay: string) =>
      `bar for ${kind}, decided ${decidedOn}: up to ${lastDay}`,
    materials: 'materials:',
    earliest: 'earliest filing day: ',
    unverified: 'unverified rules: ',
    comma: ', ',
    stop: '; ',
    stale: 'stale on the planned day, fresh until ',
    reading: { open: 'other reading (open) → ', closed: 'other reading (not open) → ' },
    level: { blocking: 'blocks:', warning: 'warning:', info: 'note:' },
    status: { required: 'required', optional: 'optional', deferrable: 'may follow' },
    confidence: { secondary: 'secondary source', unverified: 'unverified', verified: '' },
  },
} as const;
