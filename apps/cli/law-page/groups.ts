/** The rules of a pack in the order in which an officer meets them. */
import type { LimitRule, RequirementRule, Rule } from '../../../libs/rulebook/index.js';
import type { Bilingual } from '../command.js';

export interface Group {
  title: Bilingual;
  holds(section: string, rule: Rule): boolean;
  /** Filing kind whose materials are listed here by name, though most are described under the first application. */
  materialsOf?: string;
  /** Whose limits are listed here at a glance, although some are described under their occasion. */
  clocks?: readonly LimitRule['duty'][];
}

const filedFor = (rule: Rule, kind: string) => (rule as Partial<RequirementRule>).filingKinds?.includes(kind) ?? false;
const timed = (section: string, rule: Rule, ids: RegExp) =>
  (section === 'limits' || section === 'duties') && ids.test(rule.id);
/** Limits name who must keep them in `duty`, standing duties in `holder`. */
const isOfAuthority = (rule: Rule) => {
  const { duty, holder } = rule as { duty?: string; holder?: string };
  return duty === 'authority' || holder === 'authority';
};

const callCenter = /^duty\.(call-center|no-sales-calls|keep-call|no-line|no-hidden|number-certificate)/;
const papers = /^duty\.(true-material|file-on-the-portal|portal-upload|personal-data)/;
const standing = /annual-report|report-return|ordered-report|inspection|special-condition|operating-without/;
const changing = /^(limit\.change|duty\.(does-the-operator|permit-matches|province-to-nationwide|first-foreign))/;
const renewing = /^(limit\.(renewal|non-renewal|validity)|duty\.new-permit-after)/;
const ending = /^(limit\.(termination|permit-return|reissue)|duty\.aftercare)/;
const listing = /^limit\..*(-bar|-list-exit|list-entry)$/;
const ofNumbers = /^limit\.number-/;
const later = [standing, changing, renewing, ending, listing, ofNumbers];
const isLater = (rule: Rule) => later.some((ids) => ids.test(rule.id));

/** In the order of the page; a rule stands in the first group that holds it. */
export const groups: readonly Group[] = [
  {
    title: { zh: '是否需要许可，需要哪一种', en: 'Do we need a permit, and which?' },
    holds: (section) => section === 'scope' || section === 'serviceTypes',
  },
  {
    title: { zh: '由谁审批，向谁申请', en: 'Who decides, and where does one file?' },
    holds: (section) => ['routing', 'offices', 'authorities'].includes(section),
  },
  {
    title: { zh: '是否符合条件', en: 'Are we eligible?' },
    holds: (section) => ['capital', 'eligibility', 'foreignShare'].includes(section),
  },
  {
    title: { zh: '提交哪些材料', en: 'What is handed in?' },
    holds: (section, rule) =>
      (section === 'requirements' && filedFor(rule, 'new')) || (section === 'duties' && papers.test(rule.id)),
  },
  {
    title: { zh: '主管部门的期限和义务', en: 'The authority: its clocks and duties' },
    holds: (section, rule) => (section === 'limits' || section === 'duties') && isOfAuthority(rule) && !isLater(rule),
    clocks: ['authority'],
  },
  {
    title: { zh: '我们的期限', en: 'Our own clocks' },
    holds: (section, rule) => section === 'limits' && !isLater(rule),
    clocks: ['company', 'right'],
  },
  {
    title: { zh: '呼叫中心的特别义务', en: 'What a call center must heed' },
    holds: (section, { id }) => section === 'duties' && callCenter.test(id),
  },
  {
    title: { zh: '持证期间', en: 'While holding the permit' },
    holds: (section, rule) =>
      (section === 'duties' && !isLater(rule)) ||
      timed(section, rule, standing) ||
      (section === 'requirements' && filedFor(rule, 'annual-report') && !filedFor(rule, 'renewal')),
    materialsOf: 'annual-report',
  },
  {
    title: { zh: '变更', en: 'Changes' },
    holds: (section, rule) =>
      timed(section, rule, changing) ||
      (section === 'requirements' && filedFor(rule, 'change') && !filedFor(rule, 'renewal')),
    materialsOf: 'change',
  },
  {
    title: { zh: '续期', en: 'Renewal' },
    holds: (section, rule) =>
      timed(section, rule, renewing) || (section === 'requirements' && filedFor(rule, 'renewal')),
    materialsOf: 'renewal',
  },
  {
    title: { zh: '终止和补办', en: 'The end, and a lost permit' },
    holds: (section, rule) => timed(section, rule, ending) || section === 'requirements',
    materialsOf: 'termination',
  },
  {
    title: { zh: '信用名单和处罚', en: 'Lists and penalties' },
    holds: (section, rule) => ['penalties', 'creditLists'].includes(section) || timed(section, rule, listing),
  },
  {
    title: { zh: '编号和配套证书', en: 'Numbers and companion permits' },
    holds: (section, rule) =>
      section === 'numbers' || section === 'companionPermits' || timed(section, rule, ofNumbers),
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
