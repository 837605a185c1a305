import { addDays, type CalendarTable, latestTable } from '../../libs/calendar/index.js';
import { publishedPacks } from '../../libs/rulebook/index.js';

/**
 * The reference for questions about the past: a list of facts, each with the day from which on it is true and the moment at
 * which it became known, and a list of corrected days. It folds nothing, knows no state and calls nothing of what it is
 * held against: what holds is looked up in the list, and days are counted one by one in the tables of pack and calendar.
 */
export interface Fact {
  seq: number;
  type: string;
  day: string;
  known: string;
  data: Record<string, unknown>;
}

export interface Facts {
  facts: Fact[];
  corrected: { seq: number; day: string; known: string }[];
  /** What became of each message, in order; `notice` is the fact that it told. */
  deliveries: { notice: Fact; person: string; state: string; day: string; known: string }[];
}

export interface Times {
  validOn: string;
  knownOn: string;
}

/** What is known and true by both times, with the day that each has by then. */
export function holding({ facts, corrected }: Facts, { validOn, knownOn }: Times): Fact[] {
  const known = facts.filter((fact) => fact.known <= knownOn);
  const dayOf = (fact: Fact): string =>
    corrected.findLast(({ seq, known: at }) => seq === fact.seq && at <= knownOn)?.day ?? fact.day;
  const holds = (fact: Fact): boolean => {
    const takenBack =
      fact.type === 'permit-expiry-retracted'
        ? known.findLast(({ type, seq }) => type === 'permit-expired' && seq < fact.seq)
        : known.find(({ seq }) => seq === fact.data.deemedSeq);
    return takenBack === undefined ? dayOf(fact) <= validOn : holds(takenBack);
  };
  return known.filter(holds).map((fact) => ({ ...fact, day: dayOf(fact) }));
}

const newest = (facts: readonly Fact[], ...types: string[]): Fact | undefined =>
  facts.findLast(({ type }) => types.includes(type));

const opened = (facts: readonly Fact[]): Fact | undefined => facts.find(({ type }) => type === 'license-opened');

const filingWords: Readonly<Record<string, string>> = {
  'filing-opened': 'draft',
  'filing-submitted': 'submitted',
  'acceptance-deemed': 'accepted',
  'deemed-acceptance-retracted': 'submitted',
  'filing-accepted': 'accepted',
  'correction-requested': 'correction',
  'filing-not-accepted': 'not-accepted',
  'filing-granted': 'granted',
  'filing-refused': 'refused',
  'filing-withdrawn': 'withdrawn',
};

const filingOf = (facts: readonly Fact[]): string | null =>
  filingWords[newest(facts, ...Object.keys(filingWords))?.type ?? ''] ?? null;

/** What one would answer with a finger on the list. Null: the license was not there yet. */
export function factsOf(of: Facts, times: Times): object | null {
  const facts = holding(of, times);
  if (!opened(facts)) return null;
  const flag = newest(facts, 'company-flag-listed', 'company-flag-cleared');
  const shares = facts.flatMap(({ data }) => (data.facts as { foreignShare?: number } | undefined)?.foreignShare ?? []);
  return {
    owner: peopleOf(facts).owner,
    foreignShare: shares.at(-1) ?? 0,
    listed: flag?.type === 'company-flag-listed',
    revokedOn: newest(facts, 'permit-revoked')?.day ?? null,
    openedOn: openedOn(facts),
    permit: permitOf(facts),
    filing: filingOf(facts),
    receivedOn: newest(facts, 'receipt-recorded')?.day ?? null,
  };
}

function openedOn(facts: readonly Fact[]): string | null {
  const told = facts.findLast(({ type, data }) => type === 'service-opened' && data.serviceType === 'B24');
  const [before] = (newest(facts, 'permit-registered')?.data.opened ?? []) as { openedOn: string }[];
  return told?.day ?? before?.openedOn ?? null;
}

interface KnownPermit {
  status: string;
  /** Its last term, by the entry that told it. */
  term: { seq: number; lastDay: string; bySilence: boolean };
}

/** Silence adds a term at the end of the one before, until that is taken back. */
function permitOf(facts: readonly Fact[]): KnownPermit | null {
  const registered = newest(facts, 'permit-registered');
  if (!registered) return null;
  const silence = newest(facts, 'renewal-deemed', 'deemed-renewal-retracted');
  const bySilence = silence?.type === 'renewal-deemed';
  const { seq, data } = bySilence ? silence : registered;
  const { printedLastDay } = registered.data.permit as { printedLastDay: string };
  const term = { seq, lastDay: bySilence ? (data.lastDay as string) : printedLastDay, bySilence };
  const over = newest(facts, 'permit-expired', 'permit-expiry-retracted')?.type === 'permit-expired';
  return { status: newest(facts, 'permit-revoked') ? 'revoked' : over ? 'expired' : 'valid', term };
}

const noSilence: readonly string[] = [
  'correction-requested',
  'filing-not-accepted',
  'filing-refused',
  'filing-withdrawn',
];

/**
 * Whether a permit that has ended goes on by the silence of the authority, or by a grant whose paper is missing: by the
 * days alone, whenever and in which order they became known. Null where that is not the question.
 */
export function renewedBySilence(of: Facts, times: Times): boolean | null {
  const facts = holding(of, times);
  const registered = newest(facts, 'permit-registered');
  const receipt = newest(facts, 'receipt-recorded');
  if (!registered || !receipt || newest(facts, 'permit-revoked')) return null;
  const { printedLastDay } = registered.data.permit as { printedLastDay: string };
  if (times.validOn <= printedLastDay || receipt.day > addDays(printedLastDay, -90)) return null;
  return !facts.some(({ type, day }) => noSilence.includes(type) && day <= printedLastDay);
}

function peopleOf(facts: readonly Fact[]): { owner: string; deputy: string; manager: string } {
  return (newest(facts, 'license-opened', 'people-assigned') as Fact).data.people as ReturnType<typeof peopleOf>;
}

/** The law that the license had adopted. */
export interface KnownLaw {
  pack: string;
  calendar: string;
  /** Rules that the house had settled, with the reading. */
  readings: Record<string, string>;
}

export function lawIn(facts: readonly Fact[]): KnownLaw {
  const pins = opened(facts)?.data.pins as { pack: string; calendar: string };
  const settled = (newest(facts, 'readings-adopted')?.data.readings ?? {}) as Record<string, { reading: string }>;
  return {
    pack: (newest(facts, 'rulebook-adopted')?.data.pack as string | undefined) ?? pins.pack,
    calendar: (newest(facts, 'calendar-adopted')?.data.calendar as string | undefined) ?? pins.calendar,
    readings: Object.fromEntries(Object.entries(settled).map(([rule, { reading }]) => [rule, reading])),
  };
}

/** A duty with its day, and the rule, reading and versions that give it. A day of null: beyond the days that are published. */
export interface KnownDuty {
  id: string;
  date: string | null;
  rule: string;
  reading: string;
  pack: string;
  calendar: string;
}

/** Kinds of duties that the reference knows; an answer's others are not looked at. */
export const dutiesKnown: readonly string[] = ['acceptance', 'review', 'permit-issue', 'renewal', 'annual-report'];

/** The duties that were open, the earliest first. Null: the license was not there yet. */
export function dutiesOf(of: Facts, times: Times): KnownDuty[] | null {
  const facts = holding(of, times);
  if (!opened(facts)) return null;
  const waived = facts.filter(({ type }) => type === 'obligation-waived').map(({ data }) => data.obligationId);
  const law = lawIn(facts);
  const permit = permitOf(facts);
  const duties = permit ? ofHolder(facts, permit, law, times.validOn) : ofApplicant(facts, law);
  const inOrder = (duty: KnownDuty): string => `${duty.date ?? '9'} ${duty.id}`;
  return duties.filter(({ id }) => !waived.includes(id)).sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1));
}

const acceptances: readonly string[] = ['filing-accepted', 'acceptance-deemed'];

function ofApplicant(facts: readonly Fact[], law: KnownLaw): KnownDuty[] {
  const receipt = newest(facts, 'receipt-recorded');
  switch (filingOf(facts)) {
    case 'submitted':
      return receipt ? [duty(`acceptance:${receipt.seq}`, law, 'limit.completeness', { receivedOn: receipt.day })] : [];
    case 'accepted': {
      // Accepted by silence first, and then by a notice, it stays the same duty.
      const retracted = newest(facts, 'deemed-acceptance-retracted')?.seq ?? 0;
      const first = facts.find(({ type, seq }) => acceptances.includes(type) && seq > retracted);
      const firstReceivedOn = receipt?.day ?? '';
      // What silence brought about keeps its day until it is taken back.
      const silent = newest(facts, 'acceptance-deemed')?.data.acceptedOn as string | undefined;
      const acceptedOn = newest(facts, 'filing-accepted')?.day ?? silent ?? firstReceivedOn;
      return [duty(`review:${first?.seq}`, law, 'limit.review', { firstReceivedOn, acceptedOn })];
    }
    case 'granted': {
      const granted = newest(facts, 'filing-granted') as Fact;
      return [duty(`permit-issue:${granted.seq}`, law, 'limit.permit-issue', { grantedOn: granted.day })];
    }
    default:
      return [];
  }
}

const withAuthority: readonly (string | null)[] = ['submitted', 'correction', 'accepted', 'granted'];

/**
 * Renewal unless the authority has it, a report for each year after that of the grant up to the year of the question, and
 * what is awaited of a renewal: its review until the end of the permit, after which the decision itself is overdue.
 */
function ofHolder(facts: readonly Fact[], { status, term }: KnownPermit, law: KnownLaw, validOn: string): KnownDuty[] {
  const { seq, data } = newest(facts, 'permit-registered') as Fact;
  const { printedLastDay } = data.permit as { printedLastDay: string };
  const awaited = ofApplicant(facts, law).filter(({ id }) => !id.startsWith('review:') || validOn <= printedLastDay);
  if (status === 'revoked') return awaited;
  const granted = Number((data.grantedOn as string).slice(0, 4));
  const year = Number(validOn.slice(0, 4));
  const filed = data.reportsFiled as string[];
  const years = Array.from({ length: Math.max(0, year - granted) }, (_, i) => granted + 1 + i).filter(
    (each) => !filed.includes(String(each)),
  );
  const renewing = !term.bySilence && withAuthority.includes(filingOf(facts));
  return [
    ...awaited,
    ...(renewing ? [] : [duty(`renewal:${term.seq}`, law, 'limit.renewal', { lastDay: term.lastDay })]),
    ...years.map((each): KnownDuty => {
      const found = duty(`annual-report:${seq}:${each}`, law, 'limit.annual-report', { year: String(each) });
      return { ...found, date: `${each}-03-31` };
    }),
  ];
}

interface Limit {
  id: string;
  readings: { id: string; from: string; count: { kind: string; length: number; unit: string; direction: string } }[];
}

/** By the reading that the house settled, or else the first one that the pack has for the day that is known. */
function duty(
  id: string,
  { pack, calendar, readings }: KnownLaw,
  rule: string,
  days: Record<string, string>,
): KnownDuty {
  const limits = publishedPacks.flatMap((each) => (each.id === pack ? each.limits : [])) as unknown as Limit[];
  const limit = limits.find((each) => each.id === rule) as Limit;
  const settled = limit.readings.find((each) => each.id === readings[rule]);
  const reading = settled ?? (limit.readings[0] as Limit['readings'][number]);
  const start = days[reading.from] ?? Object.values(days)[0] ?? '';
  const { kind, length, unit, direction } = reading.count;
  const date =
    kind !== 'length'
      ? null
      : unit === 'day'
        ? addDays(start, direction === 'before' ? -length : length)
        : workingDaysAfter(start, length);
  return { id, date, rule, reading: reading.id, pack, calendar };
}

/** Day by day through the published holidays; null where the way leads beyond them. */
function workingDaysAfter(day: string, count: number): string | null {
  let on = day;
  for (let left = count; left > 0; ) {
    on = addDays(on, 1);
    if (on > latestTable.covered.to) return null;
    if (worked(latestTable, on)) left -= 1;
  }
  return on;
}

function worked({ years }: CalendarTable, day: string): boolean {
  const arrangements = years.flatMap((year) => year.arrangements);
  if (arrangements.some(({ makeUpWorkingDays }) => makeUpWorkingDays.some((each) => each === day))) return true;
  if (arrangements.some(({ from, to }) => from <= day && day <= to)) return false;
  return new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0;
}

export interface KnownNotice {
  obligationId: string;
  rung: string;
  personId: string;
  role: string | null;
  state: string;
  at: string;
}

/** The messages that had left, each with the last that was known of it, in the order in which they first left. */
export function noticesOf(of: Facts, times: Times): KnownNotice[] {
  const facts = holding(of, times);
  const told = of.deliveries.filter(
    ({ day, known, state }) => state !== 'failed' && day <= times.validOn && known <= times.knownOn,
  );
  const keys = [...new Set(told.map(({ notice, person }) => `${notice.seq} ${person}`))];
  return keys.map((key): KnownNotice => {
    const last = told.findLast(({ notice, person }) => `${notice.seq} ${person}` === key) as (typeof told)[number];
    const { obligationId, rung, to } = last.notice.data as {
      obligationId: string;
      rung: string;
      to: { role: string; person: string }[];
    };
    const counts = facts.some(({ seq }) => seq === last.notice.seq);
    const role = counts ? (to.find(({ person }) => person === last.person)?.role ?? null) : null;
    return { obligationId, rung, personId: last.person, role, state: last.state, at: last.known };
  });
}

/** A license on a list: null where it was not there yet. */
export interface KnownLine {
  licenseId: string;
  owner: string;
  deputy: string;
  manager: string;
  status: string;
}

const statusWords: Readonly<Record<string, string>> = {
  draft: 'preparing',
  submitted: 'submitted',
  accepted: 'in-review',
  granted: 'granted',
  correction: 'correction',
  refused: 'refused',
  'not-accepted': 'preparing',
  withdrawn: 'preparing',
};

function wordOf({ status, term }: KnownPermit, filing: string | null, validOn: string): string {
  if (status !== 'valid') return status;
  if (term.bySilence) return 'deemed-renewed';
  if (withAuthority.includes(filing)) return 'renewal-pending';
  if (validOn > term.lastDay) return 'expired';
  if (validOn > addDays(term.lastDay, -90)) return 'window-missed';
  return validOn >= addDays(term.lastDay, -180) ? 'renewal-due' : 'valid';
}

export function lineOf(licenseId: string, of: Facts, times: Times): KnownLine | null {
  const facts = holding(of, times);
  if (!opened(facts)) return null;
  const permit = permitOf(facts);
  const status = permit
    ? wordOf(permit, filingOf(facts), times.validOn)
    : (statusWords[filingOf(facts) ?? 'draft'] as string);
  return { licenseId, ...peopleOf(facts), status };
}
