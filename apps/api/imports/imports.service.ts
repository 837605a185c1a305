import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InvalidInput, type Principal } from '../../../libs/domain/index.js';
import type { JobEntity } from '../../../libs/persistence/index.js';
import { readTable, type Table } from '../../../libs/sheets/index.js';
import { isData, type Layout, layoutOf, type SheetReport } from '../../../libs/sheets/permits/index.js';
import type { Asker } from '../access/access.decorators.js';
import { JobsService } from '../jobs/jobs.service.js';
import type { ImportForm } from './import-shapes.js';
import { SheetTurns } from './sheet-turns.js';

/** A sheet that was imported or tried, beside what was found. */
export interface ImportedSheet {
  job: JobEntity;
  table: Table;
  layout: Layout;
  report: SheetReport;
}

/** Sheets of permits: checked as far as the sheet itself goes, then given to a job. */
@Injectable()
export class ImportsService {
  /** One sheet at a time is unpacked and parsed: what they take together stays what one takes. */
  private reading: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly jobs: JobsService,
    private readonly turns: SheetTurns,
  ) {}

  /** @throws what is wrong with the sheet as a whole; what is wrong with its rows, the job tells */
  async begin(asker: Asker, bytes: Buffer, { trial, notify, ...people }: ImportForm): Promise<{ jobId: string }> {
    const table = await this.tableOf(bytes);
    const layout = layoutOf(table);
    if (!table.rows.some((row, index) => index > layout.headingRow && isData(row, layout))) throw new SheetEmpty();
    const kind = trial ? 'import-trial' : 'import';
    const asked = { notify, people };
    const body = { ...asked, trial, sha256: createHash('sha256').update(bytes).digest('hex') };
    return this.jobs.ask(asker, { kind, asked, body, input: Buffer.from(JSON.stringify(table), 'utf8') });
  }

  /**
   * Makes something of a sheet that was imported or tried. What is made outlives the sheet: whoever fetches it slowly
   * keeps no sheet in memory.
   * @throws JobNotFound, Conflict `job-not-done`, `job-swept`; TooManySheets
   */
  async made<T>(caller: Principal, jobId: string, make: (sheet: ImportedSheet) => T | Promise<T>): Promise<T> {
    const job = await this.jobs.finished(caller, jobId);
    return this.turns.take(async () => make(await this.sheetOf(job)));
  }

  private async sheetOf(job: JobEntity): Promise<ImportedSheet> {
    const read = async (part: 'input' | 'findings'): Promise<unknown> =>
      JSON.parse((await this.jobs.pieces.readWhole(job.id, part)).toString('utf8') || 'null');
    const table = (await read('input')) as Table | null;
    const report = (await read('findings')) as SheetReport | null;
    if (!table || !report) throw new NotAnImport(job.id);
    return { job, table, layout: layoutOf(table), report };
  }

  private tableOf(bytes: Buffer): Promise<Table> {
    const table = this.reading.then(() => readTable(bytes));
    this.reading = table.catch(() => undefined);
    return table;
  }
}

class SheetEmpty extends InvalidInput {
  constructor() {
    super('sheet-empty', 'the sheet has headings and no permit below them', {
      pointer: '/file',
      remedy: 'Fill in a row for each permit. Rows whose remark begins with EXAMPLE, NOTE, 示例 or 说明 do not count.',
    });
  }
}

class NotAnImport extends InvalidInput {
  constructor(jobId: string) {
    super('job-of-another-kind', 'the job is no import', {
      jobId,
      remedy: 'Look at GET /jobs/:id for where its sheet is.',
    });
  }
}
