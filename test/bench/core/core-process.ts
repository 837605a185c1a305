import { writeFileSync } from 'node:fs';
import { version } from '../../../libs/config/version.js';
import { untilQuiet } from '../measure.js';
import { parseOptions } from '../options.js';
import { coreReportLines, coreResultOf } from './core-report.js';
import { compareAnswers } from './day-questions.js';
import { type CoreRound, measureCoreRound } from './measure-core.js';

/** The process that `npm run bench -- core` measures in, with the options of that command. */
async function main(): Promise<void> {
  const { rounds: wanted, quiet, json } = parseOptions(process.argv.slice(2));
  compareAnswers();
  measureCoreRound(); // the code is compiled while it runs
  const rounds: CoreRound[] = [];
  while (rounds.length < wanted) {
    if (quiet) await untilQuiet();
    rounds.push(measureCoreRound());
  }
  const result = coreResultOf(version, rounds);
  const lines = coreReportLines(result);
  if (json) {
    writeFileSync(json, `${JSON.stringify(result)}\n`);
    lines.push(`Every figure: ${json}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

await main();
