import type { Bilingual } from '../../rulebook/index.js';
import type { ObligationKind } from '../obligation.js';

/** What to do next about an obligation, for mails and screens. */
export function nextStep(
  kind: ObligationKind,
  about: { paused: boolean; period: string | null; doubtful: boolean },
): Bilingual {
  if (about.paused) return pausedStep(kind);
  const step = about.doubtful ? doubtfulReport : steps[kind];
  const year = about.period ?? '';
  return { zh: step.zh.replace('{year}', year), en: step.en.replace('{year}', year) };
}

function pausedStep(kind: ObligationKind): Bilingual {
  return kind === 'permit-issue'
    ? { zh: '先补齐容缺材料，许可证才会颁发', en: 'Supply the deferred materials first: the permit is held until then' }
    : { zh: '专家评审期间不计时限，等待评审结束', en: 'Wait for the expert review to end: the clock stands still' };
}

/** A change of shareholders has one clock or the other by the answer. */
export const operatorQuestion: Bilingual = {
  zh: '先确认股东变更是否导致经营主体变更并登记答复，再办理许可证变更手续',
  en: 'Say first whether the operator changes with the shareholders, then file for the change of the permit',
};

const doubtfulReport: Bilingual = {
  zh: '许可证在{year}年第一季度内届满，是否须报该年年报存疑：先向主管部门确认，确认前按须报送准备',
  en: 'The permit ends within the first quarter of {year}: whether that report is due is doubtful. Ask the authority, and prepare it until told otherwise',
};

const steps: Record<ObligationKind, Bilingual> = {
  acceptance: {
    zh: '等待受理决定；收到通知后立即登记',
    en: 'Await the decision on acceptance; record the notice as soon as it arrives',
  },
  review: { zh: '等待审查决定；逾期先询问再投诉', en: 'Await the decision; ask when it is late, then complain' },
  'permit-issue': {
    zh: '等待颁发许可证；收到后登记编号和日期',
    en: 'Await the permit; record its number and dates when it arrives',
  },
  'renewal-decision': {
    zh: '等待续期决定；主管部门应在有效期届满前作出',
    en: 'Await the decision on the renewal, due before the permit ends',
  },
  correction: { zh: '按补正通知补齐材料并重新提交', en: 'Answer the correction notice and submit again' },
  'report-return': {
    zh: '更正被退回的{year}年度年报并重新提交',
    en: 'Correct the returned annual report of {year} and submit it again',
  },
  'deferred-materials': { zh: '补齐容缺承诺的材料', en: 'Supply the materials that were deferred at filing' },
  'annual-report': {
    zh: '在{year}年第一季度报送年报并登记',
    en: 'File the annual report in the first quarter of {year} and record it',
  },
  change: { zh: '办理许可证变更手续', en: 'File for the change of the permit' },
  renewal: {
    zh: '提交续期申请，并附各项业务已开通的证明',
    en: 'File for renewal, with proof that each service was opened',
  },
  reconsideration: {
    zh: '如有异议，可申请行政复议',
    en: 'If you disagree, you may apply for administrative reconsideration',
  },
  litigation: { zh: '如有异议，可提起行政诉讼', en: 'If you disagree, you may bring the case to court' },
};
