import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import {
  AlarmRepository,
  type Sighting,
  SignOfLifeRepository,
  type ToTell,
  underWatchLock,
} from '../persistence/index.js';
import { wordsOf } from './alarm-kinds.js';
import type { Alarm, Telling } from './telling.js';
import type { Voice } from './voices.js';

/** Looks for something, and says what it found of every kind that it could look at. */
export interface Watchman {
  name: 'silence' | 'engine' | 'api' | 'sealing';
  /** Null where it is too early to tell; a kind that is missing from the answer is left as it is. */
  look(now: string): Promise<Sighting[] | null>;
}

export interface WatchDeps {
  dataSource: DataSource;
  /** Whose sign of life is given with each round. */
  process: 'api' | 'worker';
  watchmen: readonly Watchman[];
  voices: readonly Voice[];
  log: Pick<Logger, 'error' | 'fatal' | 'info'>;
  /** Milliseconds since 1970. */
  clock: () => number;
  /** After a round in which everything could be looked at. */
  afterRound?: (now: string) => Promise<void>;
}

/** `elsewhere`: another process was just looking. `blind`: the database could not be read. */
export type Round = 'looked' | 'elsewhere' | 'blind';

const blindAfterMs = 5 * 60_000;
const dayMs = 24 * 3_600_000;

/**
 * The watch: each round looks for silence and stuck work, and tells people by whatever channel works. Of all processes
 * one looks at a time. Nothing of it goes through Temporal, which would be silent together with it.
 */
export class Watch {
  /** When this process could last look; since when it cannot, once that was told, and when it was last told. */
  private lookedAt: number;
  private blind: { since: string; toldAt: number } | null = null;

  constructor(private readonly deps: WatchDeps) {
    this.lookedAt = deps.clock();
  }

  async round(): Promise<Round> {
    const at = this.deps.clock();
    const now = new Date(at).toISOString();
    try {
      const looked = await this.look(now);
      this.lookedAt = at;
      await this.tellSight(now);
      return looked ? 'looked' : 'elsewhere';
    } catch (error) {
      const { name, code } = error as { name: string; code?: string };
      this.deps.log.error({ error: name, code }, 'the watch could not look');
      await this.tellBlind(at, now);
      return 'blind';
    }
  }

  private async look(now: string): Promise<boolean> {
    const { dataSource, process, watchmen, afterRound } = this.deps;
    const signs = new SignOfLifeRepository(dataSource.manager);
    const alarms = new AlarmRepository(dataSource.manager);
    await signs.give(process, now);
    return underWatchLock(dataSource, async () => {
      for (const watchman of watchmen) {
        const seen = await watchman.look(now);
        if (!seen) continue;
        await alarms.record(seen, now);
        await signs.give(`watch/${watchman.name}`, now);
      }
      await this.tell(alarms, await alarms.toTell(now), now);
      await afterRound?.(now);
    });
  }

  /** Alarms that say that mail does not work go by the other channel first. */
  private async tell(alarms: AlarmRepository, due: ToTell, now: string): Promise<void> {
    for (const failed of ['mail', null] as const) {
      const part = (of: ToTell['raised']) => of.filter(({ kind }) => (wordsOf(kind)?.failed ?? null) === failed);
      const group = { raised: part(due.raised), lasting: part(due.lasting), over: part(due.over) };
      if (group.raised.length + group.lasting.length + group.over.length === 0) continue;
      await alarms.told(group, await this.say(group, failed, now), now);
    }
  }

  private async say(group: ToTell, failed: 'mail' | null, now: string): Promise<'mail' | 'webhook' | 'log'> {
    const about = {
      kinds: [...new Set([...group.raised, ...group.lasting].map(({ kind }) => kind))],
      subjects: [...group.raised, ...group.lasting].slice(0, 5).map(({ subject }) => subject),
      raised: group.raised.length,
      lasting: group.lasting.length,
      over: group.over.length,
    };
    const voices = [...this.deps.voices].sort((a, b) => Number(a.name === failed) - Number(b.name === failed));
    for (const voice of voices) {
      if (!(await voice.tell({ at: now, ...group }))) continue;
      this.deps.log.error({ ...about, toldBy: voice.name }, 'alarms were told');
      return voice.name;
    }
    this.deps.log.fatal(about, 'alarms that nobody could be told');
    return 'log';
  }

  /** The table of alarms is out of reach, so that this process keeps this one by itself. */
  private async tellBlind(at: number, now: string): Promise<void> {
    if (at - this.lookedAt < blindAfterMs) return;
    if (this.blind && at - this.blind.toldAt < dayMs) return;
    const since = this.blind?.since ?? new Date(this.lookedAt).toISOString();
    const part = this.blind ? 'lasting' : 'raised';
    if (await this.sayDirectly(part, this.blindAlarm(since, null), now)) this.blind = { since, toldAt: at };
  }

  private async tellSight(now: string): Promise<void> {
    if (!this.blind) return;
    if (await this.sayDirectly('over', this.blindAlarm(this.blind.since, now), now)) this.blind = null;
  }

  private async sayDirectly(part: 'raised' | 'lasting' | 'over', alarm: Alarm, at: string): Promise<boolean> {
    const telling: Telling = { at, raised: [], lasting: [], over: [], [part]: [alarm] };
    for (const voice of this.deps.voices) if (await voice.tell(telling)) return true;
    this.deps.log.fatal({ kinds: [alarm.kind], subjects: [alarm.subject] }, 'alarms that nobody could be told');
    return false;
  }

  private blindAlarm(raisedAt: string, clearedAt: string | null): Alarm {
    return { kind: 'watch-blind', subject: this.deps.process, details: {}, raisedAt, clearedAt };
  }
}
