/** Checks a proof from its own text: a second implementation that shares no code with what gave the date. */
import { check } from './check.js';
import type { Claim, Difference } from './claim.js';
import { claimsOf, wrongWeekdays } from './text.js';

export { check } from './check.js';
export type { Difference } from './claim.js';

/** One explanation that was checked. */
export interface Checked {
  date: string;
  differences: Difference[];
}

/**
 * Checks explanations as they were printed: JSON (one, a list, or the answers of the command line and of the API that
 * carry them) or text in Chinese or English.
 * @returns null where the text is no explanation
 */
export function checkPrinted(printed: string): Checked[] | null {
  const data = json(printed);
  const claims = data === undefined ? claimsOf(printed) : claimsIn(data);
  if (claims === null || claims.length === 0) return null;
  const checked = claims.map((claim) => ({ date: claim.date, differences: check(claim) }));
  const [first] = checked;
  if (data === undefined && first) first.differences.push(...wrongWeekdays(printed));
  return checked;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function claimsIn(data: unknown): Claim[] | null {
  if (Array.isArray(data)) {
    const claims = data.map(claimsIn);
    return claims.every((one) => one !== null) ? claims.flat() : null;
  }
  const { explanation, explanations } = Object(data) as Record<string, unknown>;
  if (explanation !== undefined || explanations !== undefined) return claimsIn(explanation ?? explanations);
  return isClaim(data) ? [data] : null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isStep = (value: unknown) =>
  isObject(value) && typeof value.date === 'string' && isObject(value.reason) && typeof value.reason.code === 'string';

const hasDateAndSteps = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && typeof value.date === 'string' && Array.isArray(value.steps) && value.steps.every(isStep);

const isCount = (value: unknown) => {
  if (!isObject(value)) return false;
  if (value.kind === 'length') return typeof value.length === 'number';
  if (value.kind === 'term') return typeof value.years === 'number';
  return value.kind === 'day-of-year' ? typeof value.monthDay === 'string' : value.kind === 'same-day';
};

const isReading = (value: unknown) =>
  hasDateAndSteps(value) &&
  isObject(value.start) &&
  typeof value.start.value === 'string' &&
  isCount(value.count) &&
  (value.moved === null || hasDateAndSteps(value.moved));

function isClaim(value: unknown): value is Claim {
  if (!isObject(value) || typeof value.date !== 'string' || !Array.isArray(value.readings)) return false;
  const { safeDay, readings, calendar } = value;
  const dated = isObject(calendar) && typeof calendar.coveredTo === 'string';
  return dated && readings.length > 0 && readings.every(isReading) && (safeDay === null || hasDateAndSteps(safeDay));
}
