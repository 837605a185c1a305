import { AdvanceWorld, somePeople } from '../support/advance-world.js';
import { ChannelWorld } from '../support/channel-world.js';
import { HookReceiver } from '../support/hook-receiver.js';

jest.setTimeout(60_000);

let world: AdvanceWorld;
let receiver: HookReceiver;
let channels: ChannelWorld;

beforeAll(async () => {
  world = await AdvanceWorld.create();
});

beforeEach(async () => {
  receiver = await HookReceiver.start();
  channels = new ChannelWorld(world.source, { allowedHosts: [receiver.host] });
});

afterEach(async () => {
  await world.source
    .query(
      'truncate paizhao.webhook_endpoints, paizhao.webhook_deliveries, paizhao.webhook_replays, paizhao.channel_feed, paizhao.channel_alarms',
    )
    .catch(() => undefined);
  await receiver.stop();
});

afterAll(() => world.close());

describe('a webhook', () => {
  it('hears of every entry of a license in order, signed, in ids and days only', async () => {
    const { secret } = await channels.register(receiver.url);
    const licenseId = await world.opened();
    await world.run(licenseId, 'assign-people', { people: somePeople() });
    await channels.settle();
    const { received } = receiver;
    const events = await world.events(licenseId);
    expect(received.map(({ body }) => body.data.seq)).toEqual(events.map(({ seq }) => seq));
    expect(received.map(({ body }) => body.data.event)).toEqual(events.map(({ type }) => type));
    for (const message of received) expect(HookReceiver.verifies(secret, message)).toBe(true);
    expect(new Set(received.map(({ id }) => id)).size).toBe(events.length);
    expect(received[0]?.body).toEqual({
      type: 'license.license_opened',
      timestamp: expect.stringMatching(/^2026-11-20T02:00/),
      data: {
        licenseId,
        companyId: expect.any(String),
        seq: 1,
        event: 'license-opened',
        validOn: '2026-11-20',
        recordedAt: expect.any(String),
        simulated: false,
      },
    });
  });
});
