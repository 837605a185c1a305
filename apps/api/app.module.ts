import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.js';
import { AccessModule } from './access/access.module.js';
import { AccessRecords } from './access/access-records.js';
import { AcknowledgeModule } from './acknowledge/acknowledge.module.js';
import { AsOfModule } from './as-of/as-of.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { AuditBundlesModule } from './audit-bundles/audit-bundles.module.js';
import { ChangesModule } from './changes/changes.module.js';
import { ChannelsModule } from './channels/channels.module.js';
import { CommandsModule } from './commands/commands.module.js';
import { CompaniesModule } from './companies/companies.module.js';
import { ConductModule } from './conduct/conduct.module.js';
import { DocsModule } from './docs/docs.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { FeedsModule } from './feeds/feeds.module.js';
import { FilingsModule } from './filings/filings.module.js';
import { HealthModule } from './health/health.module.js';
import { HistoryModule } from './history/history.module.js';
import { HomeModule } from './home/home.module.js';
import { HouseModule } from './house/house.module.js';
import { AnswerHeaders } from './http/answer-headers.js';
import { MediaTypeGuard } from './http/media-type.guard.js';
import { RequestFormGuard } from './http/request-form.guard.js';
import { ImportsModule } from './imports/imports.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LicensesModule } from './licenses/licenses.module.js';
import { MaterialsModule } from './materials/materials.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { PacksModule } from './packs/packs.module.js';
import { PeopleModule } from './people/people.module.js';
import { PortfolioModule } from './portfolio/portfolio.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ProblemsModule } from './problems/problems.module.js';
import { validationPipe } from './problems/validation.js';
import type { Runtime } from './runtime/runtime.js';
import { RuntimeModule } from './runtime/runtime.module.js';
import { SimulationModule } from './simulation/simulation.module.js';
import { WatchModule } from './watch/watch.module.js';

@Module({})
export class AppModule {
  static of(runtime: Runtime): DynamicModule {
    return {
      module: AppModule,
      imports: [
        RuntimeModule.of(runtime),
        AccessModule,
        CommandsModule,
        DocsModule,
        HomeModule,
        HealthModule,
        ProblemsModule,
        AssessmentsModule,
        PeopleModule,
        PrivacyModule,
        CompaniesModule,
        PortfolioModule,
        LicensesModule,
        ConductModule,
        FilingsModule,
        MaterialsModule,
        PacksModule,
        NoticesModule,
        AcknowledgeModule,
        FeedsModule,
        HistoryModule,
        AsOfModule,
        AuditBundlesModule,
        HouseModule,
        ChannelsModule,
        JobsModule,
        ImportsModule,
        ExportsModule,
        ChangesModule,
        WatchModule,
        ...(runtime.engine.skipTime ? [SimulationModule] : []),
      ],
      providers: [
        // In this order: who asks and may they, then in which form they ask.
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: MediaTypeGuard },
        { provide: APP_GUARD, useClass: RequestFormGuard },
        { provide: APP_INTERCEPTOR, useClass: AnswerHeaders },
        { provide: APP_PIPE, useValue: validationPipe },
        {
          provide: APP_FILTER,
          useFactory: (records: AccessRecords) => new ProblemFilter(runtime.options.publicUrl, runtime.log, records),
          inject: [AccessRecords],
        },
      ],
    };
  }
}
