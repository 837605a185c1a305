import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { derivedFrom } from '../../../activities/advance/derived.js';
import { addDays, type CivilDate, shanghaiDay } from '../../../libs/calendar/index.js';
import {
  type Context,
  defaultWakeWindow,
  fold,
  type LicenseState,
  lawOfLicense,
  type NoticeDue,
  type RecordedEvent,
  type TextRef,
} from '../../../libs/domain/index.js';
import type { Envelope } from '../../../libs/ledger/index.js';
import { companyStream, deliveryStream, licenseStream } from '../../../libs/ledger/streams.js';
import {
  ChangeRepository,
  type Cipher,
  PostgresAdvanceStore,
  PrivateTextRepository,
} from '../../../libs/persistence/index.js';
import { aCompany, aText, type Desk } from '../../support/builders.js';
import { livedWith } from './long-life.js';
import { writeStream } from './written-streams.js';

/** Five years that end before the benchmark was written, so that every run asks the same. */
const [begin, end]: [CivilDate, CivilDate] = ['2021-11-26', '2026-11-24'];

/** Entries of the licenses that are asked one by one. */
const askedLives = [300, 400, 500, 600, 700, 800, 900, 1_000];
/** Entries of those that stand on the list, in turn. */
const listedLives = [20, 60, 120, 180, 240, 300];
const licensesPerCompany = 5;
/** Entries of the company that is asked. */
const companyEntries = 200;

export interface AskedLicense {
  licenseId: string;
  entries: readonly Envelope[];
}

export interface SamplePast {
  asked: AskedLicense[];
  companyId: string;
  days: { begin: CivilDate; end: CivilDate };
  listed: number;
  /** On the streams of all licenses. */
  entries: number;
}

type Say = (line: string) => void;

const id = (kind: string, n: number): string => `0a50f${kind}-0000-5000-8000-${String(n).padStart(12, '0')}`;
const askedId = (n: number): string => id('001', n);
const listedId = (n: number): string => id('002', n);
const companyId = (n: number): string => id('003', n);

/** Writes what is missing of it; what an earlier run wrote is kept. */
export async function writeSamplePast(
  { url, source, cipher }: { url: string; source: DataSource; cipher: Cipher },
  listed: number,
  say: Say,
): Promise<SamplePast> {
  const client = new Client({ connectionString: url, application_name: 'paizhao-bench' });
  await client.connect();
  try {
    await client.query('set synchronous_commit = off');
    const writer = new Writer(client, source, cipher);
    await writer.companies(Math.ceil(listed / licensesPerCompany) + 1);
    for (const [n, entries] of askedLives.entries()) await writer.asked(n, entries);
    say(`${askedLives.length} licenses of ${askedLives[0]} to ${askedLives.at(-1)} entries`);
    if (await writer.listed(listed, say)) await client.query('vacuum (analyze)');
    return {
      asked: await writer.askedOnRecord(),
      companyId: companyId(0),
      days: { begin, end },
      listed,
      ...(await writer.size()),
    };
  } finally {
    await client.end();
  }
}

class Writer {
  constructor(
    private readonly client: Client,
    private readonly source: DataSource,
    private readonly cipher: Cipher,
  ) {}

  async companies(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const stream = companyStream(companyId(n));
      if (await this.isThere(stream)) continue;
      const facts = { ...aCompany(), name: `样例第${n}有限公司`, uscc: `91310000MA${String(n).padStart(8, '0')}` };
      const envelopes = Array.from({ length: n === 0 ? companyEntries : 1 }, (_, i): Envelope => {
        const day = addDays(begin, i * 9);
        const data = i === 0 ? { facts } : { change: null, facts: { city: `样例 ${i}` } };
        const type = i === 0 ? 'company-registered' : 'company-fact-recorded';
        return { ...placed(stream, i + 1, `${day}T02:00:00.000Z`, day), type, v: 1, data };
      });
      await writeStream(this.client, envelopes);
      await this.client.query(
        'insert into paizhao.companies (id, seq, name, uscc, facts, recorded_at) values ($1, $2, $3, $4, $5, $6)',
        [companyId(n), envelopes.length, facts.name, facts.uscc, JSON.stringify(facts), envelopes.at(-1)?.recordedAt],
      );
    }
  }

  /** With texts of people, and with its messages. */
  async asked(n: number, entries: number): Promise<void> {
    const licenseId = askedId(n);
    if (await this.isThere(licenseStream(licenseId))) return;
    const desk = livedWith(entries, begin, end, companyId(0));
    const texts = await this.texts(licenseId, entries);
    const envelopes = withTexts(envelopesOf(desk, licenseId), texts);
    await writeStream(this.client, envelopes);
    await writeStream(this.client, deliveriesOf(envelopes, licenseId));
    await this.derive(licenseId, fold(licenseId, envelopes as unknown as RecordedEvent[]) as LicenseState, desk);
  }

  /** @returns whether one was missing */
  async listed(count: number, say: Say): Promise<boolean> {
    const lives = listedLives.map((entries) => livedWith(entries, begin, end, companyId(0)));
    let wrote = false;
    for (let n = 0; n < count; n += 1) {
      const licenseId = listedId(n);
      const desk = lives[n % lives.length] as Desk;
      if (await this.isThere(licenseStream(licenseId))) continue;
      wrote = true;
      const company = companyId(1 + Math.floor(n / licensesPerCompany));
      const envelopes = envelopesOf(desk, licenseId).map((entry) => withCompany(entry, company));
      await writeStream(this.client, envelopes);
      await this.derive(licenseId, { ...desk.state, licenseId, companyId: company }, desk);
      if ((n + 1) % 1_000 === 0) say(`${n + 1} of ${count} licenses`);
    }
    const feed = new ChangeRepository(this.source.manager);
    while ((await feed.order()) > 0);
    return wrote;
  }

  async askedOnRecord(): Promise<AskedLicense[]> {
    const streams = askedLives.map((_, n) => licenseStream(askedId(n)));
    const { rows } = await this.client.query<{ stream: string; body: Buffer }>(
      'select stream, body from paizhao.ledger_events where stream = any($1) order by stream, seq',
      [streams],
    );
    return askedLives.map((_, n) => {
      const own = rows.filter(({ stream }) => stream === licenseStream(askedId(n)));
      return { licenseId: askedId(n), entries: own.map(({ body }) => JSON.parse(body.toString('utf8')) as Envelope) };
    });
  }

  async size(): Promise<{ entries: number }> {
    const { rows } = await this.client.query<{ entries: number }>(
      `select sum(seq)::float8 as entries from paizhao.ledger_heads where stream like 'license/%'`,
    );
    return { entries: rows[0]?.entries ?? 0 };
  }

  private async isThere(stream: string): Promise<boolean> {
    const { rowCount } = await this.client.query('select from paizhao.ledger_heads where stream = $1', [stream]);
    return rowCount === 1;
  }

  /** What `advance` keeps beside the ledger, by the product's own transaction. */
  private async derive(licenseId: string, state: LicenseState, desk: Desk): Promise<void> {
    const context: Context = { ...desk.context(), law: lawOfLicense(state), wakeWindow: defaultWakeWindow };
    const derived = derivedFrom(state, context);
    await new PostgresAdvanceStore(this.source).turn(licenseId, null, async (turn) => {
      await turn.derive(derived);
      return { keep: true, answer: null };
    });
  }

  /** One text for every tenth entry. */
  private async texts(licenseId: string, entries: number): Promise<TextRef[]> {
    return this.source.transaction(async (manager) => {
      const texts = new PrivateTextRepository(manager, this.cipher);
      const refs: TextRef[] = [];
      for (let n = 0; n < entries / 10; n += 1)
        refs.push(await texts.add(licenseId, `样例：第 ${n} 条说明 (sample data)`));
      await manager.query('update paizhao.private_texts set claimed_at = now() where subject_id = $1', [licenseId]);
      return refs;
    });
  }
}

const placed = (
  stream: string,
  seq: number,
  recordedAt: string,
  validOn: CivilDate,
): Omit<Envelope, 'type' | 'v' | 'data'> => ({
  ...{ stream, seq, recordedAt, storedAt: recordedAt, validOn },
  ...{ actor: { kind: 'person', id: 'sample-1' }, commandId: `sample-${seq}` },
});

/** What was recorded at one moment by one actor came of one command. */
function envelopesOf(desk: Desk, licenseId: string): Envelope[] {
  const stream = licenseStream(licenseId);
  return desk.history.map(({ seq, recordedAt, validOn, actor, type, v, data }) => {
    const commandId = `${recordedAt} ${actor.id}`;
    return { ...placed(stream, seq, recordedAt, validOn), actor, commandId, type, v, data };
  });
}

function withCompany(entry: Envelope, company: string): Envelope {
  if (entry.type !== 'license-opened') return entry;
  return { ...entry, data: { ...(entry.data as object), companyId: company } };
}

/** Every message left, a minute after it fell due. */
function deliveriesOf(entries: readonly Envelope[], licenseId: string): Envelope[] {
  const stream = deliveryStream(licenseId);
  const sent = entries.flatMap(({ type, recordedAt, data }) => {
    if (type !== 'notice-due') return [];
    const { obligationId, rung, to } = data as NoticeDue;
    return [...new Set(to.map(({ person }) => person))].map((person) => {
      return { key: [licenseId, obligationId, rung, person, 'mail'].join('/'), at: recordedAt };
    });
  });
  return sent.flatMap(({ key, at }, i) => {
    const place = (seq: number) => placed(stream, seq, at, shanghaiDay(at));
    return [
      { ...place(2 * i + 1), type: 'delivery-attempted', v: 1, data: { key, attempt: 1 } },
      { ...place(2 * i + 2), type: 'delivery-sent', v: 1, data: { key, attempt: 1, answer: '250 2.0.0 OK' } },
    ];
  });
}

/** In the place of the one text of the sample life: the texts on record, in turn. */
function withTexts(entries: Envelope[], texts: readonly TextRef[]): Envelope[] {
  let next = 0;
  const put = (of: unknown): unknown => {
    if (typeof of !== 'object' || of === null) return of;
    if (Array.isArray(of)) return of.map(put);
    if ((of as Partial<TextRef>).ref === aText.ref) return texts[next++ % texts.length];
    return Object.fromEntries(Object.entries(of).map(([name, inner]) => [name, put(inner)]));
  };
  return put(entries) as Envelope[];
}
