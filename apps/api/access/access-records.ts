import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Request } from 'express';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../libs/domain/index.js';
import { append, lockHead } from '../../../libs/ledger/append.js';
import { accessStream } from '../../../libs/ledger/streams.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { LOG } from '../runtime/runtime.js';
import type { KnownRequest } from './access.decorators.js';

/** What was denied to whom, and why: never a name, a query or a body. */
export interface Denial {
  /** Null for a stranger, and in sums. */
  who: Actor | null;
  /** Of the access table; null in sums. */
  action: string | null;
  /** Method and pattern of the address; null in sums. */
  route: string | null;
  /** Id of the license, company or person that the address names; null where there is none, or a stranger asks. */
  subject: string | null;
  /** Code of the problem, or `outside-scope` where it was answered as if nothing was there. */
  why: string;
}

/** So often, between two instants. */
export interface RecordedDenial extends Denial {
  count: number;
  first: string;
  last: string;
}

const everyMs = 5_000;
/** Different denials that wait; of more, only how many there were. */
const mostWaiting = 200;
/** Entries of one process and day; then sums, and those seldom. */
const mostOfDay = 10_000;
const seldomMs = 300_000;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Denials, put on the record of the day in batches: no request waits for it, alike ones are counted, and a flood of them
 * becomes a sum. What the database does not take waits for the next batch.
 */
@Injectable()
export class AccessRecords implements OnApplicationBootstrap, OnModuleDestroy {
  private waiting = new Map<string, RecordedDenial>();
  private ofDay = { day: '', entries: 0 };
  private nextAt = 0;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      if (performance.now() >= this.nextAt) void this.flush();
    }, everyMs);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.flush();
  }

  /** Notes a request that was denied; writes nothing yet. */
  denied(request: KnownRequest, why: string): void {
    const { now } = this.clock.now();
    const who = request.principal?.actor ?? null;
    const denial: Denial = {
      who,
      action: request.action ?? null,
      route: routeOf(request),
      subject: who === null ? null : subjectOf(request),
      why,
    };
    this.add(this.isFull(denial) ? sumOf(denial) : denial, { count: 1, first: now, last: now });
  }

  /** Puts on record what waits. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private isFull(denial: Denial): boolean {
    const known = this.waiting.has(keyOf(denial));
    return !known && (this.waiting.size >= mostWaiting || this.ofDay.entries >= mostOfDay);
  }

  private add(denial: Denial, { count, first, last }: Pick<RecordedDenial, 'count' | 'first' | 'last'>): void {
    const key = keyOf(denial);
    const known = this.waiting.get(key);
    const sum = known ? { count: known.count + count, first: known.first, last } : { count, first, last };
    this.waiting.set(key, { ...denial, ...sum });
  }

  private async write(): Promise<void> {
    if (this.waiting.size === 0) return;
    const batch = [...this.waiting.values()];
    this.waiting = new Map();
    try {
      await this.append(batch);
    } catch (error) {
      this.log.warn({ err: error, denials: batch.length }, 'denials not on record yet');
      const later = [...this.waiting.values()];
      this.waiting = new Map();
      for (const { count, first, last, ...denial } of [...batch, ...later])
        this.add(this.isFull(denial) ? sumOf(denial) : denial, { count, first, last });
    }
    this.nextAt = this.ofDay.entries >= mostOfDay ? performance.now() + seldomMs : 0;
  }

  private async append(batch: readonly RecordedDenial[]): Promise<void> {
    const { now, today } = this.clock.now();
    const stream = accessStream(today);
    const about = { v: 1, validOn: today, actor: { kind: 'system', id: 'access' } as const, commandId: randomUUID() };
    await this.dataSource.transaction(async (manager) => {
      const head = await lockHead(manager, stream);
      const entries = batch.map((data) => ({ type: 'access-denied', ...about, data }));
      await append(manager, stream, head, now, entries);
    });
    const before = this.ofDay.day === today ? this.ofDay.entries : 0;
    this.ofDay = { day: today, entries: before + batch.length };
  }
}

const sumOf = ({ why }: Denial): Denial => ({ who: null, action: null, route: null, subject: null, why });

const keyOf = ({ who, action, route, subject, why }: Denial): string =>
  JSON.stringify([who?.kind, who?.id, action, route, subject, why]);

function routeOf(request: Request): string | null {
  const path = (request.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? `${request.method} ${path}` : null;
}

function subjectOf({ params }: Request): string | null {
  const id = params.id;
  return typeof id === 'string' && uuid.test(id) ? id.toLowerCase() : null;
}
