import { type CivilDate, daysBetween } from '../../calendar/index.js';
import {
  dutyInWords,
  dutyOfId,
  filingMachines,
  filingNames,
  filingStatusNames,
  isTerminal,
  type LicenseLine,
  type LicenseStatus,
  statusNames,
} from '../../domain/index.js';
import { latestPack } from '../../rulebook/index.js';
import type { Cell } from '../table.js';

export type Language = 'zh' | 'en';

/** A license as lists show it. */
export interface RegisterLine {
  licenseId: string;
  companyId: string;
  companyName: string;
  uscc: string | null;
  serviceTypes: readonly string[];
  /** Host code of the province, or `nationwide`. */
  coverage: string;
  authority: string;
  status: LicenseStatus;
  statusOn: CivilDate;
  /** Names, or ids for whoever may not read names. */
  owner: string;
  deputy: string;
  manager: string;
  filings: LicenseLine['filings'];
  permitNumber: string | null;
  permitLastDay: CivilDate | null;
  nextObligation: string | null;
  nextDate: CivilDate | null;
  safeDay: CivilDate | null;
  /** The license's own civil day: a simulated one is ahead of the wall. */
  today: CivilDate;
  needsAttention: boolean;
  simulated: boolean;
  ended: boolean;
}

interface RegisterColumn {
  heading: Record<Language, string>;
  /** In characters. */
  width: number;
  cell(line: RegisterLine, language: Language): Cell;
}

const day = (date: CivilDate | null): Cell => (date === null ? null : { day: date });
const yes = (mark: boolean, language: Language): Cell =>
  (mark ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })[language];

const column = (zh: string, en: string, width: number, cell: RegisterColumn['cell']): RegisterColumn => ({
  heading: { zh, en },
  width,
  cell,
});

const columns = {
  companyName: column('公司名称', 'Company', 32, ({ companyName }) => companyName),
  uscc: column('统一社会信用代码', 'USCC', 22, ({ uscc }) => uscc),
  permitNumber: column('许可证编号', 'Permit number', 20, ({ permitNumber }) => permitNumber),
  serviceTypes: column('业务种类', 'Service types', 14, ({ serviceTypes }) => serviceTypes.join(', ')),
  coverage: column('覆盖范围', 'Coverage', 12, ({ coverage }, language) => placeName(coverage, language)),
  authority: column('发证机关', 'Authority', 24, ({ authority }, language) => authorityName(authority, language)),
  status: column('状态', 'Status', 16, ({ status }, language) => statusNames[status][language]),
  statusOn: column('状态核定日', 'Status as of', 12, ({ statusOn }) => day(statusOn)),
  permitLastDay: column('有效期至', 'Valid to', 12, ({ permitLastDay }) => day(permitLastDay)),
  duty: column('下一事项', 'Next duty', 18, ({ nextObligation }, language) => dutyName(nextObligation, language)),
  dutyDate: column('法定期限', 'Due on', 12, ({ nextDate }) => day(nextDate)),
  safeDay: column('安全日', 'Safe day', 12, ({ safeDay }) => day(safeDay)),
  slack: column('剩余天数', 'Days of slack', 10, ({ safeDay, nextDate, today }) => slack(safeDay ?? nextDate, today)),
  filings: column('办理中的申请', 'Open filings', 24, ({ filings }, language) => openFilings(filings, language)),
  owner: column('负责人', 'Owner', 16, ({ owner }) => owner),
  deputy: column('代理人', 'Deputy', 16, ({ deputy }) => deputy),
  manager: column('主管', 'Manager', 16, ({ manager }) => manager),
  needsAttention: column('需关注', 'Needs attention', 10, ({ needsAttention }, language) =>
    yes(needsAttention, language),
  ),
  ended: column('已结束', 'Ended', 10, ({ ended }, language) => yes(ended, language)),
  simulated: column('模拟', 'Simulated', 10, ({ simulated }, language) => yes(simulated, language)),
  companyId: column('公司编号', 'Company id', 38, ({ companyId }) => companyId),
  licenseId: column('牌照编号', 'License id', 38, ({ licenseId }) => licenseId),
} as const satisfies Record<string, RegisterColumn>;

export type RegisterColumnKey = keyof typeof columns;

export const registerColumns = Object.keys(columns) as RegisterColumnKey[];

/** What fits on a page across. */
export const paperColumns: readonly RegisterColumnKey[] = [
  'companyName',
  'uscc',
  'permitNumber',
  'serviceTypes',
  'coverage',
  'status',
  'permitLastDay',
  'duty',
  'dutyDate',
  'safeDay',
  'owner',
];

/** More would leave a column too narrow for a word. */
export const mostPaperColumns = 12;

export const columnOf = (key: RegisterColumnKey): RegisterColumn => columns[key];

export const headingsOf = (keys: readonly RegisterColumnKey[], language: Language): string[] =>
  keys.map((key) => columns[key].heading[language]);

export const cellsOf = (line: RegisterLine, keys: readonly RegisterColumnKey[], language: Language): Cell[] =>
  keys.map((key) => columns[key].cell(line, language));

const slack = (pressing: CivilDate | null, today: CivilDate): Cell =>
  pressing === null ? null : daysBetween(today, pressing);

function openFilings(filings: LicenseLine['filings'], language: Language): Cell {
  const { colon, between } = { zh: { colon: '：', between: '；' }, en: { colon: ': ', between: '; ' } }[language];
  return filings
    .filter(({ kind, status }) => !isTerminal(filingMachines[kind], status))
    .map(({ kind, status }) => `${filingNames[kind][language]}${colon}${filingStatusNames[status][language]}`)
    .join(between);
}

/** Packs keep their authorities: a name of the newest one is right for all. */
export function authorityName(code: string, language: Language): string {
  return latestPack.authorities.find((authority) => authority.code === code)?.name[language] ?? code;
}

export function placeName(coverage: string, language: Language): string {
  if (coverage === 'nationwide') return { zh: '全国', en: 'nationwide' }[language];
  return latestPack.authorities.find(({ code }) => code === coverage)?.province?.[language] ?? coverage;
}

function dutyName(id: string | null, language: Language): Cell {
  const duty = id === null ? null : dutyOfId(id);
  return duty ? dutyInWords(duty.kind, duty.period, language) : id;
}
