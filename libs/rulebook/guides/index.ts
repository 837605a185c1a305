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
    rules: ['limit.completeness', 'limit.correction'],
  },
  {
    id: 'AB4',
    says: { zh: '都没有提到许可证电子化。', en: 'Neither speaks of the electronic permit.' },
    law: { zh: '电子许可证与纸质同等有效。', en: 'The electronic permit is as good as paper.' },
    finding: 'silent',
    rules: ['material.permit-copy'],
  },
];

/** Every statement of both guides the product began with, and what they leave out. */
export const guideStatements: readonly GuideStatement[] = [...guideA, ...guideB, ...both];
export type { GuideFinding, GuideStatement } from './guide.js';
