import { Body, Controller, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { latestPins, lawOf } from '../../../libs/domain/index.js';
import { type Rehearsal, rehearse } from '../../../libs/domain/rehearse.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { isObject } from './assessments.controller.js';
import { applicationExample } from './examples.js';

/** The years of a license before its first filing, played by the code that runs live. Nothing is stored. */
@ApiTags('planning')
@Controller('rehearsals')
export class RehearsalsController {
  constructor(private readonly clock: LicenseClock) {}

  @Post()
  @ReadEndpoint(
    'rehearse',
    'Five years ahead: every window, duty and reminder until the renewal, with the days of slack',
  )
  @ApiBody({ schema: { type: 'object', example: { ...applicationExample, plan: {} } } })
  rehearse(@Body() body: unknown): Rehearsal {
    return rehearse(lawOf(latestPins), isObject(body) ? { ...body, plan: this.planOf(body.plan) } : body);
  }

  /** Preparation begins today, unless the plan says otherwise. */
  private planOf(plan: unknown): unknown {
    const startOn = this.clock.now().today;
    if (plan === undefined) return { startOn };
    return isObject(plan) ? { startOn, ...plan } : plan;
  }
}
