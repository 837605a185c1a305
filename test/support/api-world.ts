import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import { createAdvance } from '../../activities/advance.activities.js';
import { createBounceActivities } from '../../activities/bounce.activities.js';
import { createApp } from '../../apps/api/create-app.js';
import type { Engine, Runtime } from '../../apps/api/runtime/runtime.js';
import { jobSteps } from '../../apps/worker/jobs/steps.js';
import { formatInstant, parseInstant, shanghaiDay } from '../../libs/calendar/index.js';
import type { AdvanceAnswer, AdvanceRequest, BounceAnswer, BounceRequest } from '../../libs/contracts/index.js';
import { openDocumentStore } from '../../libs/documents/index.js';
import { defaultWakeWindow, folding, type Role } from '../../libs/domain/index.js';
import { type Pollers, RefusedByLicense, shortDigest } from '../../libs/gateway/index.js';
import { Keyring } from '../../libs/keys/keyring.js';
import { lawHere } from '../../libs/law/index.js';
import { createLogger } from '../../libs/log/index.js';
import {
  ApiTokenRepository,
  BounceRepository,
  Cipher,
  createDataSource,
  FanOutRepository,
  OutboxRepository,
  OwnFileKeys,
  PersonRepository,
  PostgresAdvanceStore,
  SnapshotRepository,
} from '../../libs/persistence/index.js';
import { mustBeAsDescribed } from './described-answers.js';
import { type Body, type HttpAnswer, request } from './http-request.js';
import { expectLiveIsFolded } from './live-and-folded.js';
import { type TestDatabase, testDatabase } from './stack.js';

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads public JSON as a stranger would.
  body: any;
  text: string;
}

/** Where the wall clock of these tests stands: a Friday at ten in Shanghai. */
export const wallClock = parseInstant('2026-11-20T02:00:00.000Z');

interface ApiWorldOptions {
  metrics?: Runtime['metrics'];
  simulation?: boolean;
  identity?: Runtime['identity'];
  outboundAllowedHosts?: readonly string[];
  /** Address of a virus scanner. */
  clamd?: string | null;
  limits?: Runtime['options']['limits'];
  reasonsDemanded?: boolean;
  bodyMs?: number;
  uploads?: Runtime['options']['uploads'];
}

/** The whole HTTP application on a real database. What Temporal does in production, `advance` does in this process. */
export class ApiWorld {
  /** Licenses whose workflows imports wanted to be there. */
  readonly toStart: string[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly source: DataSource,
    readonly app: NestExpressApplication,
    readonly url: string,
    readonly filesDir: string,
    readonly engine: InProcessEngine,
    readonly dataKey: Buffer,
    readonly cipher: Cipher,
    readonly log: string[],
  ) {}

  static async create({
    simulation = true,
    outboundAllowedHosts = [],
    metrics = null,
    identity = null,
    clamd = null,
    limits = null,
    reasonsDemanded = false,
    bodyMs = 60_000,
    uploads = { everyMs: 60_000, leastBytes: 1, mostMs: 600_000 },
  }: ApiWorldOptions = {}): Promise<ApiWorld> {
    const database = await testDatabase();
    const source = await createDataSource({ url: database.appUrl, poolSize: 10 }).initialize();
    const filesDir = await mkdtemp(join(tmpdir(), 'paizhao-api-'));
    const dataKey = randomBytes(32);
    const cipher = new Cipher(dataKey);
    const engine = new InProcessEngine(source, simulation, cipher);
    const log: string[] = [];
    const runtime: Runtime = {
      options: {
        publicUrl: 'http://paizhao.test',
        version: '0.0.0-test',
        fanOutPerSecond: 100,
        links: { temporalUi: null },
        wakeWindow: defaultWakeWindow,
        outboundAllowedHosts,
        limits,
        reasonsDemanded,
        trustedProxies: [],
        bodyMs,
        uploads,
      },
      log: createLogger(
        { process: 'api', version: '0.0.0-test', level: 'info' },
        { write: (line: string) => void log.push(line) },
      ),
      dataSource: source,
      engine,
      documents: openDocumentStore({
        directory: filesDir,
        keys: new Keyring(dataKey),
        fileKeys: new OwnFileKeys(source.manager, cipher),
        maxBytes: 5_242_880,
        clamd,
      }),
      cipher,
      identity,
      metrics,
      wallClock: () => wallClock,
    };
    const app = await createApp(runtime);
    await app.listen(0, '127.0.0.1');
    return new ApiWorld(database, source, app, await app.getUrl(), filesDir, engine, dataKey, cipher, log);
  }

  /** Ends the story; what it left beside the ledger is what the ledger says, but of licenses that it spoiled. */
  async close({ spoiled = [] }: { spoiled?: readonly string[] } = {}): Promise<void> {
    await this.app.close();
    await expectLiveIsFolded(this.source, { except: spoiled }).finally(async () => {
      await this.source.destroy();
      await this.database.drop();
      await rm(this.filesDir, { recursive: true, force: true });
    });
  }

  /** A new person with a token of these roles. */
  async person(...roles: Role[]): Promise<{ id: string; client: ApiClient }> {
    const id = randomUUID();
    const now = formatInstant(wallClock);
    const act = {
      actor: { kind: 'system', id: 'bootstrap' } as const,
      commandId: randomUUID(),
      now,
      validOn: shanghaiDay(now),
    };
    const token = await this.source.transaction(async (manager) => {
      await new PersonRepository(manager, this.cipher).add(
        { id, name: `名${id.slice(0, 4)}`, mail: `${id}@example.com`, language: 'zh' },
        act,
      );
      const bearer = { kind: 'person', id } as const;
      return new ApiTokenRepository(manager).issue({ id: randomUUID(), bearer, roles, expiresAt: null }, act);
    });
    return { id, client: new ApiClient(this.url, token) };
  }

  /** Does what people have asked for in the background, as a worker would. */
  async work(): Promise<void> {
    const rules = { wakeWindow: defaultWakeWindow, simulation: 'on' as const, log: { warn: () => undefined } };
    const { source: dataSource, cipher } = this;
    const startWorkflows = async (ids: readonly string[]): Promise<void> => void this.toStart.push(...ids);
    const steps = jobSteps({ dataSource, cipher, rules, startWorkflows, wallClock: () => wallClock });
    while (await steps.next(new AbortController().signal));
  }

  stranger(token: string | null = null): ApiClient {
    return new ApiClient(this.url, token);
  }

  /** Counts what a refused request must not add to. */
  async traces(): Promise<Record<string, number>> {
    const tables = [
      'ledger_events',
      'outbox',
      'commands',
      'private_texts',
      'files',
      'snapshots',
      'companies',
      'people',
      'api_tokens',
    ];
    const counts = await Promise.all(
      tables.map(async (table) => {
        // That somebody was denied something is on record all the same.
        const what = table === 'ledger_events' ? `where stream not like 'access/%'` : '';
        const rows = (await this.source.query(`select count(*)::integer as count from paizhao.${table} ${what}`)) as {
          count: number;
        }[];
        return [table, rows[0]?.count ?? -1] as const;
      }),
    );
    const stored = (await readdir(this.filesDir, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    return { ...Object.fromEntries(counts), storedFiles: stored.length };
  }
}

export interface Sending {
  key?: string | null;
  headers?: Record<string, string>;
}

/** One caller of the API. Whatever is answered must be as the description says. */
export class ApiClient {
  constructor(
    readonly url: string,
    readonly token: string | null,
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, headers);
  }

  /** Whatever the version of what is changed, unless a header says otherwise. */
  post(path: string, body: unknown, { key = randomUUID(), headers = {} }: Sending = {}): Promise<Answer> {
    const keyed: Record<string, string> = key === null ? {} : { 'idempotency-key': key };
    const sent = { 'content-type': 'application/json', 'if-match': '*', ...keyed, ...headers };
    return this.send('POST', path, sent, typeof body === 'string' ? body : JSON.stringify(body));
  }

  /** As `post`. */
  put(path: string, body: unknown, { key = randomUUID(), headers = {} }: Sending = {}): Promise<Answer> {
    const named = { 'content-type': 'application/json', 'idempotency-key': key ?? '', 'if-match': '*', ...headers };
    return this.send('PUT', path, named, JSON.stringify(body));
  }

  upload(
    path: string,
    fields: Record<string, string>,
    file: { name: string; bytes: Buffer } | null,
    { key = randomUUID(), headers = {} }: Sending = {},
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    if (file) form.set('file', new Blob([new Uint8Array(file.bytes)]), file.name);
    return this.send('POST', path, { 'idempotency-key': key ?? '', ...headers }, form);
  }

  bytes(path: string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return request('GET', `${this.url}${path}`, this.asBearer(headers));
  }

  private async send(method: string, path: string, headers: Record<string, string>, body?: Body): Promise<Answer> {
    const response = await request(method, `${this.url}${path}`, this.asBearer(headers), body);
    const text = response.bytes.toString();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    const answered = json && text !== '' ? JSON.parse(text) : null;
    mustBeAsDescribed(method, path, response, answered);
    return { status: response.status, headers: response.headers, body: answered, text };
  }

  private asBearer(headers: Record<string, string>): Record<string, string> {
    return this.token === null ? headers : { authorization: `Bearer ${this.token}`, ...headers };
  }
}

/** Executes at once and in this process; a license's clock is ahead of the wall by what was skipped. */
export class InProcessEngine implements Engine {
  readonly executed: string[] = [];
  readonly skipTime: Engine['skipTime'];
  workers: Pollers = { licenses: true, notices: true, laws: [shortDigest(lawHere().digest)], versions: ['0.0.0-test'] };
  private readonly advance: (request: AdvanceRequest) => Promise<AdvanceAnswer>;
  private readonly settleBounce: (request: BounceRequest) => Promise<BounceAnswer>;
  private readonly ahead = new Map<string, number>();

  constructor(
    private readonly source: DataSource,
    simulation: boolean,
    cipher: Cipher,
  ) {
    this.settleBounce = createBounceActivities({
      bounces: new BounceRepository(source.manager),
      people: new PersonRepository(source.manager, cipher),
      snapshots: new SnapshotRepository(source.manager, folding),
    }).settleBounce;
    this.advance = createAdvance({
      store: new PostgresAdvanceStore(source),
      wakeWindow: defaultWakeWindow,
      simulation: simulation ? 'on' : 'off',
      log: { warn: () => undefined },
    });
    this.skipTime = simulation ? (licenseId, milliseconds) => this.skip(licenseId, milliseconds) : null;
  }

  readonly gateway: Engine['gateway'] = {
    execute: async (licenseId, commandId) => {
      this.executed.push(commandId);
      const answer = await this.advance({
        kind: 'command',
        licenseId,
        commandId,
        expectedSeq: null,
        now: this.nowOf(licenseId),
      });
      if (answer.refusal) {
        const { code, kind, message, details } = answer.refusal;
        throw new RefusedByLicense(code, kind, message, details);
      }
      return { outcome: answer.outcome as 'appended' | 'duplicate' | 'nothing', seq: answer.seq };
    },
    start: async () => undefined,
    progress: async () => null,
    startBounce: async (bounceId) => {
      const { followUps } = await this.settleBounce({ bounceId, now: formatInstant(wallClock) });
      for (const { licenseId } of followUps) await this.deliver(licenseId, this.nowOf(licenseId));
    },
    startFanOut: async (eventId) => {
      const fanOut = new FanOutRepository(this.source.manager);
      for (const { licenseId, commandId } of await fanOut.pending(eventId, 1000)) {
        await this.gateway.execute(licenseId, commandId);
        await fanOut.settle(eventId, licenseId, 'done', this.nowOf(licenseId));
      }
    },
  };

  async pollers(): Promise<Pollers> {
    return this.workers;
  }

  private nowOf(licenseId: string): string {
    return formatInstant(wallClock + (this.ahead.get(licenseId) ?? 0));
  }

  /** Every message leaves at once. */
  private async deliver(licenseId: string, now: string): Promise<void> {
    const outbox = new OutboxRepository(this.source.manager);
    const time = { now, validOn: shanghaiDay(now) };
    for (const key of await outbox.unsent(licenseId)) {
      const claim = await outbox.claim(key, time);
      if (claim.kind === 'claimed') await outbox.settle(key, claim.token, { outcome: 'sent', answer: '250 OK' }, time);
    }
  }

  /** As the workflow does: each wake-up at its own moment, until the target. */
  private async skip(licenseId: string, milliseconds: number): Promise<void> {
    const target = formatInstant(parseInstant(this.nowOf(licenseId)) + milliseconds);
    for (;;) {
      const snapshot = await new SnapshotRepository(this.source.manager, folding).find(licenseId);
      if (!snapshot?.wakeAt || snapshot.wakeAt > target) break;
      await this.advance({ kind: 'wake-up', licenseId, expectedSeq: snapshot.seq, now: snapshot.wakeAt });
      await this.deliver(licenseId, snapshot.wakeAt);
    }
    this.ahead.set(licenseId, (this.ahead.get(licenseId) ?? 0) + milliseconds);
  }
}
