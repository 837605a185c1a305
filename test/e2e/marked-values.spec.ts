import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import proto from '@temporalio/proto';
import { unzipSync } from 'fflate';
import { type CaughtMail, parsed } from '../../apps/standalone/mail-store.js';
import { storeLedgerWhereAsked } from '../replay/stored-ledgers.js';
import { until } from '../stack/parts.js';
import { companyWith } from '../stack/samples.js';
import { bounceMail } from '../support/bounce-mail.js';
import { HookReceiver } from '../support/hook-receiver.js';
import { LocalStack } from '../support/local-stack.js';
import { MarkedCaller } from '../support/marked-caller.js';
import {
  decideInTheHouse,
  endOtherwise,
  eraseSome,
  keepPermit,
  lateAlready,
  liveUntilPermit,
  type MarkedCast,
} from '../support/marked-life.js';
import { MarkedSearch } from '../support/marked-search.js';
import { freeFields, marked, marksIn } from '../support/marked-values.js';
import { RobotReceiver } from '../support/robot-receiver.js';
import { permitSheet } from '../support/sheets.js';

jest.setTimeout(300_000);

/** Codes, days of other forms, and what stands in public registers or on the permit: no text of a person's, no name. */
const codes = new Set(
  [
    'about answers authorities authority city eventTypes kind number province provinces reading refusedTypes rule',
    'requirementId reroutedTo serviceType serviceTypes to unknown uscc version',
  ].flatMap((names) => names.split(' ')),
);
/** The names of companies; and what the form of a robot's secrets leaves no place in, so that they are looked for. */
const unmarked = [
  ...['POST /companies name', 'POST /companies/{id}/facts facts.name', 'POST /licenses/{id}/subsidiaries name'],
  ...['url', 'secret'].flatMap((field) => [`POST /robots ${field}`, `POST /robots/{id}/changes ${field}`]),
];
/** What is looked for is a company, a permit or a code, and stands open as they do; only here, and nowhere else. */
const searched = ['saved_views', 'jobs'].map((table) => `paizhao.${table}: `);
const ownerMail = `${marked('mail')}@example.com`;

const carried = new Set<string>();
let local: LocalStack;
let hooks: HookReceiver;
let robots: RobotReceiver;
/** Stands wherever one looks: what does not find it would find nothing. */
let licenseId: string;
/** Its people were written to. */
let reminded: string;

beforeAll(async () => {
  [hooks, robots] = await Promise.all([HookReceiver.start(), RobotReceiver.start()]);
  local = await LocalStack.start('marked', {
    identity: { port: undefined, production: false },
    inherited: { OUTBOUND_ALLOWED_HOSTS: [hooks.host, robots.host].join(',') },
  });
  const admin = await caller('admin');
  await listen(admin);
  const cast = { officer: await caller('officer'), approver: await caller('approver'), people: await people(admin) };
  const { id, companyId } = await liveUntilPermit(cast);
  licenseId = id;
  await keepPermit(cast, id);
  await decideInTheHouse(cast, companyId);
  await endOtherwise(cast);
  await eraseSome(cast, admin);
  await lookAndTake(cast);
  reminded = await lateAlready(cast);
  await local.settled(reminded);
  await mailComesBack(admin);
  await asksStrangely();
  await until('webhooks and robots are told', async () => hooks.received.length > 20 && robots.group.length > 0);
  storeLedgerWhereAsked('every-field-filled', id, await exportOf(id));
});

afterAll(async () => {
  await local.stop();
  await Promise.all([hooks.stop(), robots.stop()]);
});

async function bundleOf(id: string, files: string): Promise<Map<string, Buffer>> {
  const { token } = await local.personWith('auditor');
  const asked = new URLSearchParams({ from: '2020-01-01', to: '2099-12-31', files });
  const answer = await fetch(`${local.stack.apiUrl}/licenses/${id}/audit-bundle?${asked}`, {
    headers: { Authorization: `Bearer ${token}`, 'Paizhao-Reason': marked('why') },
  });
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, Buffer.from(bytes)]));
}

async function exportOf(id: string): Promise<string> {
  const { token } = await local.personWith('auditor');
  const answer = await fetch(`${local.stack.apiUrl}/licenses/${id}/export`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return answer.text();
}

async function caller(role: string): Promise<MarkedCaller> {
  const { token } = await local.personWith(role);
  return new MarkedCaller(local.stack.apiUrl, token, carried);
}

/** A webhook that hears of everything, and a robot. */
async function listen(admin: MarkedCaller): Promise<void> {
  const { webhookId } = await admin.post('/webhooks', {}, { name: 'marked', url: `${hooks.url}&${marked('hook')}` });
  const url = `${hooks.url}&${marked('hook-again')}`;
  await admin.post('/webhooks/{id}/changes', { id: webhookId }, { url });
  const robot = { kind: 'feishu', name: 'marked', url: robots.urlOf('feishu'), secret: robots.secrets.feishu };
  await admin.post('/robots', {}, robot);
}

/** Three who are told of everything; the first goes by marked values. */
async function people(admin: MarkedCaller): Promise<MarkedCast['people']> {
  const person = { name: marked('name'), mail: ownerMail, language: 'zh' };
  const { personId } = await admin.post('/people', {}, person);
  await admin.put('/people/{id}/identity', { id: personId }, { subject: marked('subject') });
  const preferences = { digest: false, quietHours: null, language: 'zh', mutedKinds: [] };
  await admin.put('/people/{id}/preferences', { id: personId }, preferences);
  return { owner: personId, deputy: await local.person(), manager: await local.person() };
}

/** Views, searches, an export and an import; each job is done before it is looked for. */
async function lookAndTake({ officer }: MarkedCast): Promise<void> {
  const view = { name: marked('view'), filter: { q: marked('view-q') }, shared: true };
  const { viewId } = await officer.post('/views', {}, view);
  await officer.put('/views/{id}', { id: viewId }, { ...view, name: marked('view-again') });
  await officer.get(`/licenses?q=${marked('search')}`);
  await officer.get(`/dashboard?q=${marked('search')}`);
  const filter = { q: marked('export-q') };
  const { jobId } = await officer.post('/exports', {}, { format: 'csv', filter });
  const sheet = await permitSheet([{ uscc: companyWith(990).uscc, owner: ownerMail, remark: marked('remark') }]);
  const file = { ...sheet, name: `${marked('sheet')}.xlsx` };
  const job = await officer.upload('/imports', {}, { trial: 'false' }, file);
  for (const id of [jobId, job.jobId])
    await until('the job is done', async () => ['done', 'failed'].includes((await officer.get(`/jobs/${id}`)).state));
}

async function mailComesBack(admin: MarkedCaller): Promise<void> {
  const [mail] = local.mails(ownerMail);
  const { messageId = '' } = await parsed(mail as CaughtMail);
  const report = bounceMail({ messageId: messageId.slice(1, messageId.indexOf('@')), recipient: ownerMail });
  const { token } = await admin.post('/tokens', {}, { integration: 'mail-server', roles: ['postmaster'] });
  expect(await asked('/bounces', token, report.toString(), 'message/rfc822')).toBe(200);
  carried.add('POST /bounces');
}

/** What is refused, and where marked values have no place. */
async function asksStrangely(): Promise<void> {
  const { token } = await local.personWith('officer', 'admin');
  await asked('/people', token, `{"${marked('member')}": 1, "name": "${marked('refused')}"`);
  await asked(
    '/people',
    token,
    JSON.stringify({ [marked('member')]: 1, name: marked('refused'), mail: marked('mail') }),
  );
  await asked(`/licenses/${marked('path')}/comments?${marked('query')}=1`, token, '{}');
  await asked(`/licenses/li-${marked('path')}-1985`, token, '{}');
  await asked(`/${marked('nowhere')}`, marked('token'), '{}');
}

async function asked(path: string, token: string | null, body: string, type = 'application/json'): Promise<number> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': type,
    'idempotency-key': marked('key'),
    'x-request-id': marked('request'),
  };
  return (await fetch(`${local.stack.apiUrl}${path}`, { method: 'POST', headers, body })).status;
}

const search = new MarkedSearch(() => [
  new URL(robots.urlOf('feishu')).pathname.split('/').at(-1) ?? '',
  robots.secrets.feishu,
]);

const readFiles = (paths: readonly string[]): [string, Buffer][] => paths.map((path) => [path, readFileSync(path)]);

const filesBelow = (folder: string): [string, Buffer][] =>
  readFiles(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  );

describe('names and free text', () => {
  it('were written into every field that takes them', () => {
    const names = (field: string) => field.slice(field.search(/[^ .]*$/));
    const free = freeFields().filter((field) => !codes.has(names(field)) && !unmarked.includes(field));
    expect(free.filter((field) => !carried.has(field))).toEqual([]);
  });

  it('stand in no entry of the ledger', async () => {
    const rows = await local.query<{ stream: string; body: string }>(
      `select stream, convert_from(body, 'UTF8') as body from paizhao.ledger_events`,
    );
    expect(rows.some(({ stream }) => stream === `license/${licenseId}`)).toBe(true);
    const bodies = rows.map(({ stream, body }) => [stream, body] as const);
    expect(search.in('ledger', 'entries', bodies)).toEqual([]);
  });

  it('stand in no table as they are: commands, jobs, messages, nor anything else', async () => {
    const tables = await local.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'paizhao'`,
    );
    const rows: [string, string][] = [];
    for (const { name } of tables) {
      const found = await local.query<{ row: string }>(`select each::text as row from ${name} each`);
      rows.push(...found.map(({ row }): [string, string] => [name, row]));
    }
    const searches: string[] = [];
    const isSearch = (found: string): boolean => {
      const is = searched.some((table) => found.startsWith(table)) && /-q$/.test(found);
      if (is) searches.push(found);
      return is;
    };
    expect(search.in('tables', 'rows', rows, isSearch)).toEqual([]);
    expect(searches).toHaveLength(2);
  });

  it('stand nowhere in Temporal: neither in messages as they are read, nor in its database', async () => {
    const histories = await local.withTemporal(async (client) => {
      const all: [string, Uint8Array][] = [];
      for await (const { workflowId, runId } of client.workflow.list()) {
        const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
        all.push([workflowId, proto.temporal.api.history.v1.History.encode(history).finish()]);
      }
      return all;
    });
    expect(histories.some(([, history]) => Buffer.from(history).includes(licenseId))).toBe(true);
    expect(search.in('Temporal', 'histories', histories)).toEqual([]);
    const paths = ['temporal.db', 'temporal.db-wal'].map((name) => join(local.folder, name)).filter(existsSync);
    const files = readFiles(paths);
    expect(files.some(([, bytes]) => bytes.includes(licenseId))).toBe(true);
    expect(search.in('its database', 'files', files)).toEqual([]);
  });

  it('stand in no log, and no file that was handed in lies open', () => {
    for (const name of ['logs', 'files']) {
      const files = filesBelow(join(local.folder, name));
      expect(files.length).toBeGreaterThan(2);
      expect(search.in(name === 'logs' ? 'logs' : 'file store', 'files', files)).toEqual([]);
    }
  });

  it('stand in no subject of a mail', async () => {
    const mails = await Promise.all(local.stack.mail.store.all().map((mail) => parsed(mail)));
    expect(mails.some(({ text = '' }) => text.includes(reminded))).toBe(true);
    const subjects = mails.map(({ messageId = '', subject = '' }) => [messageId, subject] as const);
    expect(search.in('mails', 'subjects', subjects)).toEqual([]);
  });

  it('stand in no audit bundle, unless it was asked for with files', async () => {
    const bare = await bundleOf(licenseId, 'false');
    expect(bare.get('streams/1.jsonl')?.includes(licenseId)).toBe(true);
    expect(search.in('audit bundle', 'files', bare)).toEqual([]);
    const withFiles = await bundleOf(licenseId, 'true');
    const personal = [...withFiles].filter(([, bytes]) => search.of(bytes).length > 0).map(([name]) => name);
    expect(personal.length).toBeGreaterThan(2);
    const isPersonal = (found: string): boolean => /^(files\/|report\.)/.test(found);
    expect(search.in('one with files', 'files', withFiles, isPersonal)).toEqual([]);
  });

  it('are told to no webhook and to no robot', () => {
    expect(hooks.received.some(({ raw }) => raw.includes(licenseId))).toBe(true);
    const told = (name: string, texts: readonly string[]) =>
      search.in(
        name,
        'messages',
        texts.map((text) => [name, text] as const),
      );
    expect(
      told(
        'webhooks',
        hooks.received.map(({ raw }) => raw),
      ),
    ).toEqual([]);
    expect(told('robots', robots.group)).toEqual([]);
  });

  it('were looked for in all of these places, and none of them was empty', () => {
    process.stdout.write(`${search.summary(carried.size)}\n`);
    expect(search.names).toEqual([
      ...['ledger', 'tables', 'Temporal', 'its database', 'logs', 'file store', 'mails'],
      ...['audit bundle', 'one with files', 'webhooks', 'robots'],
    ]);
  });
});

it('a place with nothing in it is a fault: it would prove nothing', () => {
  for (const pieces of [[], [['a row', ''] as const]])
    expect(() => new MarkedSearch(() => []).in('a table', 'rows', pieces)).toThrow('a table: there was nothing');
});

it('a mark is found as it is, in base64 at each place, and in hexadecimal digits', () => {
  for (const before of ['', 'a', 'ab', 'abc']) {
    const bytes = Buffer.from(`${before}${marked('x')}`);
    expect(marksIn(bytes)).toHaveLength(1);
    expect(marksIn(bytes.toString('base64'))).toHaveLength(1);
    expect(marksIn(bytes.toString('hex'))).toHaveLength(1);
  }
});
