import { z } from 'zod';
import { isCivilDate } from '../../calendar/index.js';

/** No calendar and no rule of this product is older. */
const earliest = '2007-01-01';

const date = z
  .string()
  .refine((text) => isCivilDate(text) && text >= earliest, {
    error: (issue) =>
      isCivilDate(issue.input)
        ? `${issue.input} lies before ${earliest}`
        : `"${String(issue.input).slice(0, 40)}" is not a date`,
    params: { code: 'invalid-date', remedy: `Write a day that exists, as YYYY-MM-DD, from ${earliest} on.` },
  })
  .meta({ format: 'date', description: `A day in Asia/Shanghai, YYYY-MM-DD, from ${earliest} on` });

const known = date.nullish();

const correction = z.strictObject({
  noticedOn: date.meta({ description: 'Day of the correction notice' }),
  dueOn: known.meta({ description: 'Day by which the notice asks for the papers; null where it prints none' }),
});

const round = z.strictObject({
  receivedOn: date.meta({ description: 'Day on which the authority received the papers of this round' }),
  correction: correction.nullish().meta({ description: 'The notice that sent this round back' }),
});

const expertReview = z.strictObject({
  from: date,
  to: known.meta({ description: 'Last day; null while it is going on' }),
});

const refusal = z.strictObject({
  servedOn: date.meta({ description: 'Day on which the decision was served' }),
  decidedOn: known,
  falseMaterial: z.boolean().nullish().meta({ description: 'For false or withheld information: starts the bar' }),
});

const permit = z.strictObject({
  validFrom: known.meta({ description: 'First day of validity' }),
  lastDay: known.meta({ description: 'Last day as printed; computed from validFrom where it is left out' }),
  goesOn: z.boolean().nullish().meta({ description: 'false: the holder will not renew, and reports that instead' }),
});

const annualReport = z.strictObject({
  year: z
    .int()
    .min(2007)
    .max(9999)
    .meta({ description: 'Year in which the report is filed: 2027 on the business of 2026' }),
  returnedOn: known.meta({ description: 'Day on which the authority returned it' }),
  dueOn: known.meta({ description: 'Day printed in the return; null where there is none' }),
});

export const changeKinds = ['name', 'legal-representative', 'registered-capital', 'shareholders', 'scope'] as const;

const change = z.strictObject({
  kind: z.enum(changeKinds),
  decidedOn: known.meta({ description: "Day of the company's own decision" }),
  registeredOn: known.meta({ description: 'Day on which the business registration was changed' }),
  effectiveOn: known.meta({ description: 'Day on which the change takes effect; may lie ahead' }),
  operatorChanges: z.boolean().nullish().meta({ description: 'Of shareholders: does the operator change?' }),
});

const termination = z.strictObject({
  stopsOn: known.meta({ description: 'Day on which the business is to stop' }),
  publishedOn: known.meta({ description: 'Day on which the authority published the notice of the termination' }),
});

const otherLimit = z.strictObject({
  limit: z.string().min(1).meta({ description: 'Any other time limit of the pack, by its id without `limit.`' }),
  from: z
    .string()
    .refine((text) => date.safeParse(text).success || /^20\d\d$/.test(text), {
      error: (issue) => `"${String(issue.input).slice(0, 40)}" is neither a date nor a year`,
      params: { code: 'invalid-date', remedy: `Write a day as YYYY-MM-DD from ${earliest} on, or a year as YYYY.` },
    })
    .meta({ description: 'The day that starts it; the year for a fixed day of the year' }),
});

/** What happened so far, as far as clocks depend on it. All parts may be left out; one must be there. */
export const timelineSchema = z
  .strictObject({
    today: date.optional().meta({ description: 'Day of the question, for an expert review that is going on' }),
    rounds: z.array(round).optional().meta({ description: 'Receipts of the application, the first one first' }),
    acceptedOn: known.meta({ description: 'Day of the acceptance' }),
    expertReviews: z.array(expertReview).optional(),
    grantedOn: known.meta({ description: 'Day of the grant' }),
    materialsDeferred: z.boolean().nullish().meta({ description: 'Papers promised at filing are still missing' }),
    refusals: z.array(refusal).optional().meta({ description: 'Refusals and non-acceptances' }),
    permit: permit.optional(),
    annualReports: z.array(annualReport).optional(),
    changes: z.array(change).optional(),
    termination: termination.optional(),
    limits: z.array(otherLimit).optional(),
  })
  .meta({ title: 'Timeline', description: 'The facts from which `paizhao clocks` computes every clock that runs' });

export type Timeline = z.output<typeof timelineSchema>;

/** The form of a timeline as a JSON Schema, published as docs/schemas/clocks-timeline.schema.json. */
export function timelineJsonSchema(): object {
  return z.toJSONSchema(timelineSchema, { target: 'draft-2020-12' });
}
