import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { daysBetween } from '../../../libs/calendar/index.js';
import type { Principal } from '../../../libs/domain/index.js';
import { PortfolioFiguresRepository } from '../../../libs/persistence/index.js';
import { Caller } from '../access/access.decorators.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { Asking } from './asking.js';
import { companyPlace, cursorOf } from './cursor.js';
import { pageFields } from './portfolio.controller.js';
import { inOrder, queryFields } from './portfolio-filter.js';

const count = z.int();
const day = z.string().meta({ format: 'date' });

const due = {
  overdue: count.meta({ description: 'The date of the next duty has passed' }),
  in7Days: count.meta({ description: 'Its safe day comes within so many days, or has passed while its date has not' }),
  in30Days: count,
  in90Days: count,
};

export const dashboardAnswer = z
  .object({
    today: day,
    licenses: count,
    ended: count,
    needsAttention: count,
    simulated: count.meta({ description: 'Whose time was skipped; they count everywhere, by the day on the wall' }),
    due: z.object(due),
    byStatus: z.array(z.object({ status: z.string(), licenses: count, ...due })),
    waitingForAuthority: z.object({
      licenses: count.meta({ description: 'An authority owes an answer' }),
      late: count.meta({ description: 'of these past its date' }),
    }),
    trend: z
      .array(
        z.object({
          month: z.string().meta({ examples: ['2026-11'] }),
          opened: count.meta({ description: 'Licenses' }),
          submitted: count.meta({ description: 'Filings, each round anew' }),
          corrections: count.meta({ description: 'Asked for by an authority' }),
          issued: count.meta({ description: 'Permits, renewed ones too' }),
        }),
      )
      .meta({ description: 'This month and the eleven before it' }),
  })
  .meta({ id: 'Dashboard' });

export const companiesInPortfolio = z
  .object({
    companies: z.array(
      z.object({
        companyId: z.uuid(),
        companyName: z.string(),
        licenses: count,
        ...due,
        nearestSafeDay: day.nullable(),
        slack: count.nullable().meta({ description: 'Days from today to it' }),
      }),
    ),
    next: z.string().nullable().meta({ description: 'Give it as `after` for the next page; null at the end' }),
  })
  .meta({ id: 'PortfolioByCompany' });

const conditions = inOrder(z.strictObject(queryFields));
const page = inOrder(z.strictObject({ ...queryFields, ...pageFields, after: companyPlace.optional() }));

@ApiTags('portfolio')
@Controller('dashboard')
export class DashboardController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly asking: Asking,
  ) {}

  @Get()
  @ReadEndpoint('read-licenses', 'Counts and trends of the licenses that meet the conditions', dashboardAnswer)
  async figures(
    @Caller() caller: Principal,
    @Query({ schema: conditions }) filter: z.output<typeof conditions>,
  ): Promise<z.output<typeof dashboardAnswer>> {
    const asking = this.asking.of(caller);
    const { byStatus, waiting, ...rest } = await new PortfolioFiguresRepository(this.dataSource.manager).figures(
      filter,
      asking,
    );
    const sum = (name: 'licenses' | keyof typeof due) => byStatus.reduce((total, each) => total + each[name], 0);
    return {
      today: asking.today,
      licenses: sum('licenses'),
      ...rest,
      due: {
        overdue: sum('overdue'),
        in7Days: sum('in7Days'),
        in30Days: sum('in30Days'),
        in90Days: sum('in90Days'),
      },
      byStatus,
      waitingForAuthority: waiting,
    };
  }

  @Get('companies')
  @ReadEndpoint(
    'read-licenses',
    'The same counts company by company; who is pressed most comes first',
    companiesInPortfolio,
  )
  async companies(
    @Caller() caller: Principal,
    @Query({ schema: page }) { after, limit, ...filter }: z.output<typeof page>,
  ): Promise<z.output<typeof companiesInPortfolio>> {
    const asking = this.asking.of(caller);
    const asked = { filter, after: after ?? null, limit: limit + 1 };
    const found = await new PortfolioFiguresRepository(this.dataSource.manager).companies(asked, asking);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      companies: shown.map((each) => ({
        ...each,
        slack: each.nearestSafeDay === null ? null : daysBetween(asking.today, each.nearestSafeDay),
      })),
      next: found.length > limit && last ? cursorOf(last.nearestSafeDay, last.companyId) : null,
    };
  }
}
