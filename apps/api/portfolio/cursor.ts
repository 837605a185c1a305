import { z } from 'zod';
import { isCivilDate } from '../../../libs/calendar/index.js';
import { isStorable } from '../../../libs/domain/index.js';

/**
 * Where a page ended: what its last line is sorted by and the line's ids, wrapped so that nobody builds on them. `null`
 * stands for a line without a day.
 */
export const cursorOf = (place: string | null, ...ids: string[]): string =>
  Buffer.from(JSON.stringify([place, ...ids])).toString('base64url');

// What a cursor holds is asked of the database as it is: each part must be of its kind, whoever made the cursor.
const civilDay = z.string().refine(isCivilDate);
const day = civilDay.nullable();
const instant = z.iso.datetime({ precision: 3 }).refine((text) => isCivilDate(text.slice(0, 10)));
const counter = z.string().regex(/^\d{1,15}$/);
const printable = z.string().regex(/^[\x21-\x7e]{1,200}$/);

/** By how many characters of its name a company is sorted. */
export const sortedCharacters = 200;
/** Of a cursor with such a name, whatever its characters: an address with one is still taken by a server. */
const mostOfName = 1_200;
const name = z
  .string()
  .refine(isStorable)
  .refine((text) => [...text].length <= sortedCharacters);

export const licensePlace = cursorTo(z.tuple([day, z.uuid()]), ([slackDay, licenseId]) => ({ slackDay, licenseId }));

export const companyPlace = cursorTo(z.tuple([day, z.uuid()]), ([day, companyId]) => ({ day, companyId }));

export const namePlace = cursorTo(z.tuple([name, z.uuid()]), ([name, companyId]) => ({ name, companyId }), mostOfName);

export const taskPlace = cursorTo(z.tuple([day, z.uuid(), printable]), ([slackDay, licenseId, obligationId]) => ({
  slackDay,
  licenseId,
  obligationId,
}));

export const originalPlace = cursorTo(
  z.tuple([day, z.uuid(), printable, printable]),
  ([dueBackOn, licenseId, filingId, requirementId]) => ({ dueBackOn, licenseId, filingId, requirementId }),
);

/** Of what is sorted by the time at which it was stored. */
export const storedPlace = cursorTo(z.tuple([instant, z.uuid()]), ([storedAt, id]) => ({ storedAt, id }));

export const changePlace = cursorTo(z.tuple([z.null(), counter, counter]), ([, place, seq]) => ({
  place: Number(place),
  seq: Number(seq),
}));

export const accessPlace = cursorTo(z.tuple([civilDay, counter]), ([day, seq]) => ({ day, seq: Number(seq) }));

function cursorTo<S extends z.ZodType, P>(wrapped: S, placeOf: (parts: z.output<S>) => P, longest = 500) {
  return z
    .string()
    .max(longest)
    .refine((text) => wrapped.safeParse(unwrapped(text)).success, {
      error: 'this is no place in the list',
      params: { code: 'cursor-invalid', remedy: 'Give `next` of the page before as it is, or begin without it.' },
    })
    .transform((text) => placeOf(wrapped.parse(unwrapped(text))))
    .meta({ description: '`next` of the page before' });
}

function unwrapped(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null; // not what `cursorOf` made
  }
}
