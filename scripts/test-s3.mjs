/**
 * Usage: node scripts/test-s3.mjs
 * Tries the document store and the second store of checkpoints on an S3-compatible server of others, which checks
 * signatures and sums, and keeps versions: the Versity S3 Gateway (Apache-2.0), built with Go from its published module
 * into the cache.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './setup/command.mjs';
import { cacheFolder, root } from './setup/paths.mjs';
import { explain, reportProblem, SetupProblem } from './setup/problem.mjs';
import { say } from './setup/progress.mjs';
import { ensureSetup } from './setup.mjs';

const MODULE = 'github.com/versity/versitygw/cmd/versitygw';
const VERSION = 'v1.8.0';
const PATIENCE_MS = 20_000;

async function main() {
  await ensureSetup({ temporal: false });
  const program = await serverProgram();
  const folder = mkdtempSync(join(tmpdir(), 'paizhao-s3-'));
  let server;
  try {
    const [keyId, secretKey] = ['paizhao', randomBytes(20).toString('hex')];
    for (const name of ['objects/papers', 'metadata', 'versions']) mkdirSync(join(folder, name), { recursive: true });
    const host = `127.0.0.1:${await freePort()}`;
    const kept = ['--sidecar', join(folder, 'metadata'), '--versioning-dir', join(folder, 'versions')];
    const store = ['posix', ...kept, join(folder, 'objects')];
    server = spawn(program, ['--quiet', '--port', host, ...store], {
      env: { PATH: process.env.PATH, ROOT_ACCESS_KEY: keyId, ROOT_SECRET_KEY: secretKey },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await answering(`http://${host}/`);
    const tests = join(root, 'dist', 'test', 's3', 'main.js');
    const child = spawn(process.execPath, [tests, `http://${host}/papers/house`, keyId, secretKey], {
      stdio: 'inherit',
    });
    process.exitCode = await new Promise((done) => child.on('close', (status) => done(status ?? 1)));
  } finally {
    server?.kill('SIGKILL'); // nothing of it is kept
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the cache, or built: some minutes, once. */
async function serverProgram() {
  const kept = join(cacheFolder(), `versitygw-${VERSION}`);
  if (existsSync(kept)) return kept;
  say(`building the S3 server ${VERSION}`);
  mkdirSync(cacheFolder(), { recursive: true });
  const folder = mkdtempSync(join(cacheFolder(), 'incoming-'));
  try {
    const env = { ...process.env, GOBIN: folder, CGO_ENABLED: '0' };
    const { status, output } = await run('go', ['install', `${MODULE}@${VERSION}`], { cwd: folder, env });
    if (status !== 0) throw goProblem(output);
    renameSync(join(folder, 'versitygw'), kept);
    return kept;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function goProblem(output) {
  if (/ENOENT/.test(output)) return new SetupProblem('no Go was found', 'Install Go 1.26 or newer, then try again.');
  return explain(`Building ${MODULE}`, output, 'Try again where the Go module proxy can be reached.');
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
    if (Date.now() > end) throw new SetupProblem(`the S3 server does not answer`, 'Try again; see its output above.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

main().catch((error) => {
  process.exitCode = reportProblem(error);
});
