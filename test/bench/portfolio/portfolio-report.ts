import { version } from '../../../libs/config/version.js';
import { type Machine, machine } from '../spread.js';
import { type Latencies, latenciesOf, type Measured } from './measure-portfolio.js';
import type { PlanSeen } from './plans.js';
import { questionKinds } from './questions.js';

/** Highest p99 in ms that we are content with. Printed, never asserted: a machine has bad days. */
export const portfolioGoals = { database: 50, http: 100 };

/** Of a smaller portfolio PostgreSQL rightly reads a table from end to end. */
export const fewestForPlans = 20_000;

export interface PortfolioResult {
  at: string;
  version: string;
  machine: Machine;
  settings: { licenses: number; entries: number; times: number; callers: number };
  questions: Measured[];
  plans: PlanSeen[];
}

export function portfolioResultOf(
  settings: PortfolioResult['settings'],
  questions: Measured[],
  plans: PlanSeen[],
): PortfolioResult {
  return { at: new Date().toISOString(), version, machine: machine(), settings, questions, plans };
}

/** Tables read from end to end, by the questions for which they were. */
export const sequentialIn = ({ plans, settings }: PortfolioResult): PlanSeen[] =>
  settings.licenses < fewestForPlans ? [] : plans.filter(({ sequential }) => sequential.length > 0);

export function portfolioReportLines(result: PortfolioResult): string[] {
  const { settings, machine, questions, plans } = result;
  const { licenses, entries, times, callers } = settings;
  return [
    '',
    `${licenses} licenses, ${entries} ledger entries (sample data); each question asked ${times} times with other values`,
    `${machine.cores} cores of ${machine.processor}, ${machine.platform}, Node ${machine.node}, shared by PostgreSQL, api and this process`,
    `in the database: one asks, driver included; through HTTP: ${callers} ask at the same time, pages of 50`,
    '',
    `${'question'.padEnd(32)} lines   database p50   p99 ms     HTTP p50   p99 ms`,
    ...questions.map(questionLine),
    '',
    ...questionKinds.map((kind) => verdictLine(kind, questions)),
    '',
    'what PostgreSQL goes through (its own plans, for eight values of each question):',
    ...plans.map(({ question, indexes }) => `  ${question.padEnd(32)} ${indexes.join(', ')}`),
    '',
    plansVerdict(result),
    '',
  ];
}

function questionLine({ question, lines, database, http }: Measured): string {
  const figures = ({ p50Ms, p99Ms }: Latencies) => `${p50Ms.toFixed(1).padStart(10)} ${p99Ms.toFixed(1).padStart(8)}`;
  return `${question.padEnd(32)} ${lines.toFixed(0).padStart(5)}    ${figures(database)}   ${figures(http)}`;
}

function verdictLine(kind: Measured['kind'], questions: readonly Measured[]): string {
  const own = questions.filter((question) => question.kind === kind);
  const said = (['database', 'http'] as const).map((where) => {
    const { p50Ms, p99Ms } = latenciesOf(own.flatMap((question) => question[where].all));
    const goal = portfolioGoals[where];
    const verdict = p99Ms <= goal ? 'met' : 'NOT met';
    return `${where} p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms (goal ≤ ${goal}: ${verdict})`;
  });
  return `${kind.padEnd(9)} ${said.join('; ')}`;
}

function plansVerdict(result: PortfolioResult): string {
  if (result.settings.licenses < fewestForPlans)
    return `plans: of fewer than ${fewestForPlans} licenses they say nothing, a short table is rightly read from end to end`;
  const bad = sequentialIn(result);
  if (bad.length === 0)
    return 'plans: no table of licenses, obligations or entries is read from end to end, but for what is about all of them';
  return `plans: READ FROM END TO END: ${bad.map(({ question, sequential }) => `${sequential.join(', ')} (${question})`).join('; ')}`;
}
