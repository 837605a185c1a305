import { shanghaiDay } from '../../libs/calendar/index.js';
import type {
  Act,
  ChannelFeedRepository,
  ChannelWork,
  WebhookDeliveryRepository,
} from '../../libs/persistence/index.js';
import { planFor, webhookIdOf } from './plan.js';
import { type RobotDeps, tellRobot } from './robots.js';
import { deliverWebhooks, type WebhookDeps } from './webhooks.js';

type Timeless<T> = Omit<T, 'actOf' | 'deliveries'>;

export interface ChannelDeps extends Timeless<WebhookDeps>, Timeless<RobotDeps> {
  feed: Pick<ChannelFeedRepository, 'waiting' | 'spread'>;
  deliveries: Pick<WebhookDeliveryRepository, 'claim' | 'settle' | 'replay'>;
  /** Milliseconds since 1970. */
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
  tell(robotId: string): Promise<number>;
}

export function createChannelSteps(deps: ChannelDeps): ChannelSteps {
  /** Never before `notBefore`: a license whose time was skipped is ahead of the wall. */
  const actAt = (id: string, notBefore = ''): Act => {
    const wall = new Date(deps.wallClock()).toISOString();
    const now = wall > notBefore ? wall : notBefore;
    return { actor: { kind: 'system', id: 'send' }, commandId: `send:${id}`, now, validOn: shanghaiDay(now) };
  };
  return {
    waiting: () => deps.feed.waiting(),
    spread: () => deps.feed.spread(planFor),
    replay: () => deps.deliveries.replay(webhookIdOf),
    deliverTo: (endpointId) => deliverWebhooks({ ...deps, actOf: (id) => actAt(id) }, endpointId),
    tell: (robotId) =>
      tellRobot({ ...deps, actOf: ({ dueAt, seq, key }) => actAt(String(seq ?? key), dueAt) }, robotId),
  };
}
