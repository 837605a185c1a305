import type { Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { Config } from '../../../libs/config/index.js';
import {
  connectTemporal,
  createClient,
  pollers,
  type TemporalTarget,
  TemporalUnreachable,
} from '../../../libs/gateway/index.js';
import { createDataSource } from '../../../libs/persistence/index.js';
import type { Bilingual } from '../command.js';
import { error, type Finding, ok, type TemporalSide } from './check.js';
import { databasePlace, temporalPlace } from './where.js';

/** One part of the installation: what it gives the checks, or why it could not be reached. */
export type Opened<T> = { finding: Finding; part: T | null };

const connectPatienceMs = 3_000;

export async function openDatabase(config: Config): Promise<Opened<DataSource>> {
  const where = databasePlace(config);
  try {
    const source = createDataSource({
      url: config.database.url.reveal(),
      poolSize: 4,
      applicationName: 'paizhao-doctor',
    });
    return { finding: ok(where, '数据库可连接', 'The database answers'), part: await source.initialize() };
  } catch (failure) {
    const code = String((failure as { code?: unknown }).code ?? '');
    const [what, remedy] = databaseFaults[code] ?? unreachable(code);
    return { finding: error(where, what, remedy), part: null };
  }
}

const wrongPassword: [Bilingual, Bilingual] = [
  { zh: '数据库拒绝登录：用户或密码不对', en: 'The database refuses the log-in: user or password are wrong' },
  {
    zh: '核对 DATABASE_URL；以管理员运行 migrate 会重设 paizhao_app 的密码',
    en: 'Look at DATABASE_URL; migrate, run as the administrator, sets the password of paizhao_app again.',
  },
];

const databaseFaults: Record<string, [Bilingual, Bilingual]> = {
  '28P01': wrongPassword,
  '28000': wrongPassword,
  '3D000': [
    { zh: '没有这个数据库', en: 'There is no such database' },
    {
      zh: '核对 DATABASE_URL 末尾的库名，或先创建并运行 migrate',
      en: 'Look at the name that ends DATABASE_URL, or create it and run migrate.',
    },
  ],
  '53300': [
    { zh: '数据库连接数已满', en: 'The database takes no further connections' },
    { zh: '减小 DATABASE_POOL_SIZE 或增大 max_connections', en: 'Lower DATABASE_POOL_SIZE or raise max_connections.' },
  ],
};

const unreachable = (code: string): [Bilingual, Bilingual] => [
  { zh: `数据库没有应答${code ? `（${code}）` : ''}`, en: `The database does not answer${code ? ` (${code})` : ''}` },
  {
    zh: '检查 PostgreSQL 是否在运行、DATABASE_URL 的主机与端口、防火墙',
    en: 'Is PostgreSQL running, are host and port of DATABASE_URL right, is a firewall between?',
  },
];

export async function openTemporal(config: Config, target: TemporalTarget): Promise<Opened<Connection>> {
  const where = temporalPlace(config);
  try {
    const connection = await connectTemporal(target, { waitMs: connectPatienceMs });
    return { finding: ok(where, 'Temporal 可连接', 'Temporal answers, and knows the namespace'), part: connection };
  } catch (failure) {
    if (!(failure instanceof TemporalUnreachable)) throw failure;
    const noNamespace = /namespace/i.test(String((failure.cause as Error | undefined)?.message ?? ''));
    const finding = noNamespace
      ? error(
          where,
          { zh: 'Temporal 中没有这个命名空间', en: 'Temporal has no such namespace' },
          {
            zh: '创建它（deploy/temporal/namespace.sh），或核对 TEMPORAL_NAMESPACE',
            en: 'Create it (deploy/temporal/namespace.sh), or look at TEMPORAL_NAMESPACE.',
          },
        )
      : error(
          where,
          { zh: 'Temporal 没有应答', en: 'Temporal does not answer' },
          {
            zh: '检查 Temporal 是否在运行、TEMPORAL_ADDRESS、证书或 API 密钥、防火墙',
            en: 'Is it running, are TEMPORAL_ADDRESS and certificate or API key right, is a firewall between?',
          },
        );
    return { finding, part: null };
  }
}

export function temporalSide(connection: Connection, namespace: string): TemporalSide {
  return {
    async schedules() {
      const found: { id: string; paused: boolean }[] = [];
      const client = createClient({ connection, namespace, encryptWith: null });
      for await (const { scheduleId, state } of client.schedule.list())
        found.push({ id: scheduleId, paused: state.paused });
      return found;
    },
    async searchAttributes() {
      const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
      return Object.keys(customAttributes);
    },
    async takesUpdates() {
      const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace });
      return namespaceInfo?.capabilities?.syncUpdate === true;
    },
    pollers: () => pollers(connection, namespace),
  };
}
