import type { Bilingual } from '../rulebook/index.js';

const rungs: Readonly<Record<string, Bilingual>> = {
  january: { zh: '年报开始报送', en: 'reports may be filed' },
  opened: { zh: '事项产生', en: 'the matter came up' },
  prepare: { zh: '应开始准备', en: 'begin to prepare' },
  'half-time': { zh: '期限过半', en: 'half of the time is over' },
  ask: { zh: '可询问进度', en: 'ask how the matter stands' },
  complaint: { zh: '可投诉或申请督办', en: 'a complaint is possible' },
  'ends-soon': { zh: '期间即将届满', en: 'the span ends soon' },
  ended: { zh: '期间届满', en: 'the span has ended' },
  'window-missed': { zh: '错过续期申请时间', en: 'time to ask for renewal missed' },
  expired: { zh: '届满未续期', en: 'ended without renewal' },
  cure: { zh: '逾期，补救期内', en: 'late, can be made good' },
  weekly: { zh: '逾期，每周提醒', en: 'late, weekly reminder' },
  undated: { zh: '未定期限，未了结', en: 'open without a date' },
  alarm: { zh: '无证经营警报', en: 'alarm: runs without a permit' },
  'still-running': { zh: '仍在无证经营', en: 'still runs without a permit' },
  'date-moved': { zh: '日期变动', en: 'a date moved' },
};

/** Of the message by which somebody else hears that the rung itself could not be delivered. */
const standIn = 'undelivered/';

/** A rung by its key, such as `S-30` or `weekly-3`, in a few words; a key that is not known stands as it is. */
export function rungInWords(key: string, language: keyof Bilingual): string {
  if (key.startsWith(standIn)) {
    const rung = rungInWords(key.slice(standIn.length), language);
    return language === 'zh' ? `${rung}，原收件人未能收到` : `${rung}, not delivered to whom it was for`;
  }
  const { name, count } = rungParts(key);
  if (name === 'S') return toSafeDay(count ?? 0, language);
  const word = Object.hasOwn(rungs, name) ? rungs[name]?.[language] : undefined;
  if (word === undefined) return key;
  if (count === null || name === 'january') return word;
  return language === 'zh' ? `${word}（第${count}次）` : `${word} (no. ${count})`;
}

function toSafeDay(days: number, language: keyof Bilingual): string {
  if (days === 0) return language === 'zh' ? '安全日当天' : 'on the safe day';
  return language === 'zh' ? `安全日前${days}天` : `${days} ${days === 1 ? 'day' : 'days'} before the safe day`;
}

function rungParts(key: string): { name: string; count: number | null } {
  const [, name = key, count] = /^(.*?)(?:-(\d+))?$/.exec(key) ?? [];
  return { name, count: count === undefined ? null : Number(count) };
}
