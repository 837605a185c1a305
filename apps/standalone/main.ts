import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { lastingSettings, loadLocalSettings } from '../../libs/config/local-settings.js';
import { adminTokenWasShown } from './first-admin.js';
import { explained } from './operator-problem.js';
import { startStack } from './stack.js';

/** `npm start`: the whole product on this machine, data kept in `.paizhao/`, until Ctrl-C. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'temporal-cli': { type: 'string' } } });
  const { dataFolder, ...settings } = loadLocalSettings();
  const folder = resolve(dataFolder ?? '.paizhao', 'standalone');
  const started = performance.now();
  const say = (line: string): void => {
    process.stdout.write(`[${((performance.now() - started) / 1000).toFixed(1).padStart(5)}s] ${line}\n`);
  };
  const stack = await startStack({
    ...settings,
    inherited: { ...settings.inherited, ...lastingSettings() },
    folder,
    dist: join(import.meta.dirname, '..', '..'),
    temporalCli: values['temporal-cli'],
    simulation: false,
    nodeArguments: ['--enable-source-maps'], // what fails at somebody's is told in lines of the source
    onStep: say,
    onUnexpectedExit: (name, how) => {
      process.stderr.write(
        `The ${name} ended by itself (${how}); everything is stopped. Its log: ${join(folder, 'logs')}\n`,
      );
      void stack.supervisor.stop().finally(() => process.exit(1));
    },
  });
  stack.supervisor.stopOnSignals();
  say('ready');
  const lines = [
    '',
    `  API and first steps   ${stack.apiUrl}/`,
    `  OpenAPI page          ${stack.apiUrl}/docs`,
    `  mailbox               ${stack.mail.httpUrl}/`,
    `  Temporal UI           ${stack.temporal.uiUrl ?? 'of the server at TEMPORAL_ADDRESS'}`,
    `  data                  ${folder}`,
  ];
  if (stack.identity) lines.splice(4, 0, `  sign-in, to try       ${stack.identity.issuer}/`);
  if (stack.adminToken) lines.push('', `  admin token, shown this once: ${stack.adminToken}`);
  process.stdout.write(`${lines.join('\n')}\n\n  Ctrl-C stops everything; the data stays.\n`);
  if (stack.adminToken) adminTokenWasShown(folder);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explained(error)}\n`);
  process.exitCode = 1;
});
