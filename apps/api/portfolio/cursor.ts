import { z } from 'zod';
import { isCivilDate } from '../../../libs/calendar/index.js';

/**
 * Where a page ended: what its last line is sorted by and the line's ids, wrapped so that nobody builds on them. `null`
 * stands for a line without a day.
 */
export const cursorOf = (place: string | null, ...ids: string[]): string =>
  Buffer.from(JSON.stringify([place, ...ids])).toString('base64url');

const day = z.string().refine(isCivilDate).nullable();

export const licensePlace = cursorTo(z.tuple([day, z.uuid()]), ([slackDay, licenseId]) => ({ slackDay, licenseId }));

export const companyPlace = cursorTo(z.tuple([day, z.uuid()]), ([day, companyId]) => ({ day, companyId }));

export const taskPlace = cursorTo(
  z.tuple([day, z.uuid(), z.string().regex(/^[\x21-\x7e]{1,200}$/)]),
  ([slackDay, licenseId, obligationId]) => ({ slackDay, licenseId, obligationId }),
);

export const originalPlace = cursorTo(
  z.tuple([day, z.uuid(), z.string().max(64), z.string().max(80)]),
  ([dueBackOn, licenseId, filingId, requirementId]) => ({ dueBackOn, licenseId, filingId, requirementId }),
);

export const commentPlace = cursorTo(z.tuple([z.iso.datetime(), z.uuid()]), ([storedAt, id]) => ({ storedAt, id }));

const counter = z.string().regex(/^\d{1,15}$/);

export const changePlace = cursorTo(z.tuple([z.null(), counter, counter]), ([, place, seq]) => ({
  place: Number(place),
  seq: Number(seq),
}));

export const accessPlace = cursorTo(z.tuple([z.string().refine(isCivilDate), counter]), ([day, seq]) => ({
  day,
  seq: Number(seq),
}));

function cursorTo<S extends z.ZodType, P>(wrapped: S, placeOf: (parts: z.output<S>) => P) {
  return z
    .string()
    .max(500)
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
