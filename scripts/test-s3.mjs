/**
 * Usage: node scripts/test-s3.mjs
 * Tries the document store on an S3-compatible server of others, fetched as an npm package into a temporary folder.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './setup/command.mjs';
import { root } from './setup/paths.mjs';
import { explain, reportProblem } from './setup/problem.mjs';
import { ensureSetup } from './setup.mjs';

/** MIT; the key pair that it knows is its own name. */
const SERVER = 's3rver@3.7.1';
const KEY = 'S3RVER';
const PATIENCE_MS = 20_000;

async function main() {
  await ensureSetup({ temporal: false });
  const folder = mkdtempSync(join(tmpdir(), 'paizhao-s3-'));
  let server;
  try {
    await fetchServer(folder);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/papers/house`;
    const program = join(folder, 'node_modules', 's3rver', 'bin', 's3rver.js');
    const args = [
      '--directory',
      join(folder, 'data'),
      '--port',
      String(port),
      '--configure-bucket',
      'papers',
      '--silent',
    ];
    server = spawn(process.execPath, ['--no-deprecation', program, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await answering(`http://127.0.0.1:${port}/`);
    const tests = spawn(process.execPath, [join(root, 'dist', 'test', 's3', 'main.js'), url, KEY, KEY], {
      stdio: 'inherit',
    });
    process.exitCode = await new Promise((done) => tests.on('close', (status) => done(status ?? 1)));
  } finally {
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fetchServer(folder) {
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder, SERVER];
  const { status, output } = await run('npm', args, { cwd: folder });
  if (status !== 0) throw explain(`Fetching ${SERVER}`, output, 'Try again where the npm registry can be reached.');
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answering(url) {
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    if (Date.now() > end) throw new Error(`${SERVER} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

main().catch((error) => {
  process.exitCode = reportProblem(error);
});
