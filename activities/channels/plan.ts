import type { NoticeDue } from '../../libs/domain/index.js';
import { licenseStream, paizhaoNamespace, uuid5 } from '../../libs/ledger/index.js';
import type { Channels, FedEvent, NewDelivery, NewRobotMessage, Spread } from '../../libs/persistence/index.js';

type Endpoint = Channels['endpoints'][number];
type Robot = Channels['robots'][number];

/** `webhook-id`: an entry of the ledger is one message to an endpoint, however often it is sent. */
export function webhookIdOf(endpointId: string, stream: string, seq: number): string {
  return uuid5(paizhaoNamespace, 'webhook', endpointId, stream, String(seq));
}

/** Who hears of an entry. */
export function planFor(event: FedEvent, { endpoints, robots }: Channels): Spread {
  return {
    deliveries: endpoints.filter((endpoint) => wants(endpoint, event)).map(({ id }) => deliveryOf(id, event)),
    messages: isTold(event) ? robots.filter((robot) => isOf(robot, event)).map(messageOf(event)) : [],
  };
}

/** What an import withheld does not even wait for a group: each message has its turn, and whatever follows would wait. */
function isTold({ type, data }: FedEvent): boolean {
  return type === 'notice-due' && !(data as NoticeDue).withheld;
}

function wants(endpoint: Endpoint, event: FedEvent): boolean {
  return (endpoint.imported || !event.imported) && among(endpoint.eventTypes, event.type) && isOf(endpoint, event);
}

function isOf(channel: Endpoint | Robot, { licenseId, companyId, authority }: FedEvent): boolean {
  if ('authorities' in channel && !among(channel.authorities, authority)) return false;
  return among(channel.licenseIds, licenseId) && among(channel.companyIds, companyId);
}

const among = (chosen: readonly string[] | null, one: string): boolean => chosen === null || chosen.includes(one);

function deliveryOf(endpointId: string, { licenseId, seq, type }: FedEvent): NewDelivery {
  const stream = licenseStream(licenseId);
  return { id: webhookIdOf(endpointId, stream, seq), endpointId, stream, seq, licenseId, type };
}

/** A group is told once of a rung, however many people are. */
function messageOf({ licenseId, seq, recordedAt, simulated, data }: FedEvent): (robot: Robot) => NewRobotMessage {
  const notice = data as NoticeDue;
  const { obligationId, rung } = notice;
  return ({ id: robotId, kind }) => ({
    key: [licenseId, obligationId, rung, robotId, kind].join('/'),
    robotId,
    purpose: 'notice',
    licenseId,
    seq,
    obligationId,
    rung,
    notice,
    dueAt: recordedAt,
    simulated,
  });
}
