import { type CivilDate, instantAt, shanghaiDay } from '../../calendar/index.js';
import type { Law } from '../../rulebook/index.js';
import type { Actor } from '../actor.js';
import { agenda } from '../agenda.js';
import { type Context, defaultWakeWindow, type WakeWindow } from '../context.js';
import type { LicenseEvent, RecordedEvent } from '../events.js';
import { evolve } from '../evolve.js';
import type { LicenseState } from '../license.js';
import type { Obligation, WakeUp } from '../obligation.js';
import { tick } from '../tick.js';
import { nextWakeUp } from '../wake.js';

/** As many rounds as one advance of a live license takes. */
const tickRounds = 50;

const clockwork: Actor = { kind: 'system', id: 'tick' };

/** A wake-up as it happened: what was announced, and how many events followed. */
export interface Wake {
  at: string;
  why: string;
  events: number;
}

/**
 * One license in memory on a clock that only its user moves: the same evolve, tick and next wake-up that run live, in
 * the same order, without a record behind them.
 */
export class VirtualLicense {
  readonly history: RecordedEvent[] = [];
  readonly wakes: Wake[] = [];
  private folded: LicenseState | null = null;
  private waiting = false;
  private instant: string;
  private day: CivilDate;
  private armed: { seq: number; wake: WakeUp | null } | null = null;

  /** @param from a day, at whose beginning nothing is there yet; or a license as it stands at an instant */
  constructor(
    readonly licenseId: string,
    private readonly law: Law,
    from: CivilDate | { state: LicenseState; now: string },
    private readonly wakeWindow: WakeWindow = defaultWakeWindow,
  ) {
    if (typeof from !== 'string') this.folded = from.state;
    this.instant = typeof from === 'string' ? instantAt(from, '00:00') : from.now;
    this.day = shanghaiDay(this.instant);
  }

  get now(): string {
    return this.instant;
  }

  get today(): CivilDate {
    return this.day;
  }

  /** @throws Error before the first event */
  get state(): LicenseState {
    if (!this.folded) throw new Error('the license is not opened yet');
    return this.folded;
  }

  /** Null before the first event. */
  get current(): LicenseState | null {
    return this.folded;
  }

  context(actor: Actor = clockwork): Context {
    return { law: this.law, now: this.instant, today: this.today, actor, wakeWindow: this.wakeWindow };
  }

  /** What is due today. */
  openDuties(): readonly Obligation[] {
    return agenda(this.state, this.context());
  }

  /** Puts events on record as they are, and what falls due with them. */
  record(events: LicenseEvent[], actor: Actor = clockwork): void {
    this.append(events, actor);
    if (!this.waiting) this.settle();
  }

  /** Acts of one moment that leave nothing due between them: what falls due is asked once, after the last. */
  together(acts: () => void): void {
    this.waiting = true;
    try {
      acts();
    } finally {
      this.waiting = false;
    }
    this.settle();
  }

  /** Lets time pass, waking the license whenever it asked to be woken. A time that has passed already changes nothing. */
  moveTo(day: CivilDate, time: string = '10:00'): void {
    const target = instantAt(day, time);
    if (target <= this.instant) return;
    for (let wake = this.nextWake(); wake && wake.at <= target; wake = this.nextWake()) {
      this.setClock(wake.at);
      const events = this.settle();
      this.wakes.push({ at: wake.at, why: wake.why, events });
      // That a right has lapsed leaves no entry, but the next wake-up is another one.
      if (events === 0) this.armed = null;
    }
    this.setClock(target);
    this.settle();
  }

  /** Lets time pass while nobody wakes the license, as when the machines are down. */
  sleepTo(day: CivilDate, time: string = '10:00'): void {
    this.armed = null;
    this.setClock(instantAt(day, time));
  }

  /** When the license asks to be woken; it stays so until something is put on record. */
  nextWake(): WakeUp | null {
    if (this.armed?.seq !== this.history.length) {
      const wake = this.folded && nextWakeUp(this.folded, this.context());
      if (wake && wake.at <= this.instant)
        throw new Error(`wake-up ${wake.at} (${wake.why}) is not after ${this.instant}`);
      this.armed = { seq: this.history.length, wake };
    }
    return this.armed.wake;
  }

  /** Asks the tick until it has nothing more to say. @returns the number of events */
  settle(): number {
    if (!this.folded) return 0;
    const before = this.history.length;
    for (let round = 0; round < tickRounds; round++) {
      const events = tick(this.state, this.instant, this.context());
      if (events.length === 0) break;
      this.append(events, clockwork);
    }
    this.settled();
    return this.history.length - before;
  }

  /** Called whenever nothing is left to be said at an instant. */
  protected settled(): void {}

  private setClock(instant: string): void {
    this.instant = instant;
    this.day = shanghaiDay(instant);
  }

  private append(events: LicenseEvent[], actor: Actor): void {
    for (const event of events) {
      const { type, v, validOn, data } = event;
      const seq = (this.folded?.seq ?? 0) + 1;
      // Written out: adding to a spread costs more than all the rest.
      const recorded = { type, v, validOn, data, seq, recordedAt: this.instant, actor } as RecordedEvent;
      this.history.push(recorded);
      this.folded = evolve(this.licenseId, this.folded, recorded);
    }
  }
}
