import type { Bilingual } from '../proof.js';

/** What people call the clocks; those of other limits are told by the wording of their rule. */
export const clockNames: Record<string, Bilingual> = {
  completeness: { zh: '告知补正或受理的期限', en: 'the answer on completeness, or acceptance' },
  correction: { zh: '补正期限', en: 'the correction' },
  review: { zh: '审查期限', en: 'the decision on the application' },
  'permit-issue': { zh: '颁证期限', en: 'the issue of the permit' },
  'deferred-materials': { zh: '补齐容缺材料的期限', en: 'the deferred materials' },
  reconsideration: { zh: '行政复议申请期限', en: 'administrative reconsideration' },
  litigation: { zh: '行政诉讼起诉期限', en: 'the action in court' },
  validity: { zh: '许可证有效期', en: 'the end of validity' },
  renewal: { zh: '续期申请期限', en: 'the application for renewal' },
  'non-renewal-report': { zh: '不再续期的报告期限', en: 'the report that the holder will not go on' },
  'renewal-decision': { zh: '续期决定期限', en: 'the decision on the renewal' },
  'annual-report': { zh: '年报期限', en: 'the annual report' },
  'annual-report-cure': { zh: '年报补救期', en: 'the cure month of the annual report' },
  'report-return': { zh: '更正被退回年报的期限', en: 'the correction of a returned annual report' },
  change: { zh: '变更申请期限', en: 'the application for the change of the permit' },
  'change-ahead': { zh: '终止经营前的申请期限', en: 'the application ahead of the end of the business' },
  'termination-notice': { zh: '终止经营的公示期', en: 'the public notice of the termination' },
  'termination-decision': { zh: '终止经营的决定期限', en: 'the decision on the termination' },
};
