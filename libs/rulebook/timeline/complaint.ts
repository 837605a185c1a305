import { RulebookError } from '../errors.js';

/** One thing that is wrong with a timeline: where (a JSON pointer), and what would be right. */
export interface TimelineComplaint {
  pointer: string;
  code: string;
  message: string;
  remedy: string;
}

/** As many as a line can bear. */
const namedInOneLine = 12;

/** A timeline that cannot be or that nothing follows from; `details.errors` holds everything that is wrong with it. */
export class InvalidTimelineError extends RulebookError {
  constructor(readonly complaints: TimelineComplaint[]) {
    const [first] = complaints;
    const named = complaints
      .slice(0, namedInOneLine)
      .map(({ pointer, message }) => `${pointer === '' ? 'the timeline' : pointer}: ${message}`);
    const more = complaints.length > named.length ? ` (and ${complaints.length - named.length} more)` : '';
    super('invalid-timeline', 'invalid', named.join('; ') + more, {
      ...(first ? { pointer: first.pointer, remedy: first.remedy } : {}),
      errors: complaints,
    });
  }
}
