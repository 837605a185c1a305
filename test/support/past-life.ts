import fc from 'fast-check';
import { addDays, type CalendarTable, publishedTables } from '../../libs/calendar/index.js';
import { correctable } from '../../libs/domain/correctable.js';
import {
  type Actor,
  type Context,
  DomainError,
  decide,
  type LicenseCommand,
  type LicenseCommandData,
  type LicenseCommandType,
  type LicenseEntry,
  lawOf,
  lawOfLicense,
  type NoticeDue,
  type Pins,
} from '../../libs/domain/index.js';
import { latestPack, publishedPacks } from '../../libs/rulebook/index.js';
import { aCompany, anOpening, aPermit, approver, aText, Desk, licenseId, officer, people } from './builders.js';
import type { Facts, Times } from './past-reference.js';

/** A license that adopts other law as it lives: each answer is by what it has adopted. */
class AdoptingDesk extends Desk {
  static begins(day: string, pins: Pins): AdoptingDesk {
    const desk = new AdoptingDesk(licenseId, lawOf(pins), day, { fromMinute: 480, spreadMinutes: 50 });
    desk.sleepTo(day);
    return desk;
  }

  override context(actor?: Actor): Context {
    const context = super.context(actor);
    return this.current ? { ...context, law: lawOfLicense(this.current) } : context;
  }

  adopts<T extends 'adopt-calendar' | 'adopt-rulebook' | 'adopt-readings'>(
    type: T,
    data: LicenseCommandData[T],
    on: string,
  ): void {
    const { pins, readings } = this.state;
    const told = data as { calendar?: string; pack?: string; readings?: typeof readings };
    const { calendar = pins.calendar, pack = pins.pack } = told;
    const law = lawOf({ pack, calendar }, told.readings ?? readings);
    const context = { ...this.context(officer), law, lawBefore: lawOfLicense(this.state) };
    this.record(decide(this.state, { type, validOn: on, data } as LicenseCommand, context), officer);
  }
}

/** Of the entries that a life here corrects: the member that tells their day. */
const ownDay: Readonly<Record<string, string>> = {
  'filing-submitted': 'validOn',
  'receipt-recorded': 'receivedOn',
  'filing-accepted': 'acceptedOn',
  'correction-requested': 'noticedOn',
  'filing-not-accepted': 'decidedOn',
  'filing-granted': 'grantedOn',
  'filing-refused': 'refusedOn',
  'permit-revoked': 'on',
  'service-opened': 'openedOn',
  'company-flag-listed': 'on',
  'company-flag-cleared': 'on',
};

/** A license that lives, with the list of what was said of it kept beside. */
export class Life {
  readonly entries: LicenseEntry[] = [];
  readonly list: Facts = { facts: [], corrected: [], deliveries: [] };
  private acts = 0;

  constructor(
    readonly desk: AdoptingDesk,
    /** From which day on what it began with is true. */
    private readonly since: string | null,
    /** The filing that goes its way; none where the license has no such filing. */
    readonly filingId = 'new-1',
  ) {
    this.note();
  }

  wait(days: number): void {
    this.desk.sleepTo(addDays(this.desk.today, days));
    this.desk.settle();
    this.note();
  }

  /** What is refused leaves nothing. */
  does<T extends LicenseCommandType>(type: T, data: LicenseCommandData[T], on: string, by: Actor = officer): boolean {
    return this.attempts(() => this.desk.does(type, data, { by, on }));
  }

  /** The law of another version, or a reading that the house settled, as a fan-out brings it. */
  adopts<T extends Parameters<AdoptingDesk['adopts']>[0]>(type: T, data: LicenseCommandData[T], on: string): boolean {
    return this.attempts(() => this.desk.adopts(type, data, on));
  }

  /** Another day for one of the entries that tell one. */
  corrects(pick: number, days: number): void {
    const dated = this.list.facts.filter(({ type }) => type in ownDay);
    const wrong = dated[pick % (dated.length || 1)];
    const member = wrong && ownDay[wrong.type];
    if (!wrong || !member) return;
    const { seq } = wrong;
    const now = correctable(this.desk.state, seq, member)?.value;
    if (typeof now !== 'string') return;
    const to = addDays(now, days);
    const { today, now: known } = this.desk;
    this.does('propose-correction', { seq, member, to, reason: aText }, today);
    if (this.does('approve-correction', { seq, member }, today, approver))
      this.list.corrected.push({ seq, day: to, known });
  }

  /** A duty that two persons waive. */
  waives(pick: number, on: string): void {
    const due = this.desk.openDuties();
    const obligationId = due[pick % (due.length || 1)]?.id;
    if (obligationId === undefined) return;
    this.does('propose-waiver', { obligationId, reason: aText }, on);
    this.does('approve-waiver', { obligationId }, on, approver);
  }

  /** Something becomes of a message about a notice: it left, perhaps, or came back. */
  sends(pick: number): void {
    const told = this.list.facts.filter(({ type }) => type === 'notice-due');
    const notice = told[pick % (told.length || 1)];
    if (!notice) return;
    const to = (notice.data as unknown as NoticeDue).to;
    const person = to[pick % (to.length || 1)]?.person;
    const state = ['sent', 'uncertain', 'sent', 'bounced', 'failed'][pick % 5];
    if (person === undefined || state === undefined) return;
    this.list.deliveries.push({ notice, person, state, day: this.desk.today, known: this.desk.now });
  }

  private attempts(act: () => void): boolean {
    const before = this.desk.history.length;
    try {
      act();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
    this.note();
    return this.desk.history.length > before;
  }

  private note(): void {
    const commandId = `command-${++this.acts}`;
    for (const entry of this.desk.history.slice(this.entries.length)) {
      const { seq, type, validOn, recordedAt, data } = entry;
      this.entries.push({ ...entry, commandId });
      const begins = this.acts === 1 && (type === 'license-opened' || type === 'permit-registered');
      const day = begins ? (this.since ?? validOn) : validOn;
      this.list.facts.push({ seq, type, day, known: recordedAt, data: { ...data } });
    }
  }
}

interface Step {
  wait: number;
  offset: number;
  act: number;
  number: number;
}

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    wait: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 9 })),
    offset: fc.oneof(
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.integer({ min: -12, max: -1 }) },
    ),
    act: fc.nat({ max: 22 }),
    number: fc.nat({ max: 5000 }),
  }),
  { minLength: 4, maxLength: 30 },
);

/** One of the acts; each is about something else of what the list is asked. */
function step(life: Life, { wait, offset, act, number }: Step): void {
  life.wait(wait);
  const { today } = life.desk;
  const on = addDays(today, offset);
  const { filingId } = life;
  const filing = { filingId, number: null };
  // The filing goes its way, one step at a time.
  const onward = (): boolean =>
    life.does('submit-filing', { filingId }, on) ||
    life.does('record-receipt', { ...filing, receivedOn: on }, on) ||
    life.does('record-acceptance', { ...filing, acceptedOn: on }, on) ||
    life.does('record-grant', { ...filing, grantedOn: on, servedOn: today, refusedTypes: [] }, on);
  const acts: (() => unknown)[] = [
    () => life.does('assign-people', { people: { owner: `p${number % 50}`, deputy: 'p1', manager: 'p2' } }, on),
    () =>
      life.does(
        'record-company-fact',
        { change: null, facts: { foreignShare: number % 40 }, companySeq: life.entries.length },
        on,
      ),
    () => life.does('record-flag', { flag: 'bad-list', listed: number % 2 === 0, on }, on),
    () => life.does('open-service', { serviceType: 'B24', openedOn: on, evidence: null, violation: false }, on),
    () =>
      life.does(
        'record-revocation',
        { outcome: 'revoked', revokedOn: on, servedOn: today, number: null, byFraud: false, returnPaper: null },
        on,
      ),
    ...[onward, onward, onward, onward],
    () => life.corrects(number, (number % 7) - 3),
    () => life.corrects(number, (number % 13) - 6),
    () => life.wait(number % 30),
    () => life.adopts('adopt-rulebook', { pack: latestPack.id }, on),
    () => life.adopts('adopt-calendar', { calendar: (publishedTables.at(-1) as CalendarTable).id }, on),
    () => life.adopts('adopt-readings', { readings: settled[number % settled.length] ?? {}, houseSeq: number }, on),
    () => life.waives(number, on),
    () => life.sends(number),
    () => life.sends(number),
    () => life.sends(number),
    () => life.does('record-correction-notice', { ...filing, noticedOn: on, dueOn: null, items: [anItem] }, on),
    () => life.does('record-non-acceptance', { ...filing, decidedOn: on, servedOn: today, reason: null }, on),
    () =>
      life.does(
        'record-refusal',
        { ...filing, refusedOn: on, servedOn: today, falseMaterial: false, reason: null },
        on,
      ),
    () => life.does('withdraw-filing', { filingId, withdrawnOn: on }, on),
  ];
  acts[act % acts.length]?.();
}

const anItem = { requirementId: null, text: aText };

/** What a house may have settled about the one clock here whose readings differ. */
const settled: LicenseCommandData['adopt-readings']['readings'][] = [
  { 'limit.review': { reading: 'working-days-from-acceptance', scope: 'installation', houseSeq: 1 } },
  {},
];

/** The oldest of what is published, so that there is something to adopt. */
const pins: Pins = { pack: publishedPacks[0]?.id ?? '', calendar: publishedTables[0]?.id ?? '' };

export const starts = {
  'in preparation': () =>
    new Life(AdoptingDesk.begins('2026-03-02', pins).does('open-license', anOpening({ pins })).prepares(), null),
  held: () => {
    const permit = aPermit({
      ...{ serviceTypes: ['B24'], validFrom: '2024-01-10', printedLastDay: '2029-01-09' },
    });
    const desk = AdoptingDesk.begins('2026-03-02', pins).does('register-permit', {
      ...{ companyId: 'company-1', company: aCompany(), companySeq: 0, people, pins, permit },
      ...{ grantedOn: permit.validFrom, opened: [] },
      ...{ reportsFiled: [], unknown: [] },
    });
    return new Life(desk, '2024-01-10');
  },
  /** Renewed in time, as far as the authority says nothing until the permit ends within some days. */
  renewing: () => {
    const permit = aPermit({ validFrom: '2021-03-21', printedLastDay: '2026-03-20' });
    const desk = AdoptingDesk.begins('2025-12-01', pins).does('register-permit', {
      ...{ companyId: 'company-1', company: aCompany(), companySeq: 0, people, pins, permit },
      ...{ grantedOn: '2021-03-15', opened: [{ serviceType: 'B24', openedOn: '2021-03-21' }] },
      ...{ reportsFiled: ['2022', '2023', '2024', '2025'], unknown: [] },
    });
    const life = new Life(desk, '2021-03-21', 'renewal-1');
    desk.prepares({ kind: 'renewal' }).submits();
    life.wait(102);
    return life;
  },
};

export type Start = keyof typeof starts;

export function lived(start: Start, acts: readonly Step[]): Life {
  const life = starts[start]();
  for (const each of acts) step(life, each);
  return life;
}

/** Moments and days at which something may change, and those around them. */
export function timesIn({ list, entries, desk }: Life, picks: readonly number[]): Times[] {
  const moments = [
    ...new Set([...entries.map(({ recordedAt }) => recordedAt), ...list.deliveries.map(({ known }) => known)]),
  ];
  const days = [...list.facts.map(({ day }) => day), ...list.corrected.map(({ day }) => day), desk.today];
  return picks.map((pick) => ({
    validOn: addDays(days[pick % days.length] ?? desk.today, (pick % 3) - 1),
    knownOn: moments[Math.floor(pick / 7) % moments.length] ?? desk.now,
  }));
}
