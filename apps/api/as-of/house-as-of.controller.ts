import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { houseAsOf, houseChangesBetween, InvalidInput, type Principal } from '../../../libs/domain/index.js';
import { houseWords, toldEntry } from '../../../libs/history/index.js';
import { readHead } from '../../../libs/ledger/append.js';
import { houseStream } from '../../../libs/ledger/streams.js';
import { Caller } from '../access/access.decorators.js';
import { Reason, TakesReason } from '../access/access-reason.js';
import { withinPeriod } from '../access/period.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { houseChangesAnswer, knownHouseAnswer } from '../schemas/as-of.js';
import { answeredAt } from './answered.js';
import { AskedQuestions } from './asked-questions.js';
import { PastStreams } from './past-streams.js';
import {
  bothSettled,
  canonicalAddress,
  canonicalOfChanges,
  laterKnown,
  positions,
  settled,
  times,
  twoTimes,
} from './question.js';

const asked = z.strictObject({ ...times, at: positions(1).meta({ examples: ['33'] }) });
const askedTwice = twoTimes(1, '33');

/** Entries that one answer holds. */
const mostEntries = 5_000;

/** The house as of two times: who might do what, which law it had adopted, what it had chosen. */
@ApiTags('audit')
@Controller('house')
export class HouseAsOfController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    private readonly streams: PastStreams,
    private readonly questions: AskedQuestions,
    private readonly disclosure: Disclosure,
  ) {}

  @Get('state')
  @TakesReason()
  @ReadEndpoint(
    'read-house-state',
    'Who might do what, and which rules, calendar, readings and reminders the house had chosen, on a day and as known at a moment',
    knownHouseAnswer,
  )
  async state(
    @Caller() caller: Principal,
    @Query({ schema: asked }) { at, ...query }: z.output<typeof asked>,
    @Reason() reason: string | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const asOf = settled(query, await this.now(), caller);
    const { entries, position } = await this.streams.house(asOf.knownOn, at);
    const canonical = canonicalAddress('/house/state', { ...asOf, at: position.at });
    await this.questions.record(caller, { question: 'house', subject: null, address: canonical }, reason);
    const { entries: counted, ...house } = houseAsOf(entries, asOf);
    return answeredAt(response, { ...asOf, canonical, position, seq: counted.at(-1)?.seq ?? 0, ...house });
  }

  @Get('state-changes')
  @TakesReason()
  @ReadEndpoint(
    'read-house-state',
    'What the house decided between two days: entries with actors and reasons, and what was before',
    houseChangesAnswer,
  )
  async changes(
    @Caller() caller: Principal,
    @Query({ schema: askedTwice }) query: z.output<typeof askedTwice>,
    @Reason() reason: string | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const both = bothSettled(query, await this.now(), caller);
    const [from, to] = both;
    const { entries, position } = await this.streams.house(laterKnown(both), query.at);
    const { came, went, decided } = houseChangesBetween(houseAsOf(entries, from), houseAsOf(entries, to));
    if (came.length + went.length > mostEntries) throw new TooMuchBetween(came.length + went.length);
    const canonical = canonicalOfChanges('/house/state-changes', both, position.at);
    await this.questions.record(caller, { question: 'house-changes', subject: null, address: canonical }, reason);
    const told = (of: typeof came) => withinPeriod(caller, of).map((entry) => toldEntry(entry, houseWords));
    const answer = { from, to, canonical, position, entries: told(came), withdrawn: told(went), decided };
    return answeredAt(response, await this.disclosure.to(caller, answer));
  }

  private async now(): Promise<string> {
    const newest = await readHead(this.dataSource, houseStream);
    return this.clock.now(0, newest?.recordedAt ?? null).now;
  }
}

class TooMuchBetween extends InvalidInput {
  constructor(entries: number) {
    super('window-too-long', `${entries} entries lie between the two days`, {
      pointer: '/from',
      most: mostEntries,
      remedy: 'Ask for days that are nearer to each other.',
    });
  }
}
