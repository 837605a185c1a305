import { randomUUID } from 'node:crypto';
import { createSendActivities, type SendDeps } from '../../activities/send.activities.js';
import { type MailCatcher, startMailCatcher } from '../../apps/standalone/mail-catcher.js';
import {
  defaultPreferences,
  folding,
  type LicenseCommandData,
  latestPins,
  type NoticePreferences,
  type People,
} from '../../libs/domain/index.js';
import { deliveryStream, openBody, readStream } from '../../libs/ledger/index.js';
import { createSmtpCarrier, digestOf, renderDigest, renderMime } from '../../libs/notices/index.js';
import {
  AcknowledgeLinkRepository,
  AdoptionRepository,
  Cipher,
  DigestRepository,
  newLinkToken,
  OutboxRepository,
  PersonRepository,
  PreferenceRepository,
  SnapshotRepository,
} from '../../libs/persistence/index.js';
import { AdvanceWorld, someone, somePeople } from './advance-world.js';
import { anOpening, aPermit } from './builders.js';

/** Ten in the morning in Shanghai, on a Friday. */
export const now = '2026-11-20T02:00:00.000Z';

export const addressOf = (person: string): string => `${person}@example.com`;

/** Licenses on a real database and a real SMTP server: what the worker sends with, without Temporal. */
export class MailWorld {
  readonly outbox: OutboxRepository;
  readonly digests: DigestRepository;
  readonly deps: SendDeps;
  private readonly cipher = new Cipher(Buffer.alloc(32, 3));

  private constructor(
    readonly world: AdvanceWorld,
    readonly mail: MailCatcher,
  ) {
    const { manager } = world.source;
    this.outbox = new OutboxRepository(manager);
    this.digests = new DigestRepository(manager);
    this.deps = {
      outbox: this.outbox,
      digests: this.digests,
      links: new AcknowledgeLinkRepository(manager),
      adoptions: new AdoptionRepository(manager),
      people: new PersonRepository(manager, this.cipher),
      snapshots: new SnapshotRepository(manager, folding),
      preferences: new PreferenceRepository(manager, defaultPreferences),
      carrier: createSmtpCarrier(mail.smtpUrl),
      render: renderMime,
      digestOf,
      renderDigest,
      newLinkToken,
      mailFrom: 'Paizhao <paizhao@example.com>',
      publicUrl: 'https://paizhao.example.com',
      wakeWindow: { fromMinute: 480, spreadMinutes: 50 },
      waitedMs: () => 0,
    };
  }

  static async create(): Promise<MailWorld> {
    const [world, mail] = await Promise.all([AdvanceWorld.create(), startMailCatcher()]);
    return new MailWorld(world, mail);
  }

  async close(): Promise<void> {
    this.deps.carrier.close();
    await this.mail.stop();
    await this.world.close();
  }

  private get act() {
    return { actor: someone, commandId: randomUUID(), now, validOn: '2026-11-20' };
  }

  /** Mail to this person's address has come back. */
  failing(person: string): Promise<void> {
    return new PersonRepository(this.world.source.manager, this.cipher).markFailing(person, now);
  }

  /** Gives the people an address each. */
  async known(...people: string[]): Promise<void> {
    for (const id of people) {
      await this.world.source.transaction((manager) =>
        new PersonRepository(manager, this.cipher).add(
          { id, name: '王芳', mail: addressOf(id), language: 'zh' },
          this.act,
        ),
      );
    }
  }

  /** Of a person with an address. */
  async prefers(person: string, preferences: Partial<NoticePreferences>): Promise<void> {
    await this.world.source.transaction((manager) =>
      new PreferenceRepository(manager, defaultPreferences).change(
        person,
        { ...defaultPreferences, language: 'zh', ...preferences },
        this.act,
      ),
    );
  }

  /** A license whose permit ends on a day, and what its workflow would send; its notices fall due at `at`. */
  async license(
    lastDay: string,
    people: People = somePeople(),
    at = now,
    reportsFiled = ['2022', '2023', '2024', '2025', '2026'],
  ): Promise<{ licenseId: string; unsent: string[] }> {
    const held: LicenseCommandData['register-permit'] = {
      companyId: randomUUID(),
      company: anOpening().company,
      companySeq: 0,
      people,
      pins: latestPins,
      permit: aPermit({ validFrom: fiveYearsBefore(lastDay), printedLastDay: lastDay }),
      grantedOn: '2021-12-01',
      opened: [],
      reportsFiled,
      unknown: [],
    };
    const licenseId = randomUUID();
    const { unsent } = await this.world.run(licenseId, 'register-permit', held, { at });
    return { licenseId, unsent };
  }

  /** A license whose renewal window has passed, and the key of the message to its owner, which leaves at once. */
  async urgent(people: People = somePeople()): Promise<{ licenseId: string; outboxKey: string; people: People }> {
    const { licenseId, unsent } = await this.license('2026-12-19', people);
    return { licenseId, outboxKey: unsent.find((key) => key.includes(people.owner)) ?? '', people };
  }

  send(request: { licenseId: string; outboxKey: string }, over: Partial<SendDeps> = {}, at = now) {
    return createSendActivities({ ...this.deps, ...over }).send({ ...request, now: at });
  }

  letters(person: string) {
    return this.mail.store.all(addressOf(person));
  }

  async deliveries(licenseId: string): Promise<string[]> {
    return (await readStream(this.world.source, deliveryStream(licenseId))).map(({ body }) => openBody(body).type);
  }
}

/** First day of the five years that end on a day. */
function fiveYearsBefore(lastDay: string): string {
  const next = new Date(Date.parse(lastDay) + 86_400_000);
  return `${next.getUTCFullYear() - 5}${next.toISOString().slice(4, 10)}`;
}
