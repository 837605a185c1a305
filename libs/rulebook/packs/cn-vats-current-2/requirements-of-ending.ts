import type { RequirementRule } from '../../pack.js';
import { material } from './material.js';

const toEnd = ['termination'];
const toReplace = ['reissue'];

/** Termination within validity (six documents), and the replacement of a lost permit. */
export const requirementsOfEnding: RequirementRule[] = [
  material('termination-application', {
    filingKinds: toEnd,
    title: { zh: '终止经营申请书', en: 'Application to end the business' },
    wording: {
      zh: '法定代表人签署并加盖公章，载明终止的业务种类和日期；可以只终止部分业务。',
      en: 'Signed by the legal representative and sealed; names the types that end, and the day. Some types may end alone.',
    },
    citation: { source: 'O42', article: 'art. 30' },
    confidence: 'secondary',
  }),
  material('termination-resolution', {
    filingKinds: toEnd,
    title: { zh: '同意终止经营的股东会决议', en: 'Resolution of the shareholders to end the business' },
    wording: { zh: '股东会或者股东大会同意终止的决定。', en: 'The shareholders’ decision that the business ends.' },
    citation: { source: 'O42', article: 'art. 30' },
    confidence: 'verified',
  }),
  material('aftercare-commitment', {
    filingKinds: toEnd,
    title: { zh: '用户善后承诺书', en: 'Commitment to care for the users' },
    wording: {
      zh: '法定代表人签署的做好用户善后工作的承诺。',
      en: 'Signed by the legal representative: the users will be provided for.',
    },
    citation: { source: 'O42', article: 'art. 30' },
    confidence: 'unverified',
  }),
  material('user-settlement-plan', {
    filingKinds: toEnd,
    title: { zh: '用户善后方案', en: 'Plan for the settlement with users' },
    wording: {
      zh: '用户处理方案、公告情况、用户意见和实施安排。',
      en: 'How users are settled with, how they were told, what they said, and the steps.',
    },
    citation: { source: 'O42', article: 'art. 30' },
    confidence: 'verified',
  }),
  material('original-permit', {
    filingKinds: toEnd,
    title: { zh: '许可证原件', en: 'Original of the permit' },
    wording: {
      zh: '持纸质证的交回原件；仅有电子证的，由发证机关注销。',
      en: 'Holders of a paper permit hand it in; an electronic one is cancelled by the issuer.',
    },
    citation: { source: 'O42', article: 'art. 30' },
    confidence: 'verified',
  }),
  material('other-termination-papers', {
    filingKinds: toEnd,
    title: { zh: '发证机关要求的其他材料', en: 'Whatever else the issuer asks for' },
    wording: { zh: '以发证机关的要求为准。', en: 'As the issuing authority asks.' },
    citation: { source: 'O42', article: 'art. 30' },
    confidence: 'unverified',
    status: 'optional',
  }),
  material('reissue-application', {
    filingKinds: toReplace,
    title: { zh: '遗失补办申请表', en: 'Application to replace a lost permit' },
    wording: { zh: '载明许可证编号。', en: 'Names the number of the permit.' },
    citation: { source: 'PG', article: 'change forms: loss' },
    confidence: 'verified',
  }),
  material('lost-notice', {
    filingKinds: toReplace,
    title: { zh: '已刊登的遗失声明', en: 'Published notice of the loss' },
    wording: {
      zh: '已公开刊登的遗失声明及其载体、日期。',
      en: 'The notice as published, with where and when.',
    },
    citation: { source: 'PG', article: 'change forms: loss' },
    confidence: 'verified',
  }),
  material('loss-statement', {
    filingKinds: toReplace,
    title: { zh: '遗失情况说明', en: 'Statement on the loss' },
    wording: { zh: '说明遗失经过，加盖公章。', en: 'How it was lost, under seal.' },
    citation: { source: 'PG', article: 'change forms: loss' },
    confidence: 'verified',
  }),
];
