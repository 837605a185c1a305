import { randomUUID } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { type Observable, tap } from 'rxjs';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../libs/domain/index.js';
import { append, lockHead } from '../../../libs/ledger/append.js';
import { accessStream } from '../../../libs/ledger/streams.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { LOG } from '../runtime/runtime.js';
import type { KnownRequest } from './access.decorators.js';
import { namedId } from './named-id.js';

const sensitiveKey = 'paizhao:sensitive-read';

/** What an endpoint answers shows persons: who reads it is on the access record of the day. */
export const SensitiveRead = (what: SensitiveWhat) => SetMetadata(sensitiveKey, what);

export type SensitiveWhat = 'material' | 'scan' | 'draft' | 'portal-form' | 'pack';

/** Who read what, so often, between two instants; which one of its kind, by the names of the address. */
export interface RecordedRead {
  who: Actor;
  what: SensitiveWhat;
  licenseId: string;
  of: Record<string, string>;
  count: number;
  first: string;
  last: string;
}

const everyMs = 5_000;
/** So many different ones, and they do not wait for the others. */
const mostWaiting = 500;

/**
 * Reads of what shows persons, put on the record of the day in batches: no read waits for it, alike ones are counted, and
 * none is left out. What the database does not take waits for the next batch.
 */
@Injectable()
export class SensitiveReads implements NestInterceptor, OnApplicationBootstrap, OnModuleDestroy {
  private waiting = new Map<string, RecordedRead>();
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly reflector: Reflector,
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush(), everyMs);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.flush();
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const what = this.reflector.get<SensitiveWhat | undefined>(sensitiveKey, context.getHandler());
    if (!what) return next.handle();
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<KnownRequest>(), http.getResponse<Response>()];
    const read = (): void => this.read(request, what);
    // Some of it may have left before the rest failed.
    return next.handle().pipe(tap({ complete: read, error: () => response.headersSent && read() }));
  }

  /** Puts on record what waits. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private read({ principal, params }: KnownRequest, what: SensitiveWhat): void {
    if (!principal) return;
    const { id = '', ...of } = asKept(params as Record<string, string>);
    const { now } = this.clock.now();
    this.add({ who: principal.actor, what, licenseId: id, of, count: 1, first: now, last: now });
    if (this.waiting.size >= mostWaiting) void this.flush();
  }

  private add(read: RecordedRead): void {
    const { who, what, licenseId, of, count, first, last } = read;
    const key = JSON.stringify([who.kind, who.id, what, licenseId, of]);
    const known = this.waiting.get(key) ?? { count: 0, first, last };
    this.waiting.set(key, {
      ...read,
      count: known.count + count,
      first: known.first < first ? known.first : first,
      last: known.last > last ? known.last : last,
    });
  }

  private async write(): Promise<void> {
    const batch = [...this.waiting.values()];
    if (batch.length === 0) return;
    this.waiting = new Map();
    try {
      await this.append(batch);
    } catch (error) {
      this.log.warn({ err: error, reads: batch.length }, 'sensitive reads not on record yet');
      for (const read of batch) this.add(read);
    }
  }

  private async append(batch: readonly RecordedRead[]): Promise<void> {
    const { now, today } = this.clock.now();
    const stream = accessStream(today);
    const about = { v: 1, validOn: today, actor: { kind: 'system', id: 'access' } as const, commandId: randomUUID() };
    await this.dataSource.transaction(async (manager) => {
      const head = await lockHead(manager, stream);
      const entries = batch.map((read) => ({ type: 'papers-read', ...about, data: { ...read } }));
      await append(manager, stream, head, now, entries);
    });
  }
}

/** One thing has one name, however its address was written; numbers have one form anyway (`entryNumber`). */
const asKept = (params: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, namedId(value) ?? value]));
