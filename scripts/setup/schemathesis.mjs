import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { cacheFolder, root } from './paths.mjs';
import { explain, SetupProblem } from './problem.mjs';
import { sayUnlessQuiet } from './progress.mjs';

const requirements = join(root, 'test', 'fuzz', 'requirements.txt');

/**
 * The fuzzer's program, in a Python environment of its own, installed by pip with the hashes of test/fuzz/requirements.txt.
 * @throws {SetupProblem} where there is no Python 3.10 or newer with venv and pip, or the packages cannot be had
 */
export async function schemathesis() {
  const python = await findPython();
  const pins = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(), `schemathesis-${pins}`);
  const program = join(folder, 'bin', 'st');
  if (existsSync(join(folder, 'complete'))) return program;
  sayUnlessQuiet('installing the fuzzer …');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(cacheFolder(), { recursive: true });
  await must(python, ['-m', 'venv', folder], 'Making a Python environment');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--require-hashes'];
  await must(
    join(folder, 'bin', 'python'),
    [...pip, '--only-binary=:all:', '-r', requirements],
    'Installing the fuzzer',
  );
  writeFileSync(join(folder, 'complete'), '');
  return program;
}

async function must(command, args, what) {
  const { status, output } = await run(command, args);
  if (status !== 0) throw explain(what, output, 'The fuzzer needs Python 3.10 or newer with venv and pip.');
}

async function findPython() {
  for (const name of ['python3', 'python']) {
    const { status, output } = await run(name, [
      '-c',
      'import sys, venv, ensurepip; print(sys.version_info >= (3, 10))',
    ]);
    if (status === 0 && output.includes('True')) return name;
  }
  throw new SetupProblem('the fuzzer needs Python 3.10 or newer with venv and pip', 'install it and try again');
}
