import { formatInstant, parseInstant } from '../../libs/calendar/index.js';
import { Paper } from '../../libs/papers/index.js';
import type { PinnedLaw } from '../../libs/persistence/index.js';
import { textOf } from '../../libs/sheets/index.js';
import {
  type Conditions,
  cellsOf,
  columnOf,
  conditionsInWords,
  headingsOf,
  type RegisterColumnKey,
  type RegisterLine,
} from '../../libs/sheets/register/index.js';

export interface RegisterToDraw {
  lines: readonly RegisterLine[];
  columns: readonly RegisterColumnKey[];
  filter: Conditions;
  /** Civil day as of which days were counted. */
  asOf: string;
  /** UTC instant. */
  createdAt: string;
  /** Of companies and persons, by their ids. */
  names: ReadonlyMap<string, string>;
  pins: readonly PinnedLaw[];
}

/** A register in Chinese: what was asked, as of when and by which law, then a line for each license. */
export async function registerPaper(asked: RegisterToDraw): Promise<Buffer> {
  const { lines, columns, filter, asOf, createdAt, names, pins } = asked;
  const simulated = lines.some((line) => line.simulated);
  const paper = new Paper({
    title: '增值电信业务经营许可证登记册',
    createdAt,
    landscape: true,
    compress: true,
    footer: `截至 ${asOf}`,
    ...(simulated ? { banner: '含模拟数据：部分牌照的时间是模拟的，不作为办理依据' } : {}),
  });
  paper.title('增值电信业务经营许可证登记册');
  const law = pins.map(({ pack, calendar }) => `${pack} / ${calendar}`).join('；');
  const facts = [
    `截至日期：${asOf}　　导出时间：${shanghaiTime(createdAt)}（北京时间）　　共 ${lines.length} 件`,
    `筛选条件：${conditionsInWords(filter, (id) => names.get(id) ?? id)}`,
    ...(law === '' ? [] : [`规则与日历版本：${law}`]),
  ];
  for (const fact of facts) paper.text(fact, { size: 9 });
  paper.space(4);
  await paper.longTable({
    size: 7,
    columns: [
      { title: '序号', share: 9, align: 'right' },
      ...headingsOf(columns, 'zh').map((title, i) => ({ title, share: shareOf(columns[i] as RegisterColumnKey) })),
    ],
    rows: lines.map((line, i) => [String(i + 1), ...cellsOf(line, columns, 'zh').map(textOf)]),
  });
  return (await paper.finish()).bytes;
}

/** Days and codes stay on one line; everything else takes what is left. */
const shares: { [key in RegisterColumnKey]?: number } = { uscc: 27, permitNumber: 20, owner: 12, simulated: 8 };
const ofDays: readonly RegisterColumnKey[] = ['permitLastDay', 'dutyDate', 'safeDay', 'statusOn'];

const shareOf = (key: RegisterColumnKey): number => shares[key] ?? (ofDays.includes(key) ? 16 : columnOf(key).width);

/** `2026-11-20 10:00` */
const shanghaiTime = (instant: string): string =>
  formatInstant(parseInstant(instant) + 8 * 3_600_000)
    .slice(0, 16)
    .replace('T', ' ');
