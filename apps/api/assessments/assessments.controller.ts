import { Body, Controller, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { type Assessment, assess, latestPins, lawOf } from '../../../libs/domain/index.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { ReadingsService } from '../house/readings.service.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { assessmentAnswer } from '../schemas/planning.js';
import { assessmentExample } from './examples.js';

/**
 * Questions about an application that is not made yet. Nothing is stored. The core reads the body itself, so that
 * everything that is wrong with it is said at once, in the law's terms.
 */
@ApiTags('planning')
@Controller('assessments')
export class AssessmentsController {
  constructor(
    private readonly clock: LicenseClock,
    private readonly readings: ReadingsService,
  ) {}

  @Post()
  @ReadEndpoint(
    'assess',
    'Is a permit needed and which, who decides, what stands in the way, which materials: each line with its article',
    assessmentAnswer,
  )
  @ApiBody({
    description: 'As docs/schemas/assess-profile.schema.json describes it; `today` is filled in.',
    schema: {
      type: 'object',
      required: ['company', 'coverage'],
      additionalProperties: true,
      example: assessmentExample,
    },
  })
  async assess(@Body() body: unknown): Promise<Assessment> {
    const { today } = this.clock.now();
    const profile = isObject(body) ? { today, ...body } : body;
    const answer = assess(lawOf(latestPins), profile);
    const settled = await this.readings.settledBefore(answer.authority);
    return Object.keys(settled).length === 0 ? answer : assess(lawOf(latestPins, settled), profile);
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
