import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, ApiClient } from '../../../apps/demo/api-client.js';
import type { Asked, Caller, Journal, Told } from './journal.js';

/** How a command ended: both are final, and in the journal. */
export type Ending = { acknowledged: true; answer: Told } | { acknowledged: false; status: number; code: string };

/** A file that is uploaded: its bytes follow from its text. */
export interface Upload {
  fields: Record<string, string>;
  text: string;
}

const patienceMs = 90_000;

/** "Unknown, repeat with the same key", "is in flight", "too many at once": the API's own invitations to repeat. */
const passing = new Set([429, 502, 503, 504]);

/** Sends commands as a careful program does: under a key of its own each, again and again until it is answered. */
export class Callers {
  /** How often each answer that does not end a command came, by status and code. */
  readonly repeated = new Map<string, number>();
  inFlight = 0;

  constructor(
    private readonly clients: Record<Caller, ApiClient>,
    private readonly journal: Journal,
    private readonly signal: AbortSignal,
  ) {}

  post(by: Caller, path: string, body: unknown): Promise<Ending> {
    return this.ask({ key: randomUUID(), by, method: 'POST', path, body });
  }

  put(by: Caller, path: string, body: unknown): Promise<Ending> {
    return this.ask({ key: randomUUID(), by, method: 'PUT', path, body });
  }

  upload(by: Caller, path: string, upload: Upload): Promise<Ending> {
    return this.ask({ key: randomUUID(), by, method: 'UPLOAD', path, body: upload });
  }

  /** Null while the API cannot say: whoever looks, looks again later. */
  async look(by: Caller, path: string): Promise<Told | null> {
    const answer = await this.clients[by].get(path).catch(() => null);
    return answer?.status === 200 ? answer.body : null;
  }

  /** Not a command: asked once, and what became of it is not known to the caller. */
  async nudge(by: Caller, path: string, body: unknown): Promise<boolean> {
    const answer = await this.clients[by].post(path, body).catch(() => null);
    if (answer) this.note(answer, path);
    return answer !== null && answer.status < 300;
  }

  /** @throws when the run is stopped before there is an answer; the journal knows the command */
  async ask(asked: Asked): Promise<Ending> {
    if (!this.journal.asked.has(asked.key)) this.journal.write({ kind: 'asked', ...asked });
    this.inFlight += 1;
    try {
      for (;;) {
        this.signal.throwIfAborted();
        const answer = await this.send(asked);
        const ending = answer && this.endingOf(answer, asked);
        if (ending) return ending;
        await pause(250);
      }
    } finally {
      this.inFlight -= 1;
    }
  }

  /** The answer to the same command once more, for whoever wants to compare. */
  again(asked: Asked): Promise<Answer | null> {
    return this.send(asked);
  }

  private async send({ by, method, path, body, key }: Asked): Promise<Answer | null> {
    const client = this.clients[by];
    const late = new AbortController();
    const sent =
      method === 'UPLOAD' ? upload(client, path, body as Upload, key) : write(client, method, path, body, key);
    const silence = pause(patienceMs, undefined, { signal: late.signal }).then(
      () => this.wrong(`no answer to ${path} within ${patienceMs / 1_000} s`),
      () => undefined,
    );
    const answer = await Promise.race([sent.catch(() => null), silence.then(() => null)]);
    late.abort();
    return answer;
  }

  private endingOf(answer: Answer, { key, path }: Asked): Ending | null {
    const { status, body } = answer;
    if (status < 300) {
      this.journal.write({ kind: 'acknowledged', key, answer: body });
      return { acknowledged: true, answer: body };
    }
    if (this.note(answer, path)) return null;
    const code = String(body?.code);
    this.journal.write({ kind: 'refused', key, status, code });
    return { acknowledged: false, status, code };
  }

  /** An answer that no caller should ever get. */
  private wrong(how: string): void {
    this.journal.write({ kind: 'wrong', what: 'answer', how });
  }

  /** Whether the same is to be asked again. */
  private note({ status, body }: Answer, path: string): boolean {
    if (status < 300) return false;
    const isPassing = passing.has(status) || body?.code === 'command-in-flight';
    const said = `${status} ${body?.code}`;
    if (isPassing) this.repeated.set(said, (this.repeated.get(said) ?? 0) + 1);
    if (status === 500) this.wrong(`${said} for ${path}`);
    return isPassing || status === 500;
  }
}

const write = (client: ApiClient, method: 'POST' | 'PUT', path: string, body: unknown, key: string): Promise<Answer> =>
  method === 'POST' ? client.post(path, body, key) : client.put(path, body, key);

function upload(client: ApiClient, path: string, { fields, text }: Upload, key: string): Promise<Answer> {
  const bytes = Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);
  return client.upload(path, fields, { name: 'sample.pdf', type: 'application/pdf', bytes }, key);
}
