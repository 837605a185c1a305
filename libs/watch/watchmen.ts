import {
  formatInstant,
  instantAt,
  latestCalendar,
  latestMondayMorning,
  parseInstant,
  shanghaiDay,
} from '../calendar/index.js';
import type { Pollers } from '../gateway/index.js';
import type {
  ChannelFaultRepository,
  Found,
  HeartbeatRepository,
  SealingRepository,
  Sighting,
  SignOfLifeRepository,
  SilenceRepository,
} from '../persistence/index.js';
import { newestDigest } from './newest-digest.js';
import type { Watchman } from './watch.js';

const minuteMs = 60_000;

/** After a start: whatever was down with this process gets this long to catch up before it counts as silent. */
const graceMs = 5 * minuteMs;
/** A restart or a deployment is shorter. */
const toleratedMs = 3 * minuteMs;
/** A mail server may be slow; an alarm about a heartbeat before this would be about nothing. */
const heartbeatPatienceMs = 120 * minuteMs;
/** The same of the daily mail to auditors, which leaves at nine in Shanghai. */
const checkpointMailPatienceMs = 120 * minuteMs;
const nineHoursMs = 9 * 60 * minuteMs;
/** Quiet hours of its recipient may hold a digest up for half a day. */
const digestPatienceMs = 24 * 60 * minuteMs;
/** Sealed within a minute; a store may be away for a while. */
const sealingPatienceMs = 15 * minuteMs;
const waitingSeconds = 600;
const skewMs = 60_000;

interface Started {
  /** When this process began to watch, in milliseconds since 1970. */
  startedAt: number;
}

export interface SilenceDeps extends Started {
  silence: Pick<
    SilenceRepository,
    'overdueWakeUps' | 'silentRungs' | 'stuckMessages' | 'unsentCheckpoints' | 'stalledRetention' | 'clockSkew'
  >;
  heartbeats: Pick<HeartbeatRepository, 'ofWeek'>;
  channels: Pick<ChannelFaultRepository, 'at'>;
}

/** What the database alone shows: wake-ups, reminders, messages, heartbeats, retention, webhooks and robots. */
export function silenceWatchman({ silence, heartbeats, channels, startedAt }: SilenceDeps): Watchman {
  const calendar = latestCalendar();
  return {
    name: 'silence',
    async look(now) {
      if (Date.parse(now) - startedAt < graceMs) return null;
      const skew = await silence.clockSkew(now);
      return [
        await silence.overdueWakeUps(now),
        await silence.silentRungs(now, newestDigest(calendar, formatInstant(Date.parse(now) - digestPatienceMs))),
        await silence.stuckMessages(now),
        await missingHeartbeat(heartbeats, now),
        await unsentCheckpoints(silence, now),
        await silence.stalledRetention(now),
        ...(await channels.at(now)),
        only('clock-skew', skew > skewMs ? { subject: 'database', details: { milliseconds: skew } } : null),
      ];
    },
  };
}

async function missingHeartbeat(heartbeats: SilenceDeps['heartbeats'], now: string): Promise<Sighting> {
  const { day, at } = latestMondayMorning(formatInstant(Date.parse(now) - heartbeatPatienceMs));
  const { sent, unsent, expected } = await heartbeats.ofWeek(day, at);
  const missing = expected && (sent === 0 || unsent > 0);
  return only('heartbeat-missing', missing ? { subject: day, details: { sent, unsent } } : null);
}

function unsentCheckpoints(silence: SilenceDeps['silence'], now: string): Promise<Sighting> {
  const day = shanghaiDay(formatInstant(Date.parse(now) - checkpointMailPatienceMs - nineHoursMs));
  return silence.unsentCheckpoints(day, formatInstant(parseInstant(instantAt(day, '09:00'))));
}

export interface EngineDeps extends Started {
  /** Rejects when Temporal does not answer. */
  pollers: () => Promise<Pollers>;
  backlogSeconds: () => Promise<Record<'licenses' | 'notices', number>>;
  signs: Pick<SignOfLifeRepository, 'last'>;
}

/** Temporal and the workers, as the API sees them. */
export function engineWatchman(deps: EngineDeps): Watchman {
  const spell = new Spells();
  return {
    name: 'engine',
    async look(now) {
      const at = Date.parse(now);
      const pollers = await deps.pollers().catch(() => null);
      const unreachable = spell.judge('temporal', pollers === null, at);
      const sightings = [sighted('temporal-unreachable', [unreachable])];
      if (!pollers) return sightings;
      const queues = ['licenses', 'notices'] as const;
      const silent = queues.map((queue) => spell.judge(queue, !pollers[queue], at));
      const lastSign = await deps.signs.last('worker');
      const quiet = lastSign !== null && at - Date.parse(lastSign) > toleratedMs && at - deps.startedAt > toleratedMs;
      const sign = spell.judge('watch', quiet, at);
      sightings.push(sighted('worker-silent', [...silent, sign]));
      const backlogs = await deps.backlogSeconds().catch(() => null);
      if (backlogs) sightings.push(waiting(backlogs));
      return sightings;
    },
  };
}

function waiting(backlogs: Record<'licenses' | 'notices', number>): Sighting {
  const found = Object.entries(backlogs)
    .filter(([, seconds]) => seconds > waitingSeconds)
    .map(([subject, seconds]) => ({ subject, details: { seconds } }));
  return { kind: 'work-waiting', found, complete: true };
}

export interface ApiDeps extends Started {
  signs: Pick<SignOfLifeRepository, 'last'>;
}

/** The API, as a worker sees it. One that never was is not missed. */
export function apiWatchman({ signs, startedAt }: ApiDeps): Watchman {
  return {
    name: 'api',
    async look(now) {
      const at = Date.parse(now);
      if (at - startedAt < toleratedMs) return null;
      const last = await signs.last('api');
      const silent = last !== null && at - Date.parse(last) > toleratedMs;
      return [only('api-silent', silent ? { subject: 'api', details: { lastSeenAt: last } } : null)];
    },
  };
}

export interface SealingDeps extends Started {
  sealing: Pick<SealingRepository, 'waiting'>;
}

/** Whether what is recorded is sealed; for installations that have a key to sign with. */
export function sealingWatchman({ sealing, startedAt }: SealingDeps): Watchman {
  return {
    name: 'sealing',
    async look(now) {
      if (Date.parse(now) - startedAt < sealingPatienceMs) return null;
      const { entries, milliseconds } = await sealing.waiting();
      const late = milliseconds > sealingPatienceMs;
      const details = { entries, minutes: Math.floor(milliseconds / minuteMs) };
      return [only('sealing-late', late ? { subject: 'ledger', details } : null)];
    },
  };
}

const only = (kind: string, found: Found | null): Sighting => ({ kind, found: found ? [found] : [], complete: true });

/** `unsure`: it has not been so for long enough to be a fault, nor is it well. */
type Judgment = { subject: string; state: 'well' | 'unsure' | 'faulty' };

function sighted(kind: string, judgments: readonly Judgment[]): Sighting {
  const found = judgments.filter(({ state }) => state === 'faulty').map(({ subject }) => ({ subject, details: {} }));
  return { kind, found, complete: judgments.every(({ state }) => state !== 'unsure') };
}

/** What is only away for a moment is no fault. */
class Spells {
  private readonly since = new Map<string, number>();

  judge(subject: string, isSo: boolean, at: number): Judgment {
    if (!isSo) {
      this.since.delete(subject);
      return { subject, state: 'well' };
    }
    const since = this.since.get(subject) ?? at;
    this.since.set(subject, since);
    return { subject, state: at - since >= toleratedMs ? 'faulty' : 'unsure' };
  }
}
