import { Body, Controller, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { type Assessment, assess, latestPins, lawOf } from '../../../libs/domain/index.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { assessmentExample } from './examples.js';

/**
 * Questions about an application that is not made yet. Nothing is stored. The core reads the body itself, so that
 * everything that is wrong with it is said at once, in the law's terms.
 */
@ApiTags('planning')
@Controller('assessments')
export class AssessmentsController {
  constructor(private readonly clock: LicenseClock) {}

  @Post()
  @ReadEndpoint(
    'assess',
    'Is a permit needed and which, who decides, what stands in the way, which materials: each line with its article',
  )
  @ApiBody({
    description: 'As docs/schemas/assess-profile.schema.json describes it; `today` is filled in.',
    schema: { type: 'object', required: ['company', 'coverage'], example: assessmentExample },
  })
  assess(@Body() body: unknown): Assessment {
    const { today } = this.clock.now();
    return assess(lawOf(latestPins), isObject(body) ? { today, ...body } : body);
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
