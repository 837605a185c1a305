import { bearOlderKey, erasureListsOf, secondStoreOf, signingKeysOf } from '../../../../libs/sealing/index.js';
import { type Check, error, type Finding, ok, warning } from '../check.js';
import { bucketPlace, databasePlace } from '../where.js';

interface Newest {
  number: number;
  sealedAt: string;
}

const newestSql = `
  select number::float8 as number, paizhao.instant(sealed_at) as "sealedAt"
    from paizhao.checkpoints order by number desc limit 1`;

/** api and worker list within seconds what was erased. */
const unlistedSql = `
  select count(*)::float8 as count from paizhao.erasures
   where list_number is null and noted_at < clock_timestamp() - interval '5 minutes'`;

/** Whether the ledger is sealed, and whether database and second store know the same newest checkpoint. */
export const sealing: Check = {
  name: 'sealing',
  needs: ['database'],
  async look({ config, database }) {
    const { key, directory, bucket } = config.checkpoints;
    const [waiting] = await database<{ count: number }>(unlistedSql);
    const unlisted = waiting && waiting.count > 0 ? [onNoList(waiting.count, databasePlace(config))] : [];
    if (key === null) return [unsealed, ...unlisted];
    const [newest] = await database<Newest>(newestSql);
    const where = bucket ? bucketPlace(bucket) : (directory ?? databasePlace(config));
    const store = secondStoreOf(config.checkpoints);
    const findings = [newestFinding(newest, databasePlace(config)), ...unlisted];
    if (!store) return [...findings, nowhere];
    const [lists, keys] = [erasureListsOf(config.checkpoints), signingKeysOf(config.checkpoints)];
    if (lists && keys && (await bearOlderKey(lists, keys[0]))) findings.push(olderKey(where));
    const beyond = await store.read((newest?.number ?? 0) + 1);
    const own = newest ? await store.read(newest.number) : null;
    if (beyond) return [...findings, behind(newest?.number ?? 0, where)];
    if (newest && !own) return [...findings, notYet(newest.number, where)];
    return [...findings, ok(where, '第二存储与数据库一致', 'The second store and the database know the same')];
  },
};

const unsealed = warning(
  'PAIZHAO_CHECKPOINT_KEY',
  {
    zh: '未配置签名密钥：记录链不封存，最新记录被删除将无从查出',
    en: 'No key to sign with is configured: nothing is sealed, so that nobody would see the newest entries cut',
  },
  {
    zh: '生成密钥（openssl rand -base64 32），设置 PAIZHAO_CHECKPOINT_KEY 与第二存储（docs/ledger-format.md）',
    en: 'Make one (openssl rand -base64 32); set PAIZHAO_CHECKPOINT_KEY and a second store (docs/ledger-format.md).',
  },
);

const onNoList = (count: number, where: string): Finding =>
  warning(
    where,
    {
      zh: `${count} 项删除尚未列入数据库之外的清单：恢复较早的备份后不会自动再次删除`,
      en: `${count} erasures stand on no list outside the database: a restored one would not repeat them`,
    },
    {
      zh: '设置 PAIZHAO_CHECKPOINT_KEY 与第二存储，并检查 api 或 worker 的日志（docs/privacy.md）',
      en: 'Set PAIZHAO_CHECKPOINT_KEY and a second store; see the log of api or worker (docs/privacy.md).',
    },
  );

const olderKey = (where: string): Finding =>
  warning(
    where,
    {
      zh: '删除清单还是由以前的密钥签署的：没有该密钥，恢复的数据库不能按清单再次删除',
      en: 'Lists of erasures are signed by an older key still: without it a restored database does not carry them out',
    },
    {
      zh: 'api 或 worker 会用新密钥重新签署；在此之前保留 PAIZHAO_OTHER_CHECKPOINT_KEYS（docs/ledger-format.md）',
      en: 'api or worker sign them anew; leave PAIZHAO_OTHER_CHECKPOINT_KEYS as it is until then (docs/ledger-format.md).',
    },
  );

const nowhere = warning(
  'CHECKPOINTS_DIR',
  {
    zh: '没有第二存储：检查点只在数据库中，数据库整体回退时无从查出',
    en: 'There is no second store: the checkpoints stand in the database alone, which could be rolled back with them',
  },
  {
    zh: '设置 CHECKPOINTS_DIR 或 CHECKPOINTS_S3_URL',
    en: 'Set CHECKPOINTS_DIR or CHECKPOINTS_S3_URL.',
  },
);

function newestFinding(newest: Newest | undefined, where: string): Finding {
  if (!newest) return ok(where, '尚无检查点', 'There is no checkpoint yet');
  const { number, sealedAt } = newest;
  return ok(
    where,
    `最新检查点：第 ${number} 号，${sealedAt}`,
    `The newest checkpoint is number ${number}, of ${sealedAt}`,
  );
}

const behind = (number: number, where: string): Finding =>
  error(
    where,
    {
      zh: `第二存储有第 ${number + 1} 号检查点，数据库只到第 ${number} 号：数据库被回退`,
      en: `The second store has checkpoint ${number + 1}, the database ends at ${number}: it was rolled back`,
    },
    {
      zh: '运行 paizhao checkpoints verify，见 docs/runbook.md 的 checkpoint-refused',
      en: 'Run paizhao checkpoints verify; see checkpoint-refused in docs/runbook.md.',
    },
  );

const notYet = (number: number, where: string): Finding =>
  warning(
    where,
    { zh: `第二存储还没有第 ${number} 号检查点`, en: `The second store does not have checkpoint ${number} yet` },
    {
      zh: '检查存储是否可写；api 或 worker 会自动补上',
      en: 'Can it be written to? api or worker bring it there by themselves.',
    },
  );
