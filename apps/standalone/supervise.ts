import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorProblem } from './operator-problem.js';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';

export interface ChildOptions {
  /** Names the child in messages and names its log file, `<folder>/logs/<name>.log`. */
  name: string;
  program: string;
  args: string[];
  /** Asks it to end. Default SIGTERM. */
  stopSignal?: NodeJS.Signals;
  /** How long it may take to end, in ms, before it is killed. Default 10 s. */
  graceMs?: number;
  spawn?: Pick<SpawnOptions, 'uid' | 'gid' | 'env' | 'cwd'>;
  /** Told when it ends although nobody asked it to. */
  onUnexpectedExit?: (how: string) => void;
}

export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Settles, with how it ended, when the process has ended; never rejects. */
  readonly ended: Promise<string>;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

interface Kept extends ProcessIdentity {
  name: string;
  stopSignal: NodeJS.Signals;
}

interface Account {
  owner: ProcessIdentity;
  children: Kept[];
}

/**
 * Starts the processes of one data folder and answers for their end: after `stop`, after this process ends, and,
 * through the account it keeps in the folder, at the next start after this process was killed outright.
 */
export class Supervisor {
  readonly #children = new Map<number, { kept: Kept; child: Child }>();
  readonly #undo: (() => Promise<void>)[] = [];
  #stopping: Promise<void> | undefined;

  private constructor(readonly folder: string) {
    process.once('exit', this.#endAllAtOnce);
  }

  /**
   * Makes this process the owner of the folder and ends what a killed owner left running in it.
   *
   * @throws OperatorProblem `folder-in-use` while another owner lives
   */
  static async claim(folder: string): Promise<Supervisor> {
    mkdirSync(join(folder, 'logs'), { recursive: true });
    const account = readAccount(folder);
    if (account && isAlive(account.owner)) {
      throw new OperatorProblem(
        'folder-in-use',
        `Paizhao is running in ${folder} already (process ${account.owner.pid}).`,
        `Use that one, or stop it first ("kill ${account.owner.pid}"), or give this one another data folder.`,
      );
    }
    for (const orphan of (account?.children ?? []).reverse()) await endOrphan(orphan);
    const supervisor = new Supervisor(folder);
    supervisor.#writeAccount();
    return supervisor;
  }

  /** What runs now, in the order of its start. */
  get children(): readonly Child[] {
    return [...this.#children.values()].map(({ child }) => child);
  }

  /** Whether everything is being stopped, so that a part that does not answer is no news. */
  get isStopping(): boolean {
    return this.#stopping !== undefined;
  }

  /** Starts a process in a group of its own, so that Ctrl-C in the terminal reaches only the supervisor. */
  start(options: ChildOptions): Child {
    const logFile = join(this.folder, 'logs', `${options.name}.log`);
    const log = openLog(logFile);
    const process_ = spawn(options.program, options.args, {
      ...options.spawn,
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const ended = endOf(process_);
    const pid = process_.pid;
    if (pid === undefined)
      throw new OperatorProblem(
        'server-did-not-start',
        `${options.name} could not be started (${options.program}).`,
        'Run "node scripts/setup.mjs" and start again.',
      );
    const stopSignal = options.stopSignal ?? 'SIGTERM';
    const kept = { name: options.name, pid, born: identify(pid)?.born ?? '', stopSignal };
    let asked = false;
    const child: Child = {
      name: options.name,
      pid,
      logFile,
      ended,
      hasEnded: () => process_.exitCode !== null || process_.signalCode !== null,
      stop: async () => {
        asked = true;
        if (!child.hasEnded()) await endProcess(kept, ended, options.graceMs ?? 10_000);
      },
    };
    this.#children.set(pid, { kept, child });
    this.#writeAccount();
    void ended.then((how) => {
      signalGroup(pid, 'SIGKILL'); // what it started itself; later its number may be another process's
      this.#children.delete(pid);
      if (!this.#stopping) this.#writeAccount();
      if (!asked && !this.#stopping) options.onUnexpectedExit?.(how);
    });
    this.#undo.push(() => child.stop());
    return child;
  }

  /** Something inside this process that must be closed in its turn when everything stops. */
  onStop(close: () => Promise<void>): void {
    this.#undo.push(close);
  }

  /** Ends everything, last started first, and gives the folder back. May be called again. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const undo of this.#undo.reverse()) await undo().catch((error: unknown) => failures.push(error));
    this.#endAllAtOnce();
    process.removeListener('exit', this.#endAllAtOnce);
    rmSync(accountFile(this.folder), { force: true });
    if (failures.length > 0) throw new AggregateError(failures, 'not everything stopped cleanly');
  }

  /**
   * Stops everything on Ctrl-C, SIGTERM or a closed terminal, then exits; a second signal does not wait.
   *
   * @param exitStatus what the command returns after a clean stop
   */
  stopOnSignals(exitStatus = 0): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (this.#stopping) process.exit(1);
        this.stop().then(
          () => process.exit(exitStatus),
          () => process.exit(1),
        );
      });
    }
  }

  readonly #endAllAtOnce = (): void => {
    for (const { kept } of this.#children.values()) signalGroup(kept.pid, 'SIGKILL');
  };

  #writeAccount(): void {
    const owner = identify(process.pid) ?? { pid: process.pid, born: '' };
    const account: Account = { owner, children: [...this.#children.values()].map(({ kept }) => kept) };
    const file = accountFile(this.folder);
    writeFileSync(`${file}.new`, JSON.stringify(account));
    renameSync(`${file}.new`, file);
  }
}

function accountFile(folder: string): string {
  return join(folder, 'processes.json');
}

function readAccount(folder: string): Account | undefined {
  try {
    return JSON.parse(readFileSync(accountFile(folder), 'utf8')) as Account;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The log of the run before is kept beside the new one, for whoever asks why it ended. */
function openLog(file: string): number {
  try {
    renameSync(file, `${file}.1`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return openSync(file, 'a', 0o600);
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (status, signal) => done(signal ? `signal ${signal}` : `status ${status}`));
  });
}

async function endProcess(kept: Kept, ended: Promise<unknown>, graceMs: number): Promise<void> {
  const stopWaiting = new AbortController();
  if (isAlive(kept)) process.kill(kept.pid, kept.stopSignal);
  const late = pause(graceMs, undefined, { signal: stopWaiting.signal }).catch(() => undefined);
  await Promise.race([ended, late]);
  stopWaiting.abort();
  signalGroup(kept.pid, 'SIGKILL');
  await ended;
}

async function endOrphan(orphan: Kept): Promise<void> {
  if (!isAlive(orphan)) return;
  process.kill(orphan.pid, orphan.stopSignal);
  for (let waited = 0; isAlive(orphan) && waited < 10_000; waited += 50) await pause(50);
  signalGroup(orphan.pid, 'SIGKILL');
}

/** The group outlives its leader while a grandchild runs; when nothing is left (macOS: only a zombie) there is nothing to do. */
function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
