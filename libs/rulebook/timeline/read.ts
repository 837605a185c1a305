import type { z } from 'zod';
import { InvalidTimelineError, type TimelineComplaint } from './complaint.js';
import { contradictionsOf } from './contradictions.js';
import { type Timeline, timelineSchema } from './schema.js';

/**
 * Reads a timeline from outside: the facts, and where they contradict one another.
 * @throws InvalidTimelineError (`invalid-timeline`) when its form is wrong, with the contradictions beside that
 */
export function readTimeline(input: unknown): { timeline: Timeline; contradictions: TimelineComplaint[] } {
  const parsed = timelineSchema.safeParse(input);
  if (parsed.success) return { timeline: parsed.data, contradictions: contradictionsOf(parsed.data) };
  const { issues } = parsed.error;
  throw new InvalidTimelineError([...issues.flatMap(complaintsOf), ...contradictionsOf(without(input, issues))]);
}

type Issue = z.core.$ZodIssue;

function complaintsOf(issue: Issue): TimelineComplaint[] {
  const { path, message } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerOf([...path, key]),
      code: 'unknown-field',
      message: 'this field is not known',
      remedy: 'Remove the field, or correct its name; the schema lists them.',
    }));
  }
  const { code, remedy } = ('params' in issue ? issue.params : undefined) ?? {};
  if (typeof code === 'string') return [{ pointer: pointerOf(path), code, message, remedy: String(remedy) }];
  return [{ pointer: pointerOf(path), ...wordsOf(issue) }];
}

function wordsOf(issue: Issue): Omit<TimelineComplaint, 'pointer'> {
  if (issue.code === 'invalid_type' && issue.message.includes('received undefined')) {
    return { code: 'field-missing', message: 'it is missing', remedy: `Give it; a ${issue.expected} is expected.` };
  }
  const remedy =
    issue.code === 'invalid_value' ? `Use one of: ${issue.values.join(', ')}.` : 'See the schema of timelines.';
  return { code: 'field-invalid', message: issue.message, remedy };
}

/** The input without what has the wrong form, so that the rest is still held against itself. */
function without(input: unknown, issues: readonly Issue[]): Timeline {
  const malformed = issues.filter(({ code }) => code !== 'unrecognized_keys').map(({ path }) => path);
  return malformed.reduce(removed, input) as Timeline;
}

/** A copy without the value at a path that leads through it; in a list an empty object stands for it, so that the others keep their places. */
function removed(value: unknown, path: readonly PropertyKey[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return {};
  if (Array.isArray(value)) return value.map((item, i) => (i === step ? removed(item, rest) : item));
  const { [String(step)]: inner, ...others } = value as Record<string, unknown>;
  return rest.length === 0 ? others : { ...others, [String(step)]: removed(inner, rest) };
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
