/** The rules of a pack in the order in which an officer meets them. */
import type { RequirementRule, Rule } from '../../../libs/rulebook/index.js';
import type { Bilingual } from '../command.js';

export interface Group {
  title: Bilingual;
  holds(section: string, rule: Rule): boolean;
  /** Filing kind whose materials are listed here by name, though most are described under the first application. */
  materialsOf?: string;
}

const filedFor = (rule: Rule, kind: string) => (rule as Partial<RequirementRule>).filingKinds?.includes(kind) ?? false;
const isLimit = (section: string, rule: Rule, ids: RegExp) => section === 'limits' && ids.test(rule.id);
const dutyOf = (rule: Rule) => (rule as { duty?: string }).duty;

const scopeFindings = /^eligibility\.(own-users-only|offshore)/;
const calls = /call|recording|outbound|number-shown|hidden|line/;
const standing = /annual-report|report-return|inspection|special-condition/;
const changing = /^limit\.change/;
const renewing = /^limit\.(renewal|non-renewal|validity)/;
const ending = /^limit\.(termination|permit-return|reissue|aftercare)/;
const listing = /^limit\..*(-bar|-list-exit|list-entry)$/;
const later = [standing, changing, renewing, ending, listing];

/** In the order of the page; a rule stands in the first group that holds it. */
export const groups: readonly Group[] = [
  {
    title: { zh: '是否需要许可，需要哪一种', en: 'Do we need a permit, and which?' },
    holds: (section, { id }) => section === 'scope' || section === 'serviceTypes' || scopeFindings.test(id),
  },
  {
    title: { zh: '由谁审批，向谁申请', en: 'Who decides, and where does one file?' },
    holds: (section) => ['routing', 'offices', 'authorities'].includes(section),
  },
  {
    title: { zh: '是否符合条件', en: 'Are we eligible?' },
    holds: (section) => section === 'capital' || section === 'eligibility',
  },
  {
    title: { zh: '提交哪些材料', en: 'What is handed in?' },
    holds: (section, rule) => section === 'requirements' && filedFor(rule, 'new'),
  },
  {
    title: { zh: '主管部门的期限', en: 'The clocks of the authority' },
    holds: (section, rule) =>
      section === 'limits' && dutyOf(rule) === 'authority' && !later.some((ids) => ids.test(rule.id)),
  },
  {
    title: { zh: '我们的期限', en: 'Our own clocks' },
    holds: (section, rule) => section === 'limits' && !later.some((ids) => ids.test(rule.id)),
  },
  {
    title: { zh: '呼叫中心的特别义务', en: 'What a call center must heed' },
    holds: (section, { id }) => section === 'duties' && calls.test(id),
  },
  {
    title: { zh: '持证期间', en: 'While holding the permit' },
    holds: (section, rule) =>
      section === 'duties' ||
      isLimit(section, rule, standing) ||
      (section === 'requirements' && filedFor(rule, 'annual-report') && !filedFor(rule, 'renewal')),
    materialsOf: 'annual-report',
  },
  {
    title: { zh: '变更', en: 'Changes' },
    holds: (section, rule) =>
      isLimit(section, rule, changing) ||
      (section === 'requirements' && filedFor(rule, 'change') && !filedFor(rule, 'renewal')),
    materialsOf: 'change',
  },
  {
    title: { zh: '续期', en: 'Renewal' },
    holds: (section, rule) =>
      isLimit(section, rule, renewing) || (section === 'requirements' && filedFor(rule, 'renewal')),
    materialsOf: 'renewal',
  },
  {
    title: { zh: '终止和补办', en: 'The end, and a lost permit' },
    holds: (section, rule) => isLimit(section, rule, ending) || section === 'requirements',
    materialsOf: 'termination',
  },
  {
    title: { zh: '信用名单和处罚', en: 'Lists and penalties' },
    holds: (section, rule) => ['penalties', 'creditLists'].includes(section) || isLimit(section, rule, listing),
  },
  {
    title: { zh: '编号和配套证书', en: 'Numbers and companion permits' },
    holds: (section) => section === 'numbers' || section === 'companionPermits',
  },
  {
    title: { zh: '提醒安排', en: 'When one is reminded' },
    holds: (section) => section === 'ladders',
  },
  {
    title: { zh: '未决问题', en: 'Open questions' },
    holds: () => true,
  },
];
