import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { Caller } from '../access/access.decorators.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { wholeNumberOr } from '../schemas/fields.js';
import { Asking } from './asking.js';
import { licensePlace } from './cursor.js';
import { LicenseLines, type PortfolioAnswer, portfolioAnswer } from './license-lines.js';
import { inOrder, queryFields } from './portfolio-filter.js';

export const pageFields = {
  after: licensePlace.optional(),
  limit: wholeNumberOr(50, 1, 200),
};

const listQuery = inOrder(z.strictObject({ ...queryFields, ...pageFields }));

@ApiTags('portfolio')
@Controller('licenses')
export class PortfolioController {
  constructor(
    private readonly lines: LicenseLines,
    private readonly asking: Asking,
  ) {}

  @Get()
  @ReadEndpoint('read-licenses', 'The portfolio and the search in it; what presses most comes first', portfolioAnswer)
  list(
    @Caller() caller: Principal,
    @Query({ schema: listQuery }) { after, limit, ...filter }: z.output<typeof listQuery>,
  ): Promise<PortfolioAnswer> {
    return this.lines.page({ filter, after: after ?? null, limit }, this.asking.of(caller));
  }
}
