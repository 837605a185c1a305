import { randomUUID } from 'node:crypto';
import { type Cast, cast, must, openedLicense } from '../support/api-story.js';
import { type ApiClient, ApiWorld } from '../support/api-world.js';
import { ChannelWorld } from '../support/channel-world.js';
import { HookReceiver } from '../support/hook-receiver.js';
import { RobotReceiver } from '../support/robot-receiver.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
let admin: ApiClient;
let hooks: HookReceiver;
let group: RobotReceiver;
let channels: ChannelWorld;

beforeAll(async () => {
  [hooks, group] = await Promise.all([HookReceiver.start(), RobotReceiver.start()]);
  const outboundAllowedHosts = [hooks.host, group.host];
  world = await ApiWorld.create({ outboundAllowedHosts });
  all = await cast(world);
  admin = (await world.person('admin')).client;
  channels = new ChannelWorld(world.source, { allowedHosts: outboundAllowedHosts, cipher: world.cipher });
});

afterEach(async () => {
  await channels.close();
  hooks.received.length = 0;
  group.group.length = 0;
});

afterAll(async () => {
  await Promise.all([hooks.stop(), group.stop()]);
  await world.close();
});

const aWebhook = (over: object = {}) => ({ name: 'erp', url: hooks.url, ...over });
const aRobot = (over: object = {}) => ({ kind: 'wecom', name: 'group', url: group.urlOf('wecom'), ...over });

const bodyOf = (path: string) => (path === 'changes' ? { name: 'other' } : {});

describe.each(['webhook', 'robot'] as const)('a change of a %s', (kind) => {
  it('that changes nothing is refused, and leaves nothing', async () => {
    const made = await must(admin.post(`/${kind}s`, kind === 'webhook' ? aWebhook() : aRobot()));
    const before = await world.traces();
    expect(await admin.post(`/${kind}s/${made[`${kind}Id`]}/changes`, {})).toMatchObject({
      status: 422,
      body: { code: 'field-missing', remedy: expect.stringContaining('what is to be changed') },
    });
    expect(await world.traces()).toEqual(before);
  });
});

describe('a webhook', () => {
  it('is registered with a secret that is shown once, and hears from then on', async () => {
    const key = randomUUID();
    const { status, body } = await admin.post('/webhooks', aWebhook(), { key });
    expect([status, body]).toEqual([201, { webhookId: expect.any(String), secret: expect.stringMatching(/^whsec_/) }]);
    expect(await admin.post('/webhooks', aWebhook(), { key })).toMatchObject({
      status: 409,
      body: { code: 'secret-already-shown', details: { webhookId: body.webhookId } },
    });
    const { licenseId } = await openedLicense(all);
    await channels.settle();
    const heard = hooks.received.filter((message) => message.body.data.licenseId === licenseId);
    expect(heard.map((message) => message.body.data.event)).toContain('license-opened');
    for (const message of heard) expect(HookReceiver.verifies(body.secret, message)).toBe(true);
    const { deliveries } = (await admin.get(`/webhooks/${body.webhookId}/deliveries?state=sent&limit=1`)).body;
    expect(deliveries).toEqual([expect.objectContaining({ state: 'sent', attempts: 1, answer: 'HTTP 204' })]);
    const next = await admin.get(`/webhooks/${body.webhookId}/deliveries?limit=1&before=${deliveries[0].id}`);
    expect(next.body.deliveries[0]?.id).not.toBe(deliveries[0].id);
  });

  it('is shown without its secret, and without what its URL may hide', async () => {
    const { webhookId, secret } = await must(admin.post('/webhooks', aWebhook()));
    for (const path of ['/webhooks', `/webhooks/${webhookId}`]) {
      const { text } = await admin.get(path);
      expect(text).toContain(hooks.host);
      expect(text).not.toContain('s3cret-in-url');
      expect(text).not.toContain(secret.slice(6));
    }
    const everything = await world.source.query(
      `select convert_from(body, 'UTF8') as text from paizhao.ledger_events union all
       select row_to_json(c)::text from paizhao.commands c union all
       select row_to_json(w)::text from paizhao.webhook_endpoints w`,
    );
    expect(JSON.stringify(everything)).not.toMatch(/s3cret-in-url|whsec_/);
    expect(world.log.join('')).not.toMatch(/s3cret-in-url|whsec_/);
  });

  it('gets a test when it is asked for', async () => {
    const { webhookId, secret } = await must(admin.post('/webhooks', aWebhook()));
    const { deliveryId } = await must(admin.post(`/webhooks/${webhookId}/tests`, {}));
    await channels.settle();
    const [message] = hooks.received;
    expect(message).toMatchObject({ id: deliveryId, body: { type: 'paizhao.test', data: { webhookId } } });
    expect(message && HookReceiver.verifies(secret, message)).toBe(true);
  });

  it('takes another secret, and the old one signs beside it', async () => {
    const { webhookId, secret } = await must(admin.post('/webhooks', aWebhook()));
    const replaced = await must(admin.post(`/webhooks/${webhookId}/secrets`, { keepOldHours: 1 }));
    await must(admin.post(`/webhooks/${webhookId}/tests`, {}));
    await channels.settle();
    const [message] = hooks.received;
    for (const each of [secret, replaced.secret]) expect(message && HookReceiver.verifies(each, message)).toBe(true);
  });

  it('is changed in part, disabled, enabled again, and has what it missed sent by a replay', async () => {
    const { webhookId } = await must(admin.post('/webhooks', aWebhook({ eventTypes: ['permit-issued'] })));
    await must(admin.post(`/webhooks/${webhookId}/changes`, { eventTypes: ['license-opened'] }));
    await must(admin.post(`/webhooks/${webhookId}/disabling`, {}));
    const { licenseId } = await openedLicense(all);
    expect(await admin.post(`/webhooks/${webhookId}/tests`, {})).toMatchObject({
      status: 409,
      body: { code: 'channel-disabled' },
    });
    await must(admin.post(`/webhooks/${webhookId}/enabling`, {}));
    await channels.settle();
    expect(hooks.received).toEqual([]);
    const hour = 3_600_000;
    const span = { from: new Date(Date.now() - hour).toISOString(), to: new Date(Date.now() + hour).toISOString() };
    await must(admin.post(`/webhooks/${webhookId}/replay`, span));
    await channels.settle();
    const heard = hooks.received.map(({ body }) => [body.data.licenseId, body.data.event]);
    expect(heard).toContainEqual([licenseId, 'license-opened']);
    expect(new Set(heard.map(([, type]) => type))).toEqual(new Set(['license-opened']));
    const { replays } = (await admin.get(`/webhooks/${webhookId}`)).body;
    expect(replays).toEqual([expect.objectContaining({ queued: heard.length, doneAt: expect.any(String) })]);
  });

  it.each([
    ['url-not-allowed', { url: 'http://example.com/' }],
    ['url-not-allowed', { url: 'https://10.0.0.1/' }],
    ['url-not-allowed', { url: 'https://[::ffff:127.0.0.1]/' }],
    ['url-not-allowed', { url: 'https://example.com:8443/' }],
    ['url-not-allowed', { url: 'https://user:pass@example.com/' }],
    ['url-not-allowed', { url: 'not a url' }],
    ['unknown-event-type', { eventTypes: ['license-painted'] }],
    ['license-not-found', { licenseIds: [randomUUID()] }],
    ['company-not-found', { companyIds: [randomUUID()] }],
    ['request-invalid', { url: 'ftp://x', eventTypes: ['nothing'] }],
  ])('that cannot be is refused with %s and leaves nothing: %j', async (code, over) => {
    const before = await world.traces();
    expect(await admin.post('/webhooks', aWebhook(over))).toMatchObject({ status: 422, body: { code } });
    expect(await world.traces()).toEqual(before);
    expect((await admin.get('/webhooks')).text).not.toContain('example.com');
  });

  it('is not replayed backward, nor found where it is not', async () => {
    const { webhookId } = await must(admin.post('/webhooks', aWebhook()));
    const span = { from: '2026-11-20T00:00:00Z', to: '2026-11-19T00:00:00Z' };
    expect(await admin.post(`/webhooks/${webhookId}/replay`, span)).toMatchObject({
      status: 422,
      body: { code: 'replay-backward', pointer: '/to' },
    });
    const ages = [
      ['0000-01-01T00:00:00Z', 'invalid-instant'],
      ['2026-01-01T00:00:00+23:00', 'invalid-instant'],
      ['9999-12-31T23:59:59-14:00', 'invalid-date'],
    ];
    for (const [at, code] of ages)
      expect(await admin.post(`/webhooks/${webhookId}/replay`, { from: at, to: at })).toMatchObject({
        status: 422,
        body: { code },
      });
    expect((await admin.get(`/webhooks/${webhookId}`)).body.replays).toEqual([]);
    for (const path of ['changes', 'secrets', 'enabling', 'disabling', 'tests'])
      expect(await admin.post(`/webhooks/${randomUUID()}/${path}`, bodyOf(path))).toMatchObject({
        status: 404,
        body: { code: 'webhook-not-found' },
      });
    expect(await admin.get(`/webhooks/${randomUUID()}/deliveries`)).toMatchObject({ status: 404 });
  });
});

describe('a chat robot', () => {
  it('is registered, tells a test, and shows neither address nor secret', async () => {
    const robots = await Promise.all(
      (['wecom', 'dingtalk', 'feishu'] as const).map((kind) =>
        must(admin.post('/robots', aRobot({ kind, url: group.urlOf(kind), secret: group.secrets[kind] }))),
      ),
    );
    for (const { robotId } of robots) await must(admin.post(`/robots/${robotId}/tests`, {}));
    await channels.settle();
    expect(group.group).toHaveLength(3);
    const { messages } = (await admin.get(`/robots/${robots[0].robotId}/messages`)).body;
    expect(messages).toEqual([expect.objectContaining({ purpose: 'test', state: 'sent', answer: 'code 0' })]);
    for (const path of ['/robots', `/robots/${robots[1].robotId}`]) {
      const { text } = await admin.get(path);
      expect(text).toContain('dingtalk');
      expect(text).not.toMatch(/SEC0a|access_token|00000000beef/);
    }
    const commands = await world.source.query(`select row_to_json(c)::text as text from paizhao.commands c`);
    expect(JSON.stringify(commands)).not.toMatch(/SEC0a|access_token|00000000beef/);
  });

  it('whose key is refused is disabled, and works again when it is mended', async () => {
    const url = group.urlOf('wecom').replace('a1b2c3d4', '00000000');
    const { robotId } = await must(admin.post('/robots', aRobot({ url })));
    await must(admin.post(`/robots/${robotId}/tests`, {}));
    await channels.settle();
    expect((await admin.get(`/robots/${robotId}`)).body).toMatchObject({ state: 'disabled', disabledWhy: 'refused' });
    expect(await channels.faults()).toContainEqual({ kind: 'robot-refused', subject: robotId });
    await must(admin.post(`/robots/${robotId}/changes`, { url: group.urlOf('wecom') }));
    await must(admin.post(`/robots/${robotId}/enabling`, {}));
    await must(admin.post(`/robots/${robotId}/tests`, {}));
    await channels.letTimePass();
    await channels.settle();
    expect(group.group).toHaveLength(1);
    expect(await channels.faults()).toEqual([]);
  });

  it.each([
    ['url-not-allowed', { url: 'https://192.168.1.1/robot/send' }],
    ['robot-url-invalid', { url: 'https://example.com/cgi-bin/webhook/send?key=1' }],
    ['robot-url-invalid', { kind: 'feishu', url: 'https://oapi.dingtalk.com/robot/send?access_token=1' }],
    ['robot-secret-invalid', { secret: 'SEC000' }],
    ['unknown-authority', { authorities: ['xx'] }],
    ['license-not-found', { licenseIds: [randomUUID()] }],
  ])('that cannot be is refused with %s and leaves nothing: %j', async (code, over) => {
    const before = await world.traces();
    expect(await admin.post('/robots', aRobot(over))).toMatchObject({ status: 422, body: { code } });
    expect(await world.traces()).toEqual(before);
  });

  it('is not found where it is not', async () => {
    for (const path of ['changes', 'enabling', 'disabling', 'tests'])
      expect(await admin.post(`/robots/${randomUUID()}/${path}`, bodyOf(path))).toMatchObject({
        status: 404,
        body: { code: 'robot-not-found' },
      });
  });
});
