import type { EntityManager } from 'typeorm';
import { readStream } from '../ledger/append.js';
import { openBody } from '../ledger/envelope.js';
import { licenseStream } from '../ledger/streams.js';
import { ChatRobotEntity, RobotMessageEntity, WebhookDeliveryEntity, WebhookEndpointEntity } from './entities/index.js';
import { rowsOf } from './rows.js';

/** An entry of a license's stream, with what channels choose by. */
export interface FedEvent {
  licenseId: string;
  companyId: string;
  authority: string;
  simulated: boolean;
  seq: number;
  type: string;
  recordedAt: string;
  /** Put on record by an import that told nobody. */
  imported: boolean;
  data: unknown;
}

export interface Channels {
  endpoints: WebhookEndpointEntity[];
  robots: ChatRobotEntity[];
}

export type NewDelivery = Pick<WebhookDeliveryEntity, 'id' | 'endpointId' | 'stream' | 'seq' | 'licenseId' | 'type'>;

export type NewRobotMessage = Pick<
  RobotMessageEntity,
  'key' | 'robotId' | 'purpose' | 'licenseId' | 'seq' | 'obligationId' | 'rung' | 'notice' | 'dueAt' | 'simulated'
>;

/** What follows from one entry. */
export interface Spread {
  deliveries: NewDelivery[];
  messages: NewRobotMessage[];
}

/** What waits at this moment: work for one turn of the loop. */
export interface ChannelWork {
  feed: boolean;
  replays: boolean;
  endpoints: string[];
  robots: string[];
}

/** Whether an import that tells nobody put an entry on record. @param row alias of ledger_events */
export const isImported = (row: string): string => `
  exists (select from paizhao.commands c
           where c.id = case when ${row}.command_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                             then ${row}.command_id::uuid end
             and c.body->>'type' = 'register-permit' and c.body->'data'->>'notify' = 'false')`;

/** Entries of one license that are looked at in one turn. */
const entriesAtOnce = 500;

/** Which licenses have entries that no channel has looked at; the database notes them as they are appended. */
export class ChannelFeedRepository {
  constructor(private readonly manager: EntityManager) {}

  /** One question, cheap where nothing waits: every worker asks it all the time. */
  async waiting(): Promise<ChannelWork> {
    const rows = (await this.manager.query(`
      select exists (select from paizhao.channel_feed) as feed,
             exists (select from paizhao.webhook_replays where done_at is null) as replays,
             array(select e.id from paizhao.webhook_endpoints e where e.state = 'enabled' and exists (
               select from paizhao.webhook_deliveries d where d.endpoint_id = e.id and d.settled_at is null
                  and d.next_attempt_at <= clock_timestamp())) as endpoints,
             array(select r.id from paizhao.chat_robots r where r.state = 'enabled'
                and r.next_at <= clock_timestamp() and exists (
               select from paizhao.robot_messages m where m.robot_id = r.id and m.settled_at is null
                  and m.next_attempt_at <= clock_timestamp())) as robots`)) as ChannelWork[];
    return rows[0] ?? { feed: false, replays: false, endpoints: [], robots: [] };
  }

  /**
   * Looks at the next licenses: what `plan` makes of their entries is queued in the transaction that takes them off the
   * list. Whoever dies in between leaves the list as it was; of two at once, each gets other licenses. @returns how many
   */
  spread(plan: (event: FedEvent, channels: Channels) => Spread, limit = 10): Promise<number> {
    return this.manager.transaction(async (manager) => {
      const licenses = await takeLicenses(manager, limit);
      if (licenses.length === 0) return 0;
      const channels = {
        endpoints: await manager.findBy(WebhookEndpointEntity, { state: 'enabled' }),
        robots: await manager.findBy(ChatRobotEntity, { state: 'enabled' }),
      };
      for (const license of licenses) {
        const imported = await importedOf(manager, license, channels);
        for await (const event of entriesOf(manager, license, imported)) await queue(manager, plan(event, channels));
        await moveOn(manager, license);
      }
      return licenses.length;
    });
  }
}

interface FedLicense {
  licenseId: string;
  after: number;
  upto: number;
  companyId: string | null;
  authority: string;
  simulated: boolean;
}

async function takeLicenses(manager: EntityManager, limit: number): Promise<FedLicense[]> {
  return manager.query(
    `select f.license_id as "licenseId", f.after_seq::integer as after,
            least(f.upto_seq, f.after_seq + $2)::integer as upto, v.company_id as "companyId", v.authority, v.simulated
       from paizhao.channel_feed f left join paizhao.license_view v on v.license_id = f.license_id
      order by f.license_id limit $1 for update of f skip locked`,
    [limit, entriesAtOnce],
  );
}

async function* entriesOf(
  manager: EntityManager,
  license: FedLicense,
  imported: ReadonlySet<number>,
): AsyncGenerator<FedEvent> {
  const { licenseId, companyId, authority, simulated, after, upto } = license;
  if (companyId === null) return; // no license, so nothing that anybody chose
  for (const { seq, body } of await readStream(manager, licenseStream(licenseId), after, upto - after)) {
    const { type, recordedAt, data } = openBody(body);
    yield { licenseId, companyId, authority, simulated, seq, type, recordedAt, imported: imported.has(seq), data };
  }
}

/** Entries of the license that an import brought; asked only where an endpoint goes by it. */
async function importedOf(
  manager: EntityManager,
  { licenseId, after, upto }: FedLicense,
  { endpoints }: Channels,
): Promise<ReadonlySet<number>> {
  if (endpoints.every(({ imported }) => imported)) return new Set();
  const rows = (await manager.query(
    `select e.seq::integer as seq from paizhao.ledger_events e
      where e.stream = $1 and e.seq > $2 and e.seq <= $3 and ${isImported('e')}`,
    [licenseStream(licenseId), after, upto],
  )) as { seq: number }[];
  return new Set(rows.map(({ seq }) => seq));
}

/** Queued once: what is there already stays as it is. */
async function queue(manager: EntityManager, { deliveries, messages }: Spread): Promise<void> {
  if (deliveries.length > 0)
    await manager.createQueryBuilder().insert().into(WebhookDeliveryEntity).values(deliveries).orIgnore().execute();
  if (messages.length > 0)
    await manager.createQueryBuilder().insert().into(RobotMessageEntity).values(messages).orIgnore().execute();
}

async function moveOn(manager: EntityManager, { licenseId, upto }: FedLicense): Promise<void> {
  const left = rowsOf(
    await manager.query(
      'update paizhao.channel_feed set after_seq = $2 where license_id = $1 and upto_seq > $2 returning license_id',
      [licenseId, upto],
    ),
  );
  if (left.length === 0) await manager.query('delete from paizhao.channel_feed where license_id = $1', [licenseId]);
}
