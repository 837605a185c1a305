/** Duties, events and statuses as people read them in a terminal. */
import type { LicenseEventType } from '../../../libs/domain/events.js';
import type { LicenseStatus } from '../../../libs/domain/license.js';
import type { ObligationKind } from '../../../libs/domain/obligation.js';
import type { Bilingual, Language } from '../command.js';

const duties: Record<ObligationKind, Bilingual> = {
  acceptance: { zh: '受理决定', en: 'decision on acceptance' },
  review: { zh: '审查决定', en: 'decision' },
  'permit-issue': { zh: '颁发许可证', en: 'issue of the permit' },
  'renewal-decision': { zh: '续期决定', en: 'decision on the renewal' },
  correction: { zh: '补正', en: 'correction' },
  'report-return': { zh: '更正退回的年报', en: 'returned report' },
  'deferred-materials': { zh: '补齐容缺材料', en: 'deferred papers' },
  'annual-report': { zh: '年报', en: 'annual report' },
  change: { zh: '变更申请', en: 'change filing' },
  renewal: { zh: '续期申请', en: 'renewal' },
  reconsideration: { zh: '行政复议', en: 'reconsideration' },
  litigation: { zh: '行政诉讼', en: 'litigation' },
  'non-renewal-report': { zh: '不再续期的报告', en: 'report that the permit is not renewed' },
  'termination-notice': { zh: '终止公示', en: 'public notice of the end' },
  'termination-decision': { zh: '终止决定', en: 'decision on the end' },
  'reissue-decision': { zh: '补发许可证', en: 'new paper for a lost one' },
  'permit-return': { zh: '交回许可证', en: 'return of the permit' },
  'bad-list-exit': { zh: '移出不良名单', en: 'way off the bad list' },
  'dishonest-list-exit': { zh: '移出失信名单', en: 'way off the dishonest list' },
  'false-material-bar': { zh: '一年内不得再次申请', en: 'one-year bar' },
  'fraud-bar': { zh: '三年内不得再次申请', en: 'three-year bar' },
  'operating-without-permit': { zh: '无证经营', en: 'operating without a permit' },
  'inspection-answer': { zh: '答复检查', en: 'answer to an inspection' },
  'special-condition': { zh: '特别规定事项', en: 'special condition' },
  'number-certificate-renewal': { zh: '码号证书续期', en: 'renewal of a number certificate' },
  'number-certificate-report': { zh: '码号使用年度报告', en: 'report on a number' },
};

/** As `kind` of windows and duties, and as `status` at the end, a rehearsal names them. */
export const dutyKinds = (): string[] => Object.keys(duties);
export const statusNames = (): string[] => Object.keys(statuses);

/** `annual report 2028` */
export function dutyInWords(kind: string, period: string | null, language: Language): string {
  const word = (duties as Record<string, Bilingual | undefined>)[kind]?.[language] ?? kind;
  if (period === null) return word;
  return language === 'zh' ? `${period}年${word}` : `${word} ${period}`;
}

/** What a finding is about: a duty by its name instead of its id, everything else as it is. */
export function aboutInWords(about: string, language: Language): string {
  const [, kind, period] = /^([a-z-]+):\d+(?::(\d{4}))?$/.exec(about) ?? [];
  return kind === undefined ? about : dutyInWords(kind, period ?? null, language);
}

const events: Partial<Record<LicenseEventType, Bilingual>> = {
  'license-opened': { zh: '开始准备', en: 'preparation begins' },
  'filing-submitted': { zh: '提交', en: 'handed in' },
  'correction-requested': { zh: '要求补正', en: 'correction asked for' },
  'filing-accepted': { zh: '受理', en: 'accepted' },
  'acceptance-deemed': { zh: '逾期未答复，视为受理', en: 'accepted by silence' },
  'expert-review-started': { zh: '专家评审开始', en: 'expert review begins' },
  'expert-review-ended': { zh: '专家评审结束', en: 'expert review ends' },
  'filing-granted': { zh: '准予许可', en: 'granted' },
  'filing-refused': { zh: '不予许可', en: 'refused' },
  'permit-issued': { zh: '取得许可证', en: 'permit issued' },
  'permit-amended': { zh: '许可证变更', en: 'permit amended' },
  'permit-renewed': { zh: '许可证续期', en: 'permit renewed' },
  'renewal-deemed': { zh: '到期未决，视为准予延续', en: 'renewed by silence' },
  'permit-expired': { zh: '许可证失效', en: 'permit lapses' },
  'service-opened': { zh: '业务开通', en: 'service opened' },
  'report-filed': { zh: '年报办结', en: 'report filed' },
  'company-fact-recorded': { zh: '企业变更', en: 'the company changes' },
};

/** What happened, or null where it is a detail that a reader of a plan can do without. */
export function eventInWords(type: LicenseEventType, language: Language): string | null {
  return events[type]?.[language] ?? null;
}

const statuses: Record<LicenseStatus, Bilingual> = {
  preparing: { zh: '准备中', en: 'preparing' },
  submitted: { zh: '已提交', en: 'submitted' },
  correction: { zh: '补正中', en: 'in correction' },
  'in-review': { zh: '审查中', en: 'in review' },
  granted: { zh: '已准予', en: 'granted' },
  refused: { zh: '不予许可', en: 'refused' },
  valid: { zh: '有效', en: 'valid' },
  'renewal-due': { zh: '临近续期', en: 'renewal due' },
  'renewal-pending': { zh: '续期审查中', en: 'renewal pending' },
  'window-missed': { zh: '已错过续期期限', en: 'renewal window missed' },
  'deemed-renewed': { zh: '视为已续期', en: 'renewed by silence' },
  'termination-pending': { zh: '终止申请办理中', en: 'termination pending' },
  suspended: { zh: '停业整顿', en: 'suspended' },
  revoked: { zh: '已吊销', en: 'revoked' },
  expired: { zh: '已失效', en: 'expired' },
  cancelled: { zh: '已注销', en: 'cancelled' },
  closed: { zh: '已关闭', en: 'closed' },
};

export function statusInWords(status: LicenseStatus, language: Language): string {
  return statuses[status][language];
}
