import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { daysBetween } from '../../../libs/calendar/index.js';
import {
  type PortfolioAsking,
  type PortfolioFilter,
  type PortfolioLine,
  type PortfolioPlace,
  PortfolioRepository,
} from '../../../libs/persistence/index.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { cursorOf } from './cursor.js';

const day = z.string().meta({ format: 'date' });

const line = z.object({
  licenseId: z.uuid(),
  seq: z.int(),
  companyId: z.uuid(),
  companyName: z.string(),
  serviceTypes: z.array(z.string()),
  coverage: z.string(),
  authority: z.string(),
  status: z.string(),
  statusOn: day,
  people: z.object({ owner: z.string(), deputy: z.string(), manager: z.string() }),
  filings: z.array(z.object({ id: z.string(), kind: z.string(), status: z.string() })),
  permit: z.object({ number: z.string(), lastDay: day.nullable() }).nullable(),
  duty: z.object({ obligationId: z.string(), date: day.nullable(), safeDay: day.nullable() }).nullable(),
  slack: z.int().nullable().meta({
    description: "Days from the license's today to the last safe day of what presses most; below 0 it has passed",
  }),
  needsAttention: z.boolean(),
  simulated: z.boolean(),
  ended: z.boolean(),
});

export const portfolioAnswer = z
  .object({
    licenses: z.array(line),
    next: z.string().nullable().meta({ description: 'Give it as `after` for the next page; null at the end' }),
  })
  .meta({ id: 'Portfolio' });

export type PortfolioAnswer = z.output<typeof portfolioAnswer>;

export interface PageAsked {
  filter: PortfolioFilter;
  after: PortfolioPlace | null;
  limit: number;
}

/** Licenses page by page, what presses most first. */
@Injectable()
export class LicenseLines {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
  ) {}

  async page({ limit, ...asked }: PageAsked, asking: PortfolioAsking): Promise<PortfolioAnswer> {
    const found = await new PortfolioRepository(this.dataSource.manager).page({ ...asked, limit: limit + 1 }, asking);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      licenses: shown.map((each) => this.told(each)),
      next: found.length > limit && last ? cursorOf(slackDayOf(last), last.licenseId) : null,
    };
  }

  private told(found: PortfolioLine): z.output<typeof line> {
    const { owner, deputy, manager, permitNumber, permitLastDay, nextObligation, nextDate, safeDay, ...rest } = found;
    const { clockOffsetMs, ...shown } = rest;
    const pressing = slackDayOf(found);
    return {
      ...shown,
      people: { owner, deputy, manager },
      permit: permitNumber === null ? null : { number: permitNumber, lastDay: permitLastDay },
      duty: nextObligation === null ? null : { obligationId: nextObligation, date: nextDate, safeDay },
      slack: pressing === null ? null : daysBetween(this.clock.now(clockOffsetMs).today, pressing),
    };
  }
}

const slackDayOf = ({ safeDay, nextDate }: PortfolioLine): string | null => safeDay ?? nextDate;
