import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Who asks: a token of the installation. */
export type Caller = 'admin' | 'officer' | 'approver';

/** One command, as it must be repeated until it is answered. */
export interface Asked {
  /** Its idempotency key. */
  key: string;
  by: Caller;
  method: 'POST' | 'PUT' | 'UPLOAD';
  path: string;
  body: unknown;
}

/** What was taken away from the product, from when until when it was back (UTC). */
export interface Fault {
  what: 'worker' | 'postgres' | 'temporal-lost' | 'interrupted';
  from: string;
  until: string;
}

/** Something that should never happen, noticed on the way: an answer, a process that ended, what heal did not cure. */
export interface Wrong {
  what: 'answer' | 'end' | 'uncured';
  how: string;
}

/** A license that is acted on, and how. */
export interface Life {
  licenseId: string;
  companyId: string;
  manner: 'held' | 'simulated' | 'opening';
  people: { owner: string; deputy: string; manager: string };
}

// biome-ignore lint/suspicious/noExplicitAny: the public JSON is read as a stranger would.
export type Told = any;

export type Entry =
  | { kind: 'begun'; seed: string }
  | ({ kind: 'asked' } & Asked)
  | { kind: 'acknowledged'; key: string; answer: Told }
  | { kind: 'refused'; key: string; status: number; code: string }
  | ({ kind: 'life' } & Life)
  | ({ kind: 'fault' } & Fault)
  | ({ kind: 'wrong' } & Wrong)
  | { kind: 'paused' };

/**
 * What the run knows for certain, written down before it counts, so that a run that was interrupted goes on: one line
 * of JSON per entry.
 */
export class Journal {
  seed: string | null = null;
  readonly asked = new Map<string, Asked>();
  readonly acknowledged = new Map<string, Told>();
  readonly refused = new Map<string, { status: number; code: string }>();
  readonly lives: Life[] = [];
  readonly faults: Fault[] = [];
  readonly wrongs: Wrong[] = [];
  private last: { at: string; kind: Entry['kind'] } | null = null;

  /** Reads what an earlier run wrote; a line that was being written when that one was killed is not there. */
  constructor(private readonly file: string) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    for (const line of lines) {
      const entry = parsed(line);
      if (entry) this.take(entry);
    }
    if (lines.at(-1) !== '') appendFileSync(file, '\n');
    if (this.last && this.last.kind !== 'paused')
      this.write({ kind: 'fault', what: 'interrupted', from: this.last.at, until: new Date().toISOString() });
  }

  write(entry: Entry): void {
    const dated = { at: new Date().toISOString(), ...entry };
    appendFileSync(this.file, `${JSON.stringify(dated)}\n`, { mode: 0o600 });
    this.take(dated);
  }

  /** Commands that nobody has answered yet. */
  get pending(): Asked[] {
    return [...this.asked.values()].filter(({ key }) => !this.acknowledged.has(key) && !this.refused.has(key));
  }

  count(what: Fault['what']): number {
    return this.faults.filter((fault) => fault.what === what).length;
  }

  private take(entry: Entry & { at: string }): void {
    this.last = { at: entry.at, kind: entry.kind };
    if (entry.kind === 'begun') this.seed = entry.seed;
    if (entry.kind === 'asked') this.asked.set(entry.key, entry);
    if (entry.kind === 'acknowledged') this.acknowledged.set(entry.key, entry.answer);
    if (entry.kind === 'refused') this.refused.set(entry.key, entry);
    if (entry.kind === 'life') this.lives.push(entry);
    if (entry.kind === 'fault') this.faults.push(entry);
    if (entry.kind === 'wrong') this.wrongs.push(entry);
  }
}

function parsed(line: string): (Entry & { at: string }) | null {
  try {
    return line === '' ? null : JSON.parse(line);
  } catch {
    return null; // torn
  }
}
