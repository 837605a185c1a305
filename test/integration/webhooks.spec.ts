import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { webhookIdOf } from '../../activities/channels/plan.js';
import { newWebhookSecret } from '../../libs/channels/index.js';
import { ChannelFeedRepository, WebhookRepository } from '../../libs/persistence/index.js';
import { AdvanceWorld, somePeople } from '../support/advance-world.js';
import { anOpening, aPermit } from '../support/builders.js';
import { anAct, ChannelWorld } from '../support/channel-world.js';
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
  await channels.close();
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

  it('that wants no imports hears of a permit from its next entry on, and a replay leaves them out too', async () => {
    const { id } = await channels.register(receiver.url, { imported: false });
    const opening = anOpening({ companyId: randomUUID(), people: somePeople() });
    const { serviceTypes: _, coverage: __, follows: ___, ...held } = opening;
    const registration = { ...held, permit: aPermit(), grantedOn: null, opened: [], reportsFiled: [], unknown: [] };
    const [imported, byHand] = [randomUUID(), randomUUID()];
    await world.run(imported, 'register-permit', { ...registration, notify: false });
    await world.run(byHand, 'register-permit', registration);
    await channels.settle();
    await world.run(imported, 'assign-people', { people: somePeople() });
    await channels.settle();
    const told = receiver.received.splice(0).map(({ body }) => body.data);
    const of = (licenseId: string) => told.filter((each) => each.licenseId === licenseId).map(({ event }) => event);
    expect(of(imported)).toEqual(['people-assigned']);
    expect(of(byHand)).toEqual((await world.events(byHand)).map(({ type }) => type));
    await channels.replay(id);
    await channels.settle();
    const again = receiver.received.map(({ body }) => body.data).filter(({ licenseId }) => licenseId === imported);
    expect(again.map(({ event }) => event)).toEqual(['people-assigned']);
  });

  it('is told only what it asked for', async () => {
    const [mine, other] = [await world.opened(), await world.opened()];
    const companyId = (await world.snapshot(other))?.state.companyId ?? '';
    const endpoints = await Promise.all([
      channels.register(receiver.url, { eventTypes: ['people-assigned'], licenseIds: [mine] }),
      channels.register(receiver.url, { companyIds: [companyId] }),
      channels.register(receiver.url, { eventTypes: ['permit-issued'] }),
    ]);
    for (const licenseId of [mine, other]) await world.run(licenseId, 'assign-people', { people: somePeople() });
    await channels.settle();
    const heard = (id: string) => channels.deliveries.list(id, null, null, 10);
    const told = await Promise.all(
      endpoints.map(async ({ id }) => (await heard(id)).map(({ licenseId }) => licenseId)),
    );
    expect(told).toEqual([[mine], [other], []]);
  });

  it('waits with later entries of a license until the earlier one is settled, and with no other license', async () => {
    await channels.register(receiver.url);
    const [first, second] = [await world.opened(), await world.opened()];
    await world.run(first, 'assign-people', { people: somePeople() });
    receiver.answers.push({ status: 500 }, { status: 500 });
    await channels.settle();
    expect(receiver.received).toHaveLength(2);
    await channels.letTimePass();
    await channels.settle();
    const of = (licenseId: string) =>
      receiver.received.filter(({ body }) => body.data.licenseId === licenseId).map(({ body }) => body.data.seq);
    expect(of(first)).toEqual([1, 1, 2]);
    expect(of(second)).toEqual([1, 1]);
    const repeated = receiver.received.filter(({ body }) => body.data.licenseId === second);
    expect(new Set(repeated.map(({ id, raw }) => `${id} ${raw}`)).size).toBe(1);
  });

  it.each([
    ['500', { status: 500 }, 'HTTP 500'],
    ['a redirect', { status: 302, headers: { location: 'http://169.254.169.254/' } }, 'HTTP 302'],
    ['404', { status: 404 }, 'HTTP 404'],
  ])('is tried ten times over three days after %s, then given up', async (_, answer, said) => {
    const { id } = await channels.register(receiver.url);
    await world.opened();
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      receiver.answers.push(answer);
      await channels.letTimePass();
      await channels.settle();
      const [row] = await channels.deliveries.list(id, null, null, 1);
      if (row && row.settledAt === null)
        waits.push((Date.parse(row.nextAttemptAt) - Date.parse(row.changedAt ?? '')) / 1000);
    }
    const [row] = await channels.deliveries.list(id, null, null, 1);
    expect(row).toMatchObject({ state: 'failed', attempts: 10, answer: said });
    const schedule = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
    expect(waits).toHaveLength(schedule.length);
    waits.forEach((wait, i) => {
      expect(wait / (schedule[i] ?? 0)).toBeGreaterThanOrEqual(1);
      expect(wait / (schedule[i] ?? 0)).toBeLessThan(1.11);
    });
  });

  it('is tried again, under the same id, where the answer never comes', async () => {
    const { id } = await channels.register(receiver.url);
    await world.opened();
    receiver.answers.push('never');
    await channels.settle();
    const [waiting] = await channels.deliveries.list(id, null, null, 1);
    expect(waiting).toMatchObject({ attempts: 1, settledAt: null, answer: 'TIMEOUT' });
    await channels.letTimePass();
    await channels.settle();
    expect((await channels.deliveries.list(id, null, null, 1))[0]).toMatchObject({ attempts: 2, state: 'sent' });
    expect(new Set(receiver.received.map(({ id: same, raw }) => `${same} ${raw}`)).size).toBe(1);
  });

  it('waits as long as the receiver asks', async () => {
    const { id } = await channels.register(receiver.url);
    await world.opened();
    receiver.answers.push({ status: 429, headers: { 'retry-after': '3600' } });
    await channels.settle();
    const [row] = await channels.deliveries.list(id, null, null, 1);
    expect(Date.parse(row?.nextAttemptAt ?? '') - Date.parse(row?.changedAt ?? '')).toBe(3_600_000);
  });

  it('is disabled by 410, and people are told', async () => {
    const { id } = await channels.register(receiver.url);
    const licenseId = await world.opened();
    await world.run(licenseId, 'assign-people', { people: somePeople() });
    receiver.answers.push({ status: 410 });
    await channels.settle();
    expect(await channels.webhooks.find(id)).toMatchObject({ state: 'disabled', disabledWhy: 'gone' });
    const states = (await channels.deliveries.list(id, null, null, 9)).map(({ state }) => state);
    expect(states.sort()).toEqual(['failed', 'suppressed']);
    expect(await channels.faults()).toContainEqual({ kind: 'webhook-gone', subject: id });
    expect(await channels.disable(id)).toBe(true);
    expect(await channels.disable(id)).toBe(false);
    expect(await channels.faults()).not.toContainEqual({ kind: 'webhook-gone', subject: id });
    await world.run(licenseId, 'assign-people', { people: somePeople() });
    await channels.settle();
    expect(receiver.received).toHaveLength(1);
  });

  it('is disabled after three days without success, and a success in between begins anew', async () => {
    const { id } = await channels.register(receiver.url);
    const fail = async () => {
      await world.opened();
      receiver.answers.push({ status: 503 });
      await channels.settle();
    };
    const daysAgo = (days: number) =>
      world.source.query(
        `update paizhao.webhook_endpoints set failing_since = failing_since - make_interval(days => $2) where id = $1`,
        [id, days],
      );
    await fail();
    await daysAgo(4);
    await world.opened();
    await channels.settle();
    expect(await channels.webhooks.find(id)).toMatchObject({ state: 'enabled', failingSince: null });
    await fail();
    await daysAgo(2);
    await fail();
    expect(await channels.webhooks.find(id)).toMatchObject({ state: 'enabled' });
    await daysAgo(2);
    await fail();
    expect(await channels.webhooks.find(id)).toMatchObject({ state: 'disabled', disabledWhy: 'failing' });
    expect(await channels.faults()).toContainEqual({ kind: 'webhook-failing', subject: id });
  });

  it('keeps nothing of what the receiver answers but its status', async () => {
    const { id } = await channels.register(receiver.url);
    await world.opened();
    receiver.answers.push({ status: 500 });
    await channels.settle();
    const rows = await world.source.query('select * from paizhao.webhook_deliveries where endpoint_id = $1', [id]);
    expect(JSON.stringify(rows)).not.toMatch(/谢谢|example\.com/);
  });

  it('does not call into the private network unless allowed by name', async () => {
    const strict = new ChannelWorld(world.source, { allowedHosts: [], cipher: channels.cipher });
    const { id } = await strict.register(`https://${receiver.host}/`);
    const inside = await strict.register('https://127.0.0.1/');
    await world.opened();
    await strict.settle();
    expect(receiver.received).toEqual([]);
    const answers = await Promise.all(
      [id, inside.id].map(async (each) => (await strict.deliveries.list(each, null, null, 1))[0]?.answer),
    );
    expect(answers).toEqual(['not allowed: port', 'not allowed: address']);
  });
});

describe('a replaced secret', () => {
  it('signs beside the new one until its time is over', async () => {
    const { id, secret: old } = await channels.register(receiver.url);
    const fresh = newWebhookSecret();
    await world.source.transaction((manager) =>
      new WebhookRepository(manager, channels.cipher).replaceSecret(id, fresh, 24, anAct()),
    );
    await world.opened();
    await channels.settle();
    const [message] = receiver.received;
    expect(message?.signatures).toHaveLength(2);
    for (const secret of [old, fresh]) expect(message && HookReceiver.verifies(secret, message)).toBe(true);
    await world.source.query(
      `update paizhao.webhook_endpoints set old_secret_until = clock_timestamp() where id = $1`,
      [id],
    );
    await world.opened();
    await channels.settle();
    const last = receiver.received.at(-1);
    expect(last?.signatures).toHaveLength(1);
    expect(last && HookReceiver.verifies(old, last)).toBe(false);
  });
});

describe('a replay', () => {
  it('sends what was stored in between again under the same ids, in order', async () => {
    const { id } = await channels.register(receiver.url, { eventTypes: ['license-opened', 'people-assigned'] });
    const licenseId = await world.opened();
    await world.run(licenseId, 'assign-people', { people: somePeople() });
    await channels.settle();
    const before = receiver.received.splice(0);
    await channels.replay(id);
    await channels.settle();
    const again = receiver.received.filter(({ body }) => body.data.licenseId === licenseId);
    expect(again.map(({ id: same, raw }) => [same, raw])).toEqual(before.map(({ id: same, raw }) => [same, raw]));
    expect((await channels.deliveries.replays(id))[0]).toMatchObject({ doneAt: expect.any(String) });
  });

  it('brings what was never sent, since the endpoint was not there or disabled', async () => {
    const early = await world.opened();
    const { id } = await channels.register(receiver.url, { eventTypes: ['license-opened'], licenseIds: [early] });
    await channels.settle();
    expect(receiver.received).toEqual([]);
    await channels.replay(id);
    await channels.settle();
    expect(receiver.received.map(({ body }) => body.data)).toMatchObject([{ licenseId: early, seq: 1 }]);
  });

  it('goes on where it stood, page by page', async () => {
    const licenses = [await world.opened(), await world.opened(), await world.opened()];
    const { id } = await channels.register(receiver.url, { eventTypes: ['license-opened'], licenseIds: licenses });
    await channels.replay(id);
    let pages = 0;
    while ((await channels.deliveries.replay(webhookIdOf, 2)) !== null) pages += 1;
    await channels.settle();
    expect(pages).toBeGreaterThan(1);
    expect(receiver.received.map(({ body }) => body.data.licenseId).sort()).toEqual([...licenses].sort());
  });
});

describe('a sender that dies', () => {
  it('before its entries are queued leaves them to the next', async () => {
    await channels.register(receiver.url);
    const licenseId = await world.opened();
    const feed = new ChannelFeedRepository(world.source.manager);
    await expect(
      feed.spread(() => {
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    await channels.settle();
    expect(receiver.received.map(({ body }) => body.data.licenseId)).toEqual([licenseId]);
  });

  it('with a delivery in hand loses it after the lease, and what it did in the end is still recorded', async () => {
    const { id } = await channels.register(receiver.url);
    await world.opened();
    await channels.steps.spread();
    const [dead] = await channels.deliveries.claim(id, 9, 0);
    expect(await channels.deliveries.claim(id, 9)).toMatchObject([{ id: dead?.id, attempts: 2 }]);
    if (!dead) throw new Error('nothing was claimed');
    await channels.deliveries.settle(dead, { outcome: 'failed', answer: 'HTTP 500' }, anAct());
    expect(await channels.delivery(dead.id)).toMatchObject({ state: 'sending' });
    await channels.deliveries.settle(dead, { outcome: 'sent', answer: 'HTTP 200' }, anAct());
    expect(await channels.delivery(dead.id)).toMatchObject({ state: 'sent' });
  });

  it('is one of many: twenty at once send each entry once', async () => {
    await channels.register(receiver.url);
    const licenses = await Promise.all(Array.from({ length: 12 }, () => world.opened()));
    await Promise.all(Array.from({ length: 20 }, () => channels.settle()));
    await channels.settle();
    expect(receiver.received.map(({ body }) => body.data.licenseId).sort()).toEqual([...licenses].sort());
  });
});

describe('a database that hangs up again and again', () => {
  it('loses nothing: every entry arrives, each under one id', async () => {
    await channels.register(receiver.url);
    const licenses = await Promise.all(Array.from({ length: 10 }, () => world.opened()));
    for (const licenseId of licenses) await world.run(licenseId, 'assign-people', { people: somePeople() });
    const admin = new Client({ connectionString: world.database.url });
    await admin.connect();
    const hangUp = () =>
      admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
      );
    for (let i = 0; i < 10; i += 1) {
      const working = Promise.allSettled([channels.settle(), channels.settle()]);
      await hangUp();
      await working;
    }
    await admin.end();
    await channels.letTimePass();
    await channels.settle();
    const arrived = new Set(receiver.received.map(({ id, body }) => `${body.data.licenseId} ${body.data.seq} ${id}`));
    const entries = new Set(receiver.received.map(({ body }) => `${body.data.licenseId} ${body.data.seq}`));
    expect([...entries].sort()).toEqual(licenses.flatMap((id) => [`${id} 1`, `${id} 2`]).sort());
    expect(arrived.size).toBe(entries.size);
    expect(await channels.steps.waiting()).toMatchObject({ feed: false, endpoints: [] });
  });
});

describe('the feed', () => {
  it('notes nothing while no channel is there', async () => {
    await world.opened();
    expect(await channels.steps.waiting()).toMatchObject({ feed: false });
  });

  it('holds one row per license however much happens, and an append does not wait for its reader', async () => {
    await channels.register(receiver.url);
    const licenseId = await world.opened();
    for (let i = 0; i < 3; i += 1) await world.run(licenseId, 'assign-people', { people: somePeople() });
    const rows = await world.source.query('select * from paizhao.channel_feed');
    expect(rows).toEqual([{ license_id: licenseId, after_seq: '0', upto_seq: '4' }]);
    await channels.settle();
    await world.run(licenseId, 'assign-people', { people: somePeople() });
    await channels.settle();
    expect(receiver.received.map(({ body }) => body.data.seq)).toEqual([1, 2, 3, 4, 5]);
  });
});
