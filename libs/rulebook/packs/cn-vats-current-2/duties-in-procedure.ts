import type { DutyRule } from '../../pack.js';
import { duty, ofCallCenters, whileFiling } from './duty.js';

/** What authority and applicant owe each other while an application is under way. */
export const dutiesInProcedure: DutyRule[] = [
  duty('receipt-in-writing', {
    holder: 'authority',
    title: { zh: '书面受理凭证', en: 'Written receipt' },
    wording: {
      zh: '受理或者不予受理，出具加盖印章、注明日期的书面凭证。',
      en: 'Acceptance or refusal to accept is given in writing, sealed and dated.',
    },
    citation: { source: 'ALL', article: 'art. 32' },
    confidence: 'verified',
    evidence: { zh: '受理或者不予受理通知书', en: 'the notice itself' },
    limits: ['limit.completeness'],
    ...whileFiling('new', 'renewal', 'change', 'termination', 'reissue'),
  }),
  duty('corrections-at-once', {
    holder: 'authority',
    title: { zh: '一次性告知', en: 'Everything at once' },
    wording: {
      zh: '材料不齐的，一次告知需要补正的全部内容；再次提出新的补正要求的，可以指出。',
      en: 'What is missing is named all at once; a later request for something new may be objected to.',
    },
    citation: { source: 'ALL', article: 'art. 32(4)' },
    confidence: 'verified',
    evidence: { zh: '历次补正通知', en: 'the notices of every round' },
    limits: ['limit.completeness'],
    ...whileFiling('new', 'renewal', 'change', 'termination', 'reissue'),
  }),
  duty('site-visit', {
    holder: 'authority',
    title: { zh: '实地核查', en: 'Site visit' },
    wording: {
      zh: '实地核查由两名以上工作人员进行，可委托机构协助；核查不停止审查期限。',
      en: 'A site is visited by two officials or more, perhaps with a contractor; the visit does not stop the clock.',
    },
    citation: { source: 'ALL', article: 'art. 34; PG GX 2026' },
    confidence: 'verified',
    evidence: { zh: '核查日期、人员和记录', en: 'day, officials and record of the visit' },
    limits: ['limit.review'],
    ...whileFiling('new', 'renewal', 'change'),
  }),
  duty('call-center-site-check', {
    title: { zh: '呼叫中心的场地和人员核查', en: 'Check of a call center’s office and staff' },
    wording: {
      zh: '呼叫中心在受理环节接受办公场地和人员的实地核查，场地、座席、人员应已到位。',
      en: 'For a call center office and staff are checked during acceptance: premises, seats and people must be there by then.',
    },
    citation: { source: 'N81', article: 'acceptance' },
    confidence: 'secondary',
    evidence: { zh: '场地照片、座席清单、人员名册', en: 'photos, list of seats, list of staff' },
    validFrom: '2020-06-29',
    ...ofCallCenters,
  }),
  duty('time-of-expert-review', {
    holder: 'authority',
    title: { zh: '专家评审时间的告知', en: 'Notice of the time of an expert review' },
    wording: {
      zh: '专家评审、听证所需时间不计入审查期限，但应书面告知申请人。',
      en: 'The time of an expert review or hearing is left out of the limit, but the applicant is told of it in writing.',
    },
    citation: { source: 'ALL', article: 'art. 45' },
    confidence: 'verified',
    evidence: { zh: '告知书及起止日期', en: 'the notice with its first and last day' },
    limits: ['limit.review'],
    ...whileFiling('new', 'renewal', 'change'),
  }),
  duty('refusal-with-reasons', {
    holder: 'authority',
    title: { zh: '不予许可须说明理由', en: 'A refusal gives reasons' },
    wording: {
      zh: '不予许可须书面说明理由，并告知行政复议和行政诉讼的权利。',
      en: 'A refusal is in writing, gives its reasons and names the ways of appeal.',
    },
    citation: { source: 'ALL', article: 'art. 38' },
    confidence: 'verified',
    evidence: { zh: '不予批准决定书及送达日期', en: 'the decision and the day of its service' },
    limits: ['limit.reconsideration', 'limit.litigation'],
    ...whileFiling('new', 'renewal', 'change', 'termination', 'reissue'),
  }),
  duty('grants-are-public', {
    holder: 'authority',
    title: { zh: '准予许可的公开', en: 'Grants are public' },
    wording: {
      zh: '准予许可的决定予以公开；未发现许可前的公示期。',
      en: 'Grants are published; no period of publication before a grant was found.',
    },
    citation: { source: 'ALL', article: 'art. 40' },
    confidence: 'secondary',
    evidence: { zh: '公开页面截图', en: 'capture of the publication' },
    ...whileFiling('new', 'renewal', 'change'),
  }),
  duty('electronic-permit', {
    holder: 'right',
    title: { zh: '电子许可证', en: 'Electronic permit' },
    wording: {
      zh: '2025年起默认发放电子许可证，与纸质证同等有效；需要纸质证的，可以申请。',
      en: 'Since 2025 the permit is electronic unless asked otherwise, and as good as paper; a paper one is given on request.',
    },
    citation: { source: 'PG', article: 'GD 2025, GX 2026' },
    confidence: 'verified',
    evidence: { zh: '电子证照文件', en: 'the electronic file' },
    validFrom: '2025-01-01',
    ...whileFiling('new', 'renewal', 'change', 'reissue'),
  }),
  duty('true-material', {
    title: { zh: '材料真实', en: 'True material' },
    wording: {
      zh: '如实提交材料；隐瞒或者虚假的，不予许可并在一年内不得再申请，骗取许可的撤销并三年内不得再申请。',
      en: 'What is handed in is true. False or withheld material means refusal and a bar of one year; a permit got by fraud is set aside, with a bar of three.',
    },
    citation: { source: 'ALL', article: 'art. 31, 78, 79; O42 art. 44' },
    confidence: 'secondary',
    evidence: { zh: '材料来源和审核记录', en: 'where the papers came from, and who checked them' },
    limits: ['limit.false-material-bar', 'limit.fraud-bar'],
    penalty: 'permit-by-fraud',
    ...whileFiling('new', 'renewal', 'change', 'termination', 'reissue'),
  }),
  duty('portal-upload-form', {
    title: { zh: '上传格式', en: 'Form of uploads' },
    wording: {
      zh: '单个文件不超过五兆，不收压缩包；图片单张上传不超过十张，更多的合并为Word或者PDF。',
      en: 'Files of five megabytes at most and no archives; up to ten images singly, more of them in one Word or PDF file.',
    },
    citation: { source: 'PG', article: 'HuN 2022' },
    confidence: 'secondary',
    evidence: { zh: '上传清单', en: 'list of uploads' },
    ...whileFiling('new', 'renewal', 'change', 'termination', 'reissue'),
  }),
];
