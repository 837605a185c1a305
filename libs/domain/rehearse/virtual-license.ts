import { type CivilDate, instantAt, shanghaiDay } from '../../calendar/index.js';
import type { Law } from '../../rulebook/index.js';
import type { Actor } from '../actor.js';
import { type Context, defaultWakeWindow, type WakeWindow } from '../context.js';
import type { LicenseEvent, RecordedEvent } from '../events.js';
import { evolve } from '../evolve.js';
import type { LicenseState } from '../license.js';
import type { WakeUp } from '../obligation.js';
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
  private instant: string;
  private armed: { seq: number; wake: WakeUp | null } | null = null;

  constructor(
    readonly licenseId: string,
    private readonly law: Law,
    startOn: CivilDate,
    private readonly wakeWindow: WakeWindow = defaultWakeWindow,
  ) {
    this.instant = instantAt(startOn, '00:00');
  }

  get now(): string {
    return this.instant;
  }

  get today(): CivilDate {
    return shanghaiDay(this.instant);
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

  /** Puts events on record as they are, and what falls due with them. */
  record(events: LicenseEvent[], actor: Actor = clockwork): void {
    this.append(events, actor);
    this.settle();
  }

  /** Lets time pass, waking the license whenever it asked to be woken. A time that has passed already changes nothing. */
  moveTo(day: CivilDate, time: string = '10:00'): void {
    const target = instantAt(day, time);
    if (target <= this.instant) return;
    for (let wake = this.nextWake(); wake && wake.at <= target; wake = this.nextWake()) {
      this.instant = wake.at;
      this.wakes.push({ at: wake.at, why: wake.why, events: this.settle() });
    }
    this.instant = target;
    this.settle();
  }

  /** Lets time pass while nobody wakes the license, as when the machines are down. */
  sleepTo(day: CivilDate, time: string = '10:00'): void {
    this.armed = null;
    this.instant = instantAt(day, time);
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

  private append(events: LicenseEvent[], actor: Actor): void {
    for (const event of events) {
      const recorded: RecordedEvent = { ...event, seq: this.history.length + 1, recordedAt: this.instant, actor };
      this.history.push(recorded);
      this.folded = evolve(this.licenseId, this.folded, recorded);
    }
  }
}
