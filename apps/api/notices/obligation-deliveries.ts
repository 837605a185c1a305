import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound, type NoticeDue } from '../../../libs/domain/index.js';
import { deliveryInWords } from '../../../libs/history/index.js';
import type { Envelope } from '../../../libs/ledger/envelope.js';
import {
  Cipher,
  LicenseRepository,
  type OutboxEntity,
  OutboxRepository,
  PersonRepository,
} from '../../../libs/persistence/index.js';
import { LicenseLedger } from '../history/license-ledger.js';

type Message = Omit<OutboxEntity, 'rendered'>;

export interface AskedObligation {
  licenseId: string;
  obligationId: string;
  simulated: boolean;
  /** Whoever asks may read who the people are. */
  withNames: boolean;
}

interface ObligationNamed {
  obligationId: string;
}

/**
 * What left for whom about one date. From the ledger: rungs that fell due, attempts with their answers, acknowledgments
 * and what came back; from the database: what is planned, and how each message stands.
 */
@Injectable()
export class ObligationDeliveries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LicenseLedger,
    private readonly cipher: Cipher,
  ) {}

  /** @throws NotFound `obligation-not-found` where nothing was ever planned or told about it */
  async of({ licenseId, obligationId, simulated, withNames }: AskedObligation): Promise<object> {
    const { manager } = this.dataSource;
    const about = ({ data }: Envelope) => (data as Partial<ObligationNamed>).obligationId === obligationId;
    const events = (await this.ledger.events(licenseId)).filter(about);
    const due = events.filter(({ type }) => type === 'notice-due');
    const messages = (await new OutboxRepository(manager).ofLicense(licenseId)).filter(
      (message) => message.obligationId === obligationId,
    );
    const planned = (await new LicenseRepository(manager).plannedRungs(licenseId)).filter(
      (rung) => rung.obligationId === obligationId,
    );
    if (due.length + messages.length + planned.length === 0) throw unknown(licenseId, obligationId);
    const entries = messages.length > 0 ? await this.ledger.deliveries(licenseId) : [];
    const names = withNames ? await this.names(messages) : new Map<string, string>();
    const told = new Set(due.flatMap(({ data }) => [(data as NoticeDue).rung, ...(data as NoticeDue).skipped]));
    return {
      licenseId,
      obligationId,
      simulated,
      planned: planned.map(({ rung, day, at }) => ({ rung, day, at })),
      rungs: [...told].map((rung) => ({
        rung,
        firings: due.filter(({ data }) => (data as NoticeDue).rung === rung).map(firing),
        skippedBy: due.filter(({ data }) => (data as NoticeDue).skipped.includes(rung)).map(({ seq }) => seq),
        acknowledged: actsOn(events, 'notice-acknowledged', rung),
        snoozed: actsOn(events, 'notice-snoozed', rung),
        messages: messages
          .filter((message) => ofRung(message, rung))
          .map((message) => ({ ...standing(message, names), story: storyOf(entries, message.key) })),
      })),
    };
  }

  private async names(messages: readonly Message[]): Promise<Map<string, string>> {
    const people = new PersonRepository(this.dataSource.manager, this.cipher);
    const ids = [...new Set(messages.map(({ personId }) => personId))];
    const found = await Promise.all(ids.map((id) => people.find(id)));
    return new Map(found.filter((person) => person !== null).map(({ id, name }) => [id, name]));
  }
}

/** Beside the message itself, the one by which a stand-in heard that it could not be delivered. */
const ofRung = (message: Message, rung: string): boolean =>
  message.rung === rung || message.rung === `undelivered/${rung}`;

function firing({ seq, recordedAt, data }: Envelope) {
  const { plannedOn, date, safeDay, firmness, late, to } = data as NoticeDue;
  return { seq, at: recordedAt, plannedOn, date, safeDay, firmness, late, to };
}

function actsOn(events: readonly Envelope[], type: string, rung: string) {
  return events
    .filter((event) => event.type === type && (event.data as { rung: string }).rung === rung)
    .map(({ seq, recordedAt, actor, data }) => {
      const { until = null } = data as { until?: string };
      return { seq, at: recordedAt, by: actor, until };
    });
}

function standing(message: Message, names: Map<string, string>) {
  const { key, rung, role, personId, channel, state, attempts, dueAt, settledAt } = message;
  return {
    key,
    role,
    person: { id: personId, name: names.get(personId) ?? null },
    standIn: rung.startsWith('undelivered/'),
    channel,
    state,
    attempts,
    dueAt,
    settledAt,
  };
}

function storyOf(entries: readonly Envelope[], key: string) {
  return entries
    .filter(({ data }) => (data as { key?: string }).key === key)
    .map(({ seq, recordedAt, storedAt, type, data }) => {
      const { answer = null, attempt = null, status = null } = data as Record<string, string | number | null>;
      return { seq, at: recordedAt, storedAt, type, attempt, answer, status, words: deliveryInWords(type) };
    });
}

function unknown(licenseId: string, obligationId: string): NotFound {
  return new NotFound('obligation-not-found', 'nothing was ever planned or told about such a duty', {
    licenseId,
    obligationId,
    remedy: `Look at GET /licenses/${licenseId}/agenda and /notices for the ids.`,
  });
}
