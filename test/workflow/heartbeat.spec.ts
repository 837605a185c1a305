import { randomUUID } from 'node:crypto';
import { createHeartbeatActivities } from '../../activities/heartbeat.activities.js';
import { type MailCatcher, startMailCatcher } from '../../apps/standalone/mail-catcher.js';
import { parsed } from '../../apps/standalone/mail-store.js';
import { scheduleIds } from '../../libs/contracts/index.js';
import { ensureSchedules } from '../../libs/gateway/index.js';
import { createSmtpCarrier, heartbeatLetter, type MailCarrier, renderPlainMime } from '../../libs/notices/index.js';
import {
  ApiTokenRepository,
  Cipher,
  HeartbeatRepository,
  PersonRepository,
  RecipientRepository,
} from '../../libs/persistence/index.js';
import { AdvanceWorld, someone } from '../support/advance-world.js';
import { LicenseWorld } from '../support/license-world.js';

jest.setTimeout(60_000);

const monday = '2026-11-23T01:00:00.000Z';
const cipher = new Cipher(Buffer.alloc(32, 3));

describe('the weekly heartbeat', () => {
  let world: AdvanceWorld;
  let mail: MailCatcher;
  let carrier: MailCarrier;

  beforeAll(async () => {
    mail = await startMailCatcher();
    carrier = createSmtpCarrier(mail.smtpUrl);
  });
  beforeEach(async () => {
    world = await AdvanceWorld.create(4);
  });
  afterEach(async () => {
    mail.behave();
    await world.close();
  });
  afterAll(async () => {
    carrier.close();
    await mail.stop();
  });

  const activities = () =>
    createHeartbeatActivities({
      heartbeats: new HeartbeatRepository(world.source.manager, cipher),
      recipients: new RecipientRepository(world.source.manager, cipher),
      carrier,
      render: (frame, content) => renderPlainMime(frame, heartbeatLetter(content)),
      mailFrom: 'Paizhao <paizhao@example.com>',
      publicUrl: 'https://paizhao.example.com',
      now: () => monday,
    });

  async function known(language: 'zh' | 'en', roles: ('admin' | 'officer')[] = []): Promise<string> {
    const id = randomUUID();
    const act = { actor: someone, commandId: randomUUID(), now: monday, validOn: '2026-11-23' };
    await world.source.transaction(async (manager) => {
      await new PersonRepository(manager, cipher).add({ id, name: '王芳', mail: `${id}@example.com`, language }, act);
      const bearer = { kind: 'person', id } as const;
      if (roles.length > 0)
        await new ApiTokenRepository(manager).issue({ id: randomUUID(), bearer, roles, expiresAt: null }, act);
    });
    return id;
  }

  const lettersTo = async (person: string) => Promise.all(mail.store.all(`${person}@example.com`).map(parsed));
  const week = () => new HeartbeatRepository(world.source.manager, cipher).ofWeek('2026-11-23', '2999-01-01T00:00:00Z');

  it('tells administrators and managers, and nobody else, in their language', async () => {
    const [admin, manager, officer] = await Promise.all([
      known('en', ['admin']),
      known('zh'),
      known('zh', ['officer']),
    ]);
    await world.opened({ people: { owner: officer, deputy: officer, manager } });
    expect(await activities().sendHeartbeats({ now: monday })).toEqual({ sent: 2 });
    const [letter] = await lettersTo(admin);
    expect(letter?.subject).toBe('Paizhao weekly heartbeat 2026-11-23: 1 licenses watched, 0 overdue');
    expect(letter?.text).toMatch(/Nothing is overdue\.[\s\S]*Licenses watched: 1; open obligations: \d/);
    const [brief] = await lettersTo(manager);
    expect(brief?.text).toContain('监看的许可证：1');
    expect(await lettersTo(officer)).toEqual([]);
  });

  it('reaches each once, and again only whom the server did not take it for, with the same bytes', async () => {
    const [one, other] = await Promise.all([known('en', ['admin']), known('en', ['admin'])]);
    mail.misbehave({ kind: 'drop-before-answer' }, 1);
    const failure = { type: 'mail-deferred', nonRetryable: false };
    await expect(activities().sendHeartbeats({ now: monday })).rejects.toMatchObject(failure);
    expect(await week()).toMatchObject({ sent: 1, unsent: 1, expected: true });
    await activities().sendHeartbeats({ now: monday });
    await activities().sendHeartbeats({ now: monday });
    expect(await week()).toMatchObject({ sent: 2, unsent: 0 });
    const raw = [one, other].map((person) => mail.store.all(`${person}@example.com`).map((each) => each.raw));
    expect(raw.map((letters) => letters.length).sort()).toEqual([1, 2]);
    for (const [first, second] of raw) if (first && second) expect(second.equals(first)).toBe(true);
  });
});

describe('its schedule', () => {
  it('is made once, every Monday at nine in Shanghai, and starts the workflow', async () => {
    const world = await LicenseWorld.create();
    try {
      await Promise.all([ensureSchedules(world.client), ensureSchedules(world.client)]);
      const handle = world.client.schedule.getHandle(scheduleIds.heartbeat);
      const { info } = await handle.describe();
      const [next] = info.nextActionTimes;
      expect([next?.getUTCDay(), next?.getUTCHours(), next?.getUTCMinutes()]).toEqual([1, 1, 0]);
      await handle.trigger();
      await world.until(() => world.record.heartbeats.length === 1);
    } finally {
      await world.close();
    }
  });
});
