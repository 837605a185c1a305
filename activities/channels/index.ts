import { shanghaiDay } from '../../libs/calendar/index.js';
import type { Outbound } from '../../libs/channels/index.js';
import type {
  Act,
  ChannelFeedRepository,
  ChannelWork,
  WebhookDeliveryRepository,
  WebhookRepository,
} from '../../libs/persistence/index.js';
import { planFor, webhookIdOf } from './plan.js';
import { deliverWebhooks, type WebhookDeps } from './webhooks.js';

export interface ChannelDeps {
  feed: Pick<ChannelFeedRepository, 'waiting' | 'spread'>;
  webhooks: Pick<WebhookRepository, 'find' | 'secrets'>;
  deliveries: Pick<WebhookDeliveryRepository, 'claim' | 'settle' | 'replay'>;
  outbound: Outbound;
  sign: WebhookDeps['sign'];
  version: string;
  wallClock: () => number;
}

/**
 * What the channels have to do, in steps of which each is safe to run twice and by several workers at once. The steps
 * are driven by a loop and not by a license's workflow: docs/adr/0005 says why.
 */
export interface ChannelSteps {
  waiting(): Promise<ChannelWork>;
  /** Queues what new entries of the ledger mean for the channels. */
  spread(): Promise<number>;
  /** Queues what a replay asks for; null where none is open. */
  replay(): Promise<number | null>;
  /** Each makes one round of attempts and says how many there were. */
  deliverTo(endpointId: string): Promise<number>;
}

export function createChannelSteps(deps: ChannelDeps): ChannelSteps {
  const actOf = (id: string): Act => {
    const now = new Date(deps.wallClock()).toISOString();
    return { actor: { kind: 'system', id: 'send' }, commandId: `send:${id}`, now, validOn: shanghaiDay(now) };
  };
  return {
    waiting: () => deps.feed.waiting(),
    spread: () => deps.feed.spread(planFor),
    replay: () => deps.deliveries.replay(webhookIdOf),
    deliverTo: (endpointId) => deliverWebhooks({ ...deps, actOf }, endpointId),
  };
}
