import type { LimitRule } from '../pack.js';
import type { Bilingual, Confidence, Firmness } from '../proof.js';
import type { SettledReading } from '../readings.js';
import type { Explanation, Moved } from './explanation.js';

export type Language = keyof Bilingual;

export const weekdayNames: Record<Language, readonly string[]> = {
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** What the facts that start a clock are called; a pack of another field may name others, which stand as they are. */
export const startNames: Record<string, Bilingual> = {
  date: { zh: '所问之日', en: 'the day asked about' },
  year: { zh: '报送年度报告的年份', en: 'the year in which the report is filed' },
  receivedOn: { zh: '主管部门收到材料之日', en: 'the authority received the papers' },
  nextWorkingDayAfterReceipt: { zh: '收到材料后的下一个工作日', en: 'the working day after a receipt on a rest day' },
  firstReceivedOn: { zh: '首次收到申请之日', en: 'the application was received for the first time' },
  completeReceivedOn: { zh: '收到全部材料之日', en: 'all papers were received' },
  acceptedOn: { zh: '受理之日', en: 'the application was accepted' },
  grantedOn: { zh: '作出准予决定之日', en: 'the permit was granted' },
  dueOn: { zh: '通知载明的日期', en: 'the day that the notice prints' },
  decidedOn: { zh: '作出决定之日', en: 'the decision was taken' },
  registeredOn: { zh: '完成登记变更之日', en: 'the business registration was changed' },
  effectiveOn: { zh: '变更生效之日', en: 'the change takes effect' },
  lastDay: { zh: '有效期最后一日', en: 'the last day of validity' },
  validFrom: { zh: '有效期起始日', en: 'the first day of validity' },
  servedOn: { zh: '决定送达之日', en: 'the decision was served' },
  publishedOn: { zh: '公告之日', en: 'the notice was published' },
  withoutRightFrom: { zh: '无权经营之日', en: 'the right to operate was missing' },
  listedOn: { zh: '列入名单之日', en: 'the entry on the list' },
};

export interface ExplanationWords {
  title: string;
  subject: string;
  date: string;
  duty: string;
  duties: Record<LimitRule['duty'] | 'none', string>;
  drivenBy: Record<Explanation['drivenBy'], string>;
  safeDay: string;
  safeDayIs: string;
  reading: string;
  default: string;
  drives: string;
  rule: string;
  says: string;
  settled(scope: SettledReading['scope'], entry: number): string;
  start: string;
  count: string;
  length(length: number, unit: 'day' | 'working-day' | 'month', direction: 'after' | 'before'): string;
  dayOfYear(monthDay: string): string;
  term(years: number, end: 'eve' | 'anniversary'): string;
  sameDay: string;
  leftOut(days: number): string;
  steps: Record<'working-day' | 'day', string>;
  result: string;
  moved: Record<Moved['to'], string>;
  pack: string;
  calendar: string;
  coveredTo(day: string): string;
  notice: string;
  firmness: Record<Firmness, string>;
  confidence: Record<Confidence, string>;
  comma: string;
  semicolon: string;
  colon: string;
  brackets(text: string): string;
}

const zhScopes = { installation: '适用于本系统', authority: '适用于该主管部门', license: '适用于该许可' } as const;
const enScopes = {
  installation: 'for the installation',
  authority: 'for this authority',
  license: 'for this license',
} as const;
const zhUnits = { day: '日', 'working-day': '个工作日', month: '个月' } as const;
const enUnits = { day: 'day', 'working-day': 'working day', month: 'month' } as const;

export const words: Record<Language, ExplanationWords> = {
  zh: {
    title: '说明：',
    subject: '对象：',
    date: '日期：',
    duty: '义务：',
    duties: { company: '企业的义务', authority: '主管部门的义务', right: '企业的权利', none: '无，仅为日历问题' },
    drivenBy: { earliest: '以最早的理解为准', default: '以默认理解为准' },
    safeDay: '安全日：',
    safeDayIs: '不晚于该日期的最后一个工作日，逐日倒推',
    reading: '理解',
    default: '默认',
    drives: '为准',
    rule: '规则：',
    says: '内容：',
    settled: (scope, entry) => `本单位确认：${zhScopes[scope]}，本单位记录第 ${entry} 条`,
    start: '起始：',
    count: '计算：',
    length: (length, unit, direction) =>
      `${direction === 'after' ? '向后' : '向前'} ${length} ${zhUnits[unit]}，起始日不计`,
    dayOfYear: (monthDay) => `当年的 ${monthDay}`,
    term: (years, end) => `${years} 年，至${end === 'eve' ? '对应日前一日' : '对应日'}`,
    sameDay: '即起始之日',
    leftOut: (days) => `扣除：专家评审 ${days} 日`,
    steps: {
      'working-day': '逐日（+ 计入，- 不计；未列的星期一至星期五计入，星期六、星期日不计）：',
      day: '逐日（- 不计；未列的日子均计入）：',
    },
    result: '结果：',
    moved: { 'next-working-day': '当日或其后的工作日：', 'last-working-day': '当日或其前的工作日：' },
    pack: '规则包：',
    calendar: '日历：',
    coveredTo: (day) => `放假安排已收录至 ${day}，其后为推定`,
    notice: '放假通知：',
    firmness: { firm: '确定', provisional: '暂定' },
    confidence: { verified: '已读原文', secondary: '间接来源', unverified: '未核实' },
    comma: '，',
    semicolon: '；',
    colon: '：',
    brackets: (text) => `（${text}）`,
  },
  en: {
    title: 'Explanation: ',
    subject: 'Subject: ',
    date: 'Date: ',
    duty: 'Duty: ',
    duties: {
      company: 'of the company',
      authority: 'of the authority',
      right: 'a right of the company',
      none: 'none, a question to the calendar',
    },
    drivenBy: { earliest: 'the earliest reading drives', default: 'the default reading drives' },
    safeDay: 'Safe day: ',
    safeDayIs: 'the last working day on or before the date, looked for day by day',
    reading: 'Reading',
    default: 'default',
    drives: 'drives',
    rule: 'Rule: ',
    says: 'Says: ',
    settled: (scope, entry) => `Settled: by the house, ${enScopes[scope]}, entry ${entry} of its record`,
    start: 'Start: ',
    count: 'Count: ',
    length: (length, unit, direction) =>
      `${length} ${enUnits[unit]}${length === 1 ? '' : 's'} ${direction === 'after' ? 'forward' : 'back'}, the starting day not counted`,
    dayOfYear: (monthDay) => `the day ${monthDay} of that year`,
    term: (years, end) =>
      `${years} years, to ${end === 'eve' ? 'the eve of the anniversary' : 'the anniversary itself'}`,
    sameDay: 'the starting day itself',
    leftOut: (days) => `Left out: ${days} ${days === 1 ? 'day' : 'days'} of an expert review`,
    steps: {
      'working-day': 'Days (+ counted, - not; of those not listed Monday to Friday count, Saturday and Sunday do not):',
      day: 'Days (- not counted; those not listed all count):',
    },
    result: 'Result: ',
    moved: { 'next-working-day': 'Working day on or after it: ', 'last-working-day': 'Working day on or before it: ' },
    pack: 'Rule pack: ',
    calendar: 'Calendar: ',
    coveredTo: (day) => `arranged by notices to ${day}, assumed after it`,
    notice: 'Notice: ',
    firmness: { firm: 'firm', provisional: 'provisional' },
    confidence: { verified: 'the text was read', secondary: 'secondary source', unverified: 'unverified' },
    comma: ', ',
    semicolon: '; ',
    colon: ': ',
    brackets: (text) => ` (${text})`,
  },
};
