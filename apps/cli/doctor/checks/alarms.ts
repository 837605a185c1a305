import { alarmKinds } from '../../../../libs/watch/index.js';
import { type Check, ok, warning } from '../check.js';

interface Open {
  kind: string;
  count: number;
  subjects: string[];
}

/** What the watch raised and nobody has mended yet. */
export const alarms: Check = {
  name: 'alarms',
  needs: ['database'],
  async look({ database }) {
    const open = await database<Open>(
      `select kind, count(*)::int as count, (array_agg(subject order by raised_at))[1:3] as subjects
         from paizhao.alarms where cleared_at is null group by kind order by min(raised_at)`,
    );
    if (open.length === 0) return [ok('alarms', '没有未解除的告警', 'No alarm is open')];
    return open.map(({ kind, count, subjects }) => {
      const words = kind in alarmKinds ? alarmKinds[kind as keyof typeof alarmKinds] : { zh: kind, en: kind };
      const named = `${subjects.join(', ')}${count > subjects.length ? ', …' : ''}`;
      return warning(
        named,
        { zh: `告警未解除（${count}）：${words.zh}`, en: `${count} open: ${words.en}` },
        { zh: `见 docs/runbook.md 的 ${kind} 一节`, en: `See ${kind} in docs/runbook.md.` },
      );
    });
  },
};
