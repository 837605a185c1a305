import { createHash } from 'node:crypto';
import { parsed } from '../../apps/standalone/mail-store.js';
import { type CivilDate, shanghaiDay } from '../../libs/calendar/index.js';
import { licenseWorkflowId } from '../../libs/contracts/index.js';
import type { NoticeDue, RecordedEvent } from '../../libs/domain/index.js';
import { type History, historiesOf } from '../../libs/gateway/index.js';
import { licenseStream, openBody, readWholeStream } from '../../libs/ledger/index.js';
import { OutboxRepository } from '../../libs/persistence/index.js';
import type { Life } from './life.js';
import type { LifePeople } from './life-world.js';

type Role = keyof LifePeople;

/** A message about one license that the mail server has taken. */
export interface Letter {
  /** Of the license's time. */
  day: CivilDate;
  /** In whose mailboxes it lies, once for each of its copies. */
  to: Role[];
  subject: string;
  /** The notice that asked for it. */
  seq: number;
  about: NoticeDue;
}

/** What one life has left behind: its ledger, the mail that arrived, and the histories of its workflow. */
export class LifeRecord {
  private constructor(
    readonly licenseId: string,
    readonly people: LifePeople,
    /** The day up to which it was lived. */
    readonly lastDay: CivilDate,
    readonly events: readonly RecordedEvent[],
    readonly letters: readonly Letter[],
    readonly runs: readonly History[],
    /** As an auditor takes it away. */
    readonly exported: string,
  ) {}

  static async of(life: Life): Promise<LifeRecord> {
    const { world, licenseId, people, today } = life;
    const events: RecordedEvent[] = [];
    for await (const { body } of readWholeStream(world.source, licenseStream(licenseId)))
      events.push(openBody(body) as unknown as RecordedEvent);
    const runs = await historiesOf(world.client, licenseId);
    const { text } = await life.auditor.get(`/licenses/${licenseId}/export`);
    return new LifeRecord(licenseId, people, today, events, await lettersOf(life), runs, text);
  }

  get workflowId(): string {
    return licenseWorkflowId(this.licenseId);
  }

  /** What fell due, person by person: each must have become one letter. */
  get due(): { seq: number; role: Role }[] {
    return this.events.flatMap((event) =>
      event.type === 'notice-due' ? event.data.to.map(({ role }) => ({ seq: event.seq, role })) : [],
    );
  }
}

async function lettersOf({ world, licenseId, mails }: Life): Promise<Letter[]> {
  const rows = await new OutboxRepository(world.source.manager).ofLicense(licenseId);
  const rowOf = new Map(rows.map((row) => [messageIdOf(row.key), row]));
  const letters = new Map<string, Letter>();
  for (const role of ['owner', 'deputy', 'manager'] as const) {
    for (const mail of world.mail.store.all(mails[role])) {
      const { messageId = '', subject = '', date = '' } = await parsed(mail);
      const row = rowOf.get(messageId);
      if (!row) continue;
      const letter = letters.get(messageId);
      if (letter) letter.to.push(role);
      else letters.set(messageId, { day: shanghaiDay(date), to: [role], subject, seq: row.seq, about: row.notice });
    }
  }
  return [...letters.values()].sort((a, b) => a.seq - b.seq);
}

/** By the mail's own rule: it comes from the key of the message. */
const messageIdOf = (key: string): string =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@example.com>`;
