import { z } from 'zod';
import {
  addYears,
  type CivilDate,
  formatInstant,
  instantAt,
  isCivilDate,
  parseInstant,
  shanghaiDay,
} from '../../../libs/calendar/index.js';
import { type AsOf, InvalidInput, type Principal } from '../../../libs/domain/index.js';
import { mustCover } from '../access/period.js';
import { exampleValues } from '../schemas/example-values.js';
import { civilDate } from '../schemas/fields.js';

const isInstant = (text: string): boolean => {
  try {
    formatInstant(parseInstant(text));
    return true;
  } catch {
    return false;
  }
};

const knownOn = z
  .string()
  .refine((text) => isCivilDate(text) || isInstant(text), {
    error: 'neither a day nor an instant',
    params: {
      code: 'invalid-date',
      remedy: 'Write a day (2027-03-01: its end in Shanghai) or an instant (2027-03-01T08:00:00Z).',
    },
  })
  .optional()
  .meta({
    description: 'As known then: a day (its end in Shanghai) or an instant; now where it is left out or lies ahead',
    examples: [exampleValues.today],
  });

const validOn = civilDate.optional().meta({
  description: 'What was true on this day; the day of `knownOn` where it is left out',
});

/** Where the reading of each stream ended, as an answer names it. @param streams how many */
export const positions = (streams: number) =>
  z
    .string()
    .regex(new RegExp(String.raw`^\d{1,9}(\.\d{1,9}){${streams - 1}}$`))
    .transform((text) => text.split('.').map(Number))
    .optional()
    .meta({
      description:
        'Entries up to which the record is read, as an answer names them: it makes the link answer alike for good',
    });

export const times = { validOn, knownOn };

const knownOnOf = (side: string, description: string) =>
  times.knownOn.meta({ description: `${side}: ${description}`, examples: [exampleValues.today] });

/** Two questions about the same. @param streams how many are read @param example of `at` */
export const twoTimes = (streams: number, example: string) =>
  z
    .strictObject({
      from: civilDate.meta({ description: 'What was true on this day …' }),
      to: civilDate.meta({ description: '… and what on this one' }),
      fromKnownOn: knownOnOf(
        'The earlier one',
        'as known then (a day or an instant); at the end of `from` if left out',
      ),
      toKnownOn: knownOnOf('The later one', 'as known then (a day or an instant); at the end of `to` if left out'),
      at: positions(streams).meta({ examples: [example] }),
    })
    .refine(({ from, to }) => from <= to, {
      path: ['from'],
      error: 'the window ends before it begins',
      params: { code: 'window-reversed', remedy: 'Give a first day that does not lie after the second one.' },
    });

export type AskedTwice = z.output<ReturnType<typeof twoTimes>>;

export interface AskedTimes {
  validOn?: CivilDate | undefined;
  knownOn?: string | undefined;
}

/** So far beyond what is known nobody can say anything that is not a guess. */
const yearsAhead = 10;

/**
 * A question with both times written out. Nothing is known ahead of the present.
 * @param now the present moment of what is asked about (UTC)
 * @throws MomentOutsidePeriod; InvalidInput `day-too-far`
 */
export function settled({ validOn, knownOn }: AskedTimes, now: string, caller: Pick<Principal, 'period'>): AsOf {
  const until = knownOn === undefined ? now : endOf(knownOn);
  const known = until > now ? now : until;
  const asOf = { validOn: validOn ?? shanghaiDay(known), knownOn: known };
  mustCover(caller, asOf.knownOn);
  mustCover(caller, instantAt(asOf.validOn, '12:00'));
  const furthest = addYears(shanghaiDay(known), yearsAhead);
  if (asOf.validOn > furthest) throw new DayTooFar(asOf.validOn, furthest);
  return asOf;
}

/** The earlier and the later question. @throws as `settled` */
export function bothSettled(
  { from, to, fromKnownOn = from, toKnownOn = to }: Omit<AskedTwice, 'at'>,
  now: string,
  caller: Pick<Principal, 'period'>,
): [AsOf, AsOf] {
  return [
    settled({ validOn: from, knownOn: fromKnownOn }, now, caller),
    settled({ validOn: to, knownOn: toKnownOn }, now, caller),
  ];
}

/** A day means all that was known when it ended in Shanghai. */
function endOf(knownOn: string): string {
  return isCivilDate(knownOn)
    ? formatInstant(parseInstant(instantAt(knownOn, '24:00')) - 1)
    : formatInstant(parseInstant(knownOn));
}

/** The address under which a question is answered with the same bytes whenever it is asked. */
export function canonicalAddress(path: string, asked: Record<string, string | readonly string[] | undefined>): string {
  const parts = Object.entries(asked).flatMap(([name, value]) =>
    (value === undefined ? [] : [value].flat()).map((each) => `${name}=${encodeURIComponent(each)}`),
  );
  return `${path}?${parts.join('&').replaceAll('%3A', ':')}`;
}

/** Up to when the record is read for both. */
export const laterKnown = ([from, to]: readonly [AsOf, AsOf]): string =>
  from.knownOn > to.knownOn ? from.knownOn : to.knownOn;

export function canonicalOfChanges(path: string, [from, to]: readonly [AsOf, AsOf], at: string): string {
  const asked = { from: from.validOn, fromKnownOn: from.knownOn, to: to.validOn, toKnownOn: to.knownOn, at };
  return canonicalAddress(path, asked);
}

class DayTooFar extends InvalidInput {
  constructor(validOn: CivilDate, furthest: CivilDate) {
    super('day-too-far', `${validOn} lies more than ${yearsAhead} years after what is known`, {
      pointer: '/validOn',
      furthest,
      remedy: `Ask about a day up to ${furthest}.`,
    });
  }
}
