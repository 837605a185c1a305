import type { EntityManager } from 'typeorm';
import type { Found, Sighting } from './alarms.repository.js';

const kinds = ['webhook-gone', 'webhook-failing', 'robot-refused', 'robot-message-unsent'] as const;

/** A robot's message that could not be told is pointed out for a day; mails go on beside it. */
const faultsSql = `
  select 'webhook-' || disabled_why as kind, id::text as subject, jsonb_build_object('name', name) as details
    from paizhao.webhook_endpoints where state = 'disabled' and disabled_why in ('gone', 'failing')
  union all
  select 'robot-refused', id::text, jsonb_build_object('name', name)
    from paizhao.chat_robots where state = 'disabled' and disabled_why = 'refused'
  union all
  select 'robot-message-unsent', r.id::text, jsonb_build_object('name', r.name, 'messages', count(*))
    from paizhao.chat_robots r join paizhao.robot_messages m on m.robot_id = r.id
   where r.state = 'enabled' and m.purpose = 'notice' and m.state = 'failed'
     and m.changed_at > $1::timestamptz - interval '24 hours'
   group by r.id
   order by kind, subject`;

/** Webhooks and chat robots that people must look at; why in detail stands with their deliveries and messages. */
export class ChannelFaultRepository {
  constructor(private readonly manager: EntityManager) {}

  /** `now`: UTC instant. */
  async at(now: string): Promise<Sighting[]> {
    const rows = (await this.manager.query(faultsSql, [now])) as ({ kind: string } & Found)[];
    return kinds.map((kind) => ({
      kind,
      found: rows.filter((row) => row.kind === kind).map(({ subject, details }) => ({ subject, details })),
      complete: true,
    }));
  }
}
