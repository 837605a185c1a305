import { randomUUID } from 'node:crypto';
import { type MailCatcher, startMailCatcher } from '../../apps/standalone/mail-catcher.js';
import { parsed } from '../../apps/standalone/mail-store.js';
import { folding, type LicenseCommandData, latestPins } from '../../libs/domain/index.js';
import { createSmtpCarrier, type MailCarrier } from '../../libs/notices/index.js';
import {
  AlarmRepository,
  type Attempt,
  ChannelFaultRepository,
  Cipher,
  createDataSource,
  HeartbeatRepository,
  OutboxRepository,
  SilenceRepository,
  SnapshotRepository,
  underWatchLock,
} from '../../libs/persistence/index.js';
import { mailVoice, silenceWatchman, type Voice, Watch, webhookVoice } from '../../libs/watch/index.js';
import { AdvanceWorld, somePeople } from '../support/advance-world.js';
import { anOpening, aPermit } from '../support/builders.js';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';

jest.setTimeout(30_000);

const operator = 'operator@example.com';
const publicUrl = 'https://paizhao.example.com';
const cipher = new Cipher(Buffer.alloc(32, 3));
const hour = 3_600_000;
const day = 24 * hour;

let mail: MailCatcher;
let hook: WebhookReceiver;
let carrier: MailCarrier;
let world: AdvanceWorld;

beforeAll(async () => {
  [mail, hook] = await Promise.all([startMailCatcher(), startWebhookReceiver()]);
  carrier = createSmtpCarrier(mail.smtpUrl);
});
beforeEach(async () => {
  world = await AdvanceWorld.create(4);
});
afterEach(async () => {
  mail.behave();
  hook.answerWith(204);
  hook.bodies.length = 0;
  await world.close();
});
afterAll(async () => {
  carrier.close();
  await Promise.all([mail.stop(), hook.close()]);
});

const byMail = (): Voice =>
  mailVoice({ carrier, from: 'Paizhao <paizhao@example.com>', addresses: async () => [operator], publicUrl });
const byHook = (): Voice => webhookVoice(hook.url, publicUrl);

/** A watch over the database alone, whose clock stands where the test says. */
function aWatch(voices: Voice[] = [byMail(), byHook()], skewMs = 0) {
  const lines: { level: string; about: object }[] = [];
  const note = (level: string) => (about: object) => void lines.push({ level, about });
  let at = 0;
  const { manager } = world.source;
  // The clock of these tests is years ahead of the database's.
  const silence = Object.assign(new SilenceRepository(manager), { clockSkew: async () => skewMs });
  const watch = new Watch({
    dataSource: world.source,
    process: 'worker',
    watchmen: [
      silenceWatchman({
        silence,
        heartbeats: new HeartbeatRepository(manager, cipher),
        channels: new ChannelFaultRepository(manager),
        startedAt: 0,
      }),
    ],
    voices,
    log: { info: note('info'), error: note('error'), fatal: note('fatal') } as never,
    clock: () => at,
  });
  const roundAt = (instant: number) => {
    at = instant;
    return watch.round();
  };
  return { roundAt, lines };
}

const open = () => new AlarmRepository(world.source.manager).list({ all: false, limit: 50 });

/** A permit held already; its next wake-up lies ahead of the first day of these tests. */
async function heldLicense(permit: Partial<ReturnType<typeof aPermit>> = {}) {
  const people = somePeople();
  const held: LicenseCommandData['register-permit'] = {
    companyId: randomUUID(),
    company: anOpening().company,
    companySeq: 0,
    people,
    pins: latestPins,
    permit: aPermit({ validFrom: '2023-03-15', printedLastDay: '2028-03-14', ...permit }),
    grantedOn: '2023-03-15',
    opened: [],
    reportsFiled: ['2024', '2025', '2026'],
    unknown: [],
  };
  const licenseId = randomUUID();
  const { wakeAt, unsent } = await world.run(licenseId, 'register-permit', held);
  return { licenseId, people, unsent, wakeAt: Date.parse(wakeAt ?? '') };
}

const wakeUp = async (licenseId: string, at: number) => {
  const snapshot = await world.snapshot(licenseId);
  return world.advance({
    kind: 'wake-up',
    licenseId,
    expectedSeq: snapshot?.seq ?? 0,
    now: new Date(at).toISOString(),
  });
};

const lettersTo = (address: string, from: number) => mail.store.all(address).slice(from);
const textOf = async (raw: Parameters<typeof parsed>[0]) => (await parsed(raw)).text ?? '';

describe('a wake-up that did not happen', () => {
  it('is an alarm an hour past its time, told once, again after a day, and once when it is over', async () => {
    const { licenseId, wakeAt } = await heldLicense();
    const before = mail.store.all(operator).length;
    const { roundAt } = aWatch();
    await roundAt(wakeAt + hour - 1);
    expect(await open()).toEqual([]);

    await roundAt(wakeAt + hour + 60_000);
    await roundAt(wakeAt + hour + 120_000);
    expect(await open()).toMatchObject([{ kind: 'wake-up-overdue', subject: licenseId, toldBy: 'mail', tellings: 1 }]);

    await roundAt(wakeAt + hour + 60_000 + day);
    expect(await open()).toMatchObject([{ kind: 'wake-up-overdue', tellings: 2 }]);

    await wakeUp(licenseId, wakeAt + day + 2 * hour);
    await roundAt(wakeAt + day + 3 * hour);
    await roundAt(wakeAt + day + 4 * hour);
    expect((await open()).filter(({ kind }) => kind === 'wake-up-overdue')).toEqual([]);
    const letters = await Promise.all(lettersTo(operator, before).map(textOf));
    const about = letters.filter((text) => text.includes('wake-up-overdue'));
    expect(about.map((text) => /== (\S+)/.exec(text)?.[1])).toEqual(['新告警', '仍未解除', '已解除']);
    expect(about[0]).toContain(licenseId);
  });

  it('goes by the license’s own time where that was skipped', async () => {
    const { licenseId, wakeAt } = await heldLicense();
    const real = await heldLicense();
    const { roundAt } = aWatch();
    const offset = 200 * day;
    await world.run(licenseId, 'mark-simulated', {});
    await new SnapshotRepository(world.source.manager, folding).setClockOffset(licenseId, offset);
    await roundAt(wakeAt - offset + 2 * hour);
    expect(await open()).toEqual([]); // just skipped: its wake-ups are still being run

    await world.source.query(
      `update paizhao.snapshots set clock_set_at = clock_timestamp() - interval '2 hours' where license_id = $1`,
      [licenseId],
    );
    await roundAt(wakeAt - offset + hour / 2);
    expect(await open()).toEqual([]);
    await roundAt(wakeAt - offset + 2 * hour);
    expect(await open()).toMatchObject([{ subject: licenseId }]);
    expect(real.wakeAt).toBeGreaterThan(wakeAt - offset + 2 * hour);
  });
});

describe('a reminder that did not leave', () => {
  const since = Date.parse('2026-11-20T02:00:00.000Z');
  const outbox = () => new OutboxRepository(world.source.manager);
  const timeAt = (at: number) => ({ now: new Date(at).toISOString(), validOn: '2026-11-20' });

  /** A license whose renewal window has passed: its owner is told at once. */
  async function anUrgentReminder() {
    const { licenseId, people, unsent } = await heldLicense({ validFrom: '2021-12-20', printedLastDay: '2026-12-19' });
    return { licenseId, outboxKey: unsent.find((key) => key.includes(people.owner)) ?? '' };
  }

  async function attempted(key: string, attempt: Attempt, at: number) {
    const claim = await outbox().claim(key, timeAt(at));
    if (claim.kind !== 'claimed') throw new Error(claim.kind);
    await outbox().settle(key, claim.token, attempt, timeAt(at));
  }

  const silent = async () => (await open()).filter(({ kind }) => kind === 'reminder-not-left');

  it('is an alarm after a day, told by the webhook: mail is what failed', async () => {
    const { licenseId, outboxKey } = await anUrgentReminder();
    const { roundAt } = aWatch();
    await attempted(outboxKey, { outcome: 'deferred', answer: '450 later' }, since);
    await roundAt(since + day - 1);
    expect(await silent()).toEqual([]);

    await roundAt(since + day + 1_000);
    const told = hook.bodies.flatMap(({ raised }) => raised).filter(({ kind }) => kind === 'reminder-not-left');
    expect(told).toMatchObject([{ details: { licenseId } }]);
    expect(hook.bodies.at(-1).text).toContain('A reminder that was due has not left within 24 hours');
    expect(await silent()).toMatchObject([{ toldBy: 'webhook' }]);

    await attempted(outboxKey, { outcome: 'sent', answer: '250 OK' }, since + 25 * hour);
    await roundAt(since + day + 2 * hour);
    expect(await silent()).toEqual([]);
  });

  it('is one too where it failed for good and nobody else was reached', async () => {
    const { outboxKey } = await anUrgentReminder();
    await attempted(outboxKey, { outcome: 'failed', answer: '550 no such user' }, since);
    await aWatch().roundAt(since + day + hour);
    expect(await silent()).toHaveLength(1);
  });

  it('is none where the message left, or had nothing left to say', async () => {
    const { outboxKey } = await anUrgentReminder();
    await outbox().giveUp(outboxKey, 'suppressed', 'closed', timeAt(since));
    await aWatch().roundAt(since + day + hour);
    expect(await silent()).toEqual([]);
  });

  it('is stuck once it is tried again and again for two hours, not where quiet hours held its first attempt', async () => {
    const { outboxKey } = await anUrgentReminder();
    await world.source.query('update paizhao.outbox set stored_at = $2 where key = $1', [
      outboxKey,
      new Date(since).toISOString(),
    ]);
    const stuck = async () => (await open()).filter(({ kind }) => kind === 'mail-not-taken');
    const { roundAt } = aWatch();
    await attempted(outboxKey, { outcome: 'deferred', answer: '450 later' }, since + 10 * hour);
    await roundAt(since + 10 * hour);
    expect(await stuck()).toEqual([]);
    for (let minute = 1; minute <= 5; minute += 1)
      await attempted(outboxKey, { outcome: 'deferred', answer: '450 later' }, since + 10 * hour + minute * 60_000);
    await roundAt(since + 10 * hour + 6 * 60_000);
    expect(await stuck()).toMatchObject([{ details: { count: 1, attempts: 6 } }]);
  });
});

describe('a webhook that was disabled by itself', () => {
  it('is told by name until it is enabled again', async () => {
    const id = randomUUID();
    await world.source.query(
      `insert into paizhao.webhook_endpoints (id, name, url, secret, state, disabled_why)
       values ($1, 'erp', '', '', 'disabled', 'failing')`,
      [id],
    );
    const { roundAt } = aWatch([byHook()]);
    await roundAt(hour);
    expect(hook.bodies[0].raised).toMatchObject([{ kind: 'webhook-failing', subject: id, details: { name: 'erp' } }]);
    await world.source.query(`update paizhao.webhook_endpoints set state = 'enabled', disabled_why = null`);
    await roundAt(2 * hour);
    expect(await open()).toEqual([]);
  });
});

describe('telling', () => {
  it('goes by the webhook where the mail server refuses, and by the log at level fatal where both fail', async () => {
    const { wakeAt } = await heldLicense();
    mail.misbehave({ kind: 'refuse-recipient', code: 550 });
    hook.answerWith(500);
    const { roundAt, lines } = aWatch();
    await roundAt(wakeAt + 2 * hour);
    expect(await open()).toMatchObject([{ toldBy: 'log' }]);
    expect(lines.find(({ level }) => level === 'fatal')?.about).toMatchObject({ kinds: ['wake-up-overdue'] });

    hook.answerWith(204);
    await roundAt(wakeAt + 2 * hour + 60_000);
    expect(hook.bodies).toEqual([]); // not yet again
    await roundAt(wakeAt + 2 * hour + 11 * 60_000);
    expect(hook.bodies).toHaveLength(1);
    expect(await open()).toMatchObject([{ toldBy: 'webhook', tellings: 2 }]);
  });

  it('does not follow a redirect', async () => {
    const { wakeAt } = await heldLicense();
    hook.answerWith(302);
    const asked = hook.count();
    await aWatch([byHook()]).roundAt(wakeAt + 2 * hour);
    expect(await open()).toMatchObject([{ toldBy: 'log' }]);
    expect(hook.count()).toBe(asked + 1);
  });

  it('is one message for many licenses', async () => {
    const licenses = [await heldLicense(), await heldLicense(), await heldLicense()];
    const latest = Math.max(...licenses.map(({ wakeAt }) => wakeAt));
    await aWatch([byHook()]).roundAt(latest + 2 * hour);
    expect(hook.bodies).toHaveLength(1);
    expect(hook.bodies[0].raised.filter(({ kind }: { kind: string }) => kind === 'wake-up-overdue')).toHaveLength(3);
  });
});

describe('the watch', () => {
  it('is kept by one process at a time', async () => {
    await underWatchLock(world.source, async () => {
      const other = await createDataSource({ url: world.database.appUrl, poolSize: 2 }).initialize();
      try {
        expect(await underWatchLock(other, async () => undefined)).toBe(false);
      } finally {
        await other.destroy();
      }
    });
    expect(await underWatchLock(world.source, async () => undefined)).toBe(true);
  });

  it('says when the clocks are apart', async () => {
    await aWatch([byHook()], 61_000).roundAt(hour);
    expect(hook.bodies[0].raised).toMatchObject([{ kind: 'clock-skew', details: { milliseconds: 61_000 } }]);
  });

  it('says without a database that it cannot look: after five minutes, once a day, and when it can again', async () => {
    const source = createDataSource({ url: world.database.appUrl, poolSize: 2 });
    let clock = Date.now();
    const log = { info: () => undefined, error: () => undefined, fatal: () => undefined };
    const watch = new Watch({
      dataSource: source,
      process: 'api',
      watchmen: [],
      voices: [byHook()],
      log,
      clock: () => clock,
    });
    expect(await watch.round()).toBe('blind');
    expect(hook.bodies).toEqual([]);
    clock += 6 * 60_000;
    await watch.round();
    await watch.round();
    expect(hook.bodies).toMatchObject([{ raised: [{ kind: 'watch-blind', subject: 'api' }] }]);
    await source.initialize();
    try {
      expect(await watch.round()).toBe('looked');
      await watch.round();
      expect(hook.bodies.slice(1)).toMatchObject([{ over: [{ kind: 'watch-blind' }] }]);
    } finally {
      await source.destroy();
    }
  });
});
