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
import { namedId } from './named-id.js';

/** What was denied to whom, and why: never a name, a query or a body. */
export interface Denial {
  /** Null for strangers: of them only how many there were. */
  who: Actor | null;
  /** Of the access table; null in sums. */
  action: string | null;
  /** Method and pattern of the address; null in sums. */
  route: string | null;
  /** Id of the license, company or person that the address names; null where there is none, and in sums. */
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
/** Sums wait longer: they grow for as long as a flood lasts. */
const sumsEveryMs = 60_000;
/** Entries about one bearer, of one process and day; then sums. */
const mostOfDay = 200;

/**
 * Denials, put on the record of the day in batches: no request waits for it, alike ones are counted, and a flood of them
 * becomes a sum of whoever makes it, which hides nobody else's. What the database does not take waits for the next batch.
 */
@Injectable()
export class AccessRecords implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly waiting = new Map<string, RecordedDenial>();
  /** Entries of the day by bearer: nobody but people and programs of the house is in it. */
  private ofDay = { day: '', entries: new Map<string, number>() };
  private sumsAt = 0;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      const sums = performance.now() >= this.sumsAt;
      if (sums) this.sumsAt = performance.now() + sumsEveryMs;
      void this.flush({ sums });
    }, everyMs);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.flush();
  }

  /** Notes a request that was denied; writes nothing yet. */
  denied(request: KnownRequest, why: string): void {
    const { now, today } = this.clock.now();
    const denial: Denial = {
      who: request.principal?.actor ?? null,
      action: request.action ?? null,
      route: routeOf(request),
      subject: subjectOf(request),
      why,
    };
    this.add(this.isCounted(denial, today) ? denial : sumOf(denial), { count: 1, first: now, last: now });
  }

  /** Puts on record what waits, sums too unless it is said otherwise. */
  flush({ sums = true }: { sums?: boolean } = {}): Promise<void> {
    this.writing = this.writing.then(() => this.write(sums));
    return this.writing;
  }

  /** Whether it gets an entry of its own: of each bearer so many a day, of strangers none. */
  private isCounted(denial: Denial, day: string): boolean {
    const { who } = denial;
    if (who === null) return false;
    if (this.waiting.has(keyOf(denial))) return true;
    if (this.ofDay.day !== day) this.ofDay = { day, entries: new Map() };
    const bearer = `${who.kind}:${who.id}`;
    const entries = this.ofDay.entries.get(bearer) ?? 0;
    if (entries >= mostOfDay) return false;
    this.ofDay.entries.set(bearer, entries + 1);
    return true;
  }

  private add(denial: Denial, { count, first, last }: Pick<RecordedDenial, 'count' | 'first' | 'last'>): void {
    const key = keyOf(denial);
    const known = this.waiting.get(key) ?? { count: 0, first, last };
    this.waiting.set(key, {
      ...denial,
      count: known.count + count,
      first: known.first < first ? known.first : first,
      last: known.last > last ? known.last : last,
    });
  }

  private async write(sums: boolean): Promise<void> {
    const batch = [...this.waiting].filter(([, denial]) => sums || !isSum(denial));
    if (batch.length === 0) return;
    for (const [key] of batch) this.waiting.delete(key);
    try {
      await this.append(batch.map(([, denial]) => denial));
    } catch (error) {
      this.log.warn({ err: error, denials: batch.length }, 'denials not on record yet');
      for (const [, { count, first, last, ...denial }] of batch) this.add(denial, { count, first, last });
    }
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
  }
}

const sumOf = ({ who, why }: Denial): Denial => ({ who, action: null, route: null, subject: null, why });

const isSum = ({ action }: Denial): boolean => action === null;

const keyOf = ({ who, action, route, subject, why }: Denial): string =>
  JSON.stringify([who?.kind, who?.id, action, route, subject, why]);

function routeOf(request: Request): string | null {
  const path = (request.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? `${request.method} ${path}` : null;
}

const subjectOf = ({ params }: Request): string | null => namedId(params.id);
