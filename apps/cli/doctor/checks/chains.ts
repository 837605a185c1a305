import { type Check, error, type Finding, ok } from '../check.js';
import { databasePlace, some } from '../where.js';

const brokenHeads = `
  select h.stream from paizhao.ledger_heads h
    left join paizhao.ledger_events e on e.stream = h.stream and e.seq = h.seq
   where e.hash is distinct from h.hash
      or exists (select from paizhao.ledger_events n where n.stream = h.stream and n.seq = h.seq + 1)
   order by 1 limit 100`;

const behind = `
  select substr(h.stream, 9) as license from paizhao.ledger_heads h
    left join paizhao.snapshots s on 'license/' || s.license_id::text = h.stream
    left join paizhao.license_view v on v.license_id = s.license_id
   where h.stream like 'license/%' and (s.seq is distinct from h.seq or v.seq is distinct from h.seq)
   order by 1 limit 100`;

/** The heads belong to their chains, and what is derived stands at the heads. Whole chains are `verify`'s. */
export const chains: Check = {
  name: 'chains',
  needs: ['database'],
  async look({ config, database }) {
    const where = databasePlace(config);
    const heads = (await database<{ stream: string }>(brokenHeads)).map(({ stream }) => stream);
    const stale = (await database<{ license: string }>(behind)).map(({ license }) => license);
    const findings: Finding[] = [];
    if (heads.length > 0) {
      findings.push(
        error(
          where,
          {
            zh: `链头与最后一条记录不符：${some(heads)}`,
            en: `The head is not the newest entry of its chain: ${some(heads)}`,
          },
          {
            zh: '停止写入，从备份核对；用 paizhao verify 验证导出',
            en: 'Stop writing and compare with a backup; verify exports with paizhao verify.',
          },
        ),
      );
    }
    if (stale.length > 0) {
      findings.push(
        error(
          where,
          {
            zh: `快照或视图不在链头：${some(stale)}`,
            en: `Snapshot or view does not stand at the ledger's head: ${some(stale)}`,
          },
          { zh: '运行 paizhao heal --do 由记录链重建', en: 'Run paizhao heal --do, which rebuilds from the ledger.' },
        ),
      );
    }
    return findings.length > 0 ? findings : [ok(where, '链头、快照与视图一致', 'Heads, snapshots and views agree')];
  },
};
