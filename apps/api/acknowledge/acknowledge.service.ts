import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { agenda, bareActor, DomainError, type ObligationKind, type Principal } from '../../../libs/domain/index.js';
import {
  AcknowledgeLinkRepository,
  Cipher,
  OutboxRepository,
  PersonRepository,
} from '../../../libs/persistence/index.js';
import { CommandService } from '../commands/command.service.js';
import { ApiError } from '../problems/api-errors.js';
import { type LicenseAtHand, LicenseReader } from '../runtime/license-reader.js';

/** What the mail said, in so far as the page repeats it: no person. */
export interface LinkSubject {
  kind: ObligationKind;
  date: string | null;
  /** The permit's number, or the service types while there is none. */
  license: string;
}

/**
 * Where a link stands. `gone` is all that a stranger learns: of a token that was never given, one that expired, one
 * whose matter is closed, one of somebody who is no longer among the people of the license. `later`: the record could not be reached.
 */
export type LinkStanding =
  | { kind: 'open' | 'done'; subject: LinkSubject }
  | { kind: 'used' }
  | { kind: 'gone' }
  | { kind: 'later' };

/** A link that may still be used, and by whom. */
interface OpenLink {
  kind: 'open';
  subject: LinkSubject;
  licenseId: string;
  outboxKey: string;
  rung: { obligationId: string; rung: string };
  principal: Principal;
  now: string;
}

/** One-use links in mails: whoever presses the button acknowledges the notice as the person to whom it was sent. */
@Injectable()
export class AcknowledgeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: Cipher,
    private readonly licenses: LicenseReader,
    private readonly commands: CommandService,
  ) {}

  /** Looks, and changes nothing. */
  async standing(token: string): Promise<LinkStanding> {
    const found = await this.look(token);
    return found.kind === 'open' ? { kind: 'open', subject: found.subject } : found;
  }

  /** A second press is the same command as the first, so nothing is acknowledged twice. */
  async acknowledge(token: string): Promise<LinkStanding> {
    const found = await this.look(token);
    if (found.kind !== 'open') return found;
    const { principal, licenseId, outboxKey, rung, subject, now } = found;
    try {
      const asker = { caller: principal, key: `acknowledge-link:${outboxKey}`, expected: null };
      await this.commands.record(asker, licenseId, 'acknowledge-notice', undefined, rung);
    } catch (error) {
      return afterRefusal(error);
    }
    await new AcknowledgeLinkRepository(this.dataSource.manager).use(token, now);
    return { kind: 'done', subject };
  }

  private async look(token: string): Promise<OpenLink | { kind: 'used' | 'gone' }> {
    const { manager } = this.dataSource;
    const link = await new AcknowledgeLinkRepository(manager).find(token);
    const message = link && (await new OutboxRepository(manager).find(link.outboxKey));
    if (!message) return { kind: 'gone' };
    const { personId, licenseId, notice } = message;
    const principal = bareActor({ kind: 'person', id: personId });
    const license = await this.licenses.at(licenseId, principal);
    const { now } = license.context;
    if (link.expiresAt <= now) return { kind: 'gone' };
    const person = await new PersonRepository(manager, this.cipher).find(personId);
    const acts = person?.active && Object.values(license.state.people).includes(personId);
    if (!acts || !isOpen(license, notice.obligationId)) return { kind: 'gone' };
    const { obligationId, rung, kind, date } = notice;
    const fired = license.state.notices[obligationId]?.fired.find((each) => each.rung === rung);
    if (link.usedAt !== null || fired?.acknowledgedBy) return { kind: 'used' };
    const subject = { kind: kind as ObligationKind, date, license: nameOf(license) };
    const { key: outboxKey } = message;
    return { kind: 'open', subject, licenseId, outboxKey, rung: { obligationId, rung }, principal, now };
  }
}

function isOpen({ state, context }: LicenseAtHand, obligationId: string): boolean {
  return agenda(state, context).some(({ id }) => id === obligationId);
}

function nameOf({ state: { permit, serviceTypes } }: LicenseAtHand): string {
  return permit?.number ?? serviceTypes.join(', ');
}

/** Somebody was faster, the matter was closed meanwhile, or nobody knows; anything else is a defect and passes. */
function afterRefusal(error: unknown): LinkStanding {
  if (error instanceof ApiError && error.code === 'command-in-flight') return { kind: 'used' };
  if (!(error instanceof DomainError)) throw error;
  if (error.kind === 'unavailable') return { kind: 'later' };
  return { kind: error.code === 'notice-already-acknowledged' ? 'used' : 'gone' };
}
