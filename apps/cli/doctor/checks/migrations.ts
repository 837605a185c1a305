import { migrationNames } from '../../../../libs/persistence/index.js';
import { type Check, error, ok } from '../check.js';
import { databasePlace, some } from '../where.js';

const runMigrate = {
  zh: '备份后以本版本运行 migrate，再启动 worker 与 api（见 docs/upgrading.md）',
  en: 'After a backup run migrate of this release, then start worker and api (docs/upgrading.md).',
};

export const migrations: Check = {
  name: 'migrations',
  needs: ['database'],
  async look({ config, database }) {
    const where = databasePlace(config);
    const [readable] = await database<{ yes: boolean }>(
      `select coalesce(has_table_privilege(to_regclass('paizhao.migrations'), 'select'), false) as yes`,
    );
    if (!readable?.yes) {
      const what = {
        zh: '数据库尚未由本版本迁移（或从未迁移）',
        en: 'The database was not migrated by this release, or never',
      };
      return [error(where, what, runMigrate)];
    }
    const rows = await database<{ name: string }>('select name from paizhao.migrations');
    const done = new Set(rows.map(({ name }) => name));
    const missing = migrationNames.filter((name) => !done.has(name));
    const unknown = [...done].filter((name) => !migrationNames.includes(name));
    if (missing.length > 0) {
      const what = { zh: `有迁移未执行：${some(missing)}`, en: `Migrations have not run: ${some(missing)}` };
      return [error(where, what, runMigrate)];
    }
    if (unknown.length > 0) {
      return [
        error(
          where,
          {
            zh: `数据库比本程序新，含未知迁移：${some(unknown)}`,
            en: `The database is newer than this program, with migrations it does not know: ${some(unknown)}`,
          },
          { zh: '使用迁移该数据库的版本', en: 'Use the release that migrated it.' },
        ),
      ];
    }
    return [ok(where, `${done.size} 个迁移均已执行`, `All ${done.size} migrations have run`)];
  },
};
