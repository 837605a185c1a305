import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { InvalidInput, type Principal, type TextRef } from '../../../libs/domain/index.js';
import { append, lockHead } from '../../../libs/ledger/append.js';
import { accessStream } from '../../../libs/ledger/streams.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { LicenseClock } from '../runtime/license-clock.js';

/** A question about the past, as the access record of the day keeps it. */
export interface AskedQuestion {
  question: 'license' | 'obligation' | 'license-changes' | 'company' | 'licenses';
  /** Id of the license or company; null for a list. */
  subject: string | null;
  /** The address that gives the same answer again. */
  address: string;
}

/** The same on record; why it was asked is kept as other texts of people are. */
export interface RecordedQuestion extends AskedQuestion {
  reason: TextRef | null;
}

/** Who asked what about the past, and why: on record before it is answered. */
@Injectable()
export class AskedQuestions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    private readonly texts: PrivateTexts,
  ) {}

  async record({ actor }: Pick<Principal, 'actor'>, asked: AskedQuestion, reason: string | null): Promise<void> {
    const { now, today } = this.clock.now();
    const id = randomUUID();
    await this.dataSource.transaction(async (manager) => {
      const written = reason === null ? null : await this.texts.within(manager).add(asked.subject ?? id, reason);
      const data: RecordedQuestion = { ...asked, reason: written };
      await this.texts.claim(manager, data, now);
      const stream = accessStream(today);
      const head = await lockHead(manager, stream);
      const entry = { type: 'as-of-asked', v: 1, validOn: today, actor, commandId: id, data };
      await append(manager, stream, head, now, [entry]);
    });
  }
}

const reasonHeader = 'Paizhao-Reason';
const longestReason = 500;

/** Documents that a question may say why it is asked. */
export const TakesReason = () =>
  ApiHeader({
    name: reasonHeader,
    required: false,
    description: 'Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most',
    schema: { type: 'string', maxLength: 9 * longestReason, pattern: '^[!-~ ]*$', example: 'annual%20audit%202026' },
  });

/** Why a question is asked; null where nobody says it. It is no part of the address, which others may log. */
export const Reason = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  const header = context.switchToHttp().getRequest<Request>().get(reasonHeader)?.trim() ?? '';
  return header === '' ? null : reasonOf(header);
});

/** @throws ReasonInvalid */
export function reasonOf(header: string): string {
  let text: string;
  try {
    text = decodeURIComponent(header);
  } catch {
    throw new ReasonInvalid();
  }
  if ([...text].length > longestReason || text.includes('\0')) throw new ReasonInvalid();
  return text;
}

class ReasonInvalid extends InvalidInput {
  constructor() {
    super('reason-invalid', `${reasonHeader} is no percent-encoded text of up to ${longestReason} characters`, {
      header: reasonHeader,
      remedy: 'Write the text in percent-encoded UTF-8, as encodeURIComponent does.',
    });
  }
}
