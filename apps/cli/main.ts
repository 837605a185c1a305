/** The process around the command line: arguments in, two streams and an exit code out. */
import { version } from '../../libs/config/version.js';
import { commands } from './commands/index.js';
import { readText } from './read-text.js';
import { run } from './run.js';
import { inputLines, putTo } from './streams.js';

// A reader such as `head` may close the pipe early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

// Node takes its locale from LC_ALL, LC_MESSAGES and LANG, in this order.
const language = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'en';
const outcome = await run(process.argv.slice(2), {
  entries: commands,
  version,
  language,
  readText,
  installation: async (folder, stopped) => {
    const config = await import('../../libs/config/index.js');
    if (!stopped) return config.loadConfigOfInstallation(folder);
    const { lastingSettings } = await import('../../libs/config/local-settings.js');
    return config.loadConfig({ ...lastingSettings(), ...stopped });
  },
  progress: (line) => void process.stderr.write(`${line}\n`),
  streams: { lines: () => inputLines(process.stdin, process.stdin.fd), put: putTo(process.stdout) },
});
if (outcome.out !== '') process.stdout.write(`${outcome.out}\n`);
if (outcome.err !== '') process.stderr.write(`${outcome.err}\n`);
process.exitCode = outcome.exitCode;
