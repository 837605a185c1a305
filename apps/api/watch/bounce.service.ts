import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { paizhaoNamespace, uuid5 } from '../../../libs/ledger/uuid5.js';
import { type BounceReport, type ReportedRecipient, readBounceReport, unnamed } from '../../../libs/notices/index.js';
import { BounceRepository, Cipher, HeartbeatRepository, PersonRepository } from '../../../libs/persistence/index.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { ENGINE, type Engine } from '../runtime/runtime.js';

export type BounceOutcome =
  | { outcome: 'recorded'; bounceId: string; effect: boolean }
  | { outcome: 'ignored'; reason: 'not-a-report' | 'not-ours' };

/** Takes in what mail servers report. Whatever is not a report about a mail of ours does nothing and leaves nothing. */
@Injectable()
export class BounceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: Cipher,
    private readonly clock: LicenseClock,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  /** The same bytes are the same report. Throws where Temporal is away: sent again, it goes on from there. */
  async take(bytes: Buffer): Promise<BounceOutcome> {
    const report = await readBounceReport(bytes);
    if (!report) return { outcome: 'ignored', reason: 'not-a-report' };
    const bounces = new BounceRepository(this.dataSource.manager);
    const [message] = await bounces.carried(report.messageId);
    const id = uuid5(paizhaoNamespace, 'bounce', createHash('sha256').update(bytes).digest('hex'));
    if (!message) return this.takeHeartbeat(report, id);
    const person = await new PersonRepository(this.dataSource.manager, this.cipher).find(message.personId);
    const { recipient, addressed } = about(report, person?.mail ?? null);
    const { action, status, diagnostic } = recipient;
    await bounces.keep({ id, messageId: report.messageId, action, status, diagnostic, addressed });
    await this.engine.gateway.startBounce(id);
    return { outcome: 'recorded', bounceId: id, effect: addressed && action === 'failed' };
  }

  /** A heartbeat belongs to no license: that it came back is an alarm, and nobody stands in. */
  private async takeHeartbeat(report: BounceReport, bounceId: string): Promise<BounceOutcome> {
    const { manager } = this.dataSource;
    const heartbeats = new HeartbeatRepository(manager, this.cipher);
    const heartbeat = await heartbeats.carriedTo(report.messageId);
    if (!heartbeat) return { outcome: 'ignored', reason: 'not-ours' };
    const people = new PersonRepository(manager, this.cipher);
    const person = await people.find(heartbeat.personId);
    const { recipient, addressed } = about(report, person?.mail ?? null);
    const effect = addressed && recipient.action === 'failed';
    if (effect) {
      const { now } = this.clock.now();
      if (recipient.status.startsWith('5.')) await people.markFailing(heartbeat.personId, now);
      await heartbeats.cameBack(heartbeat.week, heartbeat.personId, recipient.diagnostic, now);
    }
    return { outcome: 'recorded', bounceId, effect };
  }
}

/** What the report says of the person's present address; where that is not named, the first of what it says at all. */
function about(report: BounceReport, mail: string | null): { recipient: ReportedRecipient; addressed: boolean } {
  const isTheirs = (address: string) => mail !== null && address.toLowerCase() === mail.toLowerCase();
  const theirs = report.recipients.find(({ addresses }) => addresses.some(isTheirs));
  const [first] = report.recipients as [ReportedRecipient];
  // A forwarding server names where it went in the end; the mail itself says to whom it was written.
  const forwarded = report.recipients.length === 1 && report.writtenTo.some(isTheirs);
  const recipient = theirs ?? first;
  const people = [...(mail === null ? [] : [mail]), ...recipient.addresses, ...report.writtenTo.slice(0, 10)];
  const diagnostic = unnamed(recipient.diagnostic, people);
  return { recipient: { ...recipient, diagnostic }, addressed: theirs !== undefined || forwarded };
}
