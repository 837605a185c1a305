/**
 * Usage: node scripts/test.mjs [jest arguments]
 * Does the set-up that is missing, runs Jest, and ends with the line "N passed, N failed" from Jest's own account.
 * Without arguments, all specs run together, as test/support/together.ts says; with arguments each by itself.
 * A skipped test counts as failed: there are none in this project.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './setup/paths.mjs';
import { reportProblem } from './setup/problem.mjs';
import { beQuiet } from './setup/progress.mjs';
import { ensureSetup } from './setup.mjs';

async function main() {
  beQuiet(true);
  await ensureSetup();
  const folder = mkdtempSync(join(tmpdir(), 'paizhao-test-'));
  try {
    const account = join(folder, 'jest.json');
    const asked = process.argv.slice(2);
    const which = asked.length === 0 ? ['--config', 'jest.whole.config.cjs'] : asked;
    const status = await jest(['--json', `--outputFile=${account}`, ...which]);
    process.exitCode = summarize(status, account);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Ctrl-C reaches Jest too, which ends its servers; this process waits for it. Jest's workers have the same larger space
 * for what is young: most of what tests make is garbage soon, and need not be moved before it is.
 */
function jest(args) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
  const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const env = { ...process.env, PAIZHAO_TEST_BUNDLE: join(root, 'dist', 'workflow-bundle.js') };
  const child = spawn(process.execPath, ['--max-semi-space-size=64', program, ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  return new Promise((done) => child.on('close', (status) => done(status ?? 1)));
}

function summarize(status, account) {
  const result = readAccount(account);
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites + result.numPendingTests;
  if (result.numPendingTests > 0) console.log(`${result.numPendingTests} skipped, counted as failed`);
  console.log(`${result.numPassedTests} passed, ${failed} failed`);
  return status !== 0 || failed > 0 ? 1 : 0;
}

function readAccount(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1, numPendingTests: 0 }; // Jest ended before it wrote one
  }
}

main().catch((error) => {
  process.exitCode = reportProblem(error);
});
