import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { CivilDate } from '../../../libs/calendar/index.js';
import { checkedOffsets, InvalidInput, latestPins, lawOf, mustBeAt, proposerOf } from '../../../libs/domain/index.js';
import { paizhaoNamespace, uuid5 } from '../../../libs/ledger/index.js';
import {
  type AbsenceEntity,
  FanOutRepository,
  type HouseLadderEntity,
  NoSuchPerson,
  PersonEntity,
  RemindingRepository,
} from '../../../libs/persistence/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { HouseDesk } from './house-desk.js';
import { HouseFanOut } from './house-fan-out.js';

export interface ChosenForHouse {
  kind: string;
  offsets: number[] | null;
  reason: string;
}

/** Licenses that one statement writes rows for: well within its time. */
const toldAtOnce = 5_000;

/** When people are reminded, and who is away: on the house's record, then told to every license that it concerns. */
@Injectable()
export class RemindingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: HouseDesk,
    private readonly texts: PrivateTexts,
    private readonly clock: LicenseClock,
    private readonly fanOut: HouseFanOut,
  ) {}

  async chooseLadder(asker: Asker, chosen: ChosenForHouse): Promise<{ kind: string; houseSeq: number }> {
    const by = proposerOf(asker.caller.actor);
    const offsets = checkedOffsets(lawOf(latestPins), chosen.kind, chosen.offsets);
    const subjectId = uuid5(paizhaoNamespace, 'house-ladder', chosen.kind);
    const request = { act: 'choose-house-ladder', subjectId, body: { ...chosen } };
    const answer = await this.desk.once(asker, request, async (manager, act) => {
      const reminding = new RemindingRepository(manager);
      mustBeAt(await reminding.lockedLaddersVersion(), asker.expected);
      const reason = await this.texts.within(manager).add(subjectId, chosen.reason);
      await this.texts.claim(manager, reason, act.now);
      const houseSeq = await reminding.chooseLadder(chosen.kind, offsets, reason, by, act);
      return { kind: chosen.kind, houseSeq };
    });
    await this.tell();
    return answer;
  }

  /** @throws NotFound `person-not-found`, InvalidInput `absence-ends-before-it-begins`, `absence-over` */
  async recordAbsence(asker: Asker, personId: string, days: AbsenceDays): Promise<{ absenceId: string }> {
    const absenceId = uuid5(paizhaoNamespace, 'absence', principalName(asker.caller), personId, asker.key);
    const request = { act: 'record-absence', subjectId: absenceId, body: { personId, ...days } };
    const answer = await this.desk.once(asker, request, async (manager, act) => {
      checkDays(days, act.validOn);
      await mustBeSomebody(manager, personId);
      await new RemindingRepository(manager).recordAbsence({ id: absenceId, personId, ...days }, act);
      return { absenceId };
    });
    await this.tell();
    return answer;
  }

  async callOff(asker: Asker, personId: string, absenceId: string): Promise<{ absenceId: string; eventId: string }> {
    const request = { act: 'call-off-absence', subjectId: absenceId, body: { personId } };
    const answer = await this.desk.once(asker, request, async (manager, act) => ({
      absenceId,
      eventId: await new RemindingRepository(manager).callOff(personId, absenceId, act),
    }));
    await this.fanOut.soon(answer.eventId);
    return answer;
  }

  async ladders(): Promise<{ version: number; rows: HouseLadderEntity[] }> {
    const reminding = new RemindingRepository(this.dataSource.manager);
    // Before what it is the version of: should that change meanwhile, the version is too old and not too new.
    const version = await reminding.laddersVersion();
    return { version, rows: await reminding.ladders() };
  }

  /** @throws NotFound `person-not-found` */
  async absencesOf(personId: string): Promise<AbsenceEntity[]> {
    await mustBeSomebody(this.dataSource.manager, personId);
    return new RemindingRepository(this.dataSource.manager).absencesOf(personId);
  }

  /**
   * Tells every open license, or the one named, what it has not heard: of a choice that was just made, and of all that
   * held before it was opened, or before its people were named. @returns how many were told something
   */
  async tell(licenseId: string | null = null): Promise<number> {
    const { today } = this.clock.now();
    const untold = await new RemindingRepository(this.dataSource.manager).untold(today, licenseId);
    const told = new Set<string>();
    for (const { eventId, licenseIds, command } of untold) {
      for (let from = 0; from < licenseIds.length; from += toldAtOnce)
        await this.spread(eventId, licenseIds.slice(from, from + toldAtOnce), { ...command, validOn: today });
      await this.fanOut.soon(eventId);
      for (const each of licenseIds) told.add(each);
    }
    return told.size;
  }

  private spread(eventId: string, licenseIds: string[], body: object): Promise<void> {
    return this.dataSource.transaction((manager) => new FanOutRepository(manager).spread(eventId, licenseIds, body));
  }
}

async function mustBeSomebody(manager: EntityManager, id: string): Promise<void> {
  if (!(await manager.existsBy(PersonEntity, { id }))) throw new NoSuchPerson(id);
}

export interface AbsenceDays {
  from: CivilDate;
  until: CivilDate;
}

function checkDays({ from, until }: AbsenceDays, today: CivilDate): void {
  if (until < from) {
    throw new InvalidInput('absence-ends-before-it-begins', `${until} lies before ${from}`, {
      pointer: '/until',
      remedy: 'Give the last day of the absence, its first one or later.',
    });
  }
  if (until >= today) return;
  throw new InvalidInput('absence-over', `${until} lies before today, ${today}`, {
    pointer: '/until',
    today,
    remedy: 'An absence that is over needs no entry: give a last day from today on.',
  });
}
