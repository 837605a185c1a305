import { type CivilDate, isCivilDate } from '../../calendar/index.js';
import type { Context } from '../context.js';
import { Conflict, InvalidInput } from '../errors.js';

/** A day that exists; it may lie ahead, such as the last day of a permit. */
export function civilDay(value: CivilDate, pointer: string): CivilDate {
  if (isCivilDate(value)) return value;
  throw new InvalidInput('invalid-date', `${pointer.slice(1)} is not a date`, {
    pointer,
    value: String(value).slice(0, 40),
    remedy: 'Write the day as YYYY-MM-DD, for example 2026-02-03.',
  });
}

/** The day of an act of the company or of an authority: it cannot lie ahead. */
export function pastDay(value: CivilDate, pointer: string, { today }: Context): CivilDate {
  if (civilDay(value, pointer) <= today) return value;
  throw new InvalidInput('date-in-future', `${pointer.slice(1)} ${value} lies after today, ${today}`, {
    pointer,
    value,
    today,
    remedy: 'Record an act on the day on which it happened, or later.',
  });
}

export function optional<T>(value: T | null, check: (value: T) => unknown): void {
  if (value !== null) check(value);
}

/** The day on which a decision was served; that of the decision where nobody told. It starts the rights of appeal. */
export function serviceDay(servedOn: CivilDate | null | undefined, decidedOn: CivilDate, context: Context): CivilDate {
  if (servedOn === null || servedOn === undefined) return decidedOn;
  pastDay(servedOn, '/servedOn', context);
  notBefore(servedOn, decidedOn, { code: 'service-before-decision', pointer: '/servedOn', after: 'the decision' });
  return servedOn;
}

interface Order {
  code: string;
  pointer: string;
  /** What the earlier day is, for the message. */
  after: string;
}

/** Two acts in their natural order; on the same day is in order. */
export function notBefore(day: CivilDate, earliest: CivilDate, order: Order): void {
  if (day < earliest) throw new InvalidInput(order.code, ...outOfOrder(day, earliest, order));
}

/** As `notBefore`, for an order that the record itself forbids. */
export function notBeforeOnRecord(day: CivilDate, earliest: CivilDate, order: Order): void {
  if (day < earliest) throw new Conflict(order.code, ...outOfOrder(day, earliest, order));
}

function outOfOrder(
  value: CivilDate,
  earliest: CivilDate,
  { pointer, after }: Order,
): [string, Record<string, unknown>] {
  const message = `${pointer.slice(1)} ${value} lies before ${after}, ${earliest}`;
  return [
    message,
    { pointer, value, earliest, remedy: `Give a day from ${earliest} on, or correct the earlier entry.` },
  ];
}
