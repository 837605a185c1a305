import { type LicenseStatus, statusNames } from '../../domain/index.js';
import { authorityName } from './columns.js';

/** The filter of a list, as far as words are made of it. */
export interface Conditions {
  /** Null where it is not for the reader. */
  q?: string | null;
  companyId?: string[];
  status?: LicenseStatus[];
  authority?: string[];
  serviceType?: string[];
  owner?: string;
  person?: string;
  needsAttention?: boolean;
  ended?: boolean;
  dueFrom?: string;
  dueBy?: string;
  slackFrom?: number;
  slackTo?: number;
}

/** What a list was asked for, in Chinese; names of companies and people come from whoever knows them. */
export function conditionsInWords(filter: Conditions, nameOf: (id: string) => string): string {
  const { q, companyId, status, authority, serviceType, owner, person, needsAttention, ended, ...windows } = filter;
  const words = [
    ...(q === undefined ? [] : [q === null ? '含所查文字（不予显示）' : `含“${q}”`]),
    ...(companyId ? [`公司：${companyId.map(nameOf).join('、')}`] : []),
    ...(status ? [`状态：${status.map((each) => statusNames[each].zh).join('、')}`] : []),
    ...(authority ? [`机关：${authority.map((code) => authorityName(code, 'zh')).join('、')}`] : []),
    ...(serviceType ? [`业务种类：${serviceType.join('、')}`] : []),
    ...(owner === undefined ? [] : [`负责人：${nameOf(owner)}`]),
    ...(person === undefined ? [] : [`相关人员：${nameOf(person)}`]),
    ...(needsAttention === undefined ? [] : [needsAttention ? '需关注' : '无需关注']),
    ...(ended === undefined ? [] : [ended ? '已结束' : '未结束']),
    ...window('下一事项的法定期限', windows.dueFrom, windows.dueBy, ''),
    ...window('剩余天数', windows.slackFrom, windows.slackTo, ' 天'),
  ];
  return words.length === 0 ? '全部牌照' : words.join('；');
}

function window(
  name: string,
  from: string | number | undefined,
  to: string | number | undefined,
  unit: string,
): string[] {
  if (from === undefined && to === undefined) return [];
  const first = from === undefined ? '' : `自 ${from}${unit}`;
  const last = to === undefined ? '' : `至 ${to}${unit}`;
  return [`${name}${[first, last].filter(Boolean).join(' ')}`];
}
