import { Controller, Get, HttpCode, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import type { DocumentStore, StoreHealth } from '../../../libs/documents/index.js';
import { shortDigest } from '../../../libs/gateway/index.js';
import { type LawHere, lawHere } from '../../../libs/law/index.js';
import { AlarmRepository, type LackingLaw } from '../../../libs/persistence/index.js';
import { Public } from '../access/access.decorators.js';
import { type ApiOptions, DOCUMENTS, ENGINE, type Engine, OPTIONS } from '../runtime/runtime.js';
import { liveAnswer, readinessAnswer } from '../schemas/health.js';
import { LawReadiness } from './law-readiness.js';
import { SharedAnswer } from './shared-answer.js';

type Check = 'ok' | 'failed';

/** What must work before the first command can be carried out. */
interface Readiness {
  status: 'ready' | 'not-ready';
  version: string;
  checks: { database: Check; temporal: Check; licensesWorker: Check; noticesWorker: Check; law: Check };
  /** Alarms that are open, and of these such as only the log heard; null where that cannot be read. */
  alarms: { open: number; untold: number } | null;
  /**
   * Where files are kept, and what scans them. Neither makes the process unready: what needs no file goes on.
   */
  files: { store: Check; scanner: Check | 'off' };
  /** Packs and calendars of this process with their hashes; what licenses pin beside them; whether all workers agree. */
  law: LawHere & { lacking: LackingLaw[]; workersDiffer: boolean };
}

const patienceMs = 3_000;
/** Anybody may ask: however many do, the store and the scanner are asked once in this time. */
const filesKeptMs = 3_000;

@ApiTags('health')
@Public('unlimited')
@Controller('health')
export class HealthController {
  /** Nothing is added to it once a process has started. */
  private readonly here = lawHere();
  private readonly files: SharedAnswer<StoreHealth>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly law: LawReadiness,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(DOCUMENTS) documents: DocumentStore,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {
    this.files = new SharedAnswer(() => documents.probe(), filesKeptMs);
  }

  @Get('live')
  @HttpCode(200)
  @ApiOperation({ summary: 'The process answers' })
  @ApiResponse({ status: 200, description: 'It does', standardSchema: liveAnswer })
  live(): { status: 'live'; version: string } {
    return { status: 'live', version: this.options.version };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Database and Temporal answer, a worker polls each queue, and the law that licenses pin is here; else 503',
  })
  @ApiResponse({ status: 200, description: 'All of it works', standardSchema: readinessAnswer })
  @ApiResponse({ status: 503, description: 'Something does not', standardSchema: readinessAnswer })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const alarms = new AlarmRepository(this.dataSource.manager);
    const [database, pollers, lacking, open, untold, files] = await Promise.all([
      within(this.dataSource.query('select 1 from paizhao.ledger_heads limit 1')),
      within(this.engine.pollers()),
      within(this.law.lacking()),
      within(alarms.countOpen()),
      within(alarms.untold()),
      within(this.files.get()),
    ]);
    const checks = {
      database: said(database !== null),
      temporal: said(pollers !== null),
      licensesWorker: said(pollers?.licenses === true),
      noticesWorker: said(pollers?.notices === true),
      law: said(lacking?.length === 0),
    };
    const ready = Object.values(checks).every((check) => check === 'ok');
    response.status(ready ? 200 : 503);
    const workersDiffer = pollers?.laws.some((digest) => digest !== shortDigest(this.here.digest)) ?? false;
    const law = { ...this.here, lacking: lacking ?? [], workersDiffer };
    const told = open === null || untold === null ? null : { open, untold };
    return {
      status: ready ? 'ready' : 'not-ready',
      version: this.options.version,
      checks,
      alarms: told,
      files: toldOf(files),
      law,
    };
  }
}

const toldOf = (files: StoreHealth | null): Readiness['files'] => ({
  store: said(files?.store === null),
  scanner: files?.scanner === 'off' ? 'off' : said(files?.scanner === null),
});

const said = (works: boolean): Check => (works ? 'ok' : 'failed');

/** Null where the answer fails or takes too long: readiness must answer before its caller gives up. */
async function within<T>(answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMs);
  });
  try {
    return await Promise.race([answer.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
