import type { Bilingual } from '../rulebook/index.js';
import type { FilingKind, FilingStatus, LicenseStatus } from './license.js';
import type { ObligationKind } from './obligation.js';

/** What duties, statuses and filings are called where a few words must do: in lists, registers, a terminal. */
export const dutyNames: Record<ObligationKind, Bilingual> = {
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

export const statusNames: Record<LicenseStatus, Bilingual> = {
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

export const filingNames: Record<FilingKind, Bilingual> = {
  new: { zh: '首次申请', en: 'new license' },
  renewal: { zh: '续期', en: 'renewal' },
  change: { zh: '变更', en: 'change' },
  termination: { zh: '终止经营', en: 'termination' },
  reissue: { zh: '遗失补办', en: 'new paper for a lost one' },
  'annual-report': { zh: '年报', en: 'annual report' },
};

export const filingStatusNames: Record<FilingStatus, Bilingual> = {
  draft: { zh: '准备中', en: 'draft' },
  submitted: { zh: '已提交', en: 'submitted' },
  correction: { zh: '补正中', en: 'in correction' },
  accepted: { zh: '已受理', en: 'accepted' },
  'expert-review': { zh: '专家评审', en: 'expert review' },
  'public-notice': { zh: '公示中', en: 'public notice' },
  granted: { zh: '已准予', en: 'granted' },
  issued: { zh: '已发证', en: 'issued' },
  completed: { zh: '已办结', en: 'completed' },
  refused: { zh: '不予许可', en: 'refused' },
  'not-accepted': { zh: '不予受理', en: 'not accepted' },
  withdrawn: { zh: '已撤回申请', en: 'withdrawn' },
  returned: { zh: '退回修改', en: 'returned' },
  filed: { zh: '已报送', en: 'filed' },
};

/** `annual report 2028`; a kind that is not known stands as it is. */
export function dutyInWords(kind: string, period: string | null, language: keyof Bilingual): string {
  const word = (dutyNames as Record<string, Bilingual | undefined>)[kind]?.[language] ?? kind;
  if (period === null) return word;
  return language === 'zh' ? `${period}年${word}` : `${word} ${period}`;
}

/** The same by a duty's id; what is no such id stands as it is. */
export function dutyOfIdInWords(id: string, language: keyof Bilingual): string {
  const duty = dutyOfId(id);
  return duty ? dutyInWords(duty.kind, duty.period, language) : id;
}

/** A duty's kind and period, by its id; null where this is no such id. */
export function dutyOfId(id: string): { kind: string; period: string | null } | null {
  const [, kind, period] = /^([a-z-]+):\d+(?::(\d{4}))?$/.exec(id) ?? [];
  return kind === undefined ? null : { kind, period: period ?? null };
}
