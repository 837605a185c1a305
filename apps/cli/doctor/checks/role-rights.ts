import { type Check, error, ok } from '../check.js';
import { databasePlace, some } from '../where.js';

/** What the product's role must be able to do, and what it must not. */
const needed = `
  select name || ' ' || rights as lacking
    from (values ('ledger_events', 'select'), ('ledger_heads', 'select'), ('commands', 'select,insert,update,delete'),
                 ('snapshots', 'select,insert,update,delete'), ('license_view', 'select,insert,update,delete'),
                 ('obligation_view', 'select,insert,update,delete'), ('planned_rungs', 'select,insert,update,delete'),
                 ('outbox', 'select,insert,update,delete'), ('people', 'select,insert,update'),
                 ('companies', 'select,insert,update'), ('fan_out', 'select,insert,update')) needed (name, rights)
   where to_regclass('paizhao.' || name) is not null
     and exists (select from unnest(string_to_array(rights, ',')) one
                  where not has_table_privilege('paizhao.' || name, one))
   union all
  select oid::regprocedure || ' execute' from pg_proc
   where pronamespace = 'paizhao'::regnamespace
     and proname in ('ledger_lock', 'ledger_append', 'advance_begin', 'advance_derive', 'advance_record')
     and not has_function_privilege(oid, 'execute')`;

const tooMuch = `
  select name || ' ' || one as surplus
    from unnest(array['ledger_events', 'ledger_heads']) name, unnest(array['insert', 'update', 'delete', 'truncate']) one
   where to_regclass('paizhao.' || name) is not null and has_table_privilege('paizhao.' || name, one)
   union all
  select 'superuser' from pg_roles where rolname = current_user and rolsuper`;

export const roleRights: Check = {
  name: 'role-rights',
  needs: ['database'],
  async look({ config, database }) {
    const where = databasePlace(config);
    const lacking = await database<{ lacking: string }>(needed);
    const surplus = await database<{ surplus: string }>(tooMuch);
    if (lacking.length > 0) {
      const names = some(lacking.map((row) => row.lacking));
      return [
        error(
          where,
          { zh: `数据库角色缺少权限：${names}`, en: `The database role lacks rights: ${names}` },
          {
            zh: '以管理员运行 migrate；DATABASE_URL 应使用 paizhao_app 角色',
            en: 'Run migrate as the administrator; DATABASE_URL must log in as paizhao_app.',
          },
        ),
      ];
    }
    if (surplus.length > 0) {
      const names = some(surplus.map((row) => row.surplus));
      return [
        error(
          where,
          {
            zh: `数据库角色权限过大，可以绕开记录链：${names}`,
            en: `The database role may do too much, and so could go round the ledger: ${names}`,
          },
          {
            zh: '让 api 与 worker 以 paizhao_app 登录，管理员角色只用于 migrate',
            en: 'Let api and worker log in as paizhao_app; an administrator is for migrate only.',
          },
        ),
      ];
    }
    return [ok(where, '数据库角色的权限恰当', 'The database role has the rights it needs and no more')];
  },
};
