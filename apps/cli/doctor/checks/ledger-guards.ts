import { type Check, error, ok } from '../check.js';
import { databasePlace, some } from '../where.js';

/** Triggers by table, and who must own what: without them the record could be changed. */
const broken = `
  select 'trigger ' || name || case when t.oid is null then ' is missing' else ' is disabled' end as fault
    from (values ('ledger_events', 'ledger_events_append_only'), ('ledger_events', 'ledger_events_second_person'),
                 ('ledger_heads', 'ledger_heads_stay'), ('ledger_heads', 'ledger_heads_forward'),
                 ('ledger_heads', 'ledger_heads_seal')) guard (tab, name)
    left join pg_trigger t on t.tgrelid = to_regclass('paizhao.' || tab) and t.tgname = name
   where t.oid is null or t.tgenabled not in ('O', 'A')
   union all
  select relname || ' is owned by ' || pg_get_userbyid(relowner) from pg_class
   where relnamespace = 'paizhao'::regnamespace and relname in ('ledger_events', 'ledger_heads')
     and pg_get_userbyid(relowner) <> 'paizhao_ledger'
   union all
  select 'role paizhao_ledger may log in' from pg_roles where rolname = 'paizhao_ledger' and rolcanlogin`;

export const ledgerGuards: Check = {
  name: 'ledger-guards',
  needs: ['database'],
  async look({ config, database }) {
    const where = databasePlace(config);
    const faults = (await database<{ fault: string }>(broken)).map(({ fault }) => fault);
    if (faults.length === 0)
      return [ok(where, '记录链的触发器与属主均在', "The ledger's triggers and owner are in place")];
    return [
      error(
        where,
        {
          zh: `记录链的保护不完整，历史可能被改动：${some(faults)}`,
          en: `The ledger is not guarded, so that history could be changed: ${some(faults)}`,
        },
        {
          zh: '查明是谁关闭的；以管理员恢复触发器与属主（libs/persistence/migrations），再逐个导出并用 paizhao verify 验证',
          en: 'Find out who did it; put triggers and owner back as an administrator (libs/persistence/migrations), then export each license and run paizhao verify.',
        },
      ),
    ];
  },
};
