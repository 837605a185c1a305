import { z } from 'zod';
import { checkUscc } from '../../../libs/rulebook/index.js';
import { exampleValues } from './example-values.js';
import { civilDate, notify, provinceCode } from './fields.js';

const uscc = z
  .string()
  .refine((text) => checkUscc(text).valid, {
    error: (issue) => `"${String(issue.input).slice(0, 40)}" is not a unified social credit code`,
    params: {
      code: 'invalid-uscc',
      remedy:
        'Copy the 18 characters of the business license in upper case; the last one is a check character (GB 32100-2015).',
    },
  })
  .meta({ description: 'Unified social credit code, GB 32100-2015', examples: ['91310000MA1K000019'] });

const personName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .meta({ description: 'Stored encrypted; the record holds a reference' });

const shareholder = z.strictObject({
  kind: z.enum(['natural-person', 'company', 'listed-company', 'state']),
  name: z.string().trim().min(1).max(200),
  percent: z.number().gt(0).lte(100),
  foreign: z.boolean().default(false),
});

const facts = {
  name: z.string().trim().min(1).max(200),
  uscc,
  province: provinceCode,
  city: z.string().trim().min(1).max(100).nullable(),
  freeTradeZone: z.boolean(),
  registeredCapital: z.int().min(0).max(9_007_199_254_740_991).meta({ description: 'Whole RMB yuan' }),
  foreignShare: z.number().min(0).max(100).meta({ description: 'Percent' }),
  establishedOn: civilDate.nullable(),
  legalRepresentative: personName.nullable(),
  shareholders: z.array(shareholder).max(200),
  onDishonestList: z.boolean(),
  recentPenalty: z.boolean(),
};

/** A company's facts as people state them; what is left out is unknown or no. */
export const companyFacts = z
  .strictObject({
    ...facts,
    city: facts.city.default(null),
    freeTradeZone: facts.freeTradeZone.default(false),
    foreignShare: facts.foreignShare.default(0),
    establishedOn: facts.establishedOn.default(null),
    legalRepresentative: facts.legalRepresentative.default(null),
    shareholders: facts.shareholders.default([]),
    onDishonestList: facts.onDishonestList.default(false),
    recentPenalty: facts.recentPenalty.default(false),
  })
  .meta({
    id: 'CompanyFacts',
    examples: [
      {
        name: '上海牌照示例科技有限公司',
        uscc: '91310000MA1K000019',
        province: 'sh',
        city: '上海市',
        registeredCapital: 1_000_000,
        establishedOn: '2024-05-20',
        legalRepresentative: '示例一',
        shareholders: [{ kind: 'natural-person', name: '示例一', percent: 100 }],
      },
    ],
  });

export type CompanyFactsBody = z.output<typeof companyFacts>;

export const changedFacts = z.strictObject(facts).omit({ uscc: true }).partial();

export type ChangedFactsBody = z.output<typeof changedFacts>;

export const companyFactBody = z
  .strictObject({
    change: z
      .strictObject({
        kind: z.enum(['name', 'legal-representative', 'registered-capital', 'shareholders', 'scope']),
        decidedOn: civilDate.nullable().default(null),
        registeredOn: civilDate.nullable().default(null),
        effectiveOn: civilDate
          .nullable()
          .default(null)
          .meta({ description: 'Day on which a change of operator or scope takes effect; it may lie ahead' }),
        operatorChanges: z.boolean().nullable().default(null),
      })
      .nullable()
      .default(null)
      .meta({ description: 'The change that opens a duty; null for facts that open none' }),
    facts: changedFacts,
    validOn: civilDate.optional(),
    notify,
  })
  .meta({
    id: 'CompanyFact',
    examples: [
      {
        change: { kind: 'shareholders', decidedOn: exampleValues.today, operatorChanges: false },
        facts: { shareholders: [{ kind: 'natural-person', name: '示例二', percent: 100 }] },
      },
    ],
  });

export type CompanyFactBody = z.output<typeof companyFactBody>;

/** A mark that the authorities set on the company, or take from it. */
export const companyFlagBody = z
  .strictObject({
    flag: z.enum(['bad-list', 'dishonest-list', 'recent-penalty']),
    listed: z.boolean(),
    on: civilDate,
    notify,
  })
  .meta({ id: 'CompanyFlag', examples: [{ flag: 'bad-list', listed: true, on: exampleValues.today }] });

export type CompanyFlagBody = z.output<typeof companyFlagBody>;
