import type { Answer, ApiClient } from '../api-client.js';
import type { Mailbox } from '../mailbox.js';
import type { Narrator } from '../narrator.js';

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

/** An obligation as `GET /licenses/:id/agenda` shows it. */
export interface AgendaItem {
  id: string;
  kind: string;
  duty: string;
  period: string | null;
  filingId: string | null;
  paused: boolean;
  deadline: {
    date: string;
    safeDay: string | null;
    firmness: string;
    readings: {
      id: string;
      date: string;
      rolled: string;
      proof: { ruleId: string; citation: { source: string; article: string }; steps: unknown[] };
    }[];
  } | null;
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
    { kind: 'natural-person', name: '样例股东甲', percent: 60, foreign: false },
    { kind: 'natural-person', name: '样例股东乙', percent: 40, foreign: false },
  ],
};

/** Asks, and expects the status; everything else about the answer is the caller's to judge. */
export async function ask(world: World, what: string, status: number, question: Promise<Answer>): Promise<Answer> {
  const answer = await question;
  const problem = answer.body?.code ? ` (${answer.body.code}: ${answer.body.detail ?? ''})` : '';
  world.narrator.expect(answer.status === status, `${what}: expected HTTP ${status}, got ${answer.status}${problem}`);
  return answer;
}

/** A command that must succeed. */
export async function command(world: World, who: ApiClient, path: string, body: unknown): Promise<Answer> {
  const answer = await who.post(`/licenses/${world.licenseId}${path}`, body);
  const problem = answer.body?.code ? ` (${answer.body.code}: ${answer.body.detail ?? ''})` : '';
  world.narrator.expect(answer.status < 300, `POST ${path}: got ${answer.status}${problem}`);
  return answer;
}

/** A command that must be refused with this code. */
export async function refused(
  world: World,
  who: ApiClient,
  path: string,
  body: unknown,
  code: string,
): Promise<Answer> {
  const answer = await who.post(`/licenses/${world.licenseId}${path}`, body);
  world.narrator.expect(
    answer.body?.code === code,
    `POST ${path}: expected the refusal ${code}, got ${answer.status} ${answer.body?.code}`,
  );
  return answer;
}

export async function agenda(world: World): Promise<{ today: string; obligations: AgendaItem[] }> {
  const { body } = await ask(world, 'agenda', 200, world.officer.get(`/licenses/${world.licenseId}/agenda`));
  return body;
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
    world.admin.post(`/simulation/licenses/${world.licenseId}/skip`, { until: day }),
  );
  world.narrator.says('time', `skipped to ${answer.body?.today ?? day} (simulated)`);
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
