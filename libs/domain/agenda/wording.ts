import type { Bilingual } from '../../rulebook/index.js';
import type { ObligationKind } from '../obligation.js';

/** What to do next about an obligation, for mails and screens. */
export function nextStep(
  kind: ObligationKind,
  about: { paused?: boolean; period?: string; doubtful?: boolean; blocked?: boolean; unanswered?: boolean },
): Bilingual {
  if (about.paused) return pausedStep(kind);
  if (about.unanswered) return operatorQuestion;
  const step = about.doubtful ? doubtfulReport : steps[kind];
  const year = about.period ?? '';
  const next = { zh: step.zh.replace('{year}', year), en: step.en.replace('{year}', year) };
  return about.blocked ? blockedReport(next) : next;
}

function pausedStep(kind: ObligationKind): Bilingual {
  return kind === 'permit-issue'
    ? { zh: '先补齐容缺材料，许可证才会颁发', en: 'Supply the deferred materials first: the permit is held until then' }
    : { zh: '专家评审期间不计时限，等待评审结束', en: 'Wait for the expert review to end: the clock stands still' };
}

/** A change of shareholders has one clock or the other by the answer. */
const operatorQuestion: Bilingual = {
  zh: '先确认股东变更是否导致经营主体变更并登记答复，再办理许可证变更手续',
  en: 'Say first whether the operator changes with the shareholders, then file for the change of the permit',
};

/** A report that the authority's system would not take yet. */
function blockedReport({ zh, en }: Bilingual): Bilingual {
  return {
    zh: `先完成许可证变更手续：许可证与工商登记一致前无法报送年报。${zh}`,
    en: `First have the permit changed: no report goes in while it differs from the business registration. ${en}`,
  };
}

/** A renewal was filed, or given up, for some types only. */
export function renewalOfTypes(types: string[]): Bilingual {
  return {
    zh: `以下业务尚未申请续期，也未决定不再续期：${types.join('、')}`,
    en: `File for the renewal of ${types.join(', ')} too, or decide to let them end`,
  };
}

/** The permit has ended, and no renewal can be filed any more. */
export const afterTheEnd: Bilingual = {
  zh: '许可证已届满，不能再申请续期：停止经营，做好用户善后，办理注销并登记；如需继续经营，另行申请新的许可证',
  en: 'The permit has ended and can no longer be renewed: stop the service, settle with the users, have the permit cancelled and record it; to go on, apply for a new permit',
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
    zh: '报送应于{year}年第一季度内报送的年报，并登记',
    en: 'File the annual report that is due in the first quarter of {year}, and record it',
  },
  change: { zh: '办理许可证变更手续', en: 'File for the change of the permit' },
  renewal: {
    zh: '提交续期申请，并附各项业务已开通的证明',
    en: 'File for renewal, with proof that each service was opened',
  },
  'termination-notice': {
    zh: '跟进公示：公示后登记公示日期，并在公示期内处理用户异议',
    en: 'See to the public notice: record its day once it is published, and settle what users bring forward',
  },
  'termination-decision': {
    zh: '等待终止经营的决定；逾期先询问再投诉',
    en: 'Await the decision on the termination; ask when it is late, then complain',
  },
  'reissue-decision': {
    zh: '等待补发的许可证；收到后登记',
    en: 'Await the new paper and record it when it arrives',
  },
  'non-renewal-report': {
    zh: '向发证机关报告不再续期，做好用户善后，并在有效期届满前停止经营',
    en: 'Tell the issuing authority that the permit will not be renewed, settle with the users, and stop by its last day',
  },
  'permit-return': {
    zh: '交回纸质许可证并登记；许可证信息从网站和营业场所撤下',
    en: 'Hand the paper permit back and record it; take its number down from site and premises',
  },
  'false-material-bar': {
    zh: '因提供虚假材料，期满前不得再次申请；期满次日起可以重新申请',
    en: 'No new application before the bar for false material has ended; from the day after it, apply again',
  },
  'fraud-bar': {
    zh: '许可因欺骗等手段被撤销，期满前不得再次申请；期满次日起可以重新申请',
    en: 'The permit was got by deceit: no new application before the bar has ended; from the day after it, apply again',
  },
  'bad-list-exit': {
    zh: '期满后向主管部门申请移出不良名单，并登记移出日期',
    en: 'Once the span is over, ask to be taken from the bad list, and record the day',
  },
  'dishonest-list-exit': {
    zh: '期满后向主管部门申请移出失信名单，并登记移出日期',
    en: 'Once the span is over, ask to be taken from the dishonest list, and record the day',
  },
  reconsideration: {
    zh: '如有异议，可申请行政复议',
    en: 'If you disagree, you may apply for administrative reconsideration',
  },
  litigation: { zh: '如有异议，可提起行政诉讼', en: 'If you disagree, you may bring the case to court' },
  'operating-without-permit': { zh: '停止经营，或者取得许可', en: 'Stop the service, or have it permitted' },
  'inspection-answer': {
    zh: '答复检查提出的问题，完成整改并登记',
    en: 'Answer what the inspection asked or found, put it right, and record the answer',
  },
  'special-condition': {
    zh: '完成许可证的特别规定事项，并登记证明（开通业务的，登记开通）',
    en: 'Do what the special condition of the permit asks for and record the evidence (for an opening, the opening)',
  },
  'number-certificate-renewal': {
    zh: '申请码号使用证书续期，并登记新证书',
    en: 'Apply for renewal of the number certificate, and record the new one',
  },
  'number-certificate-report': {
    zh: '在{year}年第一季度报送码号年报并登记',
    en: 'File the yearly report on the number in the first quarter of {year} and record it',
  },
};
