import type { PlainContent } from './plain-body.js';

/** What the weekly mail says: figures, dates and counts, no license by name. */
export interface HeartbeatContent {
  language: 'zh' | 'en';
  /** The Monday. */
  week: string;
  licenses: number;
  openObligations: number;
  overdueObligations: number;
  oldestOverdue: string | null;
  nextDate: string | null;
  nextWakeUp: string | null;
  unsent: number;
  openAlarms: number;
  publicUrl: string;
}

/** The weekly mail: whoever does not get it on a Monday knows that something is silent. */
export function heartbeatLetter(content: HeartbeatContent): PlainContent {
  const { language } = content;
  const { subject, lines } = language === 'zh' ? inChinese(content) : inEnglish(content);
  return { language, subject, text: lines.join('\n') };
}

function inChinese(content: HeartbeatContent) {
  const { week, licenses, openObligations, overdueObligations, oldestOverdue, nextDate } = content;
  return {
    subject: `Paizhao 每周平安邮件 ${week}：监看 ${licenses} 张许可证，逾期 ${overdueObligations} 项`,
    lines: [
      overdueObligations === 0 ? '没有逾期事项。' : `有 ${overdueObligations} 项逾期，最早的期限是 ${oldestOverdue}。`,
      nextDate ? `下一个日期：${nextDate}` : '目前没有将来的日期。',
      `监看的许可证：${licenses}；未完成的事项：${openObligations}`,
      `下一次唤醒：${shanghai(content.nextWakeUp) ?? '无'}`,
      `未发出的消息：${content.unsent}；未解除的告警：${content.openAlarms}（${content.publicUrl}/alarms）`,
      '',
      '本邮件每周一 09:00 发出。某个周一没有收到，请查看 docs/runbook.md。',
    ],
  };
}

function inEnglish(content: HeartbeatContent) {
  const { week, licenses, openObligations, overdueObligations, oldestOverdue, nextDate } = content;
  return {
    subject: `Paizhao weekly heartbeat ${week}: ${licenses} licenses watched, ${overdueObligations} overdue`,
    lines: [
      overdueObligations === 0
        ? 'Nothing is overdue.'
        : `Overdue: ${overdueObligations}, the oldest since ${oldestOverdue}.`,
      nextDate ? `Next date: ${nextDate}` : 'No date lies ahead.',
      `Licenses watched: ${licenses}; open obligations: ${openObligations}`,
      `Next wake-up: ${shanghai(content.nextWakeUp) ?? 'none'}`,
      `Messages that have not left: ${content.unsent}; open alarms: ${content.openAlarms} (${content.publicUrl}/alarms)`,
      '',
      'This mail leaves every Monday at 09:00 in Shanghai. A Monday without it: see docs/runbook.md.',
    ],
  };
}

/** China has no summer time. */
function shanghai(instant: string | null): string | null {
  if (instant === null) return null;
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
