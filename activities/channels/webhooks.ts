import type { Outbound, OutboundAnswer } from '../../libs/channels/index.js';
import type {
  Act,
  ClaimedDelivery,
  WebhookAttempt,
  WebhookDeliveryRepository,
  WebhookRepository,
} from '../../libs/persistence/index.js';
import { webhookBody } from './webhook-message.js';

export interface WebhookDeps {
  webhooks: Pick<WebhookRepository, 'find' | 'secrets'>;
  deliveries: Pick<WebhookDeliveryRepository, 'claim' | 'settle'>;
  outbound: Outbound;
  sign: (message: { id: string; seconds: number; body: string }, secrets: readonly string[]) => Record<string, string>;
  version: string;
  /** Milliseconds since 1970. */
  wallClock: () => number;
  actOf: (id: string) => Act;
}

/** Seconds between attempts: the schedule that the specification gives, over three days. */
const delays = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
const day = 86_400;
const atOnce = 4;

/** Makes one attempt at what is due for an endpoint. @returns how many attempts were made */
export async function deliverWebhooks(deps: WebhookDeps, endpointId: string): Promise<number> {
  const claimed = await deps.deliveries.claim(endpointId, atOnce);
  if (claimed.length === 0) return 0;
  const { url } = await deps.webhooks.find(endpointId);
  const secrets = await deps.webhooks.secrets(endpointId);
  await Promise.all(
    claimed.map(async (delivery) => {
      const attempt = await attemptAt(deps, { url, secrets }, delivery);
      await deps.deliveries.settle(delivery, attempt, deps.actOf(delivery.id));
    }),
  );
  return claimed.length;
}

async function attemptAt(
  { outbound, sign, version, wallClock }: WebhookDeps,
  { url, secrets }: { url: string; secrets: readonly string[] },
  delivery: ClaimedDelivery,
): Promise<WebhookAttempt> {
  if (delivery.event === null) return { outcome: 'failed', answer: 'not on record' };
  const body = webhookBody(delivery.event, delivery);
  const seconds = Math.floor(wallClock() / 1000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': `Paizhao/${version}`,
    ...sign({ id: delivery.id, seconds, body }, secrets),
  };
  return attemptOf(await outbound.post({ url, headers, body }), delivery);
}

/** Only 2xx is success; a redirect is none. */
function attemptOf(answer: OutboundAnswer, delivery: ClaimedDelivery): WebhookAttempt {
  switch (answer.kind) {
    case 'answered': {
      const said = `HTTP ${answer.status}`;
      if (answer.status >= 200 && answer.status < 300) return { outcome: 'sent', answer: said };
      if (answer.status === 410) return { outcome: 'gone', answer: said };
      return later(delivery, said, waitAsked(answer.retryAfter));
    }
    case 'refused':
      return later(delivery, `not allowed: ${answer.fault}`);
    case 'lost':
      return later(delivery, answer.why);
    default:
      return answer satisfies never;
  }
}

function later({ attempts, id }: ClaimedDelivery, answer: string, asked = 0): WebhookAttempt {
  const delay = delays[attempts - 1];
  if (delay === undefined) return { outcome: 'failed', answer };
  return { outcome: 'deferred', answer, afterSeconds: Math.max(delay + Math.floor(delay * jitter(id)), asked) };
}

/** `Retry-After` in seconds, a day at most; its form as a date is not heeded. */
function waitAsked(retryAfter: string | null): number {
  return retryAfter !== null && /^\d{1,9}$/.test(retryAfter) ? Math.min(Number(retryAfter), day) : 0;
}

/** Up to a tenth, its own for each message: what failed together is not tried again together. */
const jitter = (id: string): number => Number.parseInt(id.slice(0, 8), 16) / 0xffffffff / 10;
