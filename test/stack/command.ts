import { commands } from '../../apps/cli/commands/index.js';
import { readText } from '../../apps/cli/read-text.js';
import { run } from '../../apps/cli/run.js';
import { loadConfigOfInstallation } from '../../libs/config/index.js';
import { version } from '../../libs/config/version.js';

/**
 * `paizhao …`, joined to the stack in that folder; its answer in JSON. In this process, since to start one costs more
 * than the command does. Fails as a process of its own that ended with another status than 0 does.
 */
// biome-ignore lint/suspicious/noExplicitAny: read as a script reads it
export async function paizhaoHere(folder: string, ...words: string[]): Promise<any> {
  const { exitCode, out, err } = await run([...words, '--data', folder, '--json'], {
    entries: commands,
    version,
    language: 'en',
    readText,
    installation: async (of) => loadConfigOfInstallation(of),
    progress: () => undefined,
  });
  if (exitCode !== 0) throw Object.assign(new Error(err), { code: exitCode, stdout: out, stderr: err });
  return JSON.parse(out);
}
