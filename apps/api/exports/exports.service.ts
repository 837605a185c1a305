import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { InvalidInput, type Principal } from '../../../libs/domain/index.js';
import { type PortfolioFilter, PortfolioRepository } from '../../../libs/persistence/index.js';
import {
  mostPaperColumns,
  paperColumns,
  type RegisterColumnKey,
  registerColumns,
} from '../../../libs/sheets/register/index.js';
import type { Asker } from '../access/access.decorators.js';
import { isAllowed } from '../access/access-table.js';
import { JobsService } from '../jobs/jobs.service.js';
import { Asking } from '../portfolio/asking.js';
import { isWholeFor, ViewsService } from '../portfolio/views.service.js';

export interface ExportWanted {
  format: 'csv' | 'xlsx' | 'pdf';
  language: 'zh' | 'en';
  viewId: string | null;
  filter: PortfolioFilter;
  columns: RegisterColumnKey[] | null;
}

/** Lines of a file that somebody still works with; a paper is drawn in memory. */
const mostLicenses = { csv: 500_000, xlsx: 200_000, pdf: 2_000 } as const;

/** Exports of the portfolio: what may be seen is settled here, a job writes it. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly jobs: JobsService,
    private readonly views: ViewsService,
    private readonly asking: Asking,
  ) {}

  /** @throws ViewNotFound, InvalidInput `export-too-large`, `export-too-wide` */
  begin(asker: Asker, wanted: ExportWanted, reason: string | null): Promise<{ jobId: string }> {
    const asked = (manager: EntityManager) => this.settled(manager, asker.caller, wanted);
    return this.jobs.ask(asker, { kind: 'export', asked, body: { ...wanted }, reason });
  }

  private async settled(
    manager: EntityManager,
    caller: Principal,
    { format, language, viewId, ...wanted }: ExportWanted,
  ): Promise<Record<string, unknown>> {
    const view = viewId === null ? null : await this.views.find(caller, viewId, manager);
    const filter = view?.filter ?? wanted.filter;
    const asking = this.asking.of(caller);
    const { licenses, simulated } = await new PortfolioRepository(manager).extent(filter, asking);
    if (licenses > mostLicenses[format]) throw new ExportTooLarge(licenses, mostLicenses[format]);
    const columns = columnsOf(format, wanted.columns, simulated > 0);
    const named = isAllowed('read-people', caller);
    const searchTold = view === null || isWholeFor(caller, view);
    return { format, language, columns, filter, viewId, asking, named, searchTold };
  }

  /** @throws JobNotFound, Conflict `job-not-done`, `job-swept` */
  async finished(
    caller: Principal,
    jobId: string,
  ): Promise<{ format: ExportWanted['format']; bytes: AsyncIterable<Buffer> }> {
    const job = await this.jobs.finished(caller, jobId);
    if (job.kind !== 'export') throw new NotAnExport(jobId);
    return { format: job.asked.format as ExportWanted['format'], bytes: this.jobs.pieces.read(jobId, 'result') };
  }
}

/** What is simulated says so, whatever columns somebody chose. */
function columnsOf(
  format: ExportWanted['format'],
  columns: ExportWanted['columns'],
  simulated: boolean,
): RegisterColumnKey[] {
  const chosen = columns ?? (format === 'pdf' ? paperColumns : registerColumns);
  const all = simulated && !chosen.includes('simulated') ? [...chosen, 'simulated' as const] : [...chosen];
  if (format === 'pdf' && all.length > mostPaperColumns) throw new ExportTooWide(all.length);
  return all;
}

class ExportTooLarge extends InvalidInput {
  constructor(licenses: number, most: number) {
    super('export-too-large', `the view holds ${licenses} licenses; the format takes ${most}`, {
      pointer: '/format',
      licenses,
      most,
      remedy: 'Narrow the conditions, or choose csv.',
    });
  }
}

class ExportTooWide extends InvalidInput {
  constructor(columns: number) {
    super('export-too-wide', `${columns} columns do not fit on a page`, {
      pointer: '/columns',
      most: mostPaperColumns,
      remedy: `Choose up to ${mostPaperColumns}, or another format.`,
    });
  }
}

class NotAnExport extends InvalidInput {
  constructor(jobId: string) {
    super('job-of-another-kind', 'the job is no export', {
      jobId,
      remedy: 'Look at GET /jobs/:id for where its sheet is.',
    });
  }
}
