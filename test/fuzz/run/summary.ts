import type { Round } from './options.js';

/** What Schemathesis said of one round. */
export interface Told {
  round: Round;
  cases: number;
  failures: number;
  operations: number;
}

/** Reads the end of what Schemathesis prints. @throws Error where it is not there: it did not come to its end */
export function toldBy(round: Round, status: number, output: string): Told {
  const cases = /Test cases:\s*\n\s*([\d,]+) generated/.exec(output);
  const operations = /Tested:\s+([\d,]+)/.exec(output);
  if (!cases) throw new Error(`Schemathesis did not come to its end as ${round}`);
  const failed = /([\d,]+) found ([\d,]+) unique failures/.exec(output);
  // An error of its own is a failure as well: something was not looked at.
  const failures = number(failed?.[2]) || (status === 0 ? 0 : 1);
  return { round, cases: number(cases[1]), failures, operations: number(operations?.[1]) };
}

const number = (text: string | undefined): number => Number((text ?? '0').replaceAll(',', ''));

export function summaryLine(told: readonly Told[], seed: number, least: number): string {
  const cases = told.reduce((sum, each) => sum + each.cases, 0);
  const failures = told.reduce((sum, each) => sum + each.failures, 0);
  const short = cases < least ? `, fewer than the ${least} that were asked for` : '';
  const rounds = told.map(({ round, cases: of }) => `${round} ${of}`).join(', ');
  return `fuzz: ${cases} cases (${rounds}), ${failures} failures${short}; seed ${seed}`;
}

/** Every eighth operation, others with each seed: in time all of them. */
export const shareOf = (operations: readonly string[], seed: number): string[] =>
  operations.filter((_, place) => place % 8 === seed % 8);

export const isClean = (told: readonly Told[], least: number): boolean =>
  told.every(({ failures }) => failures === 0) && told.reduce((sum, { cases }) => sum + cases, 0) >= least;
