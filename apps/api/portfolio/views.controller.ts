import { Body, Controller, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import type { SavedView } from '../../../libs/persistence/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { MadeAt } from '../http/answer-headers.js';
import { NeedsVersion, TakesVersion } from '../http/versions.js';
import { type ApiOptions, OPTIONS } from '../runtime/runtime.js';
import { nothing, uuid, version } from '../schemas/fields.js';
import { Asking } from './asking.js';
import { LicenseLines, type PortfolioAnswer, portfolioAnswer } from './license-lines.js';
import { pageFields } from './portfolio.controller.js';
import { keptFilter, queryOf } from './portfolio-filter.js';
import { isWholeFor, personOf, ViewsService } from './views.service.js';

const viewBody = z
  .strictObject({
    name: z.string().trim().min(1).max(100).meta({ description: 'Stored encrypted' }),
    filter: keptFilter,
    shared: z.boolean().default(false).meta({ description: 'Everybody may read it; only you change it' }),
  })
  .meta({
    id: 'View',
    examples: [{ name: '本月到期', filter: { status: ['renewal-due'], slackTo: 30 }, shared: true }],
  });

const kept = z.object({ viewId: z.uuid() });

const view = z
  .object({
    viewId: z.uuid(),
    version,
    name: z.string().nullable().meta({ description: 'Null to whoever reads no texts of people' }),
    filter: z.record(z.string(), z.unknown()).meta({ description: 'Without `q` to whoever reads no texts of people' }),
    shared: z.boolean(),
    personId: z.uuid().meta({ description: 'Who keeps it' }),
    mine: z.boolean(),
    changedAt: z.string(),
    url: z.string().meta({
      description: 'Its licenses; as a calendar: POST /feeds with this view; as a file: POST /views/:id/exports',
    }),
    query: z.string().nullable().meta({
      description: 'The same conditions for GET /licenses, and for GET /as-of/licenses; null where `q` is left out',
    }),
  })
  .meta({ id: 'SavedView' });

const viewPath = z.strictObject({ id: uuid });
const pageQuery = z.strictObject(pageFields);

/** Filters that people keep: a name, conditions, and an address that shows what meets them now. */
@ApiTags('portfolio')
@Controller('views')
export class ViewsController {
  constructor(
    private readonly views: ViewsService,
    private readonly lines: LicenseLines,
    private readonly asking: Asking,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Post()
  @MadeAt('/views/{viewId}')
  @WriteEndpoint('save-view', 'Keep a filter under a name', kept)
  keep(
    @AskedBy() asker: Asker,
    @Body({ schema: viewBody }) body: z.output<typeof viewBody>,
  ): Promise<z.output<typeof kept>> {
    return this.views.keep(asker, body);
  }

  @Get()
  @ReadEndpoint('read-licenses', 'Your views, and those that are shared', z.object({ views: z.array(view) }))
  async list(@Caller() caller: Principal): Promise<{ views: z.output<typeof view>[] }> {
    return { views: (await this.views.list(caller)).map((each) => this.told(each, caller)) };
  }

  @Get(':id')
  @ReadEndpoint('read-licenses', 'A view: its name and conditions', view)
  async one(
    @Caller() caller: Principal,
    @Param({ schema: viewPath }) { id }: z.output<typeof viewPath>,
  ): Promise<z.output<typeof view>> {
    return this.told(await this.views.find(caller, id), caller);
  }

  @Get(':id/licenses')
  @ReadEndpoint('read-licenses', 'The licenses of a view, page by page', portfolioAnswer)
  async licenses(
    @Caller() caller: Principal,
    @Param({ schema: viewPath }) { id }: z.output<typeof viewPath>,
    @Query({ schema: pageQuery }) { after, limit }: z.output<typeof pageQuery>,
  ): Promise<PortfolioAnswer> {
    const { filter } = await this.views.find(caller, id);
    return this.lines.page({ filter, after: after ?? null, limit }, this.asking.of(caller));
  }

  @Put(':id')
  @NeedsVersion()
  @WriteEndpoint('save-view', 'Change a view of yours; all of it', kept, 200)
  change(
    @AskedBy() asker: Asker,
    @Param({ schema: viewPath }) { id }: z.output<typeof viewPath>,
    @Body({ schema: viewBody }) body: z.output<typeof viewBody>,
  ): Promise<z.output<typeof kept>> {
    return this.views.change(asker, id, body);
  }

  @Post(':id/removal')
  @TakesVersion()
  @WriteEndpoint('save-view', 'Remove a view of yours, and with it the calendars that show it', kept, 200)
  remove(
    @AskedBy() asker: Asker,
    @Param({ schema: viewPath }) { id }: z.output<typeof viewPath>,
    @Body({ schema: nothing }) _: z.output<typeof nothing>,
  ): Promise<z.output<typeof kept>> {
    return this.views.remove(asker, id);
  }

  private told({ id, name, filter, ...rest }: SavedView, caller: Principal): z.output<typeof view> {
    const whole = isWholeFor(caller, rest);
    const { q, ...conditions } = filter;
    return {
      viewId: id,
      ...rest,
      name: whole ? name : null,
      filter: whole ? { ...filter } : conditions,
      mine: rest.personId === personOf(caller),
      url: `${this.options.publicUrl}/views/${id}/licenses`,
      query: whole || q === undefined ? queryOf(filter) : null,
    };
  }
}
