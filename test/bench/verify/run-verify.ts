import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadLocalSettings } from '../../../libs/config/local-settings.js';

/** Of one bundle; `peak` is resident memory in MB, `bare` seconds of SHA-256 alone over the same bytes. */
export interface VerifyFigures {
  entries: number;
  bytes: number;
  seconds: number;
  cpuSeconds: number;
  peak: number;
  bare: number;
}

const sizes = [100_000, 1_000_000];
const program = join(import.meta.dirname, 'verify-process.js');

/** How fast `paizhao verify` reads a bundle, and in how much memory; needs no server. */
export function runVerify({ json }: { json: string | undefined }, say: (line: string) => void): void {
  const folder = resolve(loadLocalSettings().dataFolder ?? '.paizhao', 'bench-verify');
  mkdirSync(folder, { recursive: true });
  try {
    const figures = sizes.map((entries) => measured(join(folder, `${entries}.zip`), entries, say));
    const [small, large] = figures as [VerifyFigures, VerifyFigures];
    for (const each of figures) say(lineOf(each));
    say(`memory: ${(large.peak / small.peak).toFixed(2)} times as much for ten times the entries`);
    if (json) writeFileSync(json, `${JSON.stringify(figures)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measured(path: string, entries: number, say: (line: string) => void): VerifyFigures {
  const ask = (...args: string[]): unknown =>
    JSON.parse(
      execFileSync(process.execPath, [program, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
    );
  const fingerprint = ask('make', path, String(entries)) as string;
  say(`a bundle of ${entries} entries is made`);
  const figures = ask('verify', path, String(entries), fingerprint) as VerifyFigures;
  rmSync(path);
  return figures;
}

const lineOf = ({ entries, bytes, seconds, cpuSeconds, peak, bare }: VerifyFigures): string =>
  `${entries} entries, ${(bytes / 2 ** 20).toFixed(0)} MB: ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor), ` +
  `${Math.round(entries / seconds)} entries/s, ${peak.toFixed(0)} MB at most; ` +
  `SHA-256 alone ${bare.toFixed(1)} s, ratio ${(seconds / bare).toFixed(1)}`;
