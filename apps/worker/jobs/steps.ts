import type { DataSource } from 'typeorm';
import type { AdvanceRules } from '../../../activities/advance/license-turn.js';
import { createRebuild } from '../../../activities/advance/rebuild.js';
import { createJobSteps, type JobSteps, type SheetImportDeps } from '../../../activities/jobs/index.js';
import { formatInstant } from '../../../libs/calendar/index.js';
import { type HealDeps, startMissing } from '../../../libs/gateway/index.js';
import {
  type Cipher,
  CompanyRepository,
  ImportMatchRepository,
  JobPieceRepository,
  JobRepository,
  LicenseRepository,
  mayPass,
  PersonRepository,
  PortfolioRepository,
  PostgresAdvanceStore,
} from '../../../libs/persistence/index.js';
import { importerOn } from './importer.js';

export interface JobParts {
  dataSource: DataSource;
  cipher: Cipher;
  /** As the workers have them. */
  rules: AdvanceRules;
  wallClock: () => number;
  startWorkflows: SheetImportDeps['startWorkflows'];
}

/** The jobs' steps on a database. */
export function jobSteps({ dataSource, cipher, rules, wallClock, startWorkflows }: JobParts): JobSteps {
  const { manager } = dataSource;
  const people = new PersonRepository(manager, cipher);
  const now = (): string => formatInstant(wallClock());
  return createJobSteps({
    jobs: new JobRepository(manager),
    pieces: new JobPieceRepository(manager, cipher),
    imports: {
      permits: { ...importerOn(dataSource, cipher, rules), now },
      matches: new ImportMatchRepository(manager),
      people,
      wakeWindow: rules.wakeWindow,
      startWorkflows,
    },
    exports: { portfolio: new PortfolioRepository(manager), people, companies: new CompanyRepository(manager), now },
    mayPass,
    log: rules.log,
  });
}

/** Starts what imports brought, at a rate, by the code of heal. */
export function workflowStarter(
  { dataSource, rules }: Pick<JobParts, 'dataSource' | 'rules'>,
  gateway: HealDeps['gateway'],
  perSecond: number,
): JobParts['startWorkflows'] {
  const { wakeWindow, simulation, log } = rules;
  const licenses = new LicenseRepository(dataSource.manager);
  const rebuild = createRebuild({ store: new PostgresAdvanceStore(dataSource), wakeWindow });
  return async (licenseIds, signal) => {
    await startMissing(licenseIds, { gateway, licenses, rebuild, simulation }, { perSecond, signal }).catch((error) => {
      if (signal.aborted) throw error;
      log.warn({ err: error }, 'workflows of imported licenses not started; heal starts them');
    });
  };
}
