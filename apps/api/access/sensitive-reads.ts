import { randomUUID } from 'node:crypto';
import {
  applyDecorators,
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
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor, TextRef } from '../../../libs/domain/index.js';
import { append, lockHead } from '../../../libs/ledger/append.js';
import { accessStream } from '../../../libs/ledger/streams.js';
import { LicenseRepository } from '../../../libs/persistence/index.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { LOG } from '../runtime/runtime.js';
import type { KnownRequest } from './access.decorators.js';
import type { SensitiveWhat } from './access-kinds.js';
import { reasonIn, TakesReason } from './access-reason.js';
import { namedId } from './named-id.js';

const sensitiveKey = 'paizhao:sensitive-read';

/** What an endpoint answers shows persons: who reads it is on the access record of the day. */
export const SensitiveRead = (what: SensitiveWhat) => applyDecorators(SetMetadata(sensitiveKey, what), TakesReason());

/** Who read what, so often, between two instants; which one of its kind, by the names of the address. */
interface Read {
  who: Actor;
  what: SensitiveWhat;
  licenseId: string;
  of: Record<string, string>;
  count: number;
  first: string;
  last: string;
}

/** One that is not on record yet. */
interface WaitingRead extends Read {
  reason: string | null;
}

/** The same on record; why it was read is kept as other texts of people are. */
export interface RecordedRead extends Read {
  reason: TextRef | null;
  /** Ids of the license's people when it was read: whom else a paper shows nobody but its reader knows. */
  people: string[];
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
  private waiting = new Map<string, WaitingRead>();
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly reflector: Reflector,
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    private readonly texts: PrivateTexts,
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
    const reason = reasonIn(request);
    const read = (): void => this.read(request, what, reason);
    // Some of it may have left before the rest failed.
    return next.handle().pipe(tap({ complete: read, error: () => response.headersSent && read() }));
  }

  /** Puts on record what waits. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private read({ principal, params }: KnownRequest, what: SensitiveWhat, reason: string | null): void {
    if (!principal) return;
    const { id = '', ...of } = asKept(params as Record<string, string>);
    const { now } = this.clock.now();
    this.add({ who: principal.actor, what, licenseId: id, of, reason, count: 1, first: now, last: now });
    if (this.waiting.size >= mostWaiting) void this.flush();
  }

  private add(read: WaitingRead): void {
    const { who, what, licenseId, of, reason, count, first, last } = read;
    const key = JSON.stringify([who.kind, who.id, what, licenseId, of, reason]);
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

  private async append(batch: readonly WaitingRead[]): Promise<void> {
    const { now, today } = this.clock.now();
    const stream = accessStream(today);
    const about = { v: 2, validOn: today, actor: { kind: 'system', id: 'access' } as const, commandId: randomUUID() };
    await this.dataSource.transaction(async (manager) => {
      const reads = await this.recorded(manager, batch);
      await this.texts.claim(manager, reads, now);
      const head = await lockHead(manager, stream);
      const entries = reads.map((data) => ({ type: 'papers-read', ...about, data }));
      await append(manager, stream, head, now, entries);
    });
  }

  private async recorded(manager: EntityManager, batch: readonly WaitingRead[]): Promise<RecordedRead[]> {
    const people = await new LicenseRepository(manager).peopleOf(batch.map(({ licenseId }) => licenseId));
    const texts = this.texts.within(manager);
    const reads: RecordedRead[] = [];
    for (const { reason: said, ...read } of batch) {
      const reason = said === null ? null : await texts.add(read.licenseId, said);
      reads.push({ ...read, reason, people: people.get(read.licenseId) ?? [] });
    }
    return reads;
  }
}

/** One thing has one name, however its address was written; numbers have one form anyway (`entryNumber`). */
const asKept = (params: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, namedId(value) ?? value]));
