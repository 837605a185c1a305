import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { ChannelSteps } from '../../activities/channels/index.js';
import { type ChannelParts, channelSteps } from '../../apps/worker/channels/steps.js';
import { newWebhookSecret } from '../../libs/channels/index.js';
import {
  type Act,
  ChannelFaultRepository,
  Cipher,
  RobotMessageRepository,
  RobotRepository,
  type RobotToRegister,
  WebhookDeliveryEntity,
  WebhookDeliveryRepository,
  WebhookRepository,
  type WebhookToRegister,
} from '../../libs/persistence/index.js';
import { someone } from './advance-world.js';
import type { RobotReceiver, RobotService } from './robot-receiver.js';

/** The channels of a worker on a test's database. Nothing runs by itself: a test says when. */
export class ChannelWorld {
  readonly steps: ChannelSteps;
  readonly webhooks: WebhookRepository;
  readonly deliveries: WebhookDeliveryRepository;
  readonly robots: RobotRepository;
  readonly messages: RobotMessageRepository;
  readonly cipher: Cipher;

  constructor(
    readonly source: DataSource,
    parts: Partial<ChannelParts> & Pick<ChannelParts, 'allowedHosts'>,
  ) {
    const { manager } = source;
    this.cipher = parts.cipher ?? new Cipher(Buffer.alloc(32, 7));
    this.webhooks = new WebhookRepository(manager, this.cipher);
    this.deliveries = new WebhookDeliveryRepository(manager, this.cipher);
    this.robots = new RobotRepository(manager, this.cipher);
    this.messages = new RobotMessageRepository(manager, this.cipher);
    this.steps = channelSteps({
      dataSource: source,
      cipher: this.cipher,
      publicUrl: 'https://paizhao.example.com',
      wakeWindow: { fromMinute: 480, spreadMinutes: 50 },
      wallClock: Date.now,
      deadlineMs: 1_000,
      ...parts,
    });
  }

  /** Everything that is due now, until a round finds nothing to do; what waits behind a failed entry stays. */
  async settle(): Promise<void> {
    for (let done = 1; done > 0; ) {
      done = 0;
      const { feed, replays, endpoints, robots } = await this.steps.waiting();
      if (feed) done += await this.steps.spread();
      if (replays) done += (await this.steps.replay()) === null ? 0 : 1;
      for (const id of endpoints) done += await this.steps.deliverTo(id);
      for (const id of robots) done += await this.steps.tell(id);
    }
  }

  /** What the watch sees of the channels: kinds and ids. */
  async faults(): Promise<{ kind: string; subject: string }[]> {
    const sightings = await new ChannelFaultRepository(this.source.manager).at(new Date().toISOString());
    return sightings.flatMap(({ kind, found }) => found.map(({ subject }) => ({ kind, subject })));
  }

  /** Nothing is sent any more to what this test has registered. */
  async close(): Promise<void> {
    for (const { id } of await this.webhooks.list()) await this.disable(id);
    for (const { id } of await this.robots.list())
      await this.source.transaction((manager) =>
        this.messages.stop(manager, { id }, 'by-hand', () => anAct(), anAct()),
      );
  }

  disable(id: string): Promise<boolean> {
    return this.source.transaction((manager) =>
      new WebhookRepository(manager, this.cipher).disable(id, 'by-hand', anAct()),
    );
  }

  delivery(id: string) {
    return this.source.manager.findOneByOrFail(WebhookDeliveryEntity, { id });
  }

  /** As if the time until the next attempt had passed. */
  async letTimePass(): Promise<void> {
    for (const table of ['webhook_deliveries', 'robot_messages'])
      await this.source.query(
        `update paizhao.${table} set next_attempt_at = stored_at, claimed_until = null where settled_at is null`,
      );
    await this.source.query('update paizhao.chat_robots set next_at = stored_at');
  }

  /** Asks for everything that was ever stored. */
  async replay(endpointId: string): Promise<void> {
    const to = new Date(Date.now() + 60_000).toISOString();
    await this.deliveries.askReplay(randomUUID(), endpointId, '2020-01-01T00:00:00.000Z', to);
  }

  async register(url: string, over: Partial<WebhookToRegister> = {}): Promise<{ id: string; secret: string }> {
    const id = randomUUID();
    const secret = newWebhookSecret();
    const filter = { eventTypes: null, licenseIds: null, companyIds: null };
    const endpoint = { id, name: `hook-${id.slice(0, 8)}`, url, secret, ...filter, ...over };
    await this.source.transaction((manager) => new WebhookRepository(manager, this.cipher).register(endpoint, anAct()));
    return { id, secret };
  }

  async robot(receiver: RobotReceiver, kind: RobotService, over: Partial<RobotToRegister> = {}): Promise<string> {
    const id = randomUUID();
    const robot: RobotToRegister = {
      id,
      kind,
      name: `robot-${id.slice(0, 8)}`,
      language: 'zh',
      url: receiver.urlOf(kind),
      secret: receiver.secrets[kind],
      licenseIds: null,
      companyIds: null,
      authorities: null,
      urgentOnly: false,
      ...over,
    };
    await this.source.transaction((manager) => new RobotRepository(manager, this.cipher).register(robot, anAct()));
    return id;
  }
}

export const anAct = (): Act => ({
  actor: someone,
  commandId: randomUUID(),
  now: '2026-11-20T02:00:00.000Z',
  validOn: '2026-11-20',
});
