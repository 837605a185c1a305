import { randomUUID } from 'node:crypto';
import { createDigestActivities } from '../../activities/digest.activities.js';
import { createSendActivities } from '../../activities/send.activities.js';
import { parsed } from '../../apps/standalone/mail-store.js';
import { somePeople } from '../support/advance-world.js';
import { addressOf, MailWorld, now } from '../support/mail-world.js';

const time = { now, validOn: '2026-11-20' };

jest.setTimeout(30_000);

describe('sending a message', () => {
  let world: MailWorld;

  beforeAll(async () => {
    world = await MailWorld.create();
  });
  afterEach(() => world.mail.behave());
  afterAll(() => world.close());

  const aMessage = () => world.urgent();
  const known = (...people: string[]) => world.known(...people);
  const send: MailWorld['send'] = (...how) => world.send(...how);
  const giveUp = (request: { licenseId: string; outboxKey: string }) =>
    createSendActivities(world.deps).giveUpSend({ ...request, now });

  it('delivers it to the address on file, and once', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    await expect(send(request)).resolves.toEqual({ state: 'sent', followUps: [] });
    await expect(send(request)).resolves.toEqual({ state: 'already-sent', followUps: [] });
    const [letter, ...more] = world.mail.store.all(addressOf(people.owner));
    expect(more).toEqual([]);
    expect(letter && (await parsed(letter)).subject).toContain('续期申请');
    expect(await world.deliveries(request.licenseId)).toEqual(['delivery-attempted', 'delivery-sent']);
  });

  it('to an address that failed before is tried, and whoever stands in is told too', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    await world.failing(people.owner);
    const { state, followUps } = await send(request);
    expect(state).toBe('sent');
    expect(followUps).toEqual([expect.stringContaining(`undelivered/`)]);
    expect(followUps[0]).toContain(people.deputy);
  });

  it('of two senders at once lets one deliver', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    const ended = await Promise.allSettled([send(request), send(request), send(request)]);
    expect(world.mail.store.all(addressOf(people.owner))).toHaveLength(1);
    expect(ended.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  });

  it('sends the very same bytes again when the line broke behind the message', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    world.mail.misbehave({ kind: 'drop-before-answer' }, 1);
    await expect(send(request)).rejects.toMatchObject({ type: 'mail-uncertain', nonRetryable: false });
    expect((await world.outbox.find(request.outboxKey))?.state).toBe('uncertain');
    await expect(send(request)).resolves.toMatchObject({ state: 'sent' });
    const [first, second] = world.mail.store.all(addressOf(people.owner));
    expect(first && second?.raw.equals(first.raw)).toBe(true);
  });

  it('is tried again after a passing refusal, with the answer on record and no address in it', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    world.mail.misbehave({ kind: 'refuse-recipient', code: 450 }, 1);
    await expect(send(request)).rejects.toMatchObject({
      type: 'mail-deferred',
      message: expect.not.stringContaining('@'),
    });
    const row = await world.outbox.find(request.outboxKey);
    expect(row).toMatchObject({ state: 'queued', smtpAnswer: expect.stringMatching(/^450/) });
    expect(row?.smtpAnswer).not.toContain('@');
    await expect(send(request)).resolves.toMatchObject({ state: 'sent' });
  });

  it('is not taken for lost while nobody listens', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    await world.mail.refuseConnections();
    await expect(send(request)).rejects.toMatchObject({ type: 'mail-deferred' });
    await world.mail.acceptConnections();
    await expect(send(request)).resolves.toMatchObject({ state: 'sent' });
  });

  it('tells the deputy when the mailbox does not exist', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner, people.deputy);
    world.mail.misbehave({ kind: 'refuse-recipient', code: 550 }, 1);
    const { state, followUps } = await send(request);
    expect(state).toBe('failed');
    for (const outboxKey of followUps) await send({ ...request, outboxKey });
    const [letter] = world.mail.store.all(addressOf(people.deputy));
    expect(letter && (await parsed(letter)).subject).toContain('提醒未送达');
    expect(await world.outbox.unsent(request.licenseId)).not.toContain(request.outboxKey);
  });

  it('tells the deputy when nobody knows an address of the recipient', async () => {
    const { people, ...request } = await aMessage();
    const { state, followUps } = await send(request);
    expect({ state, followUps }).toEqual({ state: 'failed', followUps: [expect.stringContaining(people.deputy)] });
    expect(await world.outbox.find(request.outboxKey)).toMatchObject({ state: 'failed', attempts: 1 });
  });

  it('leaves in Chinese for a person whose language this release does not know', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    await world.world.source.query(`update paizhao.people set language = 'fr' where id = $1`, [people.owner]);
    await expect(send(request)).resolves.toMatchObject({ state: 'sent' });
    const [letter] = world.letters(people.owner);
    expect(letter && (await parsed(letter)).subject).toContain('续期申请');
  });

  it('goes up the chain while nobody can be reached, and ends with the manager', async () => {
    const { people, ...request } = await aMessage();
    const told: string[] = [];
    let [outboxKey] = (await send(request)).followUps;
    while (outboxKey) {
      told.push((await world.outbox.find(outboxKey))?.personId ?? '');
      [outboxKey] = (await send({ ...request, outboxKey })).followUps;
    }
    expect(told).toEqual([people.deputy, people.manager]);
  });

  it('goes to the new owner when the license was handed over before it left', async () => {
    const { people, ...request } = await aMessage();
    const owner = randomUUID();
    await known(people.owner, owner);
    await world.world.run(request.licenseId, 'assign-people', { people: { ...people, owner } });
    const { state, followUps } = await send(request);
    expect({ state, followUps }).toEqual({ state: 'suppressed', followUps: [expect.stringContaining(owner)] });
    for (const outboxKey of followUps) await send({ ...request, outboxKey });
    expect(world.letters(people.owner)).toEqual([]);
    expect(world.letters(owner)).toHaveLength(1);
    expect((await world.outbox.find(request.outboxKey))?.smtpAnswer).toMatch(/handed over/);
  });

  it('tells the new owner when one before could not be reached until the hand-over', async () => {
    const { people, ...request } = await aMessage();
    const owner = randomUUID();
    await known(people.owner);
    world.mail.misbehave({ kind: 'refuse-recipient', code: 450 }, 1);
    await expect(send(request)).rejects.toMatchObject({ type: 'mail-deferred' });
    await world.world.run(request.licenseId, 'assign-people', { people: { ...people, owner } });
    await expect(giveUp(request)).resolves.toMatchObject({ followUps: [expect.stringContaining(owner)] });
  });

  it('given up is a state that people see, and the deputy is told', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    await world.mail.refuseConnections();
    await send(request).catch(() => undefined);
    await expect(giveUp(request)).resolves.toEqual({
      state: 'failed',
      followUps: [expect.stringContaining(people.deputy)],
    });
    await world.mail.acceptConnections();
    expect(await world.outbox.find(request.outboxKey)).toMatchObject({ state: 'failed' });
    expect(await world.deliveries(request.licenseId)).toEqual([
      'delivery-attempted',
      'delivery-deferred',
      'delivery-failed',
    ]);
  });

  it('does not leave when the matter was closed before it', async () => {
    const { people, licenseId, ...request } = await aMessage();
    await known(people.owner);
    await world.world.run(licenseId, 'record-cancellation', { cancelledOn: '2026-11-20', number: null });
    await expect(send({ licenseId, ...request })).resolves.toEqual({ state: 'suppressed', followUps: [] });
    expect(world.mail.store.all(addressOf(people.owner))).toEqual([]);
  });

  it('dates what it did by the license’s time', async () => {
    const { people, ...request } = await aMessage();
    await known(people.owner);
    await send(request, { waitedMs: () => 3_600_000 });
    expect(await world.outbox.find(request.outboxKey)).toMatchObject({ settledAt: '2026-11-20T03:00:00.000Z' });
  });

  describe('with others of its license that fall due at the same time', () => {
    /** A renewal window and a report that were both missed: two dates for the owner, at once. */
    async function twoDates() {
      const people = somePeople();
      await known(people.owner, people.deputy);
      const { licenseId, unsent } = await world.license('2026-12-19', people, now, ['2022', '2023', '2024', '2025']);
      const keys = unsent.filter((key) => key.includes(people.owner));
      expect(keys).toHaveLength(2);
      const [first = '', second = ''] = keys;
      return { people, licenseId, first: { licenseId, outboxKey: first }, second: { licenseId, outboxKey: second } };
    }
    const states = async (licenseId: string, person: string) =>
      (await world.outbox.ofLicense(licenseId)).filter(({ personId }) => personId === person).map(({ state }) => state);

    it('leaves in one message, which names the date that presses most', async () => {
      const { people, licenseId, first, second } = await twoDates();
      const sent = await Promise.all([send(first), send(second)]);
      expect(sent.map(({ state }) => state).sort()).toEqual(['left-to-digest', 'sent']);
      const [letter, ...more] = world.letters(people.owner);
      expect(more).toEqual([]);
      const mail = letter && (await parsed(letter));
      expect(mail?.subject).toMatch(/^年报 2026.*（另有 1 项）$/);
      expect(mail?.text).toContain('同时到期的紧急提醒合为一封');
      expect(mail?.text?.match(/\/acknowledge\//g)).toHaveLength(2);
      expect(await states(licenseId, people.owner)).toEqual(['sent', 'sent']);
    });

    it('does not take the place of the day’s digest', async () => {
      const { people, first } = await twoDates();
      await send(first);
      await world.license('2027-05-20', people);
      const { digestKeys } = await createDigestActivities(world.deps).openDigests({ now, limit: 100 });
      expect(digestKeys).toContain(`digest/${people.owner}/2026-11-20`);
      expect(digestKeys.filter((key) => key.startsWith('together/'))).toEqual([]);
    });

    it('is tried again as a whole, and given up as a whole: the deputy hears of each date', async () => {
      const { people, licenseId, first, second } = await twoDates();
      world.mail.misbehave({ kind: 'refuse-recipient', code: 450 }, 1);
      await expect(send(first)).rejects.toMatchObject({ type: 'mail-deferred' });
      await expect(send(second)).resolves.toEqual({ state: 'left-to-digest', followUps: [] });
      const { followUps } = await giveUp(first);
      expect(followUps).toEqual([expect.stringContaining(people.deputy), expect.stringContaining(people.deputy)]);
      expect(await states(licenseId, people.owner)).toEqual(['failed', 'failed']);
      for (const outboxKey of followUps) await send({ licenseId, outboxKey });
      expect(world.letters(people.deputy)).toHaveLength(1);
    });

    it('leaves all the same where the first one’s matter was closed between two attempts and its sender is gone', async () => {
      const { people, licenseId, first, second } = await twoDates();
      const row = await world.outbox.find(first.outboxKey);
      expect(row && (await world.digests.together(row, time))).toBe(`together/${first.outboxKey}`);
      await world.outbox.giveUp(first.outboxKey, 'suppressed', 'its matter was closed', time);
      await expect(send(second)).resolves.toMatchObject({ state: 'sent' });
      expect(await states(licenseId, people.owner)).toEqual(expect.arrayContaining(['sent', 'suppressed']));
    });

    it('leaves each by itself where the license’s time was skipped', async () => {
      const { people, licenseId, first, second } = await twoDates();
      await world.world.run(licenseId, 'mark-simulated', {});
      await world.world.source.query('update paizhao.outbox set simulated = true where license_id = $1', [licenseId]);
      await Promise.all([send(first), send(second)]);
      expect(world.letters(people.owner)).toHaveLength(2);
    });
  });
});
