import type { NoticeDue } from '../../libs/domain/index.js';
import type { Channels, FedEvent } from '../../libs/persistence/index.js';
import { planFor } from './plan.js';

const everything = { authorities: null, licenseIds: null, companyIds: null };
const channels = {
  endpoints: [{ ...everything, id: 'endpoint', eventTypes: null, imported: true }],
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
  imported: false,
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

  it.each([
    [true, true, 1],
    [true, false, 1],
    [false, true, 0],
    [false, false, 1],
  ])('goes to a program that wants imports (%s) where an import brought it (%s): %s', (imported, brought, told) => {
    const [endpoint] = channels.endpoints;
    const asked = { ...channels, endpoints: [{ ...endpoint, imported }] } as Channels;
    const event = { ...entry('permit-registered', {}), imported: brought };
    expect(planFor(event, asked).deliveries).toHaveLength(told);
  });
});
