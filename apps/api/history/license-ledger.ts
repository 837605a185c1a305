import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecordedEvent } from '../../../libs/domain/index.js';
import { readStream, readWholeStream } from '../../../libs/ledger/append.js';
import { type Envelope, openBody } from '../../../libs/ledger/envelope.js';
import { deliveryStream, licenseStream } from '../../../libs/ledger/streams.js';

/** Reads a license's streams. */
@Injectable()
export class LicenseLedger {
  constructor(private readonly dataSource: DataSource) {}

  /** Entries of the license's own stream, oldest first. */
  events(licenseId: string): Promise<Envelope[]> {
    return this.entries(licenseStream(licenseId));
  }

  /** What became of the license's messages. */
  deliveries(licenseId: string): Promise<Envelope[]> {
    return this.entries(deliveryStream(licenseId));
  }

  async event(licenseId: string, seq: number): Promise<Envelope | null> {
    const [row] = await readStream(this.dataSource, licenseStream(licenseId), seq - 1, 1);
    return row ? openBody(row.body) : null;
  }

  async page(licenseId: string, after: number, limit: number): Promise<Envelope[]> {
    const rows = await readStream(this.dataSource, licenseStream(licenseId), after, limit);
    return rows.map((row) => openBody(row.body));
  }

  private async entries(stream: string): Promise<Envelope[]> {
    const found: Envelope[] = [];
    for await (const { body } of readWholeStream(this.dataSource, stream)) found.push(openBody(body));
    return found;
  }
}

/** An entry as the core folds it. */
export function recorded({ seq, recordedAt, validOn, actor, type, v, data }: Envelope): RecordedEvent {
  return { seq, recordedAt, validOn, actor, type, v, data } as RecordedEvent;
}
