/** `invalid`: the question is wrong. `unavailable`: the question is right, the data to answer it is not there. */
export type CalendarErrorKind = 'invalid' | 'unavailable';

/**
 * What every refusal of this folder carries. `code` is permanent and kebab-case, `details` is plain JSON
 * with a `remedy`.
 * It has the fields of the domain's errors without being one, because the calendar knows nothing of the domain.
 */
export class CalendarError extends Error {
  readonly code: string;
  readonly kind: CalendarErrorKind;
  readonly details: Record<string, unknown>;

  constructor(code: string, kind: CalendarErrorKind, message: string, details: Record<string, unknown>) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.kind = kind;
    this.details = details;
  }
}

/** Not a civil date. `details`: `value` as given (cut at 40 characters), `where` it stood, `why` it is none, `remedy`. */
export class InvalidDateError extends CalendarError {
  constructor(value: unknown, why: string, where?: string) {
    const shown = shorten(value);
    super('invalid-date', 'invalid', `${where ? `${where}: ` : ''}${shown} is not a date: ${why}`, {
      value: shown,
      ...(where === undefined ? {} : { where }),
      why,
      remedy: 'Give a day that exists as YYYY-MM-DD, for example 2026-02-03.',
    });
  }
}

/** Not an instant. `details` as for a date. */
export class InvalidInstantError extends CalendarError {
  constructor(value: unknown, why: string) {
    const shown = shorten(value);
    super('invalid-instant', 'invalid', `${shown} is not an instant: ${why}`, {
      value: shown,
      why,
      remedy: 'Give an instant in UTC like 2026-03-01T01:30:00.000Z.',
    });
  }
}

/** A number of days, months or minutes that is no whole number or out of its range. */
export class InvalidCountError extends CalendarError {
  constructor(value: unknown, expected: string) {
    const shown = shorten(value);
    super('invalid-count', 'invalid', `${shown} is not usable here: expected ${expected}`, {
      value: shown,
      remedy: `Give ${expected}.`,
    });
  }
}

/** A period whose end lies before its start. */
export class InvalidPeriodError extends CalendarError {
  constructor(from: string, to: string) {
    super('invalid-period', 'invalid', `${to} lies before ${from}: give the earlier day first`, {
      from,
      to,
      remedy: 'Give the earlier day first.',
    });
  }
}

/** The answer needs a day which the calendar says nothing about, neither published nor assumed. */
export class CalendarNotCoveredError extends CalendarError {
  constructor(calendar: { id: string; from: string; to: string }, date: string) {
    super(
      'calendar-not-covered',
      'invalid',
      `${date} is outside calendar ${calendar.id}, which answers from ${calendar.from} to ${calendar.to}`,
      {
        date,
        calendar: calendar.id,
        from: calendar.from,
        to: calendar.to,
        remedy: 'Ask about days which the calendar knows.',
      },
    );
  }
}

/** A calendar table that contradicts itself; nothing is computed from it. `path` says where. */
export class InvalidCalendarTableError extends CalendarError {
  constructor(id: string, path: string, why: string) {
    super('invalid-calendar-table', 'invalid', `calendar table ${id}, ${path}: ${why}`, {
      id,
      path,
      why,
      remedy: 'Correct the table.',
    });
  }
}

function shorten(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : String(value);
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
