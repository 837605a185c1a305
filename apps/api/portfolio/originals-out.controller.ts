import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { OriginalRepository } from '../../../libs/persistence/index.js';
import { Caller } from '../access/access.decorators.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { exampleValues } from '../schemas/example-values.js';
import { civilDate, uuid } from '../schemas/fields.js';
import { Asking } from './asking.js';
import { cursorOf, originalPlace } from './cursor.js';
import { pageFields } from './portfolio.controller.js';
import { queryFields } from './portfolio-filter.js';

const { companyId, authority, owner, person } = queryFields;

const originalsQuery = z.strictObject({
  ...{ companyId, authority, owner, person },
  holder: uuid.optional().meta({ description: 'Person who has it', examples: [exampleValues.deputy] }),
  dueBy: civilDate.optional().meta({ description: 'Due back on or before this day' }),
  ...pageFields,
  after: originalPlace.optional(),
});

const day = z.string().meta({ format: 'date' });

const originalsOutAnswer = z
  .object({
    originals: z.array(
      z.object({
        licenseId: z.uuid(),
        filingId: z.string(),
        requirementId: z.string(),
        personId: z.string().nullable().meta({
          description: 'Who has it; null where it is at a place: GET /licenses/:id/originals says where',
        }),
        handedOverOn: day,
        dueBackOn: day.nullable(),
        overdue: z.boolean(),
        companyId: z.uuid(),
        companyName: z.string(),
        authority: z.string(),
        owner: z.string(),
        deputy: z.string(),
        simulated: z.boolean(),
      }),
    ),
    next: z.string().nullable().meta({ description: 'Give it as `after` for the next page; null at the end' }),
  })
  .meta({ id: 'OriginalsOut' });

/** Originals that are out, of all licenses. */
@ApiTags('portfolio')
@Controller('originals')
export class OriginalsOutController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly asking: Asking,
    private readonly clock: LicenseClock,
  ) {}

  @Get()
  @ReadEndpoint(
    'read-licenses',
    'Originals that are out, of all licenses; what is due back first comes first',
    originalsOutAnswer,
  )
  async list(
    @Caller() caller: Principal,
    @Query({ schema: originalsQuery }) { after, limit, ...filter }: z.output<typeof originalsQuery>,
  ): Promise<z.output<typeof originalsOutAnswer>> {
    const page = { filter, after: after ?? null, limit: limit + 1 };
    const found = await new OriginalRepository(this.dataSource.manager).page(page, this.asking.of(caller));
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      originals: shown.map(({ clockOffsetMs, ...line }) => ({
        ...line,
        overdue: line.dueBackOn !== null && line.dueBackOn < this.clock.now(clockOffsetMs).today,
      })),
      next:
        found.length > limit && last
          ? cursorOf(last.dueBackOn, last.licenseId, last.filingId, last.requirementId)
          : null,
    };
  }
}
