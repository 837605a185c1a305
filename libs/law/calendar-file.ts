import { z } from 'zod';
import { type CalendarTable, isCivilDate, loadCalendar } from '../calendar/index.js';
import { InvalidLawFileError, jsonIn } from './law-file.js';

/**
 * The form of a calendar in a file, strict everywhere. Whether its days agree with each other is judged when it is laid
 * out.
 */
const text = z.string().trim().min(1);
const date = z.string().refine(isCivilDate, 'not a date of the form YYYY-MM-DD');
const year = z.number().int();
const confidence = z.enum(['verified', 'secondary', 'unverified']);
const days = z.tuple([z.number().int(), z.number().int()]);

const calendarTable = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*-\d{4}\.[1-9]\d*$/, 'not of the form cn-<last covered year>.<version>'),
  covered: z.strictObject({ from: date, to: date }),
  holidays: z.record(text, z.strictObject({ zh: text, en: text })),
  notices: z.array(
    z.strictObject({
      key: text,
      title: text,
      number: text,
      published: date,
      confidence,
      note: text.optional(),
    }),
  ),
  years: z.array(
    z.strictObject({
      year,
      arrangements: z.array(
        z.strictObject({
          holiday: text,
          from: date,
          to: date,
          makeUpWorkingDays: z.array(date),
          notice: text.optional(),
        }),
      ),
    }),
  ),
  assumed: z.strictObject({
    law: z.strictObject({ title: text, sourceKey: text, confidence }),
    statutory: z.array(z.strictObject({ holiday: text, anchor: text, days, usualBreak: days.optional() })),
    movingDates: z.array(
      z.strictObject({ year, springFestival: date, qingming: date, dragonBoat: date, midAutumn: date }),
    ),
  }),
}) satisfies z.ZodType<CalendarTable>;

/** The calendar that a JSON file holds, checked and laid out once. @throws InvalidLawFileError */
export function calendarIn(file: string, content: string): CalendarTable {
  const parsed = calendarTable.safeParse(jsonIn(file, content));
  if (!parsed.success) {
    throw new InvalidLawFileError(
      parsed.error.issues.map(({ path, message }) => ({ file, path: path.join('.'), message })),
    );
  }
  try {
    loadCalendar(parsed.data);
    return parsed.data;
  } catch (error) {
    const { code, message } = error as Error & { code?: unknown };
    if (typeof code !== 'string') throw error;
    throw new InvalidLawFileError([{ file, path: '', message }]);
  }
}
