import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { type Answer, ApiClient } from '../../apps/demo/api-client.js';
import type { CaughtMail } from '../../apps/standalone/mail-store.js';
import { type Stack, type StackOptions, startStack } from '../../apps/standalone/stack.js';
import { shanghaiDay } from '../../libs/calendar/index.js';
import { connectionOptions, createClient } from '../../libs/gateway/index.js';
import { verifyExport } from '../../libs/ledger/index.js';
import { paizhaoHere } from '../stack/command.js';
import { end, loseTemporal, restartPostgres, running, until } from '../stack/parts.js';
import { aRegistration, companyWith, shanghai } from '../stack/samples.js';
import { expectDatabaseIsFolded } from './live-and-folded.js';

const root = join(__dirname, '..', '..');

export type Part = 'postgres' | 'temporal' | 'worker' | 'api';

export interface Registered {
  licenseId: string;
  /** Mail address of its owner; no other license has it. */
  mail: string;
  people: { owner: string; deputy: string; manager: string };
}

/**
 * The built product with all its processes, as `npm start` runs them, for tests that kill them. Nothing in it is
 * replaced: what a test does to it, a machine may do.
 */
export class LocalStack {
  private readonly admin: ApiClient;
  private companies = 1; // the first one is the README's

  private constructor(
    readonly stack: Stack,
    readonly folder: string,
    private readonly database: pg.Pool,
    readonly officer: ApiClient,
    private readonly approver: ApiClient,
    private readonly auditor: ApiClient,
    adminToken: string,
  ) {
    this.admin = new ApiClient(stack.apiUrl, adminToken);
  }

  static async start(name: string, more: Partial<StackOptions> = {}): Promise<LocalStack> {
    const folder = join(root, '.paizhao', 'test', `${process.pid}-${name}`);
    const stack = await startLocalStack(folder, { ...more, fresh: true });
    if (stack.adminToken === null) throw new Error('a fresh folder shows its token');
    const admin = new ApiClient(stack.apiUrl, stack.adminToken);
    const tokenOf = async (role: string): Promise<ApiClient> => {
      const { body } = await admin.post('/tokens', { integration: role, roles: [role] });
      return new ApiClient(stack.apiUrl, body.token);
    };
    const database = new pg.Pool({ connectionString: stack.database.superuserUrl, max: 4 });
    database.on('error', () => undefined); // the server may be taken away
    const [officer, approver, auditor] = [
      await tokenOf('officer'),
      await tokenOf('approver'),
      await tokenOf('auditor'),
    ];
    return new LocalStack(stack, folder, database, officer, approver, auditor, stack.adminToken);
  }

  /** Ends the story; what it left beside the ledger is what the ledger says. */
  async stop(): Promise<void> {
    await this.database.end();
    await expectDatabaseIsFolded(this.stack.database.superuserUrl).finally(async () => {
      await this.stack.supervisor.stop();
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  /** The id of somebody new, who is told of everything at once and at any hour: tests run at night as well. */
  async person(mail = `other-${randomUUID()}@example.com`): Promise<string> {
    const { personId } = must(await this.admin.post('/people', { name: 'Sample', mail, language: 'en' }));
    const preferences = { digest: false, quietHours: null, language: 'en', mutedKinds: [] };
    must(await this.admin.put(`/people/${personId}/preferences`, preferences));
    return personId;
  }

  /** Somebody who has left goes for good; with it whatever stands outside the database about that. */
  async erases(personId: string): Promise<void> {
    const lists = join(this.folder, 'checkpoints', 'er');
    const before = existsSync(lists) ? readdirSync(lists).length : 0;
    must(await this.admin.post(`/people/${personId}/departure`, {}));
    must(await this.admin.post(`/people/${personId}/erasure`, { ground: 'consent-withdrawn', reason: 'sample' }));
    await until('the erasure is listed', async () => existsSync(lists) && readdirSync(lists).length > before);
  }

  /** Everything that is on record so far is sealed: what waits for it has waited long enough. */
  async sealed(): Promise<void> {
    const text = `with aged as (update paizhao.seal_notes set noted_at = noted_at - interval '1 minute' returning 1)
      select count(*) = 0 and exists (select from paizhao.checkpoints) as sealed from aged`;
    await until('everything is sealed', async () => (await this.database.query(text)).rows[0]?.sealed);
  }

  /** Somebody new who may do what these roles may. */
  async personWith(...roles: string[]): Promise<ApiClient> {
    const { token } = must(await this.admin.post('/tokens', { personId: await this.person(), roles }));
    return new ApiClient(this.stack.apiUrl, token);
  }

  /** A permit whose renewal window is over by today: its owner must be told at once. */
  async registers(): Promise<Registered> {
    const mail = `owner-${randomUUID()}@example.com`;
    const owner = await this.person(mail);
    const others = await this.person();
    const people = { owner, deputy: others, manager: others };
    const company = must(await this.officer.post('/companies', companyWith(++this.companies)));
    const key = randomUUID();
    const today = shanghaiDay(new Date().toISOString());
    const registration = aRegistration(company.companyId, people, today, 27);
    const { licenseId } = must(await this.officer.post('/licenses/registrations', registration, key));
    return { licenseId, mail, people };
  }

  /** A license that was given up before anything was filed: it has ended. */
  async givesUp(): Promise<string> {
    const company = must(await this.officer.post('/companies', companyWith(++this.companies)));
    const [owner, deputy, manager] = [await this.person(), await this.person(), await this.person()];
    const opening = {
      companyId: company.companyId,
      serviceTypes: ['B24'],
      coverage: shanghai,
      people: { owner, deputy, manager },
    };
    const { licenseId } = must(await this.officer.post('/licenses', opening));
    must(await this.approver.post(`/licenses/${licenseId}/closure`, { reason: 'sample' }));
    return licenseId;
  }

  skip(licenseId: string, days: number): Promise<Answer> {
    return this.admin.post(`/simulation/licenses/${licenseId}/skip`, { days });
  }

  /** Sends a command as a caller does who was told to repeat it: until it is answered, with the same key. */
  async insists(path: string, body: unknown, key: string, limitMs = 60_000): Promise<Answer> {
    return until(
      `an answer to ${path}`,
      async () => {
        const answer = await this.officer.post(path, body, key).catch(() => null);
        return answer && answer.status < 300 ? answer : null;
      },
      limitMs,
    );
  }

  async query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.database.query(sql, values)).rows as T[];
  }

  entries(stream: string): Promise<{ seq: number; type: string; command_id: string; body: string }[]> {
    return this.query(
      `select seq::integer, type, command_id, convert_from(body, 'UTF8') as body
         from paizhao.ledger_events where stream = $1 order by seq`,
      [stream],
    );
  }

  async head(licenseId: string): Promise<number> {
    return (await this.entries(`license/${licenseId}`)).length;
  }

  untilHead(licenseId: string, seq: number): Promise<unknown> {
    return until(`entry ${seq} of ${licenseId}`, async () => (await this.head(licenseId)) >= seq);
  }

  /** What callers are told who ask for this long, again and again. */
  async refusalsFor(path: string, body: unknown, forMs: number): Promise<number[]> {
    const statuses: number[] = [];
    for (const end = Date.now() + forMs; Date.now() < end; await pause(250)) {
      statuses.push((await this.officer.post(path, body)).status);
    }
    return statuses;
  }

  outbox(licenseId: string): Promise<{ key: string; state: string; attempts: number; settled: boolean }[]> {
    return this.query(
      `select key, state, attempts, settled_at is not null as settled
         from paizhao.outbox where license_id = $1 order by key`,
      [licenseId],
    );
  }

  /** Waits until no message of the license needs a further attempt. */
  async settled(licenseId: string, limitMs = 40_000): Promise<{ key: string; state: string; attempts: number }[]> {
    return until(
      'every message is settled',
      async () => {
        const rows = await this.outbox(licenseId);
        return rows.length > 0 && rows.every(({ settled }) => settled) ? rows : null;
      },
      limitMs,
    );
  }

  mails(address: string): readonly CaughtMail[] {
    return this.stack.mail.store.all(address);
  }

  /** What an auditor finds who verifies the exported history. */
  async findings(licenseId: string): Promise<unknown[]> {
    const { body } = await this.auditor.get(`/licenses/${licenseId}/export`);
    return verifyExport(body as string).findings;
  }

  /** Holds the lock on the license's head, so that its worker stands still in the middle of a command. */
  async holdHead(licenseId: string): Promise<() => Promise<void>> {
    const client = new pg.Client({ connectionString: this.stack.database.superuserUrl });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('begin');
    await client.query('select from paizhao.ledger_heads where stream = $1 for update', [`license/${licenseId}`]);
    return () => client.end();
  }

  /** Waits until this many workers' connections stand before such a lock. */
  async blocked(count: number): Promise<void> {
    await until(`${count} blocked connections of the worker`, async () => {
      const rows = await this.query(
        `select from pg_stat_activity where application_name = 'paizhao-worker' and wait_event_type = 'Lock'`,
      );
      return rows.length >= count;
    });
  }

  pid(part: Part): number {
    return running(this.stack, part).pid;
  }

  signal(part: Part, signal: NodeJS.Signals): void {
    process.kill(this.pid(part), signal);
  }

  end(part: Part, signal: NodeJS.Signals): Promise<void> {
    return end(running(this.stack, part), signal);
  }

  startWorker(): Promise<unknown> {
    return this.stack.startWorker();
  }

  startPostgres(): Promise<void> {
    return restartPostgres(this.stack, { throwAway: true, flush: false });
  }

  loseTemporal(): Promise<void> {
    return loseTemporal(this.stack, temporalCli());
  }

  async withTemporal<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const target = { address: this.stack.temporal.address, namespace: 'default' };
    const connection = await Connection.connect(connectionOptions(target));
    try {
      return await work(createClient({ connection, namespace: target.namespace, encryptWith: null }));
    } finally {
      await connection.close();
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: read as a script reads it
  paizhao(...words: string[]): Promise<any> {
    return paizhaoHere(this.folder, ...words);
  }
}

/** `paizhao …` as a process of its own; its answer in JSON. */
// biome-ignore lint/suspicious/noExplicitAny: read as a script reads it
export async function paizhao(...words: string[]): Promise<any> {
  const program = join(root, 'dist', 'apps', 'cli', 'main.js');
  const told = await promisify(execFile)(process.execPath, [program, ...words, '--json'], { cwd: root });
  return JSON.parse(told.stdout);
}

export function startLocalStack(
  folder: string,
  { inherited, ...more }: Partial<StackOptions> & { fresh: boolean },
): Promise<Stack> {
  return startStack({
    folder,
    dist: join(root, 'dist'),
    temporalCli: temporalCli(),
    temporalAddress: undefined,
    simulation: true,
    inherited: { PATH: process.env.PATH ?? '', RATE_LIMIT: 'off', ...inherited },
    onStep: () => undefined,
    onUnexpectedExit: () => undefined,
    ...more,
  });
}

export function must({ status, body }: Answer): Answer['body'] {
  if (status >= 300) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
  return body;
}

let cli: string | undefined;

/** The Temporal CLI, also where the other tests use a server that runs already. */
export function temporalCli(): string {
  const { TEMPORAL_ADDRESS: _, ...env } = process.env;
  cli ??= execFileSync(process.execPath, [join(root, 'scripts', 'temporal-path.mjs')], {
    cwd: root,
    env,
    encoding: 'utf8',
  }).trim();
  return cli;
}
