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
import { FanOutRepository, LicenseRepository, SnapshotRepository } from '../../../libs/persistence/index.js';
import { HouseFanOut } from '../house/house-fan-out.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { LOG } from '../runtime/runtime.js';

/** A company with more open licenses than these has enough history in each of them before long. */
const mostLicenses = 50;

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
    const states = await this.openStates(view.companyId);
    const kind = states.find((state) => state.licenseId === licenseId)?.filings[filingId]?.kind;
    if (!kind) return;
    const days = daysOf(states, kind);
    const { today } = this.clock.now();
    const novices = states.filter((state) => isNovice(state, kind, today)).map((state) => state.licenseId);
    const eventId = uuid5(paizhaoNamespace, 'experience', licenseId, filingId);
    const body = { type: 'tell-preparation', validOn: today, data: { kind, days } };
    await this.dataSource.transaction((inside) => new FanOutRepository(inside).spread(eventId, novices, body));
    if (novices.length > 0) await this.fanOut.soon(eventId);
  }

  /** Of the company's licenses that are open and real; none where there are too many. */
  private async openStates(companyId: string): Promise<LicenseState[]> {
    const { manager } = this.dataSource;
    const views = await new LicenseRepository(manager).ofCompany(companyId, 200);
    const open = views.filter(({ ended, simulated }) => !ended && !simulated).slice(0, mostLicenses + 1);
    if (open.length > mostLicenses) return [];
    const snapshots = new SnapshotRepository(manager, folding);
    const found = await Promise.all(open.map(({ licenseId }) => snapshots.find(licenseId)));
    return found.flatMap((snapshot) => (snapshot ? [snapshot.state] : []));
  }
}

/** The newest, oldest first, in the order in which they were handed in. */
function daysOf(states: readonly LicenseState[], kind: FilingKind): number[] {
  const law = lawOf(latestPins);
  const handedIn = states.flatMap(({ filings }) =>
    Object.values(filings).flatMap((filing) => {
      const [first] = filing.rounds;
      return first
        ? preparationsOf(law, { [filing.id]: filing }, kind).map((days) => ({ days, on: first.submittedOn }))
        : [];
    }),
  );
  const inOrder = handedIn.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  return inOrder.slice(-mostExperience).map(({ days }) => days);
}

/** It has no filing of the kind, and has heard of no other one this year. */
function isNovice({ filings, experience }: LicenseState, kind: FilingKind, today: string): boolean {
  const filed = Object.values(filings).some((filing) => filing.kind === kind && filing.rounds.length > 0);
  return !filed && experience[kind]?.on.slice(0, 4) !== today.slice(0, 4);
}
