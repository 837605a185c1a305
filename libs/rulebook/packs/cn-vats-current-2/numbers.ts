import type { NumberRule } from '../../pack.js';
import { numbers as earlier } from '../cn-vats-current-1/routing.js';
import { since2017 } from '../cn-vats-current-1/sources.js';

/** The numbers that are taken for a permit's have forms of their own, so that it is said what they are. */
export const numbers: NumberRule[] = [
  ...earlier,
  {
    ...since2017,
    id: 'number.old-permit',
    number: 'old-permit',
    wording: {
      zh: '旧式许可证编号（省份简称加“ICP证”）；现行许可证不用这种形式，请核对。',
      en: 'The old form of a permit number: the province’s short name and ICP证. Permits of today have another; compare it with the permit.',
    },
    citation: { source: 'PG', article: 'permits seen' },
    confidence: 'secondary',
    pattern: '^\\p{Script=Han}?ICP证(B2-)?\\d{5,8}号?$',
    examples: [
      { value: '京ICP证030173号', matches: true },
      { value: '京ICP证030173', matches: true },
      { value: '京ICP备05012345号', matches: false },
      { value: '京B2-20150021', matches: false },
    ],
  },
  {
    ...since2017,
    id: 'number.site-filing',
    number: 'site-filing',
    wording: {
      zh: '这是网站备案号，不是许可证编号。',
      en: 'This is the filing number of a site, not the number of a permit.',
    },
    citation: { source: 'PG', article: 'permits seen' },
    confidence: 'secondary',
    pattern:
      '^\\p{Script=Han}?((A1|A2|B1|B2)(\\.(A1|A2|B1|B2))*-(19|20)\\d{6}号?-\\d{1,4}|ICP备\\d{6,10}号?(-\\d{1,4})?)$',
    examples: [
      { value: '粤B2-20090059-5', matches: true },
      { value: '粤ICP备05012345号', matches: true },
      { value: '粤ICP备05012345号-12', matches: true },
      { value: '粤B2-20090059', matches: false },
      { value: 'B2-2004-0851', matches: false },
      { value: '京ICP证030173号', matches: false },
    ],
  },
];
