import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { latestPins, lawOf, type Principal } from '../../../libs/domain/index.js';
import { type Comparison, comparePlans } from '../../../libs/domain/rehearse/compare.js';
import { type Rehearsal, rehearse, rehearseFrom } from '../../../libs/domain/rehearse.js';
import { Caller } from '../access/access.decorators.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { type LicensePath, licensePath } from '../schemas/fields.js';
import { comparisonAnswer, rehearsalAnswer } from '../schemas/planning.js';
import { isObject } from './assessments.controller.js';
import { applicationExample } from './examples.js';
import { FinishedFilings } from './finished-filings.js';

const example = { ...applicationExample, plan: {} };

/** The years of a license ahead, played by the code that runs live. Nothing is stored. */
@ApiTags('planning')
@Controller()
export class RehearsalsController {
  constructor(
    private readonly clock: LicenseClock,
    private readonly licenses: LicenseReader,
    private readonly finished: FinishedFilings,
  ) {}

  @Post('rehearsals')
  @ReadEndpoint(
    'rehearse',
    'Five years ahead: every window, duty and reminder until the renewal, with the days of slack',
    rehearsalAnswer,
  )
  @ApiBody({ schema: { type: 'object', additionalProperties: true, example } })
  async rehearse(@Caller() caller: Principal, @Body() body: unknown): Promise<Rehearsal> {
    return rehearse(lawOf(latestPins), await this.planOf(body, caller));
  }

  @Post('rehearsals/comparisons')
  @ReadEndpoint('rehearse', 'Two plans side by side: which days, reminders and findings differ', comparisonAnswer)
  @ApiBody({
    schema: {
      type: 'object',
      additionalProperties: true,
      example: { a: example, b: { ...example, plan: { acknowledge: 'never' } } },
    },
  })
  async compare(@Caller() caller: Principal, @Body() body: unknown): Promise<Comparison> {
    const { a, b } = isObject(body) ? body : {};
    return comparePlans(lawOf(latestPins), { a: await this.planOf(a, caller), b: await this.planOf(b, caller) });
  }

  @Post('licenses/:id/rehearsals')
  @ReadEndpoint('rehearse', 'The same for a license on record, from its present state', rehearsalAnswer)
  @ApiBody({ schema: { type: 'object', additionalProperties: true, example: { plan: {} } } })
  async rehearseLicense(
    @Caller() caller: Principal,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body() body: unknown,
  ): Promise<Rehearsal> {
    const { state, context } = await this.licenses.at(id, caller);
    return rehearseFrom(state, context, body, await this.finished.of(state.authority, caller.scopes));
  }

  /** Preparation begins today, unless the plan says otherwise; the house's own filings are known to it. */
  private async planOf(body: unknown, { scopes }: Principal): Promise<unknown> {
    if (!isObject(body)) return body;
    const startOn = this.clock.now().today;
    const plan = body.plan === undefined ? {} : body.plan;
    const finished = body.finished ?? (await this.finished.ofCoverage(body.coverage, scopes));
    return { ...body, finished, plan: isObject(plan) ? { startOn, ...plan } : plan };
  }
}
