import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { lastDayOfTerm } from '../../../libs/calendar/index.js';
import { folding } from '../../../libs/domain/index.js';
import { LicenseRepository, LicenseViewEntity, SnapshotRepository } from '../../../libs/persistence/index.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { type ExampleValues, exampleValues } from '../schemas/example-values.js';

/**
 * Values with which the examples of the description work when they are tried. The day is everybody's to know; ids of
 * real licenses are shown only where time is simulated, so never in production.
 */
@Injectable()
export class LiveExamples {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
  ) {}

  async values(simulation: boolean): Promise<ExampleValues> {
    const license = simulation ? await this.newest() : null;
    if (!license) return this.dated(0, {});
    const { licenseId, companyId, owner, deputy, manager, filings, nextObligation } = license;
    const snapshot = await new SnapshotRepository(this.dataSource.manager, folding).find(licenseId);
    const filing = filings.at(-1)?.id;
    const versions = Object.values((filing && snapshot?.state.filings[filing]?.materials) || {}).flat();
    return this.dated(snapshot?.clockOffsetMs ?? 0, {
      license: licenseId,
      company: companyId,
      owner,
      deputy,
      manager,
      filing: filing ?? exampleValues.filing,
      obligation: nextObligation ?? exampleValues.obligation,
      material: versions.at(-1)?.materialId ?? exampleValues.material,
    });
  }

  private dated(offsetMs: number, known: Partial<ExampleValues>): ExampleValues {
    const { today } = this.clock.now(offsetMs);
    return { ...exampleValues, ...known, today, lastDay: lastDayOfTerm(today, 5) };
  }

  private async newest(): Promise<LicenseViewEntity | null> {
    const [row] = (await this.dataSource.manager.find(LicenseViewEntity, {
      order: { recordedAt: 'DESC' },
      take: 1,
      select: { licenseId: true },
    })) as Pick<LicenseViewEntity, 'licenseId'>[];
    return row ? new LicenseRepository(this.dataSource.manager).find(row.licenseId) : null;
  }
}

/** The same description with the values in place of the examples'. */
export function withValues<T>(document: T, values: ExampleValues): T {
  let text = JSON.stringify(document);
  for (const name of Object.keys(exampleValues) as (keyof ExampleValues)[]) {
    text = text.replaceAll(JSON.stringify(exampleValues[name]), JSON.stringify(values[name]));
  }
  return JSON.parse(text) as T;
}
