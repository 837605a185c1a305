import { randomUUID } from 'node:crypto';
import { createSendActivities, type SendDeps } from '../../activities/send.activities.js';
import { type MailCatcher, startMailCatcher } from '../../apps/standalone/mail-catcher.js';
import { parsed } from '../../apps/standalone/mail-store.js';
import { folding, type LicenseCommandData, latestPins, type People } from '../../libs/domain/index.js';
import { deliveryStream, openBody, readStream } from '../../libs/ledger/index.js';
import { createSmtpCarrier, renderMime } from '../../libs/notices/index.js';
import { Cipher, OutboxRepository, PersonRepository, SnapshotRepository } from '../../libs/persistence/index.js';
import { AdvanceWorld, someone, somePeople } from '../support/advance-world.js';
import { anOpening, aPermit } from '../support/builders.js';

jest.setTimeout(30_000);

const now = '2026-11-20T02:00:00.000Z';
const cipher = new Cipher(Buffer.alloc(32, 3));

describe('sending a message', () => {
  let world: AdvanceWorld;
  let mail: MailCatcher;
  let deps: SendDeps;
  const outbox = () => new OutboxRepository(world.source.manager);

  beforeAll(async () => {
    [world, mail] = await Promise.all([AdvanceWorld.create(), startMailCatcher()]);
    const { manager } = world.source;
    deps = {
      outbox: outbox(),
      people: new PersonRepository(manager, cipher),
      snapshots: new SnapshotRepository(manager, folding),
      cipher,
      carrier: createSmtpCarrier(mail.smtpUrl),
      render: renderMime,
      mailFrom: 'Paizhao <paizhao@example.com>',
      publicUrl: 'https://paizhao.example.com',
      wakeWindow: { fromMinute: 480, spreadMinutes: 50 },
      waitedMs: () => 0,
    };
  });
  afterEach(() => mail.behave());
  afterAll(async () => {
    deps.carrier.close();
    await mail.stop();
    await world.close();
  });

  const addressOf = (person: string) => `${person}@example.com`;

  async function known(...people: string[]): Promise<void> {
    for (const id of people) {
      await world.source.transaction((manager) =>
        new PersonRepository(manager, cipher).add(
          { id, name: '王芳', mail: addressOf(id), language: 'zh' },
          { actor: someone, commandId: randomUUID(), now, validOn: '2026-11-20' },
        ),
      );
    }
  }

  /** A license whose renewal window has passed, and the key of the message to its owner. */
  async function aMessage(): Promise<{ licenseId: string; outboxKey: string; people: People }> {
    const people = somePeople();
    const held: LicenseCommandData['register-permit'] = {
      companyId: randomUUID(),
      company: anOpening().company,
      companySeq: 0,
      people,
      pins: latestPins,
      permit: aPermit({ validFrom: '2021-12-20', printedLastDay: '2026-12-19' }),
      grantedOn: '2021-12-01',
      opened: [],
      reportsFiled: ['2022', '2023', '2024', '2025', '2026'],
      unknown: [],
    };
    const licenseId = randomUUID();
    const { unsent } = await world.run(licenseId, 'register-permit', held);
    return { licenseId, outboxKey: unsent.find((key) => key.includes(people.owner)) ?? '', people };
  }

  const send = (request: { licenseId: string; outboxKey: string }, over: Partial<SendDeps> = {}) =>
    createSendActivities({ ...deps, ...over }).send({ ...request, now });
  const giveUp = (request: { licenseId: string; outboxKey: string }) =>
    createSendActivities(deps).giveUpSend({ ...request, now });

  const story = async (licenseId: string) =>
    (await readStream(world.source, deliveryStream(licenseId))).map(({ body }) => openBody(body).type);

  it('delivers it to the address on file, and once', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    await expect(send(request)).resolves.toEqual({ state: 'sent', followUps: [] });
    await expect(send(request)).resolves.toEqual({ state: 'already-sent', followUps: [] });
    const [letter, ...more] = mail.store.all(addressOf(people.owner));
    expect(more).toEqual([]);
    expect(letter && (await parsed(letter)).subject).toContain('续期申请');
    expect(await story(request.licenseId)).toEqual(['delivery-attempted', 'delivery-sent']);
  });

  it('of two senders at once lets one deliver', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    const ended = await Promise.allSettled([send(request), send(request), send(request)]);
    expect(mail.store.all(addressOf(people.owner))).toHaveLength(1);
    expect(ended.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  });

  it('sends the very same bytes again when the line broke behind the message', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    mail.misbehave({ kind: 'drop-before-answer' }, 1);
    await expect(send(request)).rejects.toMatchObject({ type: 'mail-uncertain', nonRetryable: false });
    expect((await outbox().find(request.outboxKey))?.state).toBe('uncertain');
    await expect(send(request)).resolves.toMatchObject({ state: 'sent' });
    const [first, second] = mail.store.all(addressOf(people.owner));
    expect(first && second?.raw.equals(first.raw)).toBe(true);
  });

  it('is tried again after a passing refusal, with the answer on record and no address in it', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    mail.misbehave({ kind: 'refuse-recipient', code: 450 }, 1);
    await expect(send(request)).rejects.toMatchObject({
      type: 'mail-deferred',
      message: expect.not.stringContaining('@'),
    });
    const row = await outbox().find(request.outboxKey);
    expect(row).toMatchObject({ state: 'queued', smtpAnswer: expect.stringMatching(/^450/) });
    expect(row?.smtpAnswer).not.toContain('@');
    await expect(send(request)).resolves.toMatchObject({ state: 'sent' });
  });

  it('is not taken for lost while nobody listens', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    await mail.refuseConnections();
    await expect(send(request)).rejects.toMatchObject({ type: 'mail-deferred' });
    await mail.acceptConnections();
    await expect(send(request)).resolves.toMatchObject({ state: 'sent' });
  });

  it('tells the deputy when the mailbox does not exist', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner, people.deputy);
    mail.misbehave({ kind: 'refuse-recipient', code: 550 }, 1);
    const { state, followUps } = await send(request);
    expect(state).toBe('failed');
    for (const outboxKey of followUps) await send({ ...request, outboxKey });
    const [letter] = mail.store.all(addressOf(people.deputy));
    expect(letter && (await parsed(letter)).subject).toContain('提醒未送达');
    expect(await outbox().unsent(request.licenseId)).not.toContain(request.outboxKey);
  });

  it('tells the deputy when nobody knows an address of the recipient', async () => {
    const { people, ...request } = await aMessage();
    const { state, followUps } = await send(request);
    expect({ state, followUps }).toEqual({ state: 'failed', followUps: [expect.stringContaining(people.deputy)] });
    expect(await outbox().find(request.outboxKey)).toMatchObject({ state: 'failed', attempts: 1 });
  });

  it('tells nobody further when the stand-in cannot be reached either', async () => {
    const { people: _, ...request } = await aMessage();
    const { followUps } = await send(request);
    const [outboxKey = ''] = followUps;
    await expect(send({ ...request, outboxKey })).resolves.toEqual({ state: 'failed', followUps: [] });
  });

  it('given up is a state that people see, and the deputy is told', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    await mail.refuseConnections();
    await send(request).catch(() => undefined);
    await expect(giveUp(request)).resolves.toEqual({
      state: 'failed',
      followUps: [expect.stringContaining(people.deputy)],
    });
    await mail.acceptConnections();
    expect(await outbox().find(request.outboxKey)).toMatchObject({ state: 'failed' });
    expect(await story(request.licenseId)).toEqual(['delivery-attempted', 'delivery-deferred', 'delivery-failed']);
  });

  it('does not leave when the matter was closed before it', async () => {
    const { people, licenseId, ...request } = await aMessage();
    await known(people.owner);
    await world.run(licenseId, 'record-cancellation', { cancelledOn: '2026-11-20', number: null });
    await expect(send({ licenseId, ...request })).resolves.toEqual({ state: 'suppressed', followUps: [] });
    expect(mail.store.all(addressOf(people.owner))).toEqual([]);
  });

  it('dates what it did by the license’s time', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    await send(request, { waitedMs: () => 3_600_000 });
    expect(await outbox().find(request.outboxKey)).toMatchObject({ settledAt: '2026-11-20T03:00:00.000Z' });
  });
});
