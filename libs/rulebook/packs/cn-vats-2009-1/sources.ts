import type { RulePack } from '../../pack.js';
import { sources as sourcesToday } from '../cn-vats-current-2/sources.js';

const { O5, HOUSE, AG, PG } = sourcesToday as Required<
  Record<'O5' | 'HOUSE' | 'AG' | 'PG', RulePack['sources'][string]>
>;

/** The keys that citations use. Of the measures of 2009 only a few articles could be read; the rest is retold. */
export const sources: RulePack['sources'] = {
  O5,
  HOUSE,
  AG,
  PG,
  ALL: {
    kind: 'law',
    title: { zh: '中华人民共和国行政许可法（2003年）', en: 'Administrative Licensing Law (2003)' },
    inForceFrom: '2004-07-01',
    how: {
      zh: '读2019年修正文本，所引条文未见变化',
      en: 'read in the amended text of 2019; no change was found in the articles cited',
    },
  },
};

/** The measures of 2009 were in force from the first of these days to the second. */
export const ofTheMeasuresOf2009 = { validFrom: '2009-04-10', validTo: '2017-08-31' } as const;
