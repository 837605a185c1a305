import type { RulePack } from '../../pack.js';
import { sources as sourcesOf1 } from '../cn-vats-current-1/sources.js';

/** The sources of version 1, and what was read since. */
export const sources: RulePack['sources'] = {
  ...sourcesOf1,
  L18: {
    kind: 'notice',
    title: {
      zh: '工业和信息化部关于做好电信业务经营不良名单和失信名单管理工作的通知（2018年）',
      en: 'MIIT notice of 2018 on the bad list and the dishonest list of telecom operators',
    },
    inForceFrom: null,
    how: {
      zh: '读到2018年3月16日新闻转述的不良名单部分；失信名单部分只读到开头',
      en: 'read as retold by news of March 16, 2018: the part on the bad list; of the dishonest list only the beginning',
    },
  },
};
