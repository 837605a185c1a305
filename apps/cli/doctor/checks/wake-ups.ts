import { type Check, error, ok } from '../check.js';
import { databasePlace, some } from '../where.js';

const late = `
  select v.license_id as license from paizhao.snapshots s join paizhao.license_view v on v.license_id = s.license_id
   where not v.ended and not v.simulated and s.wake_at < now() - interval '1 hour'
   order by s.wake_at limit 100`;

export const wakeUps: Check = {
  name: 'wake-ups',
  needs: ['database'],
  async look({ config, database }) {
    const where = databasePlace(config);
    const stuck = (await database<{ license: string }>(late)).map(({ license }) => license);
    if (stuck.length === 0) return [ok(where, '没有超过一小时未执行的唤醒', 'No wake-up is more than an hour late')];
    return [
      error(
        where,
        {
          zh: `唤醒已过期一小时以上，提醒可能没有发出：${some(stuck)}`,
          en: `Wake-ups are more than an hour late, so that reminders may not have left: ${some(stuck)}`,
        },
        {
          zh: '看 workers 与 workflows 两项检查；之后运行 paizhao heal --do',
          en: 'See the checks workers and workflows; then run paizhao heal --do.',
        },
      ),
    ];
  },
};
