import { type CalendarTable, latestTable } from '../../libs/calendar/index.js';
import { agenda } from '../../libs/domain/agenda.js';
import { correctionItems } from '../../libs/domain/correction-items.js';
import { requirementsOf } from '../../libs/domain/decide/requirements.js';
import { fold } from '../../libs/domain/evolve.js';
import {
  type Actor,
  type Context,
  type DomainError,
  decide,
  type LicenseCommand,
  type LicenseCommandData,
  type LicenseCommandType,
  type LicenseEvent,
  lawOf,
  type PermitData,
  type Pins,
  type RecordedEvent,
} from '../../libs/domain/index.js';
import type { Acceptance, Filing, FiredRung, PermitTerm } from '../../libs/domain/license.js';
import type { Obligation } from '../../libs/domain/obligation.js';
import { VirtualLicense } from '../../libs/domain/rehearse/virtual-license.js';
import { aCompany, law, people } from './license-story.js';

export { aCompany, law, people };

export const officer: Actor = { kind: 'person', id: people.owner };
export const approver: Actor = { kind: 'person', id: 'person-approver' };
export const licenseId = '0b24c0de-0000-5000-8000-000000000002';
export const aText = { ref: 'text-1', commitment: '00'.repeat(32) };

/** A context of the current law on a day, for an actor. */
export function aContext(today: string, actor: Actor = officer): Context {
  return { law, now: `${today}T02:00:00.000Z`, today, actor, wakeWindow: { fromMinute: 480, spreadMinutes: 50 } };
}

/** The newest calendar, as if the days of 2027 had been published. */
export const aCalendarThrough2027 = (id: string): CalendarTable => ({
  ...latestTable,
  id,
  covered: { ...latestTable.covered, to: '2027-12-31' },
  years: [
    ...latestTable.years,
    { ...(latestTable.years[0] as CalendarTable['years'][number]), year: 2027, arrangements: [] },
  ],
  assumed: { ...latestTable.assumed, movingDates: latestTable.assumed.movingDates.slice(1) },
});

/** A permit that names other types than were filed, taken as it is. */
export const otherTypes = { settled: { differences: ['serviceTypes' as const], reason: aText } };

export const aPermit = (permit: Partial<PermitData> = {}): PermitData => ({
  number: '沪B2-20260001',
  validFrom: '2026-06-01',
  printedLastDay: '2031-05-31',
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
  ...permit,
});

export const anOpening = (
  opening: Partial<LicenseCommandData['open-license']> = {},
): LicenseCommandData['open-license'] => ({
  companyId: 'company-1',
  company: aCompany(),
  companySeq: 0,
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
  people,
  pins: { pack: law.pack.id, calendar: law.calendar.id },
  follows: null,
  ...opening,
});

/** Puts decided events on record as one actor's, on the day of each. */
export function recorded(events: readonly LicenseEvent[], actor: Actor = officer, from = 0): RecordedEvent[] {
  return events.map(
    (event, i) =>
      ({ ...event, seq: from + i + 1, recordedAt: `${event.validOn}T02:00:00.000Z`, actor }) as RecordedEvent,
  );
}

/** `given(events).when(command)`: what follows from a command after some events; `refused` for its refusal. */
export function given(events: readonly LicenseEvent[], context: Context = aContext('2026-11-20')) {
  const state = fold(licenseId, recorded(events));
  const asked = (command: LicenseCommand) => decide(state, command, context);
  return { state, when: asked, refused: (command: LicenseCommand) => refusal(() => asked(command)) };
}

/** The error that an act throws. */
export function refusal(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('nothing was refused');
}

/** A license that lives by commands, on a clock which only the spec moves. Days are Shanghai's. */
export class Desk extends VirtualLicense {
  private materials = 0;

  static opens(day: string, opening: Partial<LicenseCommandData['open-license']> = {}): Desk {
    return Desk.on(day, opening.pins).does('open-license', anOpening(opening));
  }

  /** @param pins other versions of the law than the newest */
  static on(day: string, pins?: Pins): Desk {
    const desk = new Desk(licenseId, pins ? lawOf(pins) : law, day, { fromMinute: 480, spreadMinutes: 50 });
    desk.sleepTo(day);
    return desk;
  }

  decides<T extends LicenseCommandType>(
    type: T,
    data: LicenseCommandData[T],
    { by = officer, on = this.today }: { by?: Actor; on?: string } = {},
  ): LicenseEvent[] {
    return decide(this.current, { type, validOn: on, data } as LicenseCommand, this.context(by));
  }

  does<T extends LicenseCommandType>(
    type: T,
    data: LicenseCommandData[T],
    how: { by?: Actor; on?: string } = {},
  ): this {
    this.record(this.decides(type, data, how), how.by ?? officer);
    return this;
  }

  refuses<T extends LicenseCommandType>(
    type: T,
    data: LicenseCommandData[T],
    how: { by?: Actor; on?: string } = {},
  ): DomainError {
    return refusal(() => this.decides(type, data, how));
  }

  /** Time passes, and the license is woken whenever it asked to be. */
  until(day: string): this {
    this.moveTo(day);
    return this;
  }

  /** A filing with everything that the pack asks for, signed off by a second person. */
  prepares(filing: Partial<LicenseCommandData['open-filing']> = {}): this {
    const kind = filing.kind ?? 'new';
    this.does('open-filing', { kind, period: null, answers: [], plannedOn: null, ...filing });
    if (kind === 'reissue') this.published();
    return this.supplies(this.newest.id).does(
      'sign-off-pack',
      { filingId: this.newest.id, deferred: [] },
      { by: approver },
    );
  }

  supplies(filingId: string, only?: string): this {
    const filing = this.state.filings[filingId];
    const asked = filing ? requirementsOf(this.state, filing, this.today, this.context()) : [];
    const ids = only ? [only] : asked.filter(({ status }) => status !== 'optional').map(({ id }) => id);
    for (const requirementId of ids) this.does('supply-material', this.material(filingId, requirementId));
    return this;
  }

  material(filingId: string, requirementId: string): LicenseCommandData['supply-material'] {
    const number = ++this.materials;
    const sha256 = number.toString(16).padStart(64, '0');
    return {
      filingId,
      requirementId,
      materialId: `material-${number}`,
      sha256,
      bytes: 1024,
      mediaType: 'application/pdf',
      issuedOn: this.today,
      reason: this.state.filings[filingId]?.materials[requirementId] ? aText : null,
    };
  }

  /** Answers what a notice asks for and no material answers, in words. */
  answers(): this {
    const filing = this.newest;
    for (const { id: itemId, requirementId, state } of correctionItems(filing))
      if (state === 'open' && requirementId === null)
        this.does('answer-correction-item', { filingId: filing.id, itemId, text: aText });
    return this;
  }

  /** Hands the newest filing in and records its receipt, both today. */
  submits(): this {
    const filingId = this.newest.id;
    return this.answers().does('submit-filing', { filingId }).does('record-receipt', {
      filingId,
      receivedOn: this.today,
      number: null,
    });
  }

  /** The public notice of the newest filing, today. */
  published(): this {
    return this.does('record-publication', { filingId: this.newest.id, publishedOn: this.today });
  }

  accepted(): this {
    return this.does('record-acceptance', { filingId: this.newest.id, acceptedOn: this.today, number: null });
  }

  granted(): this {
    return this.does('record-grant', { filingId: this.newest.id, grantedOn: this.today, number: null });
  }

  issued(permit: Partial<PermitData> = {}, rest: Partial<LicenseCommandData['record-permit']> = {}): this {
    const entry = { filingId: this.newest.id, permit: aPermit(permit), issuedOn: this.today };
    return this.does('record-permit', { ...entry, ...rest });
  }

  /** A permit held already, from 2026-06-01 for five years, with its service open. */
  static holds(
    day: string,
    permit: Partial<PermitData> = {},
    rest: Partial<LicenseCommandData['register-permit']> = {},
  ): Desk {
    const held = aPermit(permit);
    return Desk.on(day, rest.pins).does('register-permit', {
      companyId: 'company-1',
      company: aCompany(),
      companySeq: 0,
      people,
      pins: { pack: law.pack.id, calendar: law.calendar.id },
      permit: held,
      grantedOn: held.validFrom,
      opened: [{ serviceType: 'B24', openedOn: held.validFrom }],
      reportsFiled: [],
      unknown: [],
      ...rest,
    });
  }

  get newest() {
    const newest = Object.values(this.state.filings).sort((a, b) => b.openedSeq - a.openedSeq)[0];
    if (!newest) throw new Error('no filing is open');
    return newest;
  }

  /** Id of the obligation of a kind about which the newest notice left. */
  newestNotice(kind: string): string {
    const newest = this.history.findLast((event) => event.type === 'notice-due' && event.data.kind === kind);
    if (newest?.type !== 'notice-due') throw new Error(`no notice about ${kind} has left`);
    return newest.data.obligationId;
  }

  filing(filingId: string): Filing {
    const filing = this.state.filings[filingId];
    if (!filing) throw new Error(`no filing ${filingId}`);
    return filing;
  }

  /** The newest term of the permit. */
  get term(): PermitTerm {
    const term = this.state.permit?.terms.at(-1);
    if (!term) throw new Error('no permit');
    return term;
  }

  /** The acceptance of a filing. */
  acceptance(filingId: string): Acceptance {
    const { acceptance } = this.filing(filingId);
    if (!acceptance) throw new Error(`${filingId} is not accepted`);
    return acceptance;
  }

  /** The first notice that left about an obligation. */
  firstNotice(obligationId: string): FiredRung {
    const fired = this.state.notices[obligationId]?.fired[0];
    if (!fired) throw new Error(`no notice about ${obligationId} has left`);
    return fired;
  }

  /** Open obligations of a kind. */
  agenda(kind: string): Obligation[] {
    return agenda(this.state, this.context()).filter((each) => each.kind === kind);
  }

  /** Types of the events from a number on, without the notices. */
  since(seq: number): string[] {
    return this.history.filter((event) => event.seq > seq && event.type !== 'notice-due').map((event) => event.type);
  }
}

/** A license in preparation, opened on a day. */
export function aLicense(day = '2026-03-02', opening: Partial<LicenseCommandData['open-license']> = {}): Desk {
  return Desk.opens(day, opening);
}
