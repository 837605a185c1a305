import type { NoticeDue } from '../../libs/domain/index.js';
import type { Channels, FedEvent } from '../../libs/persistence/index.js';
import { planFor } from './plan.js';

const everything = { authorities: null, licenseIds: null, companyIds: null };
const channels = {
  endpoints: [{ ...everything, id: 'endpoint', eventTypes: null }],
  robots: [{ ...everything, id: 'robot', kind: 'wecom' }],
} as unknown as Channels;

const entry = (type: string, data: Partial<NoticeDue>): FedEvent => ({
  licenseId: 'license',
  companyId: 'company',
  authority: 'sh',
  simulated: false,
  seq: 3,
  type,
  recordedAt: '2026-11-20T02:00:00.000Z',
  data,
});

describe('an entry of the ledger', () => {
  it.each([
    ['a notice', entry('notice-due', { obligationId: 'renewal:2', rung: 'S-90' }), 1],
    ['a notice that an import withheld', entry('notice-due', { rung: 'S-90', withheld: true }), 0],
    ['anything else', entry('service-opened', {}), 0],
  ])('%s is told to groups where people are told of it, and to programs always', (_, event, told) => {
    const { deliveries, messages } = planFor(event, channels);
    expect([deliveries.length, messages.length]).toEqual([1, told]);
  });
});
