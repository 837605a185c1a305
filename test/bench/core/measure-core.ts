import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { latestTable, loadCalendar } from '../../../libs/calendar/index.js';
import { rehearse } from '../../../libs/domain/rehearse.js';
import { type Law, latestPack } from '../../../libs/rulebook/index.js';
import { type DayQuestion, dayQuestions, days } from './day-questions.js';

/** What each thing did in one round. */
export interface CoreRound {
  rehearsalsPerSecond: number;
  /** By question, per second: ours and those of chinese-days. */
  questions: Record<string, { ours: number; theirs: number }>;
  packLoadMs: number;
}

const root = join(import.meta.dirname, '..', '..', '..', '..');
const law: Law = { pack: latestPack, calendar: loadCalendar(latestTable) };
const plan = readFileSync(join(root, 'docs', 'examples', 'five-years.json'), 'utf8');

/** So long is each thing asked before its rate is taken, in ms. */
const long = 1_000;
const short = 100;

/** Everything once, one after the other: whatever slows the machine for a while slows all of it. */
export function measureCoreRound(): CoreRound {
  return {
    rehearsalsPerSecond: perSecond(long, 1, () => rehearse(law, JSON.parse(plan))),
    questions: Object.fromEntries(dayQuestions.map((question) => [question.name, measureQuestion(question)])),
    packLoadMs: Number(
      execFileSync(process.execPath, [join(import.meta.dirname, 'pack-load.js')], { encoding: 'utf8' }),
    ),
  };
}

function measureQuestion({ ours, theirs }: DayQuestion): { ours: number; theirs: number } {
  const askAll = (ask: (day: string) => unknown) =>
    perSecond(short, days.length, () => days.forEach((day) => void ask(day)));
  return { ours: askAll(ours), theirs: askAll(theirs) };
}

/** How many things are done in a second by an act that does `many` of them, repeated for at least so long. */
function perSecond(forMs: number, many: number, act: () => unknown): number {
  const begun = performance.now();
  let done = 0;
  let passed = 0;
  do {
    act();
    done += many;
    passed = performance.now() - begun;
  } while (passed < forMs);
  return (1000 * done) / passed;
}
