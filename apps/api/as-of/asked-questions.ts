import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Principal, TextRef } from '../../../libs/domain/index.js';
import { append, lockHead } from '../../../libs/ledger/append.js';
import { accessStream } from '../../../libs/ledger/streams.js';
import type { Question } from '../access/access-kinds.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { LicenseClock } from '../runtime/license-clock.js';

/** A question about the past, as the access record of the day keeps it. */
export interface AskedQuestion {
  question: Question;
  /** Id of the license or company; null for the house, and for a list. */
  subject: string | null;
  /** The address that gives the same answer again, but for what was looked for. */
  address: string;
  /** What a list was searched for: text of a person. */
  search?: string | null;
  /** Ids of the people of the license that the answer is about. */
  people?: readonly string[];
}

/** The same on record; what was looked for, and why, is kept as other texts of people are. */
export interface RecordedQuestion extends Omit<AskedQuestion, 'search'> {
  search: TextRef | null;
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
      const texts = this.texts.within(manager);
      const kept = async (text: string | null) => (text === null ? null : texts.add(asked.subject ?? id, text));
      const written = { search: await kept(asked.search ?? null), reason: await kept(reason) };
      const data: RecordedQuestion = { people: [], ...asked, ...written };
      await this.texts.claim(manager, data, now);
      const stream = accessStream(today);
      const head = await lockHead(manager, stream);
      const entry = { type: 'as-of-asked', v: 2, validOn: today, actor, commandId: id, data };
      await append(manager, stream, head, now, [entry]);
    });
  }
}
