import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import {
  type FilingKind,
  folding,
  type LicenseState,
  latestPins,
  lawOf,
  mostExperience,
  preparationsOf,
} from '../../../libs/domain/index.js';
import { paizhaoNamespace, uuid5 } from '../../../libs/ledger/index.js';
import {
  FanOutRepository,
  LicenseRepository,
  type SnapshotEntity,
  SnapshotRepository,
} from '../../../libs/persistence/index.js';
import { HouseFanOut } from '../house/house-fan-out.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { LOG } from '../runtime/runtime.js';

const pageSize = 50;

/** What one license took to prepare a filing, told to those of its company that have never filed one of the kind. */
@Injectable()
export class ToldPreparation {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    private readonly fanOut: HouseFanOut,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** After a filing was handed in. What fails here is told with the next one. */
  async tellSoon(licenseId: string, filingId: string): Promise<void> {
    await this.tell(licenseId, filingId).catch((error: unknown) => {
      this.log.warn({ err: error }, 'experience not told');
    });
  }

  private async tell(licenseId: string, filingId: string): Promise<void> {
    const { manager } = this.dataSource;
    const view = await new LicenseRepository(manager).find(licenseId);
    if (!view || view.simulated) return;
    const kind = (await this.snapshots().find(licenseId))?.state.filings[filingId]?.kind;
    if (!kind) return;
    const { today } = this.clock.now();
    const prepared: Preparation[] = [];
    const novices: string[] = [];
    for await (const state of this.openStates(view.companyId)) {
      prepared.push(...preparationsIn(state, kind));
      if (isNovice(state, kind, today)) novices.push(state.licenseId);
    }
    const eventId = uuid5(paizhaoNamespace, 'experience', licenseId, filingId);
    const body = { type: 'tell-preparation', validOn: today, data: { kind, days: newest(prepared) } };
    await this.dataSource.transaction((inside) => new FanOutRepository(inside).spread(eventId, novices, body));
    if (novices.length > 0) await this.fanOut.soon(eventId);
  }

  /** Of the company's licenses that are open and real, in the order of their ids; a page of them in memory at a time. */
  private async *openStates(companyId: string): AsyncGenerator<LicenseState> {
    for (let after: string | null = null; ; ) {
      const page: SnapshotEntity[] = await this.snapshots().openOfCompany(companyId, after, pageSize);
      for (const { state } of page) yield state;
      after = page.at(-1)?.licenseId ?? null;
      if (page.length < pageSize) return;
    }
  }

  private readonly snapshots = (): SnapshotRepository => new SnapshotRepository(this.dataSource.manager, folding);
}

/** How long it took to prepare a filing, and when it was first handed in. */
interface Preparation {
  days: number;
  on: string;
}

function preparationsIn({ filings }: LicenseState, kind: FilingKind): Preparation[] {
  const law = lawOf(latestPins);
  return Object.values(filings).flatMap((filing) => {
    const [first] = filing.rounds;
    if (!first) return [];
    return preparationsOf(law, { [filing.id]: filing }, kind).map((days) => ({ days, on: first.submittedOn }));
  });
}

/** The newest, oldest first, in the order in which they were handed in. */
function newest(prepared: readonly Preparation[]): number[] {
  const inOrder = prepared.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  return inOrder.slice(-mostExperience).map(({ days }) => days);
}

/** It has no filing of the kind, and has heard of no other one this year. */
function isNovice({ filings, experience }: LicenseState, kind: FilingKind, today: string): boolean {
  const filed = Object.values(filings).some((filing) => filing.kind === kind && filing.rounds.length > 0);
  return !filed && experience[kind]?.on.slice(0, 4) !== today.slice(0, 4);
}
