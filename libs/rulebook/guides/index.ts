import type { GuideStatement } from './guide.js';
import { guideA } from './guide-a.js';
import { guideB } from './guide-b.js';

/** What both guides leave out. */
const both: GuideStatement[] = [
  {
    id: 'AB1',
    says: { zh: '都没有提到年报。', en: 'Neither speaks of the annual report.' },
    law: { zh: '每年第一季度报送上一年度的年报。', en: 'The report on a year is filed in the next first quarter.' },
    finding: 'silent',
    rules: ['limit.annual-report', 'limit.annual-report-cure', 'limit.report-return', 'material.annual-report-form'],
  },
  {
    id: 'AB2',
    says: { zh: '都没有提到变更。', en: 'Neither speaks of changes.' },
    law: {
      zh: '三十日内申请变更；变更主体、范围的，另须提前九十日。',
      en: 'A change is filed within thirty days; one of operator or scope also ninety days ahead.',
    },
    finding: 'silent',
    rules: [
      'limit.change-after-decision',
      'limit.change-after-registration',
      'limit.change-ahead',
      'penalty.late-change',
      'duty.does-the-operator-change',
    ],
  },
  {
    id: 'AB3',
    says: { zh: '都没有提到补正和视为受理。', en: 'Neither speaks of corrections or of acceptance by silence.' },
    law: {
      zh: '五个工作日内一次告知全部补正内容，逾期视为受理。',
      en: 'Everything that is missing is said once within five working days; silence counts as acceptance.',
    },
    finding: 'silent',
    rules: ['limit.completeness', 'limit.correction', 'duty.corrections-at-once', 'question.correction-deadline'],
  },
  {
    id: 'AB4',
    says: { zh: '都没有提到许可证电子化。', en: 'Neither speaks of the electronic permit.' },
    law: { zh: '电子许可证与纸质同等有效。', en: 'The electronic permit is as good as paper.' },
    finding: 'silent',
    rules: ['material.permit-copy', 'duty.electronic-permit'],
  },
  {
    id: 'AB5',
    says: { zh: '都没有提到终止经营和补办。', en: 'Neither speaks of ending the business or of a lost permit.' },
    law: {
      zh: '有效期内终止的，公示三十日后六十日内决定；遗失的登报声明后补办。',
      en: 'To end it early takes a public notice of thirty days, then a decision within sixty; a lost permit is declared lost and replaced.',
    },
    finding: 'silent',
    rules: [
      'limit.termination-notice',
      'limit.termination-decision',
      'material.termination-application',
      'duty.aftercare',
      'material.reissue-application',
    ],
  },
  {
    id: 'AB6',
    says: {
      zh: '都没有说明不良名单、失信名单怎样列入、移出（指南A只提失信名单条件）。',
      en: 'Neither says how one gets on the lists and off them; Guide A has only the condition of the dishonest one.',
    },
    law: {
      zh: '未报年报、受处罚的列入不良名单，吊销等列入失信名单；移出的年限未核实。',
      en: 'An unfiled report or a penalty leads to the bad list, a revoked permit and the like to the dishonest one; the years until the exit are not verified.',
    },
    finding: 'silent',
    rules: [
      'credit-list.bad',
      'credit-list.dishonest',
      'limit.list-entry',
      'limit.bad-list-exit',
      'limit.dishonest-list-exit',
      'question.list-exits-and-bars',
    ],
  },
  {
    id: 'AB7',
    says: {
      zh: '都没有提到持证期间的义务：公示编号、留存通话记录、不转租线路、不隐藏号码。',
      en: 'Neither speaks of the duties of a holder: showing the number, keeping call records, no resale of lines, no hidden numbers.',
    },
    law: {
      zh: '许可证编号须展示；外呼须经同意，录音、号码和同意留存三十日以上。',
      en: 'The permit number is shown; outbound calls need consent, and recordings, numbers and consent are kept for thirty days at least.',
    },
    finding: 'silent',
    rules: [
      'duty.display-permit-number',
      'duty.no-sales-calls',
      'duty.keep-call-records',
      'duty.no-line-resale',
      'duty.no-hidden-numbers',
      'duty.number-certificate',
    ],
  },
];

/** Every statement of both guides the product began with, and what they leave out. */
export const guideStatements: readonly GuideStatement[] = [...guideA, ...guideB, ...both];
export type { GuideFinding, GuideStatement } from './guide.js';
