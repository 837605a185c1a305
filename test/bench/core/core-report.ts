import { latestPack } from '../../../libs/rulebook/index.js';
import { inWords, type Machine, machine, type Spread, spread } from '../spread.js';
import type { CoreRound } from './measure-core.js';

/** Printed, never asserted: a machine has bad days. */
const goals = { rehearsalsPerSecond: 1_000, ratio: 10, packLoadMs: 200 };

export interface CoreResult {
  at: string;
  version: string;
  machine: Machine;
  settings: { rounds: number; pack: string };
  goals: typeof goals;
  summary: {
    rehearsalsPerSecond: Spread;
    /** `ratio` is to chinese-days in the same round; `all of them in turn` is of one question of each kind after the other. */
    questions: Record<string, { ours: Spread; theirs: Spread; ratio: Spread }>;
    packLoadMs: Spread;
  };
  rounds: CoreRound[];
}

export function coreResultOf(version: string, rounds: CoreRound[]): CoreResult {
  const names = Object.keys(rounds[0]?.questions ?? {});
  return {
    at: new Date().toISOString(),
    version,
    machine: machine(),
    settings: { rounds: rounds.length, pack: latestPack.id },
    goals,
    summary: {
      rehearsalsPerSecond: spread(rounds.map(({ rehearsalsPerSecond }) => rehearsalsPerSecond)),
      questions: Object.fromEntries(
        [...names, allInTurn].map((name) => [name, questionSummary(rounds.map((round) => ratesOf(round, name)))]),
      ),
      packLoadMs: spread(rounds.map(({ packLoadMs }) => packLoadMs)),
    },
    rounds,
  };
}

type Rates = { ours: number; theirs: number };

const allInTurn = 'all of them in turn';

function ratesOf({ questions }: CoreRound, name: string): Rates {
  const own = questions[name];
  if (own) return own;
  const rates = Object.values(questions);
  const inTurn = (side: keyof Rates) => rates.length / rates.reduce((seconds, rate) => seconds + 1 / rate[side], 0);
  return { ours: inTurn('ours'), theirs: inTurn('theirs') };
}

function questionSummary(rates: readonly Rates[]) {
  return {
    ours: spread(rates.map(({ ours }) => ours)),
    theirs: spread(rates.map(({ theirs }) => theirs)),
    ratio: spread(rates.map(({ ours, theirs }) => ours / theirs)),
  };
}

/** The result as people read it. */
export function coreReportLines({ machine: { processor, platform, node }, settings, summary }: CoreResult): string[] {
  const { rehearsalsPerSecond, questions, packLoadMs } = summary;
  const slowest = Math.min(...Object.values(questions).map(({ ratio }) => ratio.median));
  return [
    '',
    `one core of ${processor}, ${platform}, Node ${node}; medians of ${settings.rounds} rounds (lowest–highest)`,
    '',
    `rehearsals of docs/examples/five-years.json, per second: ${inWords(rehearsalsPerSecond, 0)}  ${verdict('≥', goals.rehearsalsPerSecond, rehearsalsPerSecond.median >= goals.rehearsalsPerSecond)}`,
    '',
    'working-day questions per second                   here   chinese-days   ratio in the same round',
    ...Object.entries(questions).map(
      ([name, { ours, theirs, ratio }]) =>
        `  ${name.padEnd(38)}${thousands(ours.median).padStart(15)}${thousands(theirs.median).padStart(15)}   ${inWords(ratio, 1)}`,
    ),
    `  the question with the lowest ratio: ${slowest.toFixed(1)}  ${verdict('≥', goals.ratio, slowest >= goals.ratio)}`,
    '',
    `load of ${settings.pack} with all examples, in a process that just started, ms: ${inWords(packLoadMs, 0)}  ${verdict('≤', goals.packLoadMs, packLoadMs.median <= goals.packLoadMs)}`,
    '',
  ];
}

const verdict = (sign: string, goal: number, met: boolean) =>
  `goal ${sign} ${thousands(goal)} ${met ? 'met' : 'NOT met'}`;

const thousands = (value: number) => Math.round(value).toLocaleString('en-US');
