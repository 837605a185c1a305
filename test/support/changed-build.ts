import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

const root = join(__dirname, '..', '..');
const silent = Object.fromEntries(
  ['trace', 'debug', 'info', 'warn', 'error', 'log'].map((level) => [level, () => undefined]),
) as never;

/**
 * The bundle of a build whose license workflow differs from today's by these replacements, as the next release's might.
 * Each text must be there: an edit that no longer fits fails here.
 */
export async function changedBuild(...edits: readonly [from: string, to: string][]): Promise<{ codePath: string }> {
  const builds = join(root, '.paizhao', 'test', `${process.pid}-builds`); // cleared by a later run, as all that begin so
  mkdirSync(builds, { recursive: true });
  const folder = mkdtempSync(join(builds, 'source-'));
  try {
    cpSync(join(root, 'workflows'), join(folder, 'workflows'), { recursive: true });
    cpSync(join(root, 'libs', 'contracts'), join(folder, 'libs', 'contracts'), { recursive: true });
    const file = join(folder, 'workflows', 'license.workflow.ts');
    writeFileSync(file, edits.reduce(replaced, readFileSync(file, 'utf8')));
    const { code } = await bundleWorkflowCode({
      workflowsPath: join(folder, 'workflows', 'index.ts'),
      logger: silent,
    });
    const codePath = join(builds, `${++bundles}.bundle.js`);
    writeFileSync(codePath, code);
    return { codePath };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let bundles = 0;

function replaced(text: string, [from, to]: readonly [string, string]): string {
  if (!text.includes(from)) throw new Error(`license.workflow.ts has no "${from}" to be changed`);
  return text.replace(from, to);
}
