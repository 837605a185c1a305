import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type ConfirmedReading,
  checkProposedReading,
  coversDay,
  effectiveReadings,
  folding,
  type LicenseState,
  latestPins,
  lawOf,
  NotFound,
  type Principal,
  type ProposedReading,
  proposerOf,
  secondPerson,
} from '../../../libs/domain/index.js';
import { canonicalize, eventIdFor, houseStream, paizhaoNamespace, uuid5 } from '../../../libs/ledger/index.js';
import {
  FanOutRepository,
  HouseReadingRepository,
  LicenseRepository,
  type SnapshotEntity,
  SnapshotRepository,
  scopeOf,
} from '../../../libs/persistence/index.js';
import type { SettledReadings } from '../../../libs/rulebook/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { type ApiOptions, ENGINE, type Engine, LOG, OPTIONS } from '../runtime/runtime.js';
import { HouseDesk } from './house-desk.js';

const licensesAtOnce = 200;

/** How unclear rules are read here: settled by two persons, then told to every license that it concerns. */
@Injectable()
export class ReadingsService implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: HouseDesk,
    private readonly texts: PrivateTexts,
    private readonly clock: LicenseClock,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(OPTIONS) private readonly options: ApiOptions,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** A license that was being opened while a reading was confirmed, or before a crash, hears of it now. */
  onApplicationBootstrap(): void {
    void this.tellSoon();
  }

  /** Tells now if it can; else the next start of the API does. */
  async tellSoon(licenseId?: string, notify?: boolean): Promise<void> {
    await this.tell(licenseId, notify).catch((error: unknown) =>
      this.log.warn({ err: error }, 'settled readings not told'),
    );
  }

  async propose(asker: Asker, proposed: ProposedReading, evidence: string): Promise<{ readingId: string }> {
    const readingId = uuid5(paizhaoNamespace, 'reading', principalName(asker.caller), asker.key);
    const by = proposerOf(asker.caller.actor);
    const request = { act: 'propose-reading', subjectId: readingId, body: { ...proposed, evidence } };
    return this.desk.once(asker, request, async (manager, act) => {
      checkProposedReading(lawOf(latestPins), proposed, act.validOn);
      await mustBeThere(manager, proposed);
      const text = await this.texts.within(manager).add(readingId, evidence);
      await this.texts.claim(manager, text, act.now);
      await new HouseReadingRepository(manager).propose(readingId, proposed, text, by, act);
      return { readingId };
    });
  }

  async decide(
    asker: Asker,
    readingId: string,
    state: 'confirmed' | 'rejected',
    body: { notify?: boolean | undefined } = {},
  ): Promise<{ readingId: string; state: string }> {
    const request = { act: `${state === 'confirmed' ? 'confirm' : 'reject'}-reading`, subjectId: readingId, body };
    const answer = await this.desk.once(asker, request, async (manager, act) => {
      const readings = new HouseReadingRepository(manager);
      const reading = await readings.proposed(readingId);
      const { actor } = asker.caller;
      const by = state === 'confirmed' ? secondPerson(actor, reading.proposedBy) : proposerOf(actor);
      await readings.decide(reading, state, by, act);
      return { readingId, state };
    });
    if (state === 'confirmed') await this.tellSoon(undefined, body.notify);
    return answer;
  }

  /** Those of single licenses only where the caller sees the license as it is now. */
  async list({ scopes, period }: Pick<Principal, 'scopes' | 'period'>): Promise<object[]> {
    const rows = await new HouseReadingRepository(this.dataSource.manager).list();
    const isPresent = coversDay(period, this.clock.now().today);
    const ofLicenses = rows.filter((row) => isPresent && row.scopeKind === 'license').map((row) => row.scopeOf);
    const seen = await new LicenseRepository(this.dataSource.manager).within(ofLicenses, scopes);
    const shown = rows.filter((row) => row.scopeKind !== 'license' || seen.has(row.scopeOf));
    return shown.map((row) => ({
      id: row.id,
      rule: row.rule,
      reading: row.reading,
      scope: scopeOf(row),
      state: row.state,
      evidence: row.evidence,
      proposedBy: row.proposedBy,
      decidedBy: row.decidedBy,
      houseSeq: row.decidedSeq ?? row.proposedSeq,
    }));
  }

  /** What holds before an authority for a license that is not there yet. */
  async settledBefore(authority: string): Promise<SettledReadings> {
    return effectiveReadings(await this.confirmed(), { licenseId: '', authority });
  }

  /**
   * Tells every open license, or the one named, what holds for it and is not on its record. @returns how many
   * @param notify mail people whose dates move; left out: where no other license is told with it
   */
  async tell(licenseId?: string, notify?: boolean): Promise<number> {
    const confirmed = await this.confirmed();
    const houseSeq = Math.max(0, ...confirmed.map((reading) => reading.houseSeq));
    if (houseSeq === 0) return 0;
    const snapshots = new SnapshotRepository(this.dataSource.manager, folding);
    let told = 0;
    let after: string | null = null;
    do {
      const one = licenseId === undefined ? null : await snapshots.find(licenseId);
      const page: SnapshotEntity[] =
        licenseId === undefined ? await snapshots.open(after, licensesAtOnce) : one ? [one] : [];
      told += await this.spread(page, confirmed, houseSeq, notify);
      after = licenseId === undefined && page.length === licensesAtOnce ? (page.at(-1)?.licenseId ?? null) : null;
    } while (after !== null);
    if (told > 0) await this.start(eventIdFor(houseStream, houseSeq));
    return told;
  }

  private confirmed(): Promise<ConfirmedReading[]> {
    return new HouseReadingRepository(this.dataSource.manager).confirmed();
  }

  /** Licenses to which the same holds are told by the same command. */
  private async spread(
    page: readonly SnapshotEntity[],
    confirmed: readonly ConfirmedReading[],
    houseSeq: number,
    notify: boolean | undefined,
  ): Promise<number> {
    const groups = new Map<string, { readings: SettledReadings; licenseIds: string[] }>();
    let again = 0;
    for (const { licenseId, state } of page) {
      const readings = effectiveReadings(confirmed, { licenseId, authority: state.authority });
      const key = canonicalize(readings);
      if (state.readingsSeq > houseSeq || key === canonicalize(state.readings)) continue;
      if (state.readingsSeq === houseSeq) {
        await this.tellAgain(state, readings, houseSeq);
        again += 1;
        continue;
      }
      const group = groups.get(key) ?? { readings, licenseIds: [] };
      groups.set(key, { ...group, licenseIds: [...group.licenseIds, licenseId] });
    }
    const { today } = this.clock.now();
    const concerned = [...groups.values()].reduce((sum, { licenseIds }) => sum + licenseIds.length, 0);
    const data = { houseSeq, notify: notify ?? concerned <= 1 };
    for (const { readings, licenseIds } of groups.values()) {
      const body = { type: 'adopt-readings', validOn: today, data: { readings, ...data } };
      await this.dataSource.transaction((manager) =>
        new FanOutRepository(manager).spread(eventIdFor(houseStream, houseSeq), licenseIds, body),
      );
    }
    return concerned + again;
  }

  /** Another authority decides on the license than when it heard of the newest reading: the same entry, told anew. */
  private async tellAgain(state: LicenseState, readings: SettledReadings, houseSeq: number): Promise<void> {
    const { licenseId, seq, authority } = state;
    const eventId = uuid5(paizhaoNamespace, 'readings-again', licenseId, String(seq));
    const { today } = this.clock.now();
    const body = { type: 'adopt-readings', validOn: today, data: { readings, houseSeq, authority } };
    await this.dataSource.transaction((manager) => new FanOutRepository(manager).spread(eventId, [licenseId], body));
    await this.start(eventId);
  }

  /** The rows are on record: should the start fail, IdleFanOuts does it a minute later. */
  private async start(eventId: string): Promise<void> {
    await this.engine.gateway.startFanOut(eventId, this.options.fanOutPerSecond).catch((error: unknown) => {
      this.log.warn({ eventId, err: error }, 'fan-out not started');
    });
  }
}

/** @throws NotFound `license-not-found`, for a reading of a license that is not there */
async function mustBeThere(manager: EntityManager, { scope }: ProposedReading): Promise<void> {
  if (scope.kind !== 'license' || (await new LicenseRepository(manager).find(scope.licenseId))) return;
  throw new NotFound('license-not-found', 'there is no such license', {
    pointer: '/scope/licenseId',
    remedy: 'Look at GET /licenses for the ids.',
  });
}
