import { randomUUID } from 'node:crypto';
import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { concatMap, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import type { Actor, TextRef } from '../../../libs/domain/index.js';
import { append, lockHead } from '../../../libs/ledger/append.js';
import { accessStream } from '../../../libs/ledger/streams.js';
import { LicenseRepository } from '../../../libs/persistence/index.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { LicenseClock } from '../runtime/license-clock.js';
import type { KnownRequest } from './access.decorators.js';
import type { SensitiveWhat } from './access-kinds.js';
import { reasonIn, TakesReason } from './access-reason.js';
import { namedId } from './named-id.js';

const sensitiveKey = 'paizhao:sensitive-read';

/** What an endpoint answers shows persons: who reads it is on the access record of the day. */
export const SensitiveRead = (what: SensitiveWhat) => applyDecorators(SetMetadata(sensitiveKey, what), TakesReason());

/** Puts the read on record, once however often it is called; what cannot be put there must not be given. */
export type NoteRead = () => Promise<void>;

type NotedRequest = KnownRequest & { noteRead?: NoteRead };

/**
 * For an endpoint that sends its answer by itself: to be called when it is sure that something is given, and before any
 * of it leaves.
 */
export const ReadNote = createParamDecorator((_: unknown, context: ExecutionContext): NoteRead => {
  const { noteRead } = context.switchToHttp().getRequest<NotedRequest>();
  if (!noteRead) throw new Error('only a sensitive read is noted');
  return noteRead;
});

/** Who read what, and why; the reason is kept as other texts of people are. */
export interface RecordedRead {
  who: Actor;
  what: SensitiveWhat;
  licenseId: string;
  /** Which one of its kind, by the names of the address. */
  of: Record<string, string>;
  /** How often, between two instants: alike ones were one entry before each was written by itself. */
  count: number;
  first: string;
  last: string;
  reason: TextRef | null;
  /** Ids of the license's people when it was read: whom else a paper shows nobody but its reader knows. */
  people: string[];
}

/** Reads of what shows persons, each on the record of the day before its first byte leaves. */
@Injectable()
export class SensitiveReads implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    private readonly texts: PrivateTexts,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const what = this.reflector.get<SensitiveWhat | undefined>(sensitiveKey, context.getHandler());
    if (!what) return next.handle();
    const request = context.switchToHttp().getRequest<NotedRequest>();
    const reason = reasonIn(request);
    let noted: Promise<void> | null = null;
    const noteRead = (): Promise<void> => {
      noted ??= this.record(request, what, reason);
      return noted;
    };
    request.noteRead = noteRead;
    return next.handle().pipe(
      concatMap(async (given: unknown) => {
        await noteRead();
        return given;
      }),
    );
  }

  private async record({ principal, params }: KnownRequest, what: SensitiveWhat, reason: string | null): Promise<void> {
    if (!principal) return;
    const { now, today } = this.clock.now();
    const { id: licenseId = '', ...of } = asKept(params as Record<string, string>);
    await this.dataSource.transaction(async (manager) => {
      const people = await new LicenseRepository(manager).peopleOf(licenseId);
      const said = reason === null ? null : await this.texts.within(manager).add(licenseId, reason);
      const read: RecordedRead = {
        ...{ who: principal.actor, what, licenseId, of, count: 1, first: now, last: now },
        ...{ reason: said, people },
      };
      await this.texts.claim(manager, read, now);
      const stream = accessStream(today);
      const head = await lockHead(manager, stream);
      const actor = { kind: 'system', id: 'access' } as const;
      const about = { type: 'papers-read', v: 2, validOn: today, actor, commandId: randomUUID() };
      await append(manager, stream, head, now, [{ ...about, data: { ...read } }]);
    });
  }
}

/** One thing has one name, however its address was written; numbers have one form anyway (`wholeNumber`). */
const asKept = (params: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, namedId(value) ?? value]));
