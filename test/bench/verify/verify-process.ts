import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { openArchive } from '../../../libs/unzip/index.js';
import { verifyBundle } from '../../../libs/verify/index.js';
import { writeLargeBundle } from './large-bundle.js';
import type { VerifyFigures } from './run-verify.js';

/**
 * A process of its own for each step, so that memory is that of the step alone: `make <file> <entries>` prints the
 * fingerprint, `verify <file> <entries> <fingerprint>` the figures.
 */
async function main(): Promise<unknown> {
  const [step, path = '', entries = '', fingerprint = ''] = process.argv.slice(2);
  if (step === 'make') return writeLargeBundle(path, Number(entries));
  return measured(path, Number(entries), fingerprint);
}

async function measured(path: string, entries: number, fingerprint: string): Promise<VerifyFigures> {
  const started = performance.now();
  const before = process.cpuUsage();
  const archive = await openArchive(path);
  const report = await verifyBundle(archive, { fingerprint, checkpoint: null }, new Map());
  archive.close();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  if (report.verdict !== 'anchored' || report.streams[0]?.entries !== entries)
    throw new Error(`The bundle does not verify: ${JSON.stringify(report.findings.slice(0, 3))}`);
  const peak = process.resourceUsage().maxRSS / 1024;
  const bytes = statSync(path).size;
  return { entries, bytes, seconds, cpuSeconds: (user + system) / 1e6, peak, bare: await bareSeconds(path) };
}

/** SHA-256 over the same file, and nothing else. */
async function bareSeconds(path: string): Promise<number> {
  const started = performance.now();
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  hash.digest();
  return (performance.now() - started) / 1000;
}

process.stdout.write(JSON.stringify(await main()));
