import type { OfficeRule } from '../../pack.js';
import { since2017 } from './sources.js';

/** Offices below the province. Applicants of every other place file with the authority itself. */
export const offices: OfficeRule[] = [
  {
    ...since2017,
    id: 'office.sd-qingdao',
    code: 'sd-qingdao',
    authority: 'sd',
    name: { zh: '青岛市通信管理局', en: 'Qingdao Communications Administration' },
    wording: {
      zh: '青岛、威海、日照的企业向青岛市通信管理局申报。',
      en: 'Companies of Qingdao, Weihai and Rizhao file with the office in Qingdao.',
    },
    citation: { source: 'PG', article: 'SD 2020' },
    confidence: 'verified',
    when: {
      all: [
        { eq: ['authority', 'sd'] },
        { eq: ['province', 'sd'] },
        { in: ['city', ['青岛', '威海', '日照', 'qingdao', 'weihai', 'rizhao']] },
      ],
    },
    examples: [
      { facts: { authority: 'sd', province: 'sd', city: '威海' }, applies: true },
      { facts: { authority: 'sd', province: 'sd', city: '济南' }, applies: false },
      { facts: { authority: 'MIIT', province: 'sd', city: '青岛' }, applies: false },
    ],
  },
];
