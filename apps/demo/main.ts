import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadLocalSettings } from '../../libs/config/local-settings.js';
import { explained } from '../standalone/operator-problem.js';
import { type Stack, startStack } from '../standalone/stack.js';
import { Narrator } from './narrator.js';
import { castPeople } from './people.js';
import { reportOf } from './report.js';
import { tellStory } from './story/index.js';
import { introduction, sourcesInWords } from './words.js';

const usage = `npm run demo [-- options]

  --exit          stop everything at the end; status 0 only if every answer was as the story expects
  --report FILE   write steps, dates with proofs, costs, mails and the verifier's findings as JSON
  --help`;

/** Never settles: the handler of Ctrl-C ends the process when everything has stopped. */
const untilStopped = new Promise<number>(() => undefined);

/** `npm run demo`: one B24 license lives its five years on the running stack. All people and companies are sample data. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      exit: { type: 'boolean' },
      report: { type: 'string' },
      help: { type: 'boolean' },
      'temporal-cli': { type: 'string' },
    },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const started = performance.now();
  const told: string[] = [];
  const write = (line: string): void => {
    told.push(line);
    process.stdout.write(`${line}\n`);
  };
  const { dataFolder, ...settings } = loadLocalSettings();
  const folder = resolve(dataFolder ?? '.paizhao', 'demo');
  const stack = await startStack({
    ...settings,
    identity: settings.identity ?? { port: undefined, production: settings.production },
    folder,
    fresh: true,
    dist: join(import.meta.dirname, '..', '..'),
    temporalCli: values['temporal-cli'],
    simulation: true,
    onStep: (line) => write(`[${((performance.now() - started) / 1000).toFixed(1).padStart(5)}s] ${line}`),
    onUnexpectedExit: (name, how) =>
      process.stderr.write(`The ${name} ended by itself (${how}). Its log: ${join(folder, 'logs')}\n`),
  });
  stack.supervisor.stopOnSignals(130);

  const narrator = new Narrator(write, process.stdout.isTTY === true);
  const world = await castPeople(stack, narrator);
  narrator.tells(introduction);
  const before = told.length;
  try {
    await tellStory(world);
  } catch (error) {
    if (stack.supervisor.isStopping) return await untilStopped;
    throw error;
  }
  narrator.tells(['The letters in the citations', ...sourcesInWords(told.slice(before))]);
  write('');
  if (narrator.failures.length > 0)
    write(`${narrator.failures.length} of ${narrator.checked} expectations did not hold:`);
  for (const failure of narrator.failures) write(`  - ${failure}`);
  if (narrator.failures.length === 0) write(`Every one of ${narrator.checked} expectations held.`);
  const seconds = (performance.now() - started) / 1000;
  if (values.report) {
    writeFileSync(values.report, `${JSON.stringify(await reportOf(stack, world, seconds), null, 2)}\n`);
    write(`Report: ${values.report}`);
  }
  write(`The demo took ${seconds.toFixed(1)} s.`);
  if (!values.exit) {
    showAddresses(stack, world.tokens, write);
    return await untilStopped;
  }
  await stack.supervisor.stop();
  rmSync(folder, { recursive: true, force: true });
  return narrator.failures.length === 0 ? 0 : 1;
}

function showAddresses(stack: Stack, tokens: Record<string, string>, write: (line: string) => void): void {
  write('');
  write('Look around; Ctrl-C stops everything.');
  write(`  API docs     ${stack.apiUrl}/docs`);
  write(`  mailbox      ${stack.mail.httpUrl}/`);
  write(`  Temporal UI  ${stack.temporal.uiUrl ?? 'of the server at TEMPORAL_ADDRESS'}`);
  write(`  sign-in      ${stack.identity?.issuer}/ (a token for an hour; the administrator's lasts)`);
  for (const [name, token] of Object.entries(tokens)) write(`  token of the ${name.padEnd(9)} ${token}`);
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`${explained(error)}\n`);
    process.exit(1);
  },
);
