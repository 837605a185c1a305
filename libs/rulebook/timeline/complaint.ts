import { RulebookError } from '../errors.js';

/** One thing that is wrong with a timeline: where (a JSON pointer), and what would be right. */
export interface TimelineComplaint {
  pointer: string;
  code: string;
  message: string;
  remedy: string;
}

/** A timeline that cannot be or that nothing follows from; `details.errors` holds everything that is wrong with it. */
export class InvalidTimelineError extends RulebookError {
  constructor(readonly complaints: TimelineComplaint[]) {
    const [first] = complaints;
    const all = complaints.map(({ pointer, message }) => `${pointer === '' ? 'the timeline' : pointer}: ${message}`);
    super('invalid-timeline', 'invalid', all.join('; '), {
      ...(first ? { pointer: first.pointer, remedy: first.remedy } : {}),
      errors: complaints,
    });
  }
}
