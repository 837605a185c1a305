import { z } from 'zod';

const day = z.string().meta({ format: 'date' });
const bilingual = z.object({ zh: z.string(), en: z.string() });
const rule = z.object({
  id: z.string(),
  wording: bilingual,
  citation: z.object({ source: z.string(), article: z.string() }),
  confidence: z.enum(['verified', 'secondary', 'unverified']),
});

export const operationsAnswer = z
  .object({
    licenseId: z.uuid(),
    seq: z.int(),
    today: day,
    operations: z.array(
      z.object({
        id: z.string(),
        serviceType: z.string(),
        province: z.string(),
        startedOn: day,
        stoppedOn: day.nullable(),
        withoutRight: z.array(
          z.object({
            from: day,
            to: day.nullable().meta({ description: 'Last day; null while it goes on' }),
            reasons: z.array(z.string()),
            words: z.array(bilingual),
          }),
        ),
        obligationId: z.string().nullable().meta({ description: 'Of the alarm, while one is open' }),
      }),
    ),
    unwatched: z.array(z.string()).meta({
      description: 'Types that were opened, and of which nobody said where they run: no alarm comes for them',
    }),
    income: z.object({ income: z.int(), asOf: day }).nullable(),
    exposure: z
      .object({
        fineFrom: z.int(),
        fineTo: z.int(),
        confiscated: z.int(),
        rule,
      })
      .nullable()
      .meta({ description: 'In whole yuan; null where nothing ran without a right' }),
    law: rule
      .nullable()
      .meta({ description: 'What the law says of the time without a permit, or with a pending application' }),
  })
  .meta({ id: 'Operations' });

export const dutiesAnswer = z
  .object({
    licenseId: z.uuid(),
    seq: z.int(),
    today: day,
    duties: z.array(
      rule.extend({
        duty: z.string(),
        holder: z.enum(['company', 'authority', 'right']),
        title: bilingual,
        evidence: bilingual,
        keepDays: z.int().nullable(),
        confirmations: z.array(z.object({ on: day, by: z.string(), seq: z.int() })),
      }),
    ),
  })
  .meta({ id: 'Duties' });

export const inspectionsAnswer = z
  .object({
    licenseId: z.uuid(),
    seq: z.int(),
    inspections: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        announcedOn: day.nullable(),
        heldOn: day.nullable(),
        answerDueOn: day.nullable(),
        answeredOn: day.nullable(),
      }),
    ),
    siteVisits: z.array(z.object({ filingId: z.string(), on: day, officials: z.int() })),
    siteVisitRule: rule.nullable().meta({ description: 'How the law wants a visit, such as with how many officials' }),
  })
  .meta({ id: 'Inspections' });

export const conditionsAnswer = z
  .object({
    licenseId: z.uuid(),
    seq: z.int(),
    conditions: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        serviceType: z.string().nullable(),
        dueOn: day.nullable(),
        met: z.boolean().nullable().meta({ description: 'Null for what is kept all the time' }),
      }),
    ),
  })
  .meta({ id: 'Conditions' });

const companion = z.object({
  id: z.string(),
  companion: z.string(),
  number: z.string(),
  holder: z
    .object({ ref: z.string(), commitment: z.string(), text: z.string().nullable().optional() })
    .meta({ description: 'Who holds the certificate, for whoever may read it' }),
  terms: z.array(z.object({ validFrom: day, lastDay: day })),
  reports: z.array(z.object({ year: z.string(), filedOn: day })),
  endedOn: day.nullable(),
});

const dueDate = z.object({ date: day, safeDay: day.nullable(), firmness: z.enum(['firm', 'provisional']) });

export const companyCompanionsAnswer = z
  .object({
    companyId: z.uuid(),
    companions: z.array(
      companion.extend({
        licenseId: z.uuid(),
        duties: z.array(
          z.object({
            id: z.string(),
            kind: z.string(),
            period: z.string().nullable(),
            deadline: dueDate.nullable().meta({ description: 'With its proof, as in the agenda of the license' }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'CompanyCompanions' });

export const companionsAnswer = z
  .object({
    licenseId: z.uuid(),
    seq: z.int(),
    companions: z.array(
      companion.extend({
        numberAsExpected: z.boolean().nullable().meta({ description: 'Null where the rules do not know the kind' }),
      }),
    ),
    kinds: z.array(rule.extend({ companion: z.string(), name: bilingual })),
  })
  .meta({ id: 'Companions' });

export const subsidiariesAnswer = z
  .object({
    licenseId: z.uuid(),
    seq: z.int(),
    subsidiaries: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        percent: z.number(),
        serviceTypes: z.array(z.string()),
        provinces: z.array(z.string()),
        approvedOn: day,
        shownOnPermit: z.boolean(),
        endedOn: day.nullable(),
      }),
    ),
    rule: rule.nullable(),
  })
  .meta({ id: 'Subsidiaries' });
