import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { ApiClient } from '../../../apps/demo/api-client.js';
import { type Stack, startStack } from '../../../apps/standalone/stack.js';
import type { Child } from '../../../apps/standalone/supervise.js';
import { paizhaoHere } from '../../stack/command.js';
import { end, killPostgres, loseTemporal, restartPostgres, running } from '../../stack/parts.js';
import type { Caller } from './journal.js';

export interface SceneOptions {
  /** Data of the stack. */
  folder: string;
  /** Begins with nothing. */
  fresh: boolean;
  /** The data stays when everything stops, for a run that goes on. */
  keep: boolean;
  /** The built product. */
  dist: string;
  temporalCli: string;
  inherited: Record<string, string>;
  say: (line: string) => void;
  /** Told of a process that ended although nobody killed it. */
  onEnd: (how: string) => void;
}

/** The second one is begun beside the one that every stack has. */
const workerNames = ['worker', 'worker-2'] as const;

export type WorkerName = (typeof workerNames)[number];

/** The whole product on a stack of its own, with two workers; what may be done to it, a machine may do. */
export class Scene {
  readonly workers = workerNames;
  private readonly killed = new Set<string>();

  private constructor(
    readonly stack: Stack,
    readonly cast: Cast,
    readonly database: pg.Pool,
    private readonly options: SceneOptions,
  ) {}

  static async open(options: SceneOptions): Promise<Scene> {
    let scene: Scene | null = null;
    const { folder, fresh, keep, dist, temporalCli, inherited, say } = options;
    const stack = await startStack({
      folder,
      fresh,
      keep,
      flush: true, // what a commit promised must outlive the kill of its server
      dist,
      temporalCli,
      temporalAddress: undefined,
      simulation: true,
      inherited,
      onStep: say,
      onUnexpectedExit: (name, how) => scene?.noteEnd(name, how),
    });
    const database = new pg.Pool({ connectionString: stack.database.superuserUrl, max: 4 });
    database.on('error', () => undefined); // the server is taken away on purpose
    scene = new Scene(stack, await castOf(stack), database, options);
    await stack.startWorker({}, workerNames[1]);
    return scene;
  }

  async close(): Promise<void> {
    await this.database.end();
    await this.stack.supervisor.stop();
  }

  async query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.database.query(sql, values)).rows as T[];
  }

  /** Whether this worker takes work, by its own log. */
  polls(name: WorkerName): boolean {
    return this.logOf(name).includes('"msg":"polling"');
  }

  /** The end of its log. */
  lastWords(name: WorkerName): string {
    return this.logOf(name).split('\n').slice(-12).join('\n');
  }

  private logOf(name: WorkerName): string {
    const worker = this.workerOf(name);
    return worker && existsSync(worker.logFile) ? readFileSync(worker.logFile, 'utf8') : '';
  }

  /** Another process takes its place at once. */
  async killWorker(name: WorkerName): Promise<void> {
    const worker = this.workerOf(name);
    this.killed.add(name);
    if (worker) await end(worker, 'SIGKILL');
    await this.stack.startWorker({}, name);
    this.killed.delete(name);
  }

  /** `hard`: with all its backends; else it drops every connection and ends, as on an immediate shutdown. */
  async killPostgres(hard: boolean): Promise<void> {
    this.killed.add('postgres');
    if (hard) await killPostgres(this.stack);
    else await end(running(this.stack, 'postgres'), 'SIGQUIT');
  }

  async startPostgres(): Promise<void> {
    const { fresh, keep } = this.options;
    await restartPostgres(this.stack, { throwAway: fresh && !keep, flush: true });
    this.killed.delete('postgres');
  }

  async loseTemporal(): Promise<void> {
    this.killed.add('temporal');
    await loseTemporal(this.stack, this.options.temporalCli);
    this.killed.delete('temporal');
  }

  // biome-ignore lint/suspicious/noExplicitAny: read as a script reads it
  paizhao(...words: string[]): Promise<any> {
    return paizhaoHere(this.stack.supervisor.folder, ...words);
  }

  private workerOf(name: WorkerName): Child | undefined {
    return this.stack.supervisor.children.findLast((child) => child.name === name);
  }

  private noteEnd(name: string, how: string): void {
    if (this.killed.has(name)) return;
    this.options.onEnd(`${name}: ${how}`);
    if (this.workers.some((worker) => worker === name)) void this.stack.startWorker({}, name);
  }
}

export interface Cast {
  clients: Record<Caller, ApiClient>;
  /** As whom the product knows them. */
  principals: Record<Exclude<Caller, 'admin'>, string>;
}

/** New tokens for the same principals: what they have asked before, they may ask again. */
async function castOf(stack: Stack): Promise<Cast> {
  if (stack.adminToken === null) throw new Error(`the token of ${stack.supervisor.folder} was shown to somebody`);
  const admin = new ApiClient(stack.apiUrl, stack.adminToken);
  const tell = async (path: string, body: object, key?: string) => {
    const answer = await admin.post(path, body, key);
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status} ${answer.body?.code}`);
    return answer.body;
  };
  const officer = await tell('/tokens', { integration: 'officer', roles: ['officer'] });
  // Who signs is a person.
  const signer = { name: 'Sample', mail: 'approver@example.com', language: 'en' };
  const { personId } = await tell('/people', signer, 'chaos-approver');
  const approver = await tell('/tokens', { personId, roles: ['approver'] });
  const as = ({ token }: { token: string }) => new ApiClient(stack.apiUrl, token);
  return {
    clients: { admin, officer: as(officer), approver: as(approver) },
    principals: { officer: 'integration:officer', approver: `person:${personId}` },
  };
}
