import type { ClaimedDelivery, DeliveredEvent } from '../../libs/persistence/index.js';

/**
 * What a receiver is told: which entry of which license, and its days. Nothing that people wrote and nothing about
 * persons; who wants to know more asks the API, which knows what he may see.
 */
export function webhookBody(event: DeliveredEvent | 'test', { endpointId, queuedAt }: ClaimedDelivery): string {
  if (event === 'test')
    return JSON.stringify({ type: 'paizhao.test', timestamp: queuedAt, data: { webhookId: endpointId } });
  const { licenseId, companyId, seq, type, validOn, recordedAt, simulated } = event;
  return JSON.stringify({
    type: wireType(type),
    timestamp: recordedAt,
    data: { licenseId, companyId, seq, event: type, validOn, recordedAt, simulated },
  });
}

/** `filing-submitted` → `license.filing_submitted`, as the specification recommends to write types. */
const wireType = (type: string): string => `license.${type.replaceAll('-', '_')}`;
