import { type Check, error, ok, warning } from '../check.js';
import { databasePlace } from '../where.js';

const tolerableMs = 5_000;
/** More raises an alarm with every entry: `recordedAt` and `storedAt` drift apart. */
const intolerableMs = 60_000;

export const clock: Check = {
  name: 'clock',
  needs: ['database'],
  async look({ config, database, now }) {
    const where = databasePlace(config);
    const before = now();
    const [row] = await database<{ ms: string }>('select extract(epoch from clock_timestamp()) * 1000 as ms');
    const after = now();
    const theirs = Number(row?.ms);
    const skew = Math.round(theirs < before ? before - theirs : Math.max(0, theirs - after));
    const shown = `${(skew / 1_000).toFixed(1)} s`;
    if (skew <= tolerableMs) return [ok(where, '数据库与本机时钟一致', 'The clocks of database and machine agree')];
    return [
      (skew > intolerableMs ? error : warning)(
        where,
        {
          zh: `数据库与本机时钟相差 ${shown}`,
          en: `The clocks of database and machine differ by ${shown}`,
        },
        { zh: '在两台机器上启用时间同步（NTP）', en: 'Switch time synchronization (NTP) on, on both machines.' },
      ),
    ];
  },
};
