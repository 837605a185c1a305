import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../stack/parts.js';
import type { Callers } from './callers.js';
import type { Dice } from './dice.js';
import type { Fault, Journal } from './journal.js';
import type { Lives } from './lives.js';
import type { ChaosPlan } from './options.js';
import type { Scene, WorkerName } from './scene.js';

export interface Pace {
  /** Between two moves, in ms: from, to. */
  between: [number, number];
  /**
   * No worker is killed with a message in hand: such a message waits until its claim lapses, two minutes later, and a
   * short run has no time for it.
   */
  sparesSends: boolean;
}

type Move = 'worker' | 'postgres' | 'temporal-lost';

const patienceMs = 60_000;

/** Takes parts of the product away, in an order and at moments that the dice choose, until the plan is done. */
export class Killer {
  private readonly pace: Pace;
  private readonly signal: AbortSignal;

  constructor(
    private readonly scene: Scene,
    private readonly acting: { callers: Callers; lives: Lives },
    private readonly journal: Journal,
    private readonly dice: Dice,
    { pace, signal }: { pace: Pace; signal: AbortSignal },
  ) {
    this.pace = pace;
    this.signal = signal;
  }

  async run(plan: ChaosPlan): Promise<void> {
    const left = (move: Move, of: number) => Array<Move>(Math.max(0, of - this.journal.count(move))).fill(move);
    const moves = this.dice.shuffled([
      ...left('worker', plan.kills),
      ...left('postgres', plan.databaseKills),
      ...left('temporal-lost', plan.temporalLosses),
    ]);
    for (const move of moves) {
      await pause(this.dice.whole(...this.pace.between), undefined, { signal: this.signal });
      await this.make(move, plan);
    }
  }

  private async make(move: Move, plan: ChaosPlan): Promise<void> {
    switch (move) {
      case 'worker':
        if (this.journal.count('worker') < plan.kills) await this.killWorker();
        return;
      case 'postgres':
        return this.killPostgres();
      case 'temporal-lost':
        return this.acting.lives.withSimulatedAtRest(() => this.loseTemporal());
      default:
        return move satisfies never;
    }
  }

  /** Of the two workers one polls whenever the other one is killed: else a slow machine would never get on. */
  private async killWorker(): Promise<void> {
    const [one, other] = this.dice.shuffled(this.scene.workers) as [WorkerName, WorkerName];
    await until(`${other} polls`, async () => this.scene.polls(other), patienceMs).catch((error: Error) => {
      throw new Error(`${error.message}; its last words:\n${this.scene.lastWords(other)}`, { cause: error });
    });
    const moment = this.pace.sparesSends ? this.dice.whole(0, 1) : this.dice.whole(0, 3);
    if (moment === 1) await this.inCommand();
    // The message is with the mail server, which has not said so yet: whichever worker has it in hand.
    if (moment === 2 && (await this.inSend())) return this.killAll(one, other);
    if (this.pace.sparesSends) await until('no message in hand', async () => !(await this.sends()), patienceMs);
    await this.killAll(one);
  }

  private async killAll(...names: WorkerName[]): Promise<void> {
    await Promise.all(
      names.map(async (name) => {
        const from = new Date().toISOString();
        await this.scene.killWorker(name);
        this.note('worker', from, from);
      }),
    );
  }

  private async inCommand(): Promise<void> {
    const limit = Date.now() + 3_000;
    while (this.acting.callers.inFlight === 0 && Date.now() < limit) await pause(5);
    await pause(this.dice.whole(0, 80));
  }

  private async inSend(): Promise<boolean> {
    const { mail } = this.scene.stack;
    const before = mail.store.all().length;
    mail.misbehave({ kind: 'answer-late', afterMs: 1_000 }, 1);
    for (const limit = Date.now() + 3_000; Date.now() < limit; await pause(10)) {
      if (mail.store.all().length === before) continue;
      await pause(this.dice.whole(0, 500));
      return true;
    }
    mail.behave();
    return false;
  }

  private async sends(): Promise<boolean> {
    const waiting = `select from paizhao.outbox where state = 'sending' union all select from paizhao.digests where state = 'sending'`;
    return (await this.scene.query(waiting)).length > 0;
  }

  private async killPostgres(): Promise<void> {
    const from = new Date().toISOString();
    await this.scene.killPostgres(this.dice.happens(0.5));
    await pause(this.dice.whole(0, 2_000));
    await this.scene.startPostgres();
    this.note('postgres', from);
  }

  /** The product's own way out: `paizhao heal`, when a worker polls again. */
  private async loseTemporal(): Promise<void> {
    const from = new Date().toISOString();
    await this.scene.loseTemporal();
    this.note('temporal-lost', from);
    const healed = await until(
      'heal finds a worker',
      async () => {
        const report = await this.scene.paizhao('heal', '--do').catch(() => null);
        return report?.workerPolls ? report : null;
      },
      patienceMs,
    );
    for (const { licenseId, ailment, outcome } of healed.findings)
      if (outcome !== 'cured')
        this.journal.write({ kind: 'wrong', what: 'uncured', how: `${licenseId}: ${ailment} ${outcome}` });
  }

  private note(what: Fault['what'], from: string, back = new Date().toISOString()): void {
    this.journal.write({ kind: 'fault', what, from, until: back });
  }
}
