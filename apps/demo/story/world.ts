import type { paths } from '../../../libs/client/index.js';
import type { ApiClient } from '../api-client.js';
import type { Mailbox } from '../mailbox.js';
import type { Narrator } from '../narrator.js';
import type { BodyAt, CommandPath, Place } from './places.js';

/** Everybody in the story is sample data; so is the company. */
export interface World {
  narrator: Narrator;
  mailbox: Mailbox;
  /** The same API, seen by each person. */
  officer: ApiClient;
  deputy: ApiClient;
  approver: ApiClient;
  auditor: ApiClient;
  admin: ApiClient;
  people: { owner: string; deputy: string; manager: string };
  tokens: Record<string, string>;
  /** PostgreSQL as superuser: only to tamper with one row in the last step. */
  superuserUrl: string;
  /** Dates with their proofs, collected on the way for the report. */
  dates: DateOnRecord[];
  companyId: string;
  licenseId: string;
  verification: Record<string, unknown>;
}

export interface DateOnRecord {
  what: string;
  date: string | null;
  safeDay: string | null;
  firmness: string;
  ruleId: string;
  citation: unknown;
  readings: { id: string; date: string }[];
  /** How the first reading's date comes about, as the agenda gives it. */
  proof: unknown;
}

/** Sample data: no such company. */
export const sampleCompany = {
  name: '样例呼叫中心（上海）有限公司',
  uscc: '91310000MA1K000019',
  province: 'sh',
  city: '上海市',
  registeredCapital: 1_000_000,
  foreignShare: 0,
  establishedOn: '2024-05-20',
  legalRepresentative: '样例法定代表人',
  shareholders: [
    { kind: 'natural-person' as const, name: '样例股东甲', percent: 60, foreign: false },
    { kind: 'natural-person' as const, name: '样例股东乙', percent: 40, foreign: false },
  ],
};

/** What the typed client gives: an answer, or a problem. */
interface Question<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

const problemIn = (error: unknown): string => {
  const { code, detail } = (error ?? {}) as { code?: string; detail?: string };
  return code ? ` (${code}: ${detail ?? ''})` : '';
};

/** Asks, and expects the status; everything else about the answer is the caller's to judge. */
export async function ask<T>(world: World, what: string, status: number, question: Promise<Question<T>>): Promise<T> {
  const { data, error, response } = await question;
  const got = `${what}: expected HTTP ${status}, got ${response.status}${problemIn(error)}`;
  world.narrator.expect(response.status === status, got);
  if (data === undefined) throw new Error(got);
  return data;
}

/** The license that the story is about. */
export const ofLicense = ({ licenseId }: World) => ({ params: { path: { id: licenseId } } });

/** A command that must succeed. */
export async function command<P extends CommandPath>(
  world: World,
  who: ApiClient,
  place: Place<P>,
  body: BodyAt<P>,
): Promise<void> {
  const { error, response } = await sent(world, who, place, body);
  world.narrator.expect(response.ok, `POST ${place.path}: got ${response.status}${problemIn(error)}`);
}

/** A command that must be refused with this code. */
export async function refused<P extends CommandPath>(
  world: World,
  who: ApiClient,
  place: Place<P>,
  body: BodyAt<P>,
  code: string,
): Promise<void> {
  const { error, response } = await sent(world, who, place, body);
  world.narrator.expect(
    (error as { code?: string } | undefined)?.code === code,
    `POST ${place.path}: expected the refusal ${code}, got ${response.status}${problemIn(error)}`,
  );
}

/** The types of place and body belong together; that they do, the callers' types have shown. */
function sent<P extends CommandPath>(
  { licenseId }: World,
  { typed }: ApiClient,
  { path, names }: Place<P>,
  body: BodyAt<P>,
): Promise<Question<unknown>> {
  const init = { params: { path: { id: licenseId, ...names } }, body };
  return (typed.POST as (path: string, init: object) => Promise<Question<unknown>>)(path, init);
}

type Agenda = paths['/licenses/{id}/agenda']['get']['responses']['200']['content']['application/json'];

/** An obligation as the agenda shows it. */
export type AgendaItem = Agenda['obligations'][number];

export function agenda(world: World): Promise<Agenda> {
  return ask(world, 'agenda', 200, world.officer.typed.GET('/licenses/{id}/agenda', ofLicense(world)));
}

/** The license as it stands. */
export function licenseNow(world: World, who: ApiClient = world.officer) {
  return ask(world, 'license', 200, who.typed.GET('/licenses/{id}', ofLicense(world)));
}

/** Finds the open obligation of a kind, keeps its date with its proof, and tells it. */
export async function showDeadline(world: World, kind: string, what: string): Promise<AgendaItem | undefined> {
  const item = (await agenda(world)).obligations.find((obligation) => obligation.kind === kind);
  world.narrator.expect(item !== undefined, `an open obligation of kind ${kind}`);
  if (!item) return undefined;
  keepDate(world, what, item);
  const first = item.deadline?.readings[0];
  if (!item.deadline || !first) {
    world.narrator.says('Paizhao', `${what}: no date is set`);
    return item;
  }
  const { source, article } = first.proof.citation;
  const safe =
    item.deadline.safeDay && item.deadline.safeDay !== item.deadline.date ? `, safe day ${item.deadline.safeDay}` : '';
  world.narrator.says(
    'Paizhao',
    `${what}: ${item.deadline.date}${safe} (${item.deadline.firmness}; ${source} ${article}, rule ${first.proof.ruleId})`,
  );
  for (const reading of item.deadline.readings.slice(1))
    world.narrator.detail(`other reading ${reading.id}: ${reading.date}`);
  return item;
}

function keepDate(world: World, what: string, { deadline }: AgendaItem): void {
  const proof = deadline?.readings[0]?.proof;
  world.dates.push({
    what,
    date: deadline?.date ?? null,
    safeDay: deadline?.safeDay ?? null,
    firmness: deadline?.firmness ?? 'firm',
    ruleId: proof?.ruleId ?? '',
    citation: proof?.citation ?? null,
    readings: deadline?.readings.map(({ id, date }) => ({ id, date })) ?? [],
    proof: proof ?? null,
  });
}

export async function today(world: World): Promise<string> {
  return (await agenda(world)).today;
}

/** Skips time on the license's own workflow, and tells which mails that brought. */
export async function skipTo(world: World, day: string): Promise<void> {
  const before = world.mailbox.count;
  const answer = await ask(
    world,
    `skip to ${day}`,
    200,
    world.admin.typed.POST('/simulation/licenses/{id}/skip', { ...ofLicense(world), body: { until: day } }),
  );
  world.narrator.says('time', `skipped to ${answer.today} (simulated)`);
  await tellMails(world, before);
}

export async function tellMails(world: World, since: number): Promise<void> {
  const bySubject = new Map<string, string[]>();
  const mails = await world.mailbox.since(since);
  for (const { to, subject } of mails) bySubject.set(subject, [...(bySubject.get(subject) ?? []), ...to]);
  for (const [subject, to] of bySubject) {
    const times = to.length > new Set(to).size ? ` (${to.length} mails)` : '';
    world.narrator.says('mail', `${[...new Set(to)].join(', ')} ← ${subject}${times}`);
  }
  const [first] = mails;
  if (since === 0 && first) await showSource(world, first.id);
}

/** The first mail's raw source, as the mail catcher took it over SMTP: its headers, and how the rest goes on. */
async function showSource(world: World, id: string): Promise<void> {
  const raw = await world.mailbox.raw(id);
  const [head = ''] = raw.split('\r\n\r\n');
  world.narrator.says('mailbox', `its raw source, ${raw.length} bytes; the headers:`);
  for (const line of head.split('\r\n')) world.narrator.detail(line);
  const text = await world.mailbox.text(id);
  world.narrator.says('mailbox', 'its text; beside it stand HTML and the date as a calendar file:');
  for (const line of text.trim().split('\n')) if (line) world.narrator.detail(line);
}
