import { z } from 'zod';
import { exampleValues } from './example-values.js';
import { uuid } from './fields.js';
import { obligationId } from './license.js';

export const obligationPath = z.strictObject({
  id: uuid.meta({ examples: [exampleValues.license] }),
  obligationId,
});

const day = z.string().meta({ format: 'date' });
const bilingual = z.object({ zh: z.string(), en: z.string() });
const firmness = z.enum(['firm', 'provisional']);
const confidence = z.enum(['verified', 'secondary', 'unverified']);

const steps = z
  .array(
    z.object({
      date: day,
      counted: z.boolean(),
      reason: z.object({ code: z.string(), zh: z.string(), en: z.string() }),
    }),
  )
  .meta({ description: 'The days that matter, each counted or not, and why' });

const rule = z.object({
  id: z.string(),
  wording: bilingual,
  citation: z.object({ source: z.string(), article: z.string() }),
  source: bilingual.nullable(),
  confidence,
});

const reading = z.object({
  id: z.string(),
  drives: z.boolean(),
  settled: z.object({ scope: z.string(), houseSeq: z.int() }).nullable(),
  rule: rule.nullable(),
  start: z.object({ name: z.string(), value: z.string() }),
  count: z.object({ kind: z.enum(['length', 'day-of-year', 'term', 'same-day']) }).loose(),
  pausedDays: z.int(),
  steps,
  date: day,
  firmness,
  moved: z.object({ to: z.enum(['next-working-day', 'last-working-day']), date: day, steps }).nullable(),
});

const notice = z.object({ key: z.string(), title: z.string(), number: z.string(), published: day, confidence }).loose();

export const explanation = z
  .object({
    subject: z.string(),
    about: bilingual,
    duty: z.enum(['company', 'authority', 'right']).nullable(),
    date: day,
    firmness,
    drivenBy: z.enum(['earliest', 'default']),
    safeDay: z.object({ date: day, steps }).nullable(),
    readings: z.array(reading),
    pack: z.string().nullable(),
    calendar: z.object({ id: z.string(), coveredTo: day, notices: z.array(notice) }),
  })
  .meta({ id: 'Explanation', description: 'Enough to compute the date again from it alone: paizhao check-proof' });

export const explanationAnswer = z
  .object({
    licenseId: z.uuid(),
    obligationId: z.string(),
    today: day,
    simulated: z.boolean(),
    explanation: explanation.nullable().meta({ description: 'Null where no date is known' }),
    proven: z.boolean().nullable().meta({ description: 'Whether a second computation came to the same date' }),
  })
  .meta({ id: 'ObligationExplanation' });
