import type { Calendar } from '../calendar/index.js';
import { withWholes } from './applicant.js';
import { holds } from './conditions.js';
import { deadlineOf, measure, pausesOf } from './deadlines.js';
import type { PackDefect } from './errors.js';
import { factsFrom } from './facts.js';
import { authorityOfPermit } from './identifiers.js';
import { rungDay } from './ladders.js';
import type { Law } from './law.js';
import type {
  Condition,
  ConditionalRule,
  ConditionExample,
  LimitExample,
  LimitReading,
  LimitRule,
  RulePack,
} from './pack.js';
import { fineOf } from './penalties.js';

/** Runs every example of a well-formed pack by the code that answers live, and reports those that come out differently. */
export function runExamples(pack: RulePack, calendar: Calendar): PackDefect[] {
  const law = { pack, calendar };
  return [
    ...conditionExamples(pack),
    ...pack.requirements.flatMap(({ waiver }, i) =>
      waiver ? applicability(`requirements[${i}].waiver`, waiver.when, waiver.examples) : [],
    ),
    ...pack.serviceTypes.flatMap(({ code, examples }, i) =>
      examples.flatMap(({ asked, covered }, j) =>
        compare(`serviceTypes[${i}].examples[${j}]`, { covered: withWholes(pack, asked).includes(code) }, { covered }),
      ),
    ),
    ...pack.authorities.flatMap(({ code, examples }, i) =>
      examples.flatMap(({ permitNumber, own }, j) =>
        compare(`authorities[${i}].examples[${j}]`, { own: authorityOfPermit(pack, permitNumber) === code }, { own }),
      ),
    ),
    ...numberExamples(pack),
    ...pack.limits.flatMap((rule, i) =>
      rule.readings.flatMap((reading, j) =>
        reading.examples.flatMap((example, k) =>
          answered(`limits[${i}].readings[${j}].examples[${k}]`, (path) =>
            compareLimit(law, rule, reading, example, path),
          ),
        ),
      ),
    ),
    ...pack.ladders.flatMap(({ rungs, examples }, i) =>
      examples.flatMap(({ rung: key, anchor, leaves }, j) => {
        const rung = rungs.find((candidate) => candidate.key === key);
        return answered(`ladders[${i}].examples[${j}]`, (path) =>
          compare(path, { leaves: rung && rungDay(calendar, rung, anchor) }, { leaves }),
        );
      }),
    ),
    ...pack.penalties.flatMap((rule, i) =>
      rule.examples.flatMap(({ income, ...expected }, j) =>
        compare(`penalties[${i}].examples[${j}]`, fineOf(rule, income), expected),
      ),
    ),
    ...(pack.creditLists ?? []).flatMap(({ causes, examples }, i) =>
      examples.flatMap(({ cause, listed }, j) =>
        compare(`creditLists[${i}].examples[${j}]`, { listed: causes.some(({ id }) => id === cause) }, { listed }),
      ),
    ),
    ...(pack.companionPermits ?? []).flatMap(({ numberPattern, numbers }, i) =>
      patternExamples(`companionPermits[${i}]`, 'numberPattern', numberPattern, 'numbers', numbers),
    ),
  ];
}

const conditionalSections = [
  'offices',
  'routing',
  'capital',
  'eligibility',
  'requirements',
  'scope',
  'foreignShare',
  'duties',
  'companionPermits',
] as const;

function conditionExamples(pack: RulePack): PackDefect[] {
  return conditionalSections.flatMap((section) =>
    ((pack[section] ?? []) as ConditionalRule[]).flatMap(({ when, examples }, i) =>
      applicability(`${section}[${i}]`, when, examples),
    ),
  );
}

function applicability(path: string, when: Condition | null, examples: ConditionExample[]): PackDefect[] {
  return examples.flatMap(({ facts, applies }, j) =>
    compare(`${path}.examples[${j}]`, { applies: holds(when, factsFrom(facts)) }, { applies }),
  );
}

function numberExamples(pack: RulePack): PackDefect[] {
  return pack.numbers.flatMap(({ pattern, examples }, i) =>
    patternExamples(`numbers[${i}]`, 'pattern', pattern, 'examples', examples),
  );
}

function patternExamples(
  path: string,
  member: string,
  pattern: string,
  list: string,
  values: { value: string; matches: boolean }[],
): PackDefect[] {
  const expression = expressionOf(pattern);
  if (expression === null) return [{ path: `${path}.${member}`, message: 'not a regular expression' }];
  return values.flatMap(({ value, matches }, j) =>
    compare(`${path}.${list}[${j}]`, { matches: expression.test(value) }, { matches }),
  );
}

function expressionOf(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return null;
  }
}

function compareLimit(
  law: Law,
  rule: LimitRule,
  reading: LimitReading,
  example: LimitExample,
  path: string,
): PackDefect[] {
  const { start, pauses, ...expected } = example;
  // The periods of an example are closed, so no day of the question enters.
  const periods = pauses && pausesOf(pauses, example.date);
  const result = measure(law, rule, reading, start, periods);
  const { safeDay } = deadlineOf(law, rule.duty, [result]);
  return compare(path, { date: result.date, rolled: result.rolled, safeDay: safeDay ?? 'none' }, expected);
}

/** An example that cannot be computed, as one before the calendar's first day, is a defect too. */
function answered(path: string, compared: (path: string) => PackDefect[]): PackDefect[] {
  try {
    return compared(path);
  } catch (error) {
    const { code, message } = error as Error & { code?: unknown };
    if (typeof code !== 'string') throw error;
    return [{ path, message }];
  }
}

/** Only what an example states is compared. */
function compare(path: string, actual: Record<string, unknown>, expected: Record<string, unknown>): PackDefect[] {
  return Object.entries(expected)
    .filter(([key, value]) => actual[key] !== value)
    .map(([key, value]) => ({
      path: `${path}.${key}`,
      message: `says ${String(value)}, the rule gives ${String(actual[key] ?? 'nothing')}`,
    }));
}
