import { z } from 'zod';
import { isCivilDate } from '../calendar/index.js';
import { type Facts, factNames, factTypes } from './facts.js';
import type { Condition, RulePack } from './pack.js';

/**
 * The form of a rule pack. Strict everywhere: a field that nobody knows refuses the pack, so that a misspelled one can
 * not silently do nothing. What goes beyond form (references, overlaps, examples) is in `validate.ts`.
 */

const text = z.string().trim().min(1);
const date = z
  .string()
  .refine(isCivilDate, 'not a date of the form YYYY-MM-DD')
  .meta({ id: 'date', format: 'date', description: 'A civil date of Asia/Shanghai.' });
const money = z.number().int().nonnegative().meta({ id: 'money', description: 'Whole yuan.' });
const bilingual = z
  .strictObject({ zh: text, en: text })
  .meta({ id: 'bilingual', description: 'What people read, in Chinese and in English.' });
const citation = z
  .strictObject({ source: text, article: text })
  .meta({ id: 'citation', description: 'Where it stands: a key of `sources`, and the article or place in it.' });
const confidence = z.enum(['verified', 'secondary', 'unverified']).meta({
  id: 'confidence',
  description:
    'verified: the text itself was read; secondary: known through others; unverified: to be confirmed by a person.',
});
const id = z
  .string()
  .regex(/^[a-zA-Z0-9]+([.-][a-zA-Z0-9]+)*$/, 'not an id: letters and digits, parted by dots and hyphens')
  .meta({ id: 'id' });

const reading = { id, wording: bilingual, citation, confidence };
const rule = {
  ...reading,
  validFrom: date,
  validTo: date.nullable(),
  otherReadings: z.array(z.strictObject(reading)).optional(),
};

const factName = z.enum(factNames as [keyof Facts, ...(keyof Facts)[]], 'not a fact that conditions may ask about');
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const scalarType = { text: 'string', list: 'string', number: 'number', boolean: 'boolean' } as const;

/** The value must be of the fact's type, or the comparison could never hold. */
const fits = (fact: keyof Facts, value: unknown): boolean => typeof value === scalarType[factTypes[fact]];

const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({
        eq: z.tuple([factName, scalar]).refine(([fact, value]) => fits(fact, value), 'not a value of that fact'),
      }),
      z.strictObject({
        in: z
          .tuple([factName, z.array(z.union([z.string(), z.number()]))])
          .refine(([fact, values]) => values.every((value) => fits(fact, value)), 'not values of that fact'),
      }),
      z.strictObject({ all: z.array(condition).min(1) }),
      z.strictObject({ any: z.array(condition).min(1) }),
      z.strictObject({ not: condition }),
      z.strictObject({
        gte: z
          .tuple([factName, z.number()])
          .refine(([fact]) => factTypes[fact] === 'number', 'not a fact with a number'),
      }),
    ]),
  )
  .meta({ id: 'condition', description: 'A question over named facts; an unknown fact answers no.' });

const factValue = { text: z.string(), list: z.array(z.string()), number: z.number(), boolean: z.boolean() } as const;
const facts = z
  .strictObject(Object.fromEntries(factNames.map((name) => [name, factValue[factTypes[name]].nullable().optional()])))
  .meta({ id: 'facts', description: 'Facts of an example; those left out are unknown.' }) as unknown as z.ZodType<
  Partial<Facts>
>;

const conditionExamples = z.array(z.strictObject({ facts, applies: z.boolean() })).min(1);
const conditional = { ...rule, when: condition.nullable(), examples: conditionExamples };

const needed = z.enum(['yes', 'no', 'ask']);

const serviceType = z.strictObject({
  ...rule,
  code: id,
  name: bilingual,
  class: text,
  partOf: id.nullable(),
  foreignCap: z.number().min(0).max(100),
  examples: z.array(z.strictObject({ asked: z.array(id), covered: z.boolean() })).min(1),
});

const authority = z.strictObject({
  ...rule,
  code: id,
  name: bilingual,
  province: bilingual.nullable(),
  prefixes: z.array(z.string()),
  host: text.nullable(),
  examples: z.array(z.strictObject({ permitNumber: text, own: z.boolean() })).min(1),
});

const routedTo = z.enum(['MIIT', 'coverage-province']);

const requirement = z.strictObject({
  ...conditional,
  waiver: z.strictObject({ ...reading, when: condition, examples: conditionExamples }).optional(),
  requirement: id,
  filingKinds: z.array(text).min(1),
  title: bilingual,
  status: z.enum(['required', 'optional', 'deferrable']),
  freshness: z.strictObject({ length: z.number().int().positive(), unit: z.enum(['day', 'month']) }).nullable(),
});

const count = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('length'),
    length: z.number().int().nonnegative(),
    unit: z.enum(['day', 'working-day', 'month']),
    direction: z.enum(['after', 'before']),
  }),
  z.strictObject({ kind: z.literal('day-of-year'), monthDay: z.string().regex(/^\d\d-\d\d$/) }),
  z.strictObject({ kind: z.literal('term'), years: z.number().int().positive(), end: z.enum(['eve', 'anniversary']) }),
  z.strictObject({ kind: z.literal('same-day') }),
]);

const limitExample = z.strictObject({
  start: z.string().regex(/^\d{4}(-\d\d-\d\d)?$/),
  pauses: z.array(z.strictObject({ from: date, to: date })).optional(),
  date,
  rolled: date.optional(),
  safeDay: date.optional(),
});

const limit = z.strictObject({
  ...rule,
  duty: z.enum(['company', 'authority', 'right']),
  whenPassed: z.enum([
    'deemed-accepted',
    'deemed-renewed',
    'overdue',
    'not-renewed',
    'right-lost',
    'bad-list',
    'fine',
    'expired',
    'ask-authority',
    'notice-ends',
    'bar-ends',
    'exit-due',
  ]),
  readings: z
    .array(
      z.strictObject({
        ...reading,
        from: text,
        count,
        pauses: z.enum(['none', 'both-ends-excluded', 'end-day-counts']),
        roll: z.enum(['none', 'next-working-day']),
        examples: z.array(limitExample).min(1),
      }),
    )
    .min(1),
});

const ladder = z.strictObject({
  ...rule,
  obligation: id,
  rungs: z.array(
    z.strictObject({
      key: text,
      anchor: z.enum([
        'opening',
        'safe-day',
        'half-time',
        'period-start',
        'after-earlier-reading',
        'after-later-reading',
      ]),
      offsetDays: z.number().int(),
      onRestDays: z.boolean().optional(),
    }),
  ),
  repeats: z.array(
    z.strictObject({
      key: text,
      after: z.enum(['opening', 'safe-day', 'deadline', 'cure-end', 'permit-end', 'later-reading']),
      until: z.enum(['cure-end', 'permit-end', 'closed']),
      every: z.number().int().positive(),
      unit: z.enum(['day', 'working-day']),
      onlyWithoutDate: z.boolean().optional(),
    }),
  ),
  alsoTells: z.array(z.enum(['deputy', 'manager'])).optional(),
  examples: z.array(z.strictObject({ rung: text, anchor: date, leaves: date })).min(1),
});

const tier = z.strictObject({
  incomeFrom: money,
  fine: z.strictObject({ kind: z.enum(['multiple', 'amount']), from: money, to: money }),
});

const source = z.strictObject({
  title: bilingual,
  kind: z.enum(['law', 'regulation', 'measures', 'notice', 'guide', 'agency', 'house']),
  inForceFrom: date.nullable(),
  how: bilingual,
});

const clause = z.strictObject(reading);

const duty = z.strictObject({
  ...conditional,
  duty: id,
  holder: z.enum(['company', 'authority', 'right']),
  title: bilingual,
  evidence: bilingual,
  keepDays: z.number().int().positive().nullable(),
  minimumPercent: z.number().min(0).max(100).optional(),
  limits: z.array(id),
  penalty: id.nullable(),
});

const creditList = z.strictObject({
  ...rule,
  list: z.enum(['bad', 'dishonest']),
  name: bilingual,
  causes: z.array(clause).min(1),
  fields: z.array(bilingual).min(1),
  entryLimit: id,
  exits: z.array(z.strictObject({ ...reading, limit: id.nullable() })).min(1),
  consequences: z.array(clause).min(1),
  examples: z.array(z.strictObject({ cause: id, listed: z.boolean() })).min(1),
});

const companionPermit = z.strictObject({
  ...conditional,
  companion: id,
  name: bilingual,
  holder: z.enum(['company', 'carrier']),
  numberPattern: text,
  numbers: z.array(z.strictObject({ value: text, matches: z.boolean() })).min(1),
  duties: z.array(z.strictObject({ limit: id, ladder: id })),
});

const openQuestion = z.strictObject({
  ...rule,
  untilAnswered: bilingual,
  touches: z.array(id).min(1),
  ask: z.array(z.enum(['authority', 'MIIT', 'lawyer'])).min(1),
});

export const rulePackSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*@[1-9]\d*$/, 'not of the form <name>@<version>'),
  title: bilingual,
  sources: z.record(z.string(), source),
  serviceTypes: z.array(serviceType),
  authorities: z.array(authority),
  offices: z.array(z.strictObject({ ...conditional, code: id, authority: id, name: bilingual })),
  numbers: z.array(
    z.strictObject({
      ...rule,
      number: z.enum(['permit', 'old-permit', 'site-filing']),
      pattern: text,
      examples: z.array(z.strictObject({ value: text, matches: z.boolean() })).min(1),
    }),
  ),
  routing: z.array(
    z.strictObject({
      ...conditional,
      authority: routedTo,
      readings: z.array(
        z.strictObject({ ...reading, authority: routedTo, when: condition.nullable(), openIf: condition.nullable() }),
      ),
    }),
  ),
  capital: z.array(z.strictObject({ ...conditional, floor: money })),
  eligibility: z.array(z.strictObject({ ...conditional, code: id, level: z.enum(['blocking', 'warning', 'info']) })),
  requirements: z.array(requirement),
  limits: z.array(limit),
  ladders: z.array(ladder),
  penalties: z.array(
    z.strictObject({
      ...rule,
      act: id,
      confiscation: z.boolean(),
      tiers: z.array(tier).min(1),
      examples: z.array(z.strictObject({ income: money, from: money, to: money })).min(1),
    }),
  ),
  scope: z
    .array(
      z.strictObject({
        ...conditional,
        code: id,
        needed,
        serviceTypes: z.array(id),
        otherReadings: z.array(z.strictObject({ ...reading, needed: needed.optional() })).optional(),
      }),
    )
    .optional(),
  foreignShare: z
    .array(z.strictObject({ ...conditional, serviceTypes: z.array(id).min(1), foreignCap: z.number().min(0).max(100) }))
    .optional(),
  duties: z.array(duty).optional(),
  creditLists: z.array(creditList).optional(),
  companionPermits: z.array(companionPermit).optional(),
  openQuestions: z.array(openQuestion).optional(),
}) satisfies z.ZodType<RulePack>;
