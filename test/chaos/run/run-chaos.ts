import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Callers } from './callers.js';
import { Dice } from './dice.js';
import { examine } from './examine.js';
import { Journal, type Life } from './journal.js';
import { Killer, type Pace } from './killer.js';
import { Lives } from './lives.js';
import type { ChaosPlan } from './options.js';
import { Scene, type SceneOptions } from './scene.js';
import { settle } from './settle.js';
import { type Summary, summaryOf } from './summary.js';

export interface ChaosRun extends Omit<SceneOptions, 'folder' | 'onEnd'> {
  /** Holds the journal, and the stack's data in `stack`. */
  folder: string;
  plan: ChaosPlan;
  pace: Pace;
  seed: string | undefined;
  /** When it is aborted, the run ends at once and may go on later. */
  signal: AbortSignal;
}

/** How long a license is left alone between two acts, in ms. */
const restMs: [number, number] = [300, 3_000];

/** @throws the signal's reason where the run is interrupted */
export async function runChaos(run: ChaosRun): Promise<Summary> {
  const file = join(run.folder, 'journal.jsonl');
  if (run.fresh) rmSync(file, { force: true });
  const journal = new Journal(file);
  if (journal.seed === null) journal.write({ kind: 'begun', seed: run.seed ?? randomUUID().slice(0, 8) });
  run.say(`seed ${journal.seed}${journal.asked.size > 0 ? `; goes on after ${journal.count('worker')} kills` : ''}`);
  const scene = await Scene.open({
    ...run,
    folder: join(run.folder, 'stack'),
    onEnd: (how) => journal.write({ kind: 'wrong', what: 'end', how }),
  });
  try {
    return await new Chaos(run, scene, journal).summary();
  } finally {
    await scene.close();
    journal.write({ kind: 'paused' });
  }
}

class Chaos {
  private readonly dice: Dice;
  readonly callers: Callers;
  readonly lives: Lives;
  private readonly killer: Killer;
  /** Whatever fails first ends the others, as an interruption does. */
  private readonly failure = new AbortController();
  private readonly signal: AbortSignal;
  private isOver = false;

  constructor(
    private readonly run: ChaosRun,
    private readonly scene: Scene,
    private readonly journal: Journal,
  ) {
    this.dice = new Dice(`${journal.seed}/${journal.asked.size}`);
    this.signal = AbortSignal.any([run.signal, this.failure.signal]);
    this.callers = new Callers(scene.cast.clients, journal, this.signal);
    this.lives = new Lives(this.callers, journal);
    this.killer = new Killer(scene, this, journal, this.dice, { pace: run.pace, signal: this.signal });
  }

  async summary(): Promise<Summary> {
    const { run, scene, journal, callers, dice } = this;
    await Promise.all(journal.pending.map((asked) => callers.ask(asked)));
    const half = Math.ceil(run.plan.licenses / 2);
    await this.growTo(half);
    run.say(`${journal.lives.length} licenses are there; now parts are killed`);
    await this.killWhileActing();
    scene.stack.mail.behave();
    const settled = await settle(scene, run.say, this.signal);
    run.say('settled; looking at everything that is on record');
    const examined = await examine(scene, journal, callers, dice);
    return summaryOf({ journal, callers, settled, examined });
  }

  private async killWhileActing(): Promise<void> {
    const { plan } = this.run;
    const killing = this.killer.run(plan).finally(() => {
      this.isOver = true;
    });
    const acting = [this.actOnAll(), this.growTo(Math.ceil(plan.licenses * 1.5)), this.cutLines(), this.tell()];
    await Promise.all([killing, ...acting].map((each) => this.endingAllOnFailure(each)));
    this.signal.throwIfAborted();
  }

  private endingAllOnFailure(work: Promise<void>): Promise<void> {
    return work.catch((error: unknown) => {
      this.isOver = true;
      this.failure.abort(error);
    });
  }

  private async growTo(count: number): Promise<void> {
    const manners: Life['manner'][] = ['held', 'simulated', 'opening'];
    while (this.journal.lives.length < count && !this.isOver) {
      await this.lives.begin(manners[this.journal.lives.length % manners.length] ?? 'held', this.dice);
    }
  }

  /** Each license has its own loop; what begins in the course joins. */
  private async actOnAll(): Promise<void> {
    const loops: Promise<void>[] = [];
    while (!this.isOver) {
      for (const life of this.journal.lives.slice(loops.length)) loops.push(this.endingAllOnFailure(this.live(life)));
      await pause(250);
    }
    await Promise.all(loops);
  }

  private async live(life: Life): Promise<void> {
    const dice = new Dice(`${this.journal.seed}/${life.licenseId}/${this.journal.asked.size}`);
    while (!this.isOver) {
      await this.lives.act(life, dice);
      await pause(dice.whole(...restMs));
    }
  }

  /** Now and then the mail server takes a message and cuts the line, or wants it later. */
  private async cutLines(): Promise<void> {
    const { mail } = this.scene.stack;
    while (!this.isOver) {
      await pause(this.dice.whole(2_000, 8_000));
      if (this.dice.happens(0.7)) mail.misbehave({ kind: 'drop-before-answer' }, 1);
      else mail.misbehave({ kind: 'refuse-recipient', code: 450 }, 1);
    }
  }

  private async tell(): Promise<void> {
    const { journal, run, scene, callers } = this;
    const { kills, databaseKills, temporalLosses } = run.plan;
    for (let round = 1; !this.isOver; round += 1) {
      await pause(1_000);
      if (round % 15 > 0) continue;
      run.say(
        `kills ${journal.count('worker')} of ${kills}, PostgreSQL ${journal.count('postgres')} of ${databaseKills}, ` +
          `Temporal's data ${journal.count('temporal-lost')} of ${temporalLosses}; ${journal.acknowledged.size} commands ` +
          `acknowledged, ${callers.inFlight} under way; ${scene.stack.mail.store.all().length} mails`,
      );
    }
  }
}
