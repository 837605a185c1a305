import { randomUUID } from 'node:crypto';
import type { LicenseCommandData } from '../../libs/domain/index.js';
import { deliveryStream, openBody, readStream } from '../../libs/ledger/index.js';
import { Cipher } from '../../libs/persistence/index.js';
import { AdvanceWorld, somePeople } from '../support/advance-world.js';
import { anOpening, aPermit, law } from '../support/builders.js';
import { ChannelWorld } from '../support/channel-world.js';
import { RobotReceiver, type RobotService } from '../support/robot-receiver.js';

jest.setTimeout(60_000);

const cipher = new Cipher(Buffer.alloc(32, 7));
let world: AdvanceWorld;
let receiver: RobotReceiver;
let channels: ChannelWorld;

beforeAll(async () => {
  world = await AdvanceWorld.create();
});

beforeEach(async () => {
  receiver = await RobotReceiver.start();
  channels = new ChannelWorld(world.source, { allowedHosts: [receiver.host], cipher });
});

afterEach(async () => {
  await channels.close();
  await receiver.stop();
});

afterAll(() => world.close());

/** A permit whose renewal window is over: its license has something to say at once. */
async function aLateLicense(over: Partial<LicenseCommandData['register-permit']> = {}): Promise<string> {
  const licenseId = randomUUID();
  const held: LicenseCommandData['register-permit'] = {
    companyId: randomUUID(),
    company: anOpening().company,
    companySeq: 0,
    people: somePeople(),
    pins: { pack: law.pack.id, calendar: law.calendar.id },
    permit: aPermit({ validFrom: '2021-12-20', printedLastDay: '2026-12-19' }),
    grantedOn: '2021-12-01',
    opened: [{ serviceType: 'B24', openedOn: '2022-01-01' }],
    reportsFiled: ['2022', '2023', '2024', '2025', '2026'],
    unknown: [],
    ...over,
  };
  await world.run(licenseId, 'register-permit', held);
  return licenseId;
}

/** Everything, each message when it is its robot's turn. */
async function everything(rounds = 12): Promise<void> {
  for (let i = 0; i < rounds; i += 1) {
    await channels.settle();
    await channels.letTimePass();
  }
}

const messagesOf = (robotId: string) => channels.messages.list(robotId, null, null, 50);
const deliveryEvents = async (licenseId: string) =>
  (await readStream(world.source, deliveryStream(licenseId)))
    .map(({ body }) => openBody(body))
    .map(({ type, data }) => ({ type, ...(data as object) }));

const services: RobotService[] = ['wecom', 'dingtalk', 'feishu'];

describe.each(services)('a robot of %s', (kind) => {
  it('tells a notice once, with duty, days, article, next step and link, and names no person', async () => {
    const robotId = await channels.robot(receiver, kind);
    const people = somePeople();
    const licenseId = await aLateLicense({ people });
    await everything();
    const messages = await messagesOf(robotId);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.every(({ state }) => state === 'sent')).toBe(true);
    const [told] = messages;
    expect(told?.key).toBe([licenseId, told?.obligationId, told?.rung, robotId, kind].join('/'));
    const text = receiver.group.find((each) => each.includes('续期')) ?? '';
    for (const part of [
      /2026-09-\d\d/,
      /许可管理办法|条例/,
      /条|art\./,
      /下一步/,
      `https://paizhao.example.com/licenses/${licenseId}`,
    ])
      expect(text).toMatch(part);
    expect(receiver.group).toHaveLength(messages.length);
    for (const each of receiver.group) for (const person of Object.values(people)) expect(each).not.toContain(person);
    const events = (await deliveryEvents(licenseId)).filter((event) => 'key' in event && event.key === told?.key);
    expect(events.map(({ type }) => type)).toEqual(['delivery-attempted', 'delivery-sent']);
  });

  it('that refuses the key or the signature is disabled, visibly', async () => {
    const wrong =
      kind === 'wecom'
        ? { url: receiver.urlOf(kind).replace('a1b2c3d4', '00000000') }
        : { secret: `SEC${'9'.repeat(40)}` };
    const robotId = await channels.robot(receiver, kind, wrong);
    const licenseId = await aLateLicense();
    await everything(3);
    expect(await channels.robots.find(robotId)).toMatchObject({ state: 'disabled', disabledWhy: 'refused' });
    const states = (await messagesOf(robotId)).map(({ state }) => state);
    expect(states.filter((state) => state === 'failed')).toHaveLength(1);
    expect(states.every((state) => state === 'failed' || state === 'suppressed')).toBe(true);
    expect((await deliveryEvents(licenseId)).map(({ type }) => type)).toContain('delivery-failed');
    expect(await channels.faults()).toContainEqual({ kind: 'robot-refused', subject: robotId });
    expect(receiver.group).toEqual([]);
  });

  it('that has had too much is left alone for as long as the service says, and nothing is lost', async () => {
    const robotId = await channels.robot(receiver, kind);
    await aLateLicense();
    receiver.limits[kind] = 0;
    await channels.settle();
    const { nextAt } = await channels.robots.find(robotId);
    expect(Date.parse(nextAt) - Date.now()).toBeGreaterThan(kind === 'dingtalk' ? 590_000 : 50_000);
    expect(receiver.asked).toHaveLength(1);
    await channels.settle();
    expect(receiver.asked).toHaveLength(1);
    receiver.limits[kind] = 100;
    await everything();
    expect((await messagesOf(robotId)).every(({ state }) => state === 'sent')).toBe(true);
  });

  it('tells a test message', async () => {
    const robotId = await channels.robot(receiver, kind, { language: 'en' });
    const test = { licenseId: null, seq: null, obligationId: null, rung: null, notice: null, simulated: false };
    const dueAt = new Date().toISOString();
    await channels.messages.queueTest({ key: `test/${robotId}/1`, robotId, purpose: 'test', dueAt, ...test });
    await channels.settle();
    expect(receiver.group).toEqual([expect.stringContaining('Test message')]);
  });
});

describe('a robot', () => {
  it('takes its turn: one message, then the pause that its service wants, whoever asks', async () => {
    const robotId = await channels.robot(receiver, 'wecom');
    for (let i = 0; i < 3; i += 1) await aLateLicense();
    await Promise.all(Array.from({ length: 8 }, () => channels.settle()));
    expect(receiver.group).toHaveLength(1);
    const { nextAt } = await channels.robots.find(robotId);
    expect(Date.parse(nextAt)).toBeGreaterThan(Date.now() + 1_000);
  });

  it.each([
    ['of other licenses', () => ({ licenseIds: [randomUUID()] })],
    ['of other companies', () => ({ companyIds: [randomUUID()] })],
    ['of other authorities', () => ({ authorities: ['MIIT'] })],
  ])('hears nothing that it was not meant for: %s', async (_, filter) => {
    const robotId = await channels.robot(receiver, 'feishu', filter());
    await aLateLicense();
    await everything(2);
    expect(await messagesOf(robotId)).toEqual([]);
  });

  it('that tells only what is urgent leaves the rest, with the reason', async () => {
    const robotId = await channels.robot(receiver, 'feishu', { urgentOnly: true });
    await aLateLicense({ permit: aPermit({ validFrom: '2025-12-20', printedLastDay: '2030-12-19' }) });
    await aLateLicense();
    await everything();
    const messages = await messagesOf(robotId);
    for (const { state, answer } of messages.filter(({ state: each }) => each !== 'sent'))
      expect([state, answer]).toEqual(['suppressed', expect.stringContaining('not urgent')]);
    expect(messages.some(({ state }) => state === 'sent')).toBe(true);
  });

  it('says nothing of what nobody is told by mail', async () => {
    const robotId = await channels.robot(receiver, 'feishu');
    const licenseId = await aLateLicense();
    await world.source.query(
      `update paizhao.outbox set state = 'suppressed', settled_at = clock_timestamp() where license_id = $1`,
      [licenseId],
    );
    await everything();
    expect(receiver.group).toEqual([]);
    for (const { state, answer } of await messagesOf(robotId))
      expect([state, answer]).toEqual(['suppressed', 'withheld from people too']);
  });

  it('is told again where nobody can say what became of a message, and the text is the same', async () => {
    const robotId = await channels.robot(receiver, 'dingtalk');
    await aLateLicense();
    receiver.instead.push({ status: 200, body: '<html>' });
    await channels.settle();
    expect((await messagesOf(robotId)).map(({ state }) => state)).toContain('uncertain');
    await everything();
    expect((await messagesOf(robotId)).every(({ state }) => state === 'sent')).toBe(true);
    const texts = receiver.asked.map(({ body }) => body.markdown.text);
    expect(texts.filter((text) => text === texts[0])).toHaveLength(2);
  });

  it('gives a message up after twenty hours: failed, or uncertain where nobody can say', async () => {
    const robotId = await channels.robot(receiver, 'feishu');
    for (let i = 0; i < 2; i += 1) await aLateLicense();
    await channels.steps.spread();
    await world.source.query(
      `update paizhao.robot_messages set stored_at = stored_at - interval '21 hours' where robot_id = $1`,
      [robotId],
    );
    for (const answer of [
      { status: 500, body: '' },
      { status: 200, body: '' },
    ]) {
      receiver.instead.push(answer);
      await channels.letTimePass();
      await channels.steps.tell(robotId);
    }
    const ended = (await messagesOf(robotId)).filter(({ settledAt }) => settledAt !== null);
    expect(ended.map(({ state }) => state).sort()).toEqual(['failed', 'uncertain']);
    expect(await channels.faults()).toContainEqual({ kind: 'robot-message-unsent', subject: robotId });
  });

  it('keeps its address and secret encrypted, and out of the record', async () => {
    const robotId = await channels.robot(receiver, 'dingtalk');
    await aLateLicense();
    await everything(2);
    const rows = await world.source.query('select * from paizhao.chat_robots where id = $1', [robotId]);
    const ledger = await world.source.query(
      `select convert_from(body, 'UTF8') as body from paizhao.ledger_events where stream = 'house' or stream ^@ 'delivery/'`,
    );
    for (const text of [JSON.stringify(rows), JSON.stringify(ledger), JSON.stringify(await channels.robots.list())])
      expect(text).not.toMatch(/access_token|SEC0a|ffffffff/);
  });
});
