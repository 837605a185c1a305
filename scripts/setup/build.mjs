import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './command.mjs';
import { root } from './paths.mjs';
import { SetupProblem } from './problem.mjs';
import { say } from './progress.mjs';
import { sourceFiles, sourceHash } from './sources.mjs';

const dist = join(root, 'dist');
const stampFile = join(dist, '.paizhao-stamp');

export function buildIsReady() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceHash();
}

/** Compiles, bundles the workflows and copies what else the sources need, into a new folder that then takes dist's place. */
export async function ensureBuild() {
  const hash = sourceHash();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  const fresh = join(root, `dist.new-${process.pid}`);
  try {
    say('building');
    await compile(fresh);
    copyAssets(fresh);
    await bundle(fresh);
    writeFileSync(join(fresh, '.paizhao-stamp'), hash);
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
    say('built');
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function compile(outDir) {
  const compiler = join(root, 'node_modules', 'tsc7', 'bin', 'tsc');
  const { status, output } = await run(
    process.execPath,
    [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', outDir],
    { cwd: root },
  );
  if (status !== 0)
    throw new SetupProblem(
      'The sources do not compile.',
      'Correct the errors above ("npm run check" shows more).',
      output,
    );
}

function copyAssets(outDir) {
  for (const file of sourceFiles().filter((name) => !/\.(ts|md)$/.test(name))) {
    mkdirSync(dirname(join(outDir, file)), { recursive: true });
    copyFileSync(join(root, file), join(outDir, file));
  }
}

/** In a process of its own: the bundler keeps a megabyte of state per run and writes its own log. */
async function bundle(outDir) {
  if (!existsSync(join(root, 'workflows', 'index.ts'))) {
    say('no workflows/index.ts yet: no workflow bundle');
    return;
  }
  const script = join(root, 'scripts', 'setup', 'bundle.mjs');
  const { status, output } = await run(process.execPath, [script, join(outDir, 'workflow-bundle.js')], { cwd: root });
  if (status !== 0)
    throw new SetupProblem(
      'The workflows cannot be bundled.',
      'Workflow code may import only what style permits: correct the error above.',
      output,
    );
}
