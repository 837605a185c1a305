import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays } from '../../../libs/calendar/index.js';
import { InvalidInput, mustBeAt } from '../../../libs/domain/index.js';
import { paizhaoNamespace, uuid5 } from '../../../libs/ledger/uuid5.js';
import { RetentionRepository } from '../../../libs/persistence/index.js';
import {
  type RetentionKind,
  retentionDefaults,
  retentionKinds,
  retentionNoticeDays,
} from '../../../libs/persistence/inventory/kinds.js';
import type { Asker } from '../access/access.decorators.js';
import { HouseDesk } from '../house/house-desk.js';
import { LicenseClock } from '../runtime/license-clock.js';
import type { RetentionAnswer } from '../schemas/privacy.js';

type Period = RetentionAnswer['periods'][number];

/** How long the house keeps what need not stay, and what goes next. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    private readonly desk: HouseDesk,
  ) {}

  async report(): Promise<RetentionAnswer> {
    const retention = new RetentionRepository(this.dataSource.manager);
    // Before what it is the version of: should that change meanwhile, the version is too old and not too new.
    const version = await retention.version();
    const periods = await retention.periods();
    const report = await retention.open();
    const due = await retention.due(addDays(this.clock.now().today, retentionNoticeDays));
    const isTold = (kind: string, subject: string) =>
      report?.items.some((item) => item.kind === kind && item.subject === subject) ?? false;
    return {
      version,
      periods: retentionKinds.map((kind) => told(kind, periods[kind])),
      report,
      last: await retention.last(),
      underWay: await retention.underWay(),
      next: due.filter(({ kind, subject }) => !isTold(kind, subject)),
    };
  }

  /** @throws InvalidInput `retention-too-short` */
  choose(asker: Asker, kind: RetentionKind, days: number): Promise<Period> {
    const { atLeast } = retentionDefaults[kind];
    if (days < atLeast)
      throw new InvalidInput('retention-too-short', `${kind} is kept for ${atLeast} days at least`, {
        pointer: '/days',
        atLeast,
        remedy: `Give ${atLeast} days or more.`,
      });
    const request = { act: 'choose-retention', subjectId: uuid5(paizhaoNamespace, 'retention', kind), body: { days } };
    return this.desk.once(asker, request, async (manager, act) => {
      const retention = new RetentionRepository(manager);
      mustBeAt(await retention.lockedVersion(), asker.expected);
      await retention.choose(kind, days, act);
      return told(kind, days);
    });
  }
}

const told = (kind: RetentionKind, days: number): Period => {
  const { days: usually, atLeast } = retentionDefaults[kind];
  return { kind, days, usually, atLeast };
};
