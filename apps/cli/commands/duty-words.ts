/** Duties, events and statuses as people read them in a terminal. */
import type { LicenseEventType } from '../../../libs/domain/events.js';
import type { LicenseStatus } from '../../../libs/domain/license.js';
import { dutyInWords, dutyNames, dutyOfId, statusNames as statuses } from '../../../libs/domain/names.js';
import type { Bilingual, Language } from '../command.js';

/** As `kind` of windows and duties, and as `status` at the end, a rehearsal names them. */
export const dutyKinds = (): string[] => Object.keys(dutyNames);
export const statusNames = (): string[] => Object.keys(statuses);

/** What a finding is about: a duty by its name instead of its id, everything else as it is. */
export function aboutInWords(about: string, language: Language): string {
  const duty = dutyOfId(about);
  return duty ? dutyInWords(duty.kind, duty.period, language) : about;
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

export function statusInWords(status: LicenseStatus, language: Language): string {
  return statuses[status][language];
}
