import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaughtMail } from '../../../apps/standalone/mail-store.js';
import {
  daysBetween,
  instantAt,
  isWorkingDay,
  latestTable,
  loadCalendar,
  shanghaiDay,
} from '../../../libs/calendar/index.js';
import { wakeInstant } from '../../../libs/domain/wake-time.js';
import { percentile } from '../figures.js';
import { HttpClient } from '../http-client.js';
import { runLoad } from '../load.js';
import { keepsMeasures, type Measured } from './scale-measure.js';
import type { ScaleSession } from './scale-session.js';
import { licenseIds } from './sleepers.js';

/** Every license has a reminder on the same day. */
export interface NewYearResult {
  day: string;
  rung: string;
  windowMinutes: number;
  /** Licenses that were told of their new ladder only after the window had begun. */
  toldLate: number;
  /** How long after the window's first minute the new worker was there; 0 as it should be. */
  lateSeconds: number;
  /** From the window's first minute to the last mail, and what the processes used meanwhile. */
  wave: Measured;
  expected: number;
  received: number;
  lost: number;
  doubled: number;
  /** From a license's own moment to its mail's arrival. */
  delaySeconds: { p50: number; p99: number; longest: number };
  /** Mails in each minute of the wave. */
  perMinute: number[];
}

const callers = 16;
/** For the commands that bring the rung about; fewer where this machine started workflows more slowly. */
const commandsPerSecond = 40;
const patienceMs = 20 * 60_000;

export async function measureNewYear(session: ScaleSession, windowMinutes: number): Promise<NewYearResult> {
  const { state, say } = session;
  const plan = await planOf(session, windowMinutes);
  const window = { WAKE_WINDOW_FROM: clock(plan.fromMinute), WAKE_WINDOW_MINUTES: String(windowMinutes) };
  say(`the day's window: ${window.WAKE_WINDOW_FROM} in Shanghai, for ${windowMinutes} minutes; rung ${plan.rung}`);
  await session.newWorker(window);
  const toldLate = await chooseLadder(session, plan);
  await session.untilIdle();
  say('a new worker, which holds no workflow');
  await session.newWorker(window);
  const begins = Date.parse(instantAt(plan.day, plan.fromMinute));
  await pause(Math.max(0, begins - Date.now()), undefined, { signal: session.signal });
  const lateSeconds = Math.max(0, (Date.now() - begins) / 1000 - 1);
  const wave = await keepsMeasures(session.processes(), () => untilAllHaveLeft(session, plan.rung));
  const counted = await countMails(session, plan, windowMinutes);
  await session.newWorker(); // by the usual window again
  const { day, rung } = plan;
  const fromItsBegin = { ...wave, seconds: wave.seconds + lateSeconds };
  return { day, rung, windowMinutes, toldLate, lateSeconds, wave: fromItsBegin, ...counted, expected: state.licenses };
}

interface Plan {
  day: string;
  /** Of the day in Shanghai. */
  fromMinute: number;
  offset: number;
  rung: string;
}

/** The reminder that falls on today, so many days before the safe day of the renewals, which all have the same one. */
async function planOf({ state, storage }: ScaleSession, windowMinutes: number): Promise<Plan> {
  const now = Date.now();
  const day = shanghaiDay(new Date(now).toISOString());
  if (!isWorkingDay(loadCalendar(latestTable), day).workingDay)
    throw new Error(`${day} is a rest day in China, on which no reminder leaves: measure b on a working day.`);
  const { count = 0, seconds = 1 } = state.results.a?.started ?? {};
  const rate = Math.min(commandsPerSecond, count / seconds || commandsPerSecond);
  const readyAt = now + (60 + state.licenses / rate) * 1_000;
  const fromMinute = Math.ceil((readyAt - Date.parse(instantAt(day, 0))) / 60_000);
  if (fromMinute + windowMinutes > 24 * 60)
    throw new Error('The window would reach into the next day in Shanghai: measure b after midnight there.');
  const safeDays = await storage.query<{ day: string }>(
    `select distinct safe_day::text as day from paizhao.obligation_view where kind = 'renewal'`,
  );
  const [safeDay, ...others] = safeDays.map((row) => row.day);
  if (safeDay === undefined || others.length > 0) throw new Error('The renewals have no common safe day.');
  const offset = daysBetween(day, safeDay);
  return { day, fromMinute, offset, rung: `S-${offset}` };
}

/** By a command on each license; a run that goes on says the same again, which changes nothing. */
async function chooseLadder(session: ScaleSession, plan: Plan): Promise<number> {
  const { state, stack, say } = session;
  const ids = licenseIds(session);
  const http = new HttpClient(stack.apiUrl, state.cast?.officer.token ?? '', callers);
  const tell = session.progress('licenses told of their new ladder');
  const body = { kind: 'renewal', offsets: [plan.offset, 30, 14, 7, 3], reason: 'sample data of the benchmark' };
  const begins = Date.parse(instantAt(plan.day, plan.fromMinute));
  let late = 0;
  let told = 0;
  const act = async (index: number): Promise<void> => {
    const licenseId = ids[index] ?? '';
    await http.postInTheEnd(`/licenses/${licenseId}/ladders`, body);
    if (Date.now() > begins) late += 1;
    told += 1;
    tell(told, ids.length);
  };
  try {
    await runLoad({ callers, count: ids.length, act });
  } finally {
    http.close();
  }
  if (late > 0) say(`${late} licenses were told after the window had begun`);
  return late;
}

function ownMoment(licenseId: string, { day, fromMinute }: Plan, spreadMinutes: number): string {
  return wakeInstant(licenseId, day, { fromMinute, spreadMinutes });
}

async function untilAllHaveLeft({ state, storage, progress, signal }: ScaleSession, rung: string): Promise<number> {
  const tell = progress('mails that have left');
  for (const limit = Date.now() + patienceMs; Date.now() < limit; await pause(1_000, undefined, { signal })) {
    const [row] = await storage.query<{ settled: string }>(
      'select count(*) as settled from paizhao.outbox where rung = $1 and settled_at is not null',
      [rung],
    );
    const settled = Number(row?.settled ?? 0);
    tell(settled, state.licenses);
    if (settled >= state.licenses) return settled;
  }
  throw new Error('The last mail did not leave in time.');
}

interface MessageRow {
  key: string;
  license: string;
}

/** What the outbox says should have left against what the mail server holds, by Message-ID, which comes from the key. */
async function countMails(session: ScaleSession, plan: Plan, windowMinutes: number) {
  const rows = await session.storage.query<MessageRow>(
    `select coalesce(digest_key, key) as key, license_id as license from paizhao.outbox where rung = $1`,
    [plan.rung],
  );
  const begins = Date.parse(instantAt(plan.day, plan.fromMinute));
  const arrived = new Map<string, number[]>();
  for (const mail of session.stack.mail.store.all()) {
    const id = messageIdOf(mail);
    arrived.set(id, [...(arrived.get(id) ?? []), Date.parse(mail.receivedAt)]);
  }
  const mails = rows.map(({ key, license }) => ({ license, at: arrived.get(fingerprintOf(key)) ?? [] }));
  const delays = mails.flatMap(({ license, at }) =>
    at.slice(0, 1).map((ms) => (ms - Date.parse(ownMoment(license, plan, windowMinutes))) / 1000),
  );
  const minutes = mails.flatMap(({ at }) => at).map((ms) => Math.max(0, Math.floor((ms - begins) / 60_000)));
  return {
    received: mails.reduce((sum, { at }) => sum + at.length, 0),
    lost: session.state.licenses - mails.filter(({ at }) => at.length > 0).length,
    doubled: mails.reduce((sum, { at }) => sum + Math.max(0, at.length - 1), 0),
    delaySeconds: { p50: percentile(delays, 0.5), p99: percentile(delays, 0.99), longest: percentile(delays, 1) },
    perMinute: Array.from({ length: Math.max(...minutes) + 1 }, (_, i) => minutes.filter((m) => m === i).length),
  };
}

/** As `libs/notices` makes it; written out again, so that a mistake there is seen. */
const fingerprintOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

function messageIdOf({ raw }: CaughtMail): string {
  return /^message-id:\s*<([^@>]+)@/im.exec(raw.subarray(0, 4_000).toString('latin1'))?.[1] ?? '';
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
