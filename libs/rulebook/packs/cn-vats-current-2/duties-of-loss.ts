import type { DutyRule } from '../../pack.js';
import { duty } from './duty.js';

/** How a permit is taken away before its end, and what the holder may ask for then. */
export const dutiesOfLoss: DutyRule[] = [
  duty('suspension', {
    holder: 'authority',
    title: { zh: '停业整顿', en: 'Suspension' },
    wording: {
      zh: '情节严重的，责令停业整顿；整顿期间不得经营，解除后恢复。',
      en: 'In serious cases the business is ordered to stop until it is put right; nothing is operated meanwhile, and it goes on once the order is lifted.',
    },
    citation: { source: 'TR', article: 'art. 69' },
    confidence: 'verified',
    evidence: { zh: '停业整顿决定和解除通知', en: 'the order, and its lifting' },
    limits: ['limit.reconsideration', 'limit.litigation'],
  }),
  duty('setting-aside', {
    holder: 'authority',
    title: { zh: '撤销许可', en: 'Setting aside' },
    wording: {
      zh: '违法作出的许可可以撤销；以欺骗、贿赂等手段取得的，应当撤销。',
      en: 'A permit wrongly granted may be set aside; one got by deceit or bribery must be.',
    },
    citation: { source: 'ALL', article: 'art. 69' },
    confidence: 'verified',
    evidence: { zh: '撤销决定及送达日期', en: 'the decision and the day of its service' },
    limits: ['limit.fraud-bar', 'limit.reconsideration', 'limit.litigation'],
    penalty: 'permit-by-fraud',
  }),
  duty('withdrawal', {
    holder: 'authority',
    title: { zh: '撤回许可', en: 'Withdrawal' },
    wording: {
      zh: '法律依据或者客观情况重大变化，为公共利益可以撤回或者变更许可；造成损失的，依法补偿。',
      en: 'Where the law or the facts have changed greatly, a permit may be withdrawn or altered in the public interest; a loss is compensated.',
    },
    citation: { source: 'ALL', article: 'art. 8' },
    confidence: 'verified',
    evidence: { zh: '撤回决定、损失清单', en: 'the decision, a list of the losses' },
    limits: ['limit.reconsideration', 'limit.litigation'],
  }),
  duty('days-of-penalty-proceedings', {
    holder: 'authority',
    title: { zh: '处罚程序中的短期限', en: 'Short periods in penalty proceedings' },
    wording: {
      zh: '行政处罚程序中二日、三日、五日、七日的期限按工作日计算，不含法定节假日。',
      en: 'In penalty proceedings periods of two, three, five and seven days are working days, statutory holidays left out.',
    },
    citation: { source: 'PEN', article: 'art. 85' },
    confidence: 'verified',
    evidence: {
      zh: '处罚程序中的各项通知及其送达日期',
      en: 'the notices of the proceedings and the days of their service',
    },
    validFrom: '2021-07-15',
  }),
  duty('revocation', {
    holder: 'authority',
    title: { zh: '吊销许可证', en: 'Revocation' },
    wording: {
      zh: '情节特别严重的违法，吊销许可证，并列入失信名单。',
      en: 'For the gravest breaches the permit is revoked as a penalty, and the operator goes on the dishonest list.',
    },
    citation: { source: 'TR', article: 'art. 77; O42 art. 42' },
    confidence: 'secondary',
    evidence: { zh: '吊销决定及送达日期', en: 'the decision and the day of its service' },
    limits: ['limit.list-entry', 'limit.dishonest-list-exit', 'limit.reconsideration', 'limit.litigation'],
  }),
  duty('cancellation', {
    holder: 'authority',
    title: { zh: '注销许可', en: 'Cancellation' },
    wording: {
      zh: '届满未延续、公司终止、许可被撤销、撤回、吊销，或者因不可抗力无法实施的，办理注销；注销是手续，不是处罚。',
      en: 'The formal end: after expiry without renewal, the company’s end, a setting aside, withdrawal or revocation, or force majeure. It is a formality, not a penalty.',
    },
    citation: { source: 'ALL', article: 'art. 70; O42 art. 33' },
    confidence: 'verified',
    evidence: { zh: '注销公告或者通知', en: 'the notice of cancellation' },
    limits: ['limit.permit-return'],
  }),
  duty('appeal', {
    holder: 'right',
    title: { zh: '行政复议和行政诉讼', en: 'Appeal' },
    wording: {
      zh: '对不予受理、不予许可、处罚、撤销、撤回、吊销等决定不服的，可以申请行政复议或者提起诉讼，自送达起算。',
      en: 'Against a refusal to accept, a refusal, a penalty, a setting aside, a withdrawal or a revocation one may ask for reconsideration or go to court, counted from service.',
    },
    citation: { source: 'ALL', article: 'art. 7; ARL art. 20; APL art. 46' },
    confidence: 'verified',
    evidence: { zh: '送达回证', en: 'proof of service' },
    limits: ['limit.reconsideration', 'limit.litigation'],
  }),
];
