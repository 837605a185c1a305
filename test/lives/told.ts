import { type CivilDate, shanghaiDay } from '../../libs/calendar/index.js';
import {
  type Context,
  defaultWakeWindow,
  evolve,
  type LicenseState,
  lawOfLicense,
  licenseStatus,
  nextWakeUp,
  type RecordedEvent,
} from '../../libs/domain/index.js';
import type { Letter, LifeRecord } from '../support/life-record.js';

/**
 * A life as a table that people can check against the law and the ladders: on which day what was recorded, which
 * letters left for whom, and at the end of each year where the license stands and what it waits for.
 */
export function told(record: LifeRecord): string {
  const lines = [...headOf(record), ''];
  let state: LicenseState | null = null;
  let events = record.events;
  for (const year of yearsOf(record)) {
    const inYear = events.filter(({ recordedAt }) => shanghaiDay(recordedAt).slice(0, 4) === year);
    events = events.slice(inYear.length);
    lines.push(...inYear.flatMap((event) => lineOf(event, record.letters)));
    state = inYear.reduce<LicenseState | null>((before, event) => evolve(record.licenseId, before, event), state);
    if (state) lines.push(standing(state, year < record.lastDay.slice(0, 4) ? `${year}-12-31` : record.lastDay), '');
  }
  return lines.join('\n');
}

/** Who decides, and what the first application had to bring. */
function headOf({ events }: LifeRecord): string[] {
  const [opened] = events;
  if (opened?.type !== 'license-opened') return [];
  const { authority, office } = opened.data;
  const brought = events.flatMap((event) =>
    event.type === 'material-supplied' && event.data.filingId === 'new-1' ? [event.data.requirementId] : [],
  );
  const materials = [...new Set(brought)].sort();
  const head = [`decides: ${authority}; filed with: ${office}`];
  return materials.length > 0 ? [...head, `materials of the first application: ${materials.join(', ')}`] : head;
}

function yearsOf({ events, lastDay }: LifeRecord): string[] {
  const first = Number(events[0]?.recordedAt.slice(0, 4));
  return Array.from({ length: Number(lastDay.slice(0, 4)) - first + 1 }, (_, index) => String(first + index));
}

/** What needs no line of its own: it stands beside what has one. */
const besides = ['material-supplied', 'pack-signed-off', 'filing-submitted', 'simulation-marked'];

function lineOf(event: RecordedEvent, letters: readonly Letter[]): string[] {
  const day = shanghaiDay(event.recordedAt);
  if (event.type === 'notice-due') return mailsOf(letters.filter(({ seq }) => seq === event.seq));
  return besides.includes(event.type) ? [] : [`${day}  ${actOf(event)}`];
}

function actOf({ type, data, actor }: RecordedEvent): string {
  const { filingId, obligationId, rung } = data as { filingId?: string; obligationId?: string; rung?: string };
  const about = filingId ?? (obligationId ? `${named(obligationId)} ${rung ?? ''}`.trimEnd() : null);
  return `${type}${about ? ` ${about}` : ''}${actor.id === 'tick' ? ' (by time itself)' : ''}`;
}

/** Without its number in the stream. */
const named = (obligationId: string): string => obligationId.replace(/:\d+/, '').replace(':', ' ');

/** The letters of one notice in one line. */
function mailsOf(letters: readonly Letter[]): string[] {
  const [first] = letters;
  if (!first) return [];
  const { obligationId, rung, late, skipped, date } = first.about;
  const what = `${named(obligationId)}, ${rung}${date ? ` (by ${date})` : ''}`;
  const how = `${late ? ', late' : ''}${skipped.length > 0 ? `, instead of ${skipped.join(' ')}` : ''}`;
  return [`${first.day}      to ${letters.flatMap(({ to }) => to).join(', ')}: ${what}${how}`];
}

function standing(state: LicenseState, day: CivilDate): string {
  const wake = nextWakeUp(state, at(state, day));
  return `${day}  == ${licenseStatus(state, day)}; wakes next ${wake ? `on ${wake.day}: ${wake.why}` : 'never'} ==`;
}

/** The last moment of a day in Shanghai, as time itself sees it. */
export function at(state: LicenseState, day: CivilDate): Context {
  const now = `${day}T15:59:59.999Z`;
  const actor = { kind: 'system', id: 'tick' } as const;
  return { law: lawOfLicense(state), now, today: day, actor, wakeWindow: defaultWakeWindow };
}
