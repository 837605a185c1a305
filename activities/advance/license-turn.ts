import { shanghaiDay } from '../../libs/calendar/index.js';
import type { AdvanceAnswer, Refusal } from '../../libs/contracts/index.js';
import {
  type Actor,
  CompanionOfAnotherLicense,
  Conflict,
  type Context,
  decide,
  evolve,
  Forbidden,
  folding,
  type LicenseCommand,
  type LicenseEvent,
  type LicenseState,
  lawOf,
  lawOfLicense,
  mustBeAt,
  NotFound,
  nextWakeUp,
  numbersEntered,
  PermitNumberTaken,
  type Pins,
  type WakeWindow,
} from '../../libs/domain/index.js';
import { openBody } from '../../libs/ledger/envelope.js';
import type { CommandReply, Turn, TurnCommand, TurnResult } from '../../libs/persistence/index.js';
import type { Law } from '../../libs/rulebook/index.js';
import { claimsOf, messagesOf } from './consequences.js';
import { derivedFrom, progressOf } from './derived.js';
import { Draft, recordedEvent } from './draft.js';
import { refusalOf } from './refusal.js';

export interface AdvanceRules {
  wakeWindow: WakeWindow;
  /** Where it is off, a license whose time was skipped is refused. */
  simulation: 'off' | 'on';
  log: AdvanceLog;
}

/** pino's shape. */
export interface AdvanceLog {
  warn(fields: Record<string, unknown>, message: string): void;
}

type Answered = TurnResult<AdvanceAnswer>;

/** Between a license's time and the database's clock; more is a clock that somebody must look at. */
const toleratedSkewMs = 60_000;

/** Where a request has a number, or what brings one about; that of a permit stands in the permit. */
const pointersOfNumbers: Partial<Record<LicenseCommand['type'], string>> = {
  'record-companion': '/number',
  'approve-correction': '/seq',
};

const tickActor: Actor = { kind: 'system', id: 'tick' };

/** One license with its head locked: what may be done to it in one transaction. Times are UTC, days of Shanghai. */
export class LicenseTurn {
  private readonly today: string;

  private constructor(
    private readonly rules: AdvanceRules,
    private readonly licenseId: string,
    private readonly turn: Turn,
    /** The license's time: the caller's, but never before its newest entry. */
    private readonly now: string,
    private readonly state: LicenseState | null,
  ) {
    this.today = shanghaiDay(now);
  }

  static async open(rules: AdvanceRules, licenseId: string, turn: Turn, callersNow: string): Promise<LicenseTurn> {
    const { recordedAt } = turn.head;
    const now = recordedAt !== null && recordedAt > callersNow ? recordedAt : callersNow;
    return new LicenseTurn(rules, licenseId, turn, now, await stateAtHead(licenseId, turn));
  }

  /** Says what is on record; changes nothing. */
  unchanged(outcome: 'duplicate' | 'nothing'): Answered {
    return { keep: false, answer: this.standing(outcome) };
  }

  /** As `unchanged`; but a snapshot that is missing or behind is made good, since the timer hangs on it. */
  async resume(): Promise<Answered> {
    if (this.snapshotIsFresh()) return this.unchanged('nothing');
    try {
      return await this.nothing();
    } catch (error) {
      if (!refusalOf(error)) throw error;
      return this.unchanged('nothing');
    }
  }

  async command(commandId: string): Promise<Answered> {
    const outdated = await this.companyMovedOn();
    if (outdated) return { keep: false, answer: this.standing('refused', refusalOf(outdated)) };
    return this.move(commandId, (draft) => {
      const asked = this.asked(commandId);
      mustBeAt(this.turn.head.seq, asked.body.onlyAt ?? null);
      draft.add(decide(this.state, asked.body, this.contextOfCommand(asked)), asked.actor);
      return asked;
    });
  }

  wakeUp(expectedSeq: number): Promise<Answered> {
    return this.move(`wake:${expectedSeq}`, () => null);
  }

  /**
   * The ledger is older than the workflow has seen: the database was restored. Nothing is decided; a person must look,
   * once, and heal starts the workflow anew from what is on record.
   */
  async behind(expectedSeq: number): Promise<Answered> {
    const marked = this.state?.attention.some(({ reason }) => reason === 'ledger-behind') ?? true;
    if (marked) return { keep: false, answer: this.standing('ledger-behind') };
    const draft = this.draft(`behind:${expectedSeq}`);
    draft.add([this.attention('ledger-behind', String(expectedSeq))], tickActor);
    return this.keep(draft, null, 'ledger-behind');
  }

  private async move(commandId: string, first: (draft: Draft) => TurnCommand | null): Promise<Answered> {
    try {
      const draft = this.draft(commandId);
      const command = first(draft);
      draft.settle((state) => this.context(lawOfLicense(state), tickActor), !isSilent(command));
      this.markUnknown(draft);
      if (draft.state?.simulated && this.rules.simulation === 'off') throw new SimulatedLicense(this.licenseId);
      if (draft.state) await this.numbersAreNew(draft.state, command);
      return draft.entries.length > 0 ? await this.keep(draft, command, 'appended') : await this.nothing();
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      return { keep: false, answer: this.standing('refused', refusal) };
    }
  }

  /**
   * A license that opens with older facts than its company has would never hear of the newer ones: they were told to
   * the licenses that were there.
   */
  private async companyMovedOn(): Promise<Conflict | null> {
    const { body } = this.turn.command ?? {};
    if (this.state !== null || (body?.type !== 'open-license' && body?.type !== 'register-permit')) return null;
    const { companyId, companySeq } = body.data;
    const actual = await this.turn.companySeq(companyId);
    if (actual === companySeq) return null;
    return new Conflict('company-changed-meanwhile', 'The company was changed while the license was being opened.', {
      companyId,
      expected: companySeq,
      actual,
      remedy: 'Send the request again.',
    });
  }

  /** The API looks before a command is stored; of two licenses that come by a number at once only this finds one. */
  private async numbersAreNew(state: LicenseState, command: TurnCommand | null): Promise<void> {
    const { permit, companions } = numbersEntered(this.state, state);
    const pointer = (command && pointersOfNumbers[command.body.type]) ?? '/permit/number';
    if (permit !== null) {
      const bearing = await this.turn.bearingPermit(state.companyId, permit);
      const others = bearing.filter((id) => id !== this.licenseId && id !== state.follows);
      // Whom of them the caller may see is not known here.
      if (others.length > 0) throw new PermitNumberTaken(permit, [], pointer);
    }
    for (const number of companions) {
      const others = await this.turn.othersWithCompanion(state.companyId, number);
      if (others.length > 0) throw new CompanionOfAnotherLicense(number, pointer);
    }
  }

  private async keep(
    draft: Draft,
    command: TurnCommand | null,
    outcome: 'appended' | 'ledger-behind',
  ): Promise<Answered> {
    const { state, envelopes, entries } = draft;
    if (state === null) throw new Error(`License ${this.licenseId} was not opened by its first event.`);
    this.watchSkew(state);
    const derived = derivedFrom(state, this.context(lawOfLicense(state), tickActor));
    const progress = progressOf(state, this.today, derived.wakeWhy);
    const reply: CommandReply | null = command && {
      licenseId: this.licenseId,
      commandId: command.id,
      outcome: 'appended',
      seq: state.seq,
      events: envelopes.map(({ seq, type }) => ({ seq, type })),
      status: progress.status,
    };
    const messages = messagesOf(state, envelopes, lawOfLicense(state), isQuiet(command));
    const unsent = await this.turn.record({ entries, derived, reply, ...messages, ...claimsOf(state, envelopes) });
    return { keep: true, answer: { outcome, seq: state.seq, progress, wakeAt: derived.wakeAt, unsent, refusal: null } };
  }

  /** Nothing to append; but the timer may be due elsewhere than the snapshot says, as after a new window of the day. */
  private async nothing(): Promise<Answered> {
    if (this.state === null) return this.unchanged('nothing');
    const derived = derivedFrom(this.state, this.context(lawOfLicense(this.state), tickActor));
    const moved = !this.snapshotIsFresh() || this.turn.snapshot?.wakeAt !== derived.wakeAt;
    if (moved) await this.turn.derive(derived);
    const progress = progressOf(this.state, this.today, derived.wakeWhy);
    return { keep: moved, answer: { ...this.standing('nothing'), progress, wakeAt: derived.wakeAt } };
  }

  /** As of the head: from what is on record, never from what was proposed. */
  private standing(outcome: AdvanceAnswer['outcome'], refusal: Refusal | null = null): AdvanceAnswer {
    const { head, unsent } = this.turn;
    const { wakeAt, wakeWhy } = this.wakeOnRecord();
    return { outcome, seq: head.seq, progress: progressOf(this.state, this.today, wakeWhy), wakeAt, unsent, refusal };
  }

  private snapshotIsFresh(): boolean {
    const { head, snapshot } = this.turn;
    return head.seq === 0 || snapshot?.seq === head.seq;
  }

  /** Computed only where no snapshot tells it, so that a law which is not here cannot silence a license. */
  private wakeOnRecord(): { wakeAt: string | null; wakeWhy: string | null } {
    const { snapshot } = this.turn;
    if (this.state === null || this.snapshotIsFresh())
      return { wakeAt: snapshot?.wakeAt ?? null, wakeWhy: snapshot?.wakeWhy ?? null };
    const wake = nextWakeUp(this.state, this.context(lawOfLicense(this.state), tickActor));
    return { wakeAt: wake?.at ?? null, wakeWhy: wake?.why ?? null };
  }

  private asked(commandId: string): TurnCommand {
    const { command } = this.turn;
    if (command?.subjectId === this.licenseId) return command;
    throw new NotFound('command-not-found', 'There is no such command for this license.', { commandId });
  }

  /** The law that the command itself pins, where it opens a license, or that it brings. */
  private contextOfCommand({ actor, body }: TurnCommand): Context {
    if (!this.state) return this.context(lawOf(pinsOf(body)), actor);
    const { pins, readings } = this.state;
    switch (body.type) {
      case 'adopt-calendar':
        return this.adopting(lawOf({ ...pins, calendar: body.data.calendar }, readings), this.state, actor);
      case 'adopt-rulebook':
        return this.adopting(lawOf({ ...pins, pack: body.data.pack }, readings), this.state, actor);
      case 'adopt-readings':
        return this.adopting(lawOf(pins, body.data.readings), this.state, actor);
      default:
        return this.context(lawOfLicense(this.state), actor);
    }
  }

  private adopting(law: Law, state: LicenseState, actor: Actor): Context {
    return { ...this.context(law, actor), lawBefore: lawOfLicense(state) };
  }

  private context(law: Law, actor: Actor): Context {
    return { law, now: this.now, today: this.today, actor, wakeWindow: this.rules.wakeWindow };
  }

  private draft(commandId: string): Draft {
    return new Draft(this.licenseId, this.turn.head, this.now, commandId, this.state);
  }

  /** An event that this code does not know leaves the state as it was, so a person must look. */
  private markUnknown(draft: Draft): void {
    const known = new Set(this.turn.snapshot?.state.unknownEvents);
    for (const seq of draft.state?.unknownEvents.filter((each) => !known.has(each)) ?? []) {
      draft.add([this.attention('unknown-event', String(seq))], tickActor);
    }
  }

  private attention(reason: 'ledger-behind' | 'unknown-event', about: string): LicenseEvent {
    return { type: 'attention-raised', v: 1, validOn: this.today, data: { reason, about } };
  }

  private watchSkew({ simulated }: LicenseState): void {
    const skewMs = Date.parse(this.now) - Date.parse(this.turn.head.clock);
    if (simulated || Math.abs(skewMs) <= toleratedSkewMs) return;
    this.rules.log.warn({ licenseId: this.licenseId, skewMs }, 'the license’s time and the database’s clock differ');
  }
}

/** A permit that was imported: nobody is told of what was due before the license was here. */
function isSilent(command: TurnCommand | null): boolean {
  return command?.body.type === 'register-permit' && isQuiet(command);
}

/** A change of many licenses, of which its author wanted no mails. */
function isQuiet(command: TurnCommand | null): boolean {
  const { data } = command?.body ?? {};
  return data !== undefined && 'notify' in data && data.notify === false;
}

class SimulatedLicense extends Forbidden {
  constructor(licenseId: string) {
    super('license-simulated', 'Time was skipped for this license, and simulation is off here.', {
      licenseId,
      remedy: 'Use it where SIMULATION is on; open a new license for real work.',
    });
  }
}

/** The snapshot, and what was appended after it; the whole stream where there is no snapshot to trust. */
async function stateAtHead(licenseId: string, turn: Turn): Promise<LicenseState | null> {
  const trusted = turn.snapshot?.state.form === folding.form && turn.snapshot.seq <= turn.head.seq;
  const snapshot = trusted ? turn.snapshot : null;
  let state = snapshot && folding.restored(snapshot.state);
  const after = snapshot?.seq ?? 0;
  if (after === turn.head.seq) return state;
  for await (const row of turn.eventsAfter(after)) state = evolve(licenseId, state, recordedEvent(openBody(row.body)));
  return state;
}

function pinsOf(body: LicenseCommand): Pins {
  if (body.type === 'open-license' || body.type === 'register-permit') return body.data.pins;
  throw new NotFound('license-not-found', 'The license does not exist', { remedy: 'Open it first.' });
}
