import type { EntityManager } from 'typeorm';
import { Conflict, NotFound } from '../domain/errors.js';
import type { LicenseCommand, TextRef } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import { eventIdFor } from '../ledger/uuid5.js';
import type { Act } from './act.js';
import { AbsenceEntity, HouseLadderEntity } from './entities/index.js';
import { FanOutRepository } from './fan-out.repository.js';

/** What some licenses have not heard yet: one command for all of them. */
export interface Untold {
  eventId: string;
  licenseIds: string[];
  command: Pick<LicenseCommand, 'type' | 'data'>;
}

/** A row of a question about what is untold. */
type UntoldRow<D> = D & { eventId: string; houseSeq: string; licenseIds: string[] };

const open = `not v.ended and ($1::uuid is null or v.license_id = $1::uuid)`;

/** Licenses that have no row of the event; a choice that was taken back concerns those alone that knew of one. */
const untoldLadders = `
  select l.event_id as "eventId", l.kind, l.offsets, l.house_seq as "houseSeq",
         array_agg(v.license_id order by v.license_id) as "licenseIds"
    from paizhao.house_ladders l
    join paizhao.license_view v on ${open}
    left join paizhao.fan_out f on f.event_id = l.event_id and f.license_id = v.license_id
   where f.event_id is null
     and (l.offsets is not null
          or exists (select 1 from paizhao.snapshots s where s.license_id = v.license_id
                        and s.state #>> array['ladders', 'house', l.kind, 'offsets'] is not null))
   group by l.kind`;

const untoldAbsences = `
  select a.event_id as "eventId", a.id, a.person_id as "personId", a.from_day::text as "from",
         a.until_day::text as "until", a.house_seq as "houseSeq",
         array_agg(v.license_id order by v.license_id) as "licenseIds"
    from paizhao.absences a
    join paizhao.license_view v on ${open} and a.person_id::text in (v.owner, v.deputy, v.manager)
    left join paizhao.fan_out f on f.event_id = a.event_id and f.license_id = v.license_id
   where f.event_id is null and not a.called_off and a.until_day >= $2
   group by a.id`;

/** Ladders of the house and absences: its stream says who chose what, the tables are derived from it. */
export class RemindingRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Call within a transaction. `offsets` as the core has checked them. @returns the entry of the house's stream */
  async chooseLadder(kind: string, offsets: number[] | null, reason: TextRef, by: string, act: Act): Promise<number> {
    const { seq, eventId } = await this.note('house-ladder-chosen', { kind, offsets, reason }, act);
    const row = { kind, offsets, reason: reason as never, chosenBy: by, houseSeq: seq, eventId };
    await this.manager.upsert(HouseLadderEntity, row, ['kind']);
    return seq;
  }

  /** Call within a transaction. */
  async recordAbsence(absence: Pick<AbsenceEntity, 'id' | 'personId' | 'from' | 'until'>, act: Act): Promise<void> {
    const { id: absenceId, ...rest } = absence;
    const { seq, eventId } = await this.note('absence-recorded', { absenceId, ...rest }, act);
    await this.manager.insert(AbsenceEntity, { ...absence, houseSeq: seq, eventId });
  }

  /**
   * Call within a transaction. Those who were told of the absence hear that it is off.
   * @throws NotFound `absence-not-found`, Conflict `absence-called-off`
   */
  async callOff(personId: string, id: string, act: Act): Promise<string> {
    const { seq, eventId } = await this.note('absence-called-off', { absenceId: id, personId }, act);
    const found = await this.manager.findOneBy(AbsenceEntity, { id, personId });
    if (!found) throw new NotFound('absence-not-found', 'There is no such absence', { absenceId: id });
    if (found.calledOff) throw new Conflict('absence-called-off', 'The absence is called off', { absenceId: id });
    const told = (await this.manager.query(
      'select license_id as "licenseId" from paizhao.fan_out where event_id = $1 order by 1',
      [found.eventId],
    )) as { licenseId: string }[];
    const { from, until } = found;
    const data = { absenceId: id, person: personId, from, until, calledOff: true, houseSeq: seq };
    const licenseIds = told.map(({ licenseId }) => licenseId);
    await new FanOutRepository(this.manager).spread(eventId, licenseIds, {
      type: 'tell-absence',
      validOn: act.validOn,
      data,
    });
    await this.manager.update(AbsenceEntity, { id }, { calledOff: true, houseSeq: seq, eventId });
    return eventId;
  }

  /** Number of the house's entry that last chose a ladder; 0 where none did. */
  async laddersVersion(): Promise<number> {
    return (await this.manager.maximum(HouseLadderEntity, 'houseSeq')) ?? 0;
  }

  /** The same, and it stays so until the transaction ends. */
  async lockedLaddersVersion(): Promise<number> {
    await lockHead(this.manager, houseStream);
    return this.laddersVersion();
  }

  ladders(): Promise<HouseLadderEntity[]> {
    return this.manager.find(HouseLadderEntity, { order: { kind: 'ASC' } });
  }

  absencesOf(personId: string): Promise<AbsenceEntity[]> {
    return this.manager.find(AbsenceEntity, { where: { personId }, order: { from: 'ASC', id: 'ASC' } });
  }

  /** What open licenses, or the one named, have not heard; absences as far as they are not over on `today`. */
  async untold(today: string, licenseId: string | null = null): Promise<Untold[]> {
    const ladders = (await this.manager.query(untoldLadders, [licenseId])) as UntoldRow<
      Pick<HouseLadderEntity, 'kind' | 'offsets'>
    >[];
    const absences = (await this.manager.query(untoldAbsences, [licenseId, today])) as UntoldRow<
      Pick<AbsenceEntity, 'id' | 'personId' | 'from' | 'until'>
    >[];
    return [
      ...ladders.map(({ eventId, licenseIds, kind, offsets, houseSeq }) => ({
        eventId,
        licenseIds,
        command: { type: 'adopt-ladder' as const, data: { kind, offsets, houseSeq: Number(houseSeq) } },
      })),
      ...absences.map(({ eventId, licenseIds, id, personId, from, until, houseSeq }) => ({
        eventId,
        licenseIds,
        command: {
          type: 'tell-absence' as const,
          data: { absenceId: id, person: personId, from, until, calledOff: false, houseSeq: Number(houseSeq) },
        },
      })),
    ];
  }

  private async note(type: string, data: object, act: Act): Promise<{ seq: number; eventId: string }> {
    const head = await lockHead(this.manager, houseStream);
    const { actor, commandId, now, validOn } = act;
    await append(this.manager, houseStream, head, now, [{ type, v: 1, validOn, actor, commandId, data }]);
    const seq = head.seq + 1;
    return { seq, eventId: eventIdFor(houseStream, seq) };
  }
}
