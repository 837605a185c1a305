import { lawHere } from '../../../../libs/law/index.js';
import { type Check, error, ok } from '../check.js';
import { some } from '../where.js';

/** Licenses pin their law: what is not here leaves them without dates. The folder itself is read before all checks. */
export const law: Check = {
  name: 'law',
  needs: ['database'],
  async look({ config, licenses: all }) {
    const where = config.lawFolder ?? 'LAW_FOLDER';
    const { packs, calendars, digest } = lawHere();
    const ids = (laws: { id: string }[]) => laws.map(({ id }) => id);
    const lacking = await all.lackingLaw(ids(packs), ids(calendars));
    if (lacking.length > 0) {
      const names = some(lacking.map(({ pack, calendar, licenses }) => `${pack} + ${calendar}: ${licenses}`));
      return [
        error(
          where,
          {
            zh: `许可证所用的规则包或日历不在此处：${names}`,
            en: `Licenses pin rules or a calendar that are not here: ${names}`,
          },
          {
            zh: '把缺少的文件放回 LAW_FOLDER（api 与 worker 都要），再重启',
            en: 'Put the missing files back into LAW_FOLDER of api and worker, and start these anew.',
          },
        ),
      ];
    }
    const short = digest.slice(0, 12);
    return [ok(where, `规则与日历齐全（${short}）`, `All law that licenses pin is here (${short})`)];
  },
};
