import { z } from 'zod';
import { latestPins } from '../../../libs/domain/index.js';

/** The form of what the core answers to questions about the future; `docs/cli.md` explains each part. */
const day = z.string().meta({ format: 'date' });
const bilingual = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Bilingual' });
const citation = z.object({ source: z.string(), article: z.string() }).meta({ id: 'Citation' });
const confidence = z.enum(['verified', 'secondary', 'unverified']);
const basis = z.object({ rule: z.string(), wording: bilingual, citation, confidence });
const versions = {
  pack: z.string().meta({ examples: [latestPins.pack] }),
  calendar: z.string().meta({ examples: [latestPins.calendar] }),
};
const finding = z.looseObject({
  code: z.string().meta({ examples: ['capital-too-low'] }),
  level: z.enum(['blocking', 'warning', 'info']),
  rule: z.string(),
  citation,
});
const otherReading = z.looseObject({ authority: z.string(), confidence, wording: bilingual, citation });

export const assessmentAnswer = z
  .object({
    needed: z.enum(['yes', 'no', 'ask']),
    types: z.array(z.string()).meta({ examples: [['B24']] }),
    authority: z.string(),
    authorityName: bilingual,
    office: z.string(),
    officeName: bilingual,
    routing: basis,
    capitalFloor: z.number().meta({ description: 'Whole yuan', examples: [1_000_000] }),
    capital: basis,
    capitalMet: z.boolean(),
    eligible: z.boolean(),
    findings: z.array(finding),
    materials: z.array(
      basis.extend({
        id: z.string(),
        status: z.string().meta({ examples: ['required'] }),
        title: bilingual,
        issuedOn: day.nullable(),
        freshUntil: day.nullable(),
        stale: z.boolean().nullable(),
      }),
    ),
    readings: z.array(otherReading).meta({ description: 'Other ways to read the routing rules' }),
    bars: z.array(z.looseObject({})),
    normalised: z.array(z.looseObject({})),
    earliestFiling: day.nullable(),
    filingDay: day,
    filingWindow: z.object({ from: day, to: day.nullable() }).nullable(),
    withoutPermit: basis
      .extend({ from: z.number(), to: z.number(), confiscated: z.number() })
      .nullable()
      .meta({ description: 'What operating without the permit may cost, whole yuan' }),
    unverifiedRules: z.array(z.string()).meta({ examples: [['limit.review']] }),
    settledRules: z.array(z.looseObject({})),
    ...versions,
  })
  .meta({ id: 'Assessment' });

const end = z.object({
  status: z.string(),
  terms: z.array(z.object({ validFrom: day, lastDay: day, provisional: z.boolean() })),
});

const waiting = z.object({ days: z.int(), cost: z.number().nullable() }).nullable();

export const rehearsalAnswer = z
  .object({
    ...versions,
    startOn: day,
    filingOn: day.nullable(),
    endOn: day,
    end,
    authority: z.string(),
    authorityName: bilingual,
    eligible: z.boolean().nullable(),
    fileBetween: z.object({ from: day, to: day.nullable() }).nullable(),
    predictedIssue: z.looseObject({}).nullable(),
    latestStart: z.looseObject({}).nullable(),
    waiting,
    timeline: z.array(
      z.object({
        on: day,
        what: z.string().meta({ description: 'Type of the event', examples: ['filing-submitted'] }),
        by: z.enum(['company', 'authority', 'time']),
        filingId: z.string().nullable(),
      }),
    ),
    windows: z.array(
      z.object({
        obligationId: z.string(),
        kind: z.string(),
        period: z.string().nullable(),
        from: day,
        to: day,
        doneOn: day.nullable(),
        slackDays: z.int().nullable(),
        firmness: z.enum(['firm', 'provisional']),
      }),
    ),
    duties: z.array(
      z.looseObject({
        obligationId: z.string(),
        kind: z.string(),
        period: z.string().nullable(),
        deadline: z.looseObject({ date: day, safeDay: day.nullable(), firmness: z.string() }).nullable(),
        slackDays: z.int().nullable(),
      }),
    ),
    notices: z.array(z.looseObject({})),
    noticesByPerson: z.record(z.string(), z.int()).meta({ examples: [{ owner: 31, deputy: 4 }] }),
    staleMaterials: z.array(z.looseObject({ requirementId: z.string(), title: bilingual, issuedOn: day.nullable() })),
    provisionalDates: z.array(z.object({ obligationId: z.string(), date: day, safeDay: day.nullable() })),
    findings: z.array(z.looseObject({})),
    wakeUps: z.int(),
  })
  .meta({ id: 'Rehearsal' });

const both = <T extends z.ZodType>(each: T) => z.object({ a: each, b: each });

export const comparisonAnswer = z
  .object({
    filingOn: both(day.nullable()),
    issuedOn: both(day.nullable()),
    predictedIssue: both(z.looseObject({}).nullable()),
    end: both(end.extend({ on: day })),
    waiting: both(waiting),
    leastSlack: both(z.int().nullable()),
    acts: z.array(
      z.looseObject({
        kind: z.string(),
        period: z.string().nullable(),
        count: z.int(),
        movedDays: z.int().nullable(),
      }),
    ),
    notices: both(z.int()).extend({
      byPerson: z.record(z.string(), both(z.int())).meta({ examples: [{ owner: { a: 31, b: 36 } }] }),
    }),
    findings: both(z.array(z.looseObject({}))),
  })
  .meta({ id: 'Comparison' });
