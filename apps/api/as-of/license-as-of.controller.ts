import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import {
  type AsOf,
  explainObligation,
  foreseen,
  type LicenseState,
  licenseStatus,
  NotFound,
  type Obligation,
  type Principal,
} from '../../../libs/domain/index.js';
import { Caller } from '../access/access.decorators.js';
import { Reason, TakesReason } from '../access/access-reason.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { knownObligationAnswer, knownStateAnswer } from '../schemas/as-of.js';
import { obligationPath } from '../schemas/explanation.js';
import { type LicensePath, licensePath } from '../schemas/fields.js';
import { answeredAt } from './answered.js';
import { AskedQuestions } from './asked-questions.js';
import { askedAbout, LicensesAsOf, type LookedBack } from './licenses-as-of.js';
import { canonicalAddress, positions, settled, times } from './question.js';

const asked = z.strictObject({ ...times, at: positions(3).meta({ examples: ['12.4.33'] }) });
type Asked = z.output<typeof asked>;

/** A license, and one of its obligations, as of two times. */
@ApiTags('audit')
@Controller('licenses/:id')
export class LicenseAsOfController {
  constructor(
    private readonly licenses: LicenseReader,
    private readonly past: LicensesAsOf,
    private readonly questions: AskedQuestions,
    private readonly disclosure: Disclosure,
  ) {}

  @Get('state')
  @TakesReason()
  @ReadEndpoint(
    'read-state',
    'The license as it was on a day and as it was known at a moment: law, dates, messages that had left, who could see it',
    knownStateAnswer,
  )
  async state(
    @Caller() caller: Principal,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Query({ schema: asked }) { at, ...query }: Asked,
    @Reason() reason: string | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const found = await this.find(caller, id, query, at);
    const canonical = canonicalOf(`/licenses/${id}/state`, found);
    await this.questions.record(caller, { question: 'license', ...askedAbout(found), address: canonical }, reason);
    const { state } = found.past;
    const answer = {
      ...head(found),
      canonical,
      today: found.asOf.validOn,
      status: licenseStatus(state, found.asOf.validOn),
      filings: Object.values(state.filings),
      permit: state.permit,
      agenda: found.agenda,
      notices: found.notices,
      erasedFiles: await this.past.erasedFiles(state),
      unfit: found.past.unfit,
      couldSee: found.couldSee,
      state,
    };
    return answeredAt(response, await this.disclosure.to(caller, answer));
  }

  @Get('obligations/:obligationId/state')
  @TakesReason()
  @ReadEndpoint(
    'read-state',
    'A duty as it was on a day and as it was known at a moment: its date with the proof, who had been told',
    knownObligationAnswer,
  )
  async obligation(
    @Caller() caller: Principal,
    @Param({ schema: obligationPath }) { id, obligationId }: z.output<typeof obligationPath>,
    @Query({ schema: asked }) { at, ...query }: Asked,
    @Reason() reason: string | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const found = await this.find(caller, id, query, at);
    const duty = dutyOf(found, obligationId);
    const canonical = canonicalOf(`/licenses/${id}/obligations/${obligationId}/state`, found);
    await this.questions.record(caller, { question: 'obligation', ...askedAbout(found), address: canonical }, reason);
    const answer = { ...head(found), obligationId, canonical, ...duty, couldSee: found.couldSee };
    return answeredAt(response, await this.disclosure.to(caller, answer));
  }

  private async find(
    caller: Principal,
    id: string,
    query: Omit<Asked, 'at'>,
    at: number[] | undefined,
  ): Promise<LookedBack> {
    return this.past.at(id, settled(query, await this.licenses.now(id), caller), at, caller);
  }
}

function canonicalOf(path: string, { asOf, position }: LookedBack): string {
  return canonicalAddress(path, { ...asOf, at: position.at });
}

function head({ asOf, past: { state }, position }: LookedBack): AsOf & Record<string, unknown> {
  const { licenseId, seq, simulated, pins, readings } = state;
  return { licenseId, ...asOf, position, seq, simulated, law: { ...pins, readings } };
}

/** What there was to say of a duty; it need not have been open. @throws ObligationNotFound */
function dutyOf({ past: { state }, context, agenda, notices }: LookedBack, obligationId: string): object {
  const named = (each: Obligation): boolean => each.id === obligationId;
  const obligation = foreseen(state, context).find(named) ?? null;
  const told = notices.filter((notice) => notice.obligationId === obligationId);
  const waived = state.waived.includes(obligationId);
  const rungs = firedOf(state, obligationId);
  if (!obligation && !waived && rungs.length + told.length === 0) throw new ObligationNotFound(obligationId);
  const explanation = obligation && explainObligation(context.law, obligation);
  return { open: agenda.some(named), waived, obligation, explanation, rungs, notices: told };
}

function firedOf({ notices }: LicenseState, obligationId: string): object[] {
  const { fired } = Object.hasOwn(notices, obligationId) ? (notices[obligationId] ?? { fired: [] }) : { fired: [] };
  return fired.map(({ rung, on, people, skipped, acknowledgedBy, snoozedUntil }) => {
    return { rung, on, people, skipped, acknowledgedBy, snoozedUntil };
  });
}

class ObligationNotFound extends NotFound {
  constructor(obligationId: string) {
    super('obligation-not-found', 'no such obligation was open or told of then', {
      obligationId,
      remedy: 'Look at GET /licenses/:id/state with the same times for the ids.',
    });
  }
}
