import { type Check, error, ok, warning } from '../check.js';
import { databasePlace } from '../where.js';

const waiting = `
  select count(*)::integer as count, floor(extract(epoch from now() - min(stored_at)) / 3600)::integer as hours
    from paizhao.outbox where settled_at is null and not simulated`;

/** A digest may hold a message over a weekend or a holiday; longer is silence. */
const hoursOfSilence = 24 * 9;

export const messages: Check = {
  name: 'messages',
  needs: ['database'],
  async look({ config, database }) {
    const where = databasePlace(config);
    const [row] = await database<{ count: number; hours: number | null }>(waiting);
    const { count = 0, hours } = row ?? { hours: null };
    if (hours === null || hours < 24) return [ok(where, `待发 ${count} 封`, `${count} messages wait to leave`)];
    return [
      (hours > hoursOfSilence ? error : warning)(
        where,
        {
          zh: `待发 ${count} 封，最早的已等 ${hours} 小时`,
          en: `${count} messages wait, the oldest for ${hours} hours`,
        },
        {
          zh: '若非节假日汇总，看 mail 与 workers 两项检查',
          en: 'Unless a digest holds them over rest days, see the checks mail and workers.',
        },
      ),
    ];
  },
};
