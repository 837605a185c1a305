import { randomUUID } from 'node:crypto';
import { createDigestActivities } from '../../activities/digest.activities.js';
import { parsed } from '../../apps/standalone/mail-store.js';
import { AcknowledgeLinkRepository } from '../../libs/persistence/index.js';
import { somePeople } from '../support/advance-world.js';
import { addressOf, MailWorld, now } from '../support/mail-world.js';

jest.setTimeout(60_000);

/** Nine in the morning in Shanghai. */
const nine = (day: string): string => `${day}T01:00:00.000Z`;

const today = '2026-11-20';

describe('the daily digest', () => {
  let world: MailWorld;

  beforeAll(async () => {
    world = await MailWorld.create();
  });
  afterEach(() => world.mail.behave());
  afterAll(() => world.close());

  const activities = () => createDigestActivities(world.deps);
  const open = (at = now) => activities().openDigests({ now: at, limit: 1_000 });
  const send = (digestKey: string, at = now) => activities().sendDigest({ digestKey, now: at });
  const keyOf = (person: string, day = today) => `digest/${person}/${day}`;

  /** Somebody with a date of a license a year off, and another one two years off: nothing urgent. */
  async function waiting(...lastDays: string[]) {
    const people = somePeople();
    await world.known(people.owner, people.deputy);
    const licenses: string[] = [];
    for (const lastDay of lastDays.length > 0 ? lastDays : ['2027-05-20']) {
      const { licenseId, unsent } = await world.license(lastDay, people);
      expect(unsent).toEqual([]);
      licenses.push(licenseId);
    }
    return { people, owner: people.owner, licenses, licenseId: licenses[0] ?? '', key: keyOf(people.owner) };
  }

  const rows = async (licenseId: string) =>
    (await world.outbox.ofLicense(licenseId)).map(({ state, digestKey }) => ({ state, digestKey }));

  it('carries what waited for a person in one message, each row with its own key and story', async () => {
    const { owner, licenses, key } = await waiting('2027-05-20', '2027-04-20');
    expect((await open()).digestKeys).toContain(key);
    await expect(send(key)).resolves.toEqual({ state: 'sent', followUps: [] });
    const [mail, ...more] = world.letters(owner);
    expect(more).toEqual([]);
    for (const licenseId of licenses) {
      expect(await rows(licenseId)).toEqual([{ state: 'sent', digestKey: key }]);
      expect(await world.deliveries(licenseId)).toEqual(['delivery-attempted', 'delivery-sent']);
      expect(mail && (await parsed(mail)).text).toContain(`/licenses/${licenseId}`);
    }
  });

  it('is headed by the date that presses most', async () => {
    const { owner, key } = await waiting('2027-05-20', '2027-04-20');
    await open();
    await send(key);
    const [mail] = world.letters(owner);
    expect(mail && (await parsed(mail)).subject).toMatch(/^续期申请，2027-01-\d\d 前.*（另有 1 项）$/);
  });

  it('is sent once, however often it is asked for', async () => {
    const { owner, key } = await waiting();
    await open();
    await send(key);
    await open();
    await expect(send(key)).resolves.toEqual({ state: 'already-sent', followUps: [] });
    expect(world.letters(owner)).toHaveLength(1);
  });

  it('of two at once lets one put it together and one deliver it', async () => {
    const { owner, licenses, key } = await waiting('2027-05-20', '2027-04-20', '2027-06-20');
    await Promise.all([open(), open(), open()]);
    await Promise.allSettled([send(key), send(key), send(key)]);
    expect(world.letters(owner)).toHaveLength(1);
    for (const licenseId of licenses) expect(await rows(licenseId)).toEqual([{ state: 'sent', digestKey: key }]);
  });

  it('comes in parts of a hundred licenses to who holds many, what presses most in the first', async () => {
    const { owner, key } = await waiting();
    const { source } = world.world;
    await source.query(
      `insert into paizhao.outbox (key, license_id, seq, obligation_id, rung, role, person_id, channel, notice, due_at,
                                   simulated, leaves)
       select id || '/' || o.rung, id, o.seq, o.obligation_id, o.rung, o.role, o.person_id, o.channel, o.notice, o.due_at,
              false, 'digest'
         from paizhao.outbox o, (select gen_random_uuid() as id from generate_series(1, 150)) as license
        where o.person_id = $1`,
      [owner],
    );
    const soonest = await world.license('2027-04-20', { owner, deputy: owner, manager: owner });
    await open();
    const parts = (await source.query(
      'select digest_key as part, count(*)::integer as licenses from paizhao.outbox where person_id = $1 group by 1 order by 1',
      [owner],
    )) as object[];
    expect(parts).toEqual([
      { part: key, licenses: 100 },
      { part: `${key}/2`, licenses: 52 },
    ]);
    expect(await rows(soonest.licenseId)).toEqual([{ state: 'queued', digestKey: key }]);
  });

  it('of one person does not wait for that of another who is told of the same licenses', async () => {
    const [one, other] = [await waiting(), await waiting()];
    await world.world.source.query(
      `insert into paizhao.outbox (key, license_id, seq, obligation_id, rung, role, person_id, channel, notice, due_at,
                                   simulated, leaves)
       select license || '/' || o.person_id, license, o.seq, o.obligation_id, o.rung, o.role, o.person_id, o.channel,
              o.notice, o.due_at, false, 'digest'
         from paizhao.outbox o, unnest($2::uuid[]) as license where o.person_id = any ($1)`,
      [[one.owner, other.owner], Array.from({ length: 30 }, () => randomUUID())],
    );
    await open();
    const time = { now, validOn: today };
    for (let round = 0; round < 3; round += 1) {
      const keys = [one.key, other.key];
      const claims = await Promise.all(keys.map((key) => world.digests.claim(key, time)));
      expect(claims.map(({ kind }) => kind)).toEqual(['claimed', 'claimed']);
      const tokens = claims.map((claim) => (claim.kind === 'claimed' ? claim.token : ''));
      const deferred = { outcome: 'deferred', answer: '450' } as const;
      await Promise.all(keys.map((key, i) => world.digests.settle(key, tokens[i] ?? '', deferred, time)));
    }
  });

  it('loses nothing when its sender dies between claim and send', async () => {
    const { owner, licenseId, key } = await waiting();
    await open();
    const time = { now, validOn: today };
    expect((await world.digests.claim(key, time, 0)).kind).toBe('claimed');
    expect(await rows(licenseId)).toEqual([{ state: 'sending', digestKey: key }]);
    await expect(send(key)).resolves.toMatchObject({ state: 'sent' });
    expect(world.letters(owner)).toHaveLength(1);
  });

  it('loses nothing when nobody sent it that day', async () => {
    const { owner, key } = await waiting();
    await open();
    expect((await open(nine('2026-11-23'))).digestKeys).toContain(key);
    await send(key, nine('2026-11-23'));
    expect(world.letters(owner)).toHaveLength(1);
  });

  it('is the very same message again when the line broke behind it', async () => {
    const { owner, licenseId, key } = await waiting();
    await open();
    world.mail.misbehave({ kind: 'drop-before-answer' }, 1);
    await expect(send(key)).rejects.toMatchObject({ type: 'mail-uncertain', nonRetryable: false });
    expect(await rows(licenseId)).toEqual([{ state: 'uncertain', digestKey: key }]);
    await expect(send(key)).resolves.toMatchObject({ state: 'sent' });
    const [first, second] = world.letters(owner);
    expect(first && second?.raw.equals(first.raw)).toBe(true);
    expect(await world.deliveries(licenseId)).toEqual([
      'delivery-attempted',
      'delivery-uncertain',
      'delivery-attempted',
      'delivery-sent',
    ]);
  });

  it('tells the deputy of each row when the mailbox does not exist', async () => {
    const { people, licenseId, key } = await waiting();
    await open();
    world.mail.misbehave({ kind: 'refuse-recipient', code: 550 }, 1);
    const { state, followUps } = await send(key);
    expect(state).toBe('failed');
    expect(followUps).toEqual([{ licenseId, outboxKey: expect.stringContaining(people.deputy) }]);
    for (const request of followUps) await world.send(request);
    const [letter] = world.letters(people.deputy);
    expect(letter && (await parsed(letter)).subject).toContain('提醒未送达');
    expect(await world.outbox.unsent(licenseId)).toEqual([]);
  });

  it('names the deputy again to whoever asks after its sender died', async () => {
    const { people, licenseId, key } = await waiting();
    await open();
    world.mail.misbehave({ kind: 'refuse-recipient', code: 550 }, 1);
    await send(key);
    await expect(send(key)).resolves.toEqual({
      state: 'failed',
      followUps: [{ licenseId, outboxKey: expect.stringContaining(people.deputy) }],
    });
  });

  it('given up is a state that people see, and the deputy is told', async () => {
    const { people, licenseId, key } = await waiting();
    await open();
    const { followUps } = await activities().giveUpDigest({ digestKey: key, now });
    expect(followUps).toEqual([{ licenseId, outboxKey: expect.stringContaining(people.deputy) }]);
    expect((await rows(licenseId))[0]).toEqual({ state: 'failed', digestKey: key });
  });

  it('to an address that failed before is tried, and whoever stands in is told too', async () => {
    const { people, licenseId, owner, key } = await waiting();
    await world.failing(owner);
    await open();
    await expect(send(key)).resolves.toEqual({
      state: 'sent',
      followUps: [{ licenseId, outboxKey: expect.stringContaining(people.deputy) }],
    });
  });

  it('does not tell a former owner of a license that was handed over meanwhile: the new one is told', async () => {
    const { licenses, owner, key } = await waiting('2027-05-20', '2027-04-20');
    const [given = '', kept = ''] = licenses;
    const successor = randomUUID();
    await world.known(successor);
    await open();
    await world.world.run(given, 'hand-over', { from: owner, to: successor });
    const { state, followUps } = await send(key);
    expect({ state, followUps }).toEqual({
      state: 'sent',
      followUps: [{ licenseId: given, outboxKey: expect.stringContaining(successor) }],
    });
    for (const request of followUps) await world.send(request);
    const texts = async (person: string) =>
      Promise.all(world.letters(person).map(async (mail) => (await parsed(mail)).text));
    expect(await texts(owner)).toEqual([expect.stringContaining(kept)]);
    expect((await texts(owner)).join()).not.toContain(given);
    expect(await texts(successor)).toEqual([expect.stringContaining(given)]);
  });

  it('leaves out what was closed before it left, and does not leave empty', async () => {
    const { owner, licenses, key } = await waiting('2027-05-20', '2027-04-20');
    await open();
    const [closed = '', other = ''] = licenses;
    await world.world.run(closed, 'record-cancellation', { cancelledOn: today, number: null });
    await expect(send(key)).resolves.toMatchObject({ state: 'sent' });
    expect((await rows(closed))[0]).toEqual({ state: 'suppressed', digestKey: key });
    expect((await rows(other))[0]).toEqual({ state: 'sent', digestKey: key });
    const [mail] = world.letters(owner);
    expect(mail && (await parsed(mail)).text).not.toContain(closed);

    const alone = await waiting();
    await open();
    await world.world.run(alone.licenseId, 'record-cancellation', { cancelledOn: today, number: null });
    await expect(send(alone.key)).resolves.toMatchObject({ state: 'suppressed' });
    expect(world.letters(alone.owner)).toEqual([]);
    expect((await world.digests.find(alone.key))?.state).toBe('suppressed');
  });

  it('keeps the hashes of its links, and the links in the message alone', async () => {
    const { owner, key } = await waiting();
    await open();
    await send(key);
    const [mail] = world.letters(owner);
    const text = (mail && (await parsed(mail)).text) ?? '';
    const token = /\/acknowledge\/([\w-]{43})/.exec(text)?.[1] ?? '';
    const links = new AcknowledgeLinkRepository(world.world.source.manager);
    expect(await links.find(token)).toMatchObject({ usedAt: null, expiresAt: '2027-01-19T02:00:00.000Z' });
    expect(await links.find(`${token}x`)).toBeNull();
    const { rendered } = (await world.digests.find(key)) ?? {};
    expect(rendered?.includes(token)).toBe(false);
  });

  it('does not tell of a license whose time was skipped, also not what waited before', async () => {
    const { owner, licenseId } = await waiting();
    const { unsent } = await world.world.run(licenseId, 'mark-simulated', {});
    expect(unsent).toEqual([expect.stringContaining(owner)]);
    expect((await open()).digestKeys).not.toContain(keyOf(owner));
    await world.send({ licenseId, outboxKey: unsent[0] ?? '' });
    const [letter] = world.letters(owner);
    expect(letter && (await parsed(letter)).subject).toContain('【模拟】');
  });

  describe('and the day', () => {
    it('is a working day: on a rest day nothing is put together', async () => {
      const { licenseId } = await waiting();
      expect(await open(nine('2026-11-21'))).toEqual({ digestKeys: [] });
      expect(await rows(licenseId)).toEqual([{ state: 'queued', digestKey: null }]);
    });

    it('brings one digest: what comes later waits for the next', async () => {
      const { people, owner, key } = await waiting();
      await open();
      await send(key);
      const later = await world.license('2027-04-20', people);
      await open();
      expect(await rows(later.licenseId)).toEqual([{ state: 'queued', digestKey: null }]);
      expect((await open(nine('2026-11-23'))).digestKeys).toContain(keyOf(owner, '2026-11-23'));
      await send(keyOf(owner, '2026-11-23'), nine('2026-11-23'));
      expect(world.letters(owner)).toHaveLength(2);
    });
  });

  describe('and what people ask for', () => {
    it('is none: each reminder leaves by itself', async () => {
      const people = somePeople();
      await world.known(people.owner);
      await world.prefers(people.owner, { digest: false });
      const { licenseId, unsent } = await world.license('2027-05-20', people);
      const [outboxKey = ''] = unsent;
      await expect(world.send({ licenseId, outboxKey })).resolves.toMatchObject({ state: 'sent' });
      expect(world.letters(people.owner)).toHaveLength(1);
    });

    it('are quiet hours: it comes when they end', async () => {
      const { owner, key } = await waiting();
      await world.prefers(owner, { quietHours: { fromMinute: 0, untilMinute: 11 * 60 } });
      await open();
      await expect(send(key)).rejects.toMatchObject({ type: 'quiet-hours', nextRetryDelay: 3_600_000 });
      expect(await world.digests.find(key)).toMatchObject({ state: 'queued', attempts: 0 });
      await expect(send(key, '2026-11-20T03:00:00.000Z')).resolves.toMatchObject({ state: 'sent' });
    });

    it('is silence about a kind: the deputy hears of a duty by law, and the mail says why', async () => {
      const { people, licenseId, owner, key } = await waiting();
      await world.prefers(owner, { mutedKinds: ['renewal'] });
      await open();
      const { state, followUps } = await send(key);
      expect(state).toBe('suppressed');
      for (const request of followUps) await world.send(request);
      const [letter] = world.letters(people.deputy);
      expect(letter && (await parsed(letter)).text).toContain('本应收到此提醒的人已关闭此类提醒');
      expect(world.letters(owner)).toEqual([]);
      expect(await world.deliveries(licenseId)).toEqual([
        'delivery-attempted',
        'delivery-suppressed',
        'delivery-attempted',
        'delivery-sent',
      ]);
    });

    it('is silence of an owner who is away, and of the deputy: the manager hears of a duty by law', async () => {
      const { people, licenseId, owner, key } = await waiting();
      await world.known(people.manager);
      for (const person of [owner, people.deputy]) await world.prefers(person, { mutedKinds: ['renewal'] });
      const absence = { absenceId: randomUUID(), person: owner, from: today, until: '2026-12-31' };
      const told = { ...absence, calledOff: false, houseSeq: 1 };
      const { unsent } = await world.world.run(licenseId, 'tell-absence', told);
      expect(unsent).toEqual([expect.stringContaining(people.deputy)]);
      for (const outboxKey of unsent) await world.send({ licenseId, outboxKey });
      await open();
      const { followUps } = await send(key);
      for (const request of followUps) await world.send(request);
      expect([owner, people.deputy, people.manager].map((person) => world.letters(person).length)).toEqual([0, 0, 1]);
    });

    it('is silence of everybody: the owner is told of a duty by law all the same', async () => {
      const { people, owner, key } = await waiting();
      await world.known(people.manager);
      for (const person of Object.values(people)) await world.prefers(person, { mutedKinds: ['renewal'] });
      await open();
      await expect(send(key)).resolves.toEqual({ state: 'sent', followUps: [] });
      expect(world.letters(owner)).toHaveLength(1);
    });
  });
});

describe('an urgent message', () => {
  let world: MailWorld;
  beforeAll(async () => {
    world = await MailWorld.create();
  });
  afterAll(() => world.close());

  const night = '2026-11-20T14:00:00.000Z';

  it('leaves at once, in quiet hours too, when its date has passed', async () => {
    const { people, ...request } = await world.urgent();
    await world.known(people.owner);
    await expect(world.send(request, {}, night)).resolves.toMatchObject({ state: 'sent' });
    expect(world.mail.store.all(addressOf(people.owner))).toHaveLength(1);
  });

  it('waits for the morning while its date lies ahead', async () => {
    const people = somePeople();
    await world.known(people.owner);
    await world.prefers(people.owner, { digest: false });
    const { licenseId, unsent } = await world.license('2027-05-20', people, night);
    const request = { licenseId, outboxKey: unsent[0] ?? '' };
    await expect(world.send(request, {}, night)).rejects.toMatchObject({
      type: 'quiet-hours',
      nonRetryable: false,
      nextRetryDelay: 10 * 3_600_000,
    });
    expect(await world.outbox.find(request.outboxKey)).toMatchObject({ state: 'queued', attempts: 0 });
    await expect(world.send(request, { waitedMs: () => 10 * 3_600_000 }, night)).resolves.toMatchObject({
      state: 'sent',
    });
  });
});
