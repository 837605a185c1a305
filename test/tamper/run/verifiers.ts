import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { verify } from '../../../apps/cli/commands/verify.js';
import { run } from '../../../apps/cli/run.js';
import { canonicalize } from '../../../libs/ledger/index.js';

/** What a verifier said: its exit status, and each finding as `kind file [seq] [field]`. */
export interface Said {
  status: number;
  verdict: string;
  places: string[];
  /** Of the log whose place that of the bundle took, as canonical JSON; `null` where it took none's. */
  continues: string;
}

interface Finding {
  kind: string;
  file?: string;
  seq?: number;
  field?: string;
}

interface Answer {
  verdict: string;
  findings: Finding[];
  continues?: object | null;
}

/** Files of the auditor. */
export interface Handed {
  bundle: string;
  key: string | null;
  checkpoint: string | null;
}

const placeOf = ({ kind, file, seq, field }: Finding): string =>
  [kind, file, seq, field].filter((part) => part).join(' ');

function saidIn(status: number, out: string): Said {
  if (status === 2) return { status, verdict: 'refused', places: [], continues: 'null' };
  const { verdict, findings, continues } = JSON.parse(out) as Answer;
  const places = [...new Set(findings.map(placeOf))].sort();
  return { status, verdict, places, continues: canonicalize(continues ?? null) };
}

/** The product’s own: the command line, in this process. */
export async function byProduct({ bundle, key, checkpoint }: Handed): Promise<Said> {
  const brought = [...(key ? ['--key', key] : []), ...(checkpoint ? ['--checkpoint', checkpoint] : [])];
  const { exitCode, out, err } = await run(['verify', bundle, ...brought, '--json'], {
    entries: [{ name: 'verify', load: async () => verify }],
    version: '0',
    language: 'en',
    readText: (path) => readFileSync(path, 'utf8'),
    installation: () => Promise.reject(new Error('verify joins no installation')),
    progress: () => undefined,
  });
  if (exitCode !== 2 && err !== '') throw new Error(`the product’s verifier failed: ${err}`);
  return saidIn(exitCode, out);
}

/** The second one, in Go. */
export function bySecond(program: string, { bundle, key, checkpoint }: Handed): Promise<Said> {
  const args = [...(key ? ['-key', key] : []), ...(checkpoint ? ['-checkpoint', checkpoint] : []), bundle];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === null || /^panic:|^goroutine /m.test(err)) reject(new Error(`the second verifier failed: ${err}`));
      else resolve(saidIn(status, out));
    });
  });
}
