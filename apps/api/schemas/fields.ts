import { z } from 'zod';
import { isCivilDate } from '../../../libs/calendar/index.js';
import { latestPack } from '../../../libs/rulebook/index.js';
import { exampleValues } from './example-values.js';

const quoted = (input: unknown): string => `"${String(input).slice(0, 40)}"`;

/** A civil date in Asia/Shanghai. */
export const civilDate = z
  .string()
  .refine(isCivilDate, {
    error: (issue) => `${quoted(issue.input)} is not a date`,
    params: { code: 'invalid-date', remedy: 'Write a day that exists, as YYYY-MM-DD, such as 2026-03-02.' },
  })
  .meta({
    id: 'CivilDate',
    description: 'A day in Asia/Shanghai, YYYY-MM-DD',
    format: 'date',
    examples: [exampleValues.today],
  });

/** The day an act is true, where no other field says it; today where it is left out. */
export const validOn = civilDate.optional();

/** Ids are compared as PostgreSQL writes them, whatever letters somebody copied. */
export const uuid = z.uuid().toLowerCase();

/** Numbers as addresses write them: `05`, `0x5` and `5.0` are no other names of 5, and nothing is none of 0. */
const written = (number: z.ZodNumber) =>
  z.preprocess((text) => (typeof text === 'string' && /^(0|-?[1-9]\d*)$/.test(text) ? Number(text) : text), number);

type NumberMeta = { description?: string; examples?: number[]; default?: number };

export const wholeNumber = (least: number, most: number, meta: NumberMeta = {}) =>
  written(z.number().int().min(least).max(most).meta(meta));

/** @param fallback what is meant where none is given */
export const wholeNumberOr = (fallback: number, least: number, most: number, meta: NumberMeta = {}) =>
  wholeNumber(least, most, { ...meta, default: fallback }).default(fallback);

/** Of what is changed by naming it in `If-Match`. */
export const version = z.int().meta({ description: 'Rises with every change; the ETag begins with it', examples: [3] });

/** For acts that say nothing but that they are done. */
export const nothing = z.strictObject({}).meta({ id: 'Nothing', examples: [{}] });

/** Whether a change of many licenses mails people. */
export const notify = z.boolean().optional().meta({
  description:
    'Mail people whose dates move; left out: only where it is one license. What is not mailed is recorded as suppressed; dates that are near or past are mailed all the same.',
});

/** For confirmations that reach many licenses. */
export const notifying = z.strictObject({ notify }).meta({ id: 'Notifying', examples: [{ notify: false }] });

/** Free text of people. It is stored encrypted and stands in the record as a reference. */
export const freeText = z.string().trim().min(1).max(4000);

export const documentNumber = z.string().trim().min(1).max(100).nullable().default(null);

/** It starts the rights of appeal. */
export const servedOn = civilDate
  .nullable()
  .default(null)
  .meta({ description: 'Day on which the decision was served; the day of the decision where it is left out' });

export const returnPaper = z
  .strictObject({ dueOn: civilDate.nullable().default(null) })
  .nullable()
  .default(null)
  .meta({
    description: 'The paper permit must go back, by the day that the decision prints; null for nothing to return',
  });

export const filingId = z
  .string()
  .regex(/^[A-Za-z0-9:_-]{1,64}$/)
  .meta({ examples: [exampleValues.filing] });

export const requirementId = z
  .string()
  .regex(/^[A-Za-z0-9.-]{1,80}$/)
  .meta({ examples: ['application-form'] });

const licenseId = uuid.meta({ examples: [exampleValues.license] });

export const licensePath = z.strictObject({ id: licenseId });
export const filingPath = z.strictObject({ id: licenseId, filingId });
export const materialPath = z.strictObject({
  id: licenseId,
  filingId,
  materialId: uuid.meta({ examples: [exampleValues.material] }),
});

export const requirementPath = z.strictObject({ id: licenseId, filingId, requirementId });
export const packPath = z.strictObject({
  id: licenseId,
  filingId,
  seq: wholeNumber(1, 2_147_483_647, {
    description: "Entry of the license's history that signed the pack off",
    examples: [5],
  }),
});

const serviceCodes = [...new Set(latestPack.serviceTypes.map(({ code }) => code))];
const provinceCodes = latestPack.authorities.filter(({ province }) => province !== null).map(({ code }) => code);

export const serviceType = z
  .string()
  .refine((code) => serviceCodes.includes(code), {
    error: (issue) => `the rules know no service type ${quoted(issue.input)}`,
    params: {
      code: 'unknown-service-type',
      remedy: `Use a code of the catalogue that the rules know: ${serviceCodes.join(', ')}.`,
    },
  })
  .meta({ examples: ['B24'], description: 'Code of the 2015 catalogue, such as B24' });

export const provinceCode = z
  .string()
  .refine((code) => provinceCodes.includes(code), {
    error: (issue) => `no province has the code ${quoted(issue.input)}`,
    params: {
      code: 'unknown-province',
      remedy: `Use the code of a provincial administration: ${provinceCodes.join(', ')}.`,
    },
  })
  .meta({ examples: ['sh'], description: "Host code of the province's administration, such as sh, gd, zj" });

export const coverage = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('province'), provinces: z.tuple([provinceCode]) }),
    z.strictObject({ kind: z.literal('nationwide') }),
  ])
  .meta({ id: 'Coverage', examples: [{ kind: 'province', provinces: ['sh'] }] });

export const people = z.strictObject({ owner: uuid, deputy: uuid, manager: uuid }).meta({
  id: 'People',
  description: 'Ids of persons: who acts, who stands in, who is told last',
  examples: [{ owner: exampleValues.owner, deputy: exampleValues.deputy, manager: exampleValues.manager }],
});

export const permit = z
  .strictObject({
    number: z.string().trim().min(1).max(100),
    validFrom: civilDate,
    printedLastDay: civilDate,
    serviceTypes: z.array(serviceType).min(1).max(20),
    coverage,
  })
  .meta({
    id: 'Permit',
    examples: [
      {
        number: '沪B2-20261234',
        validFrom: exampleValues.today,
        printedLastDay: exampleValues.lastDay,
        serviceTypes: ['B24'],
        coverage: { kind: 'province', provinces: ['sh'] },
      },
    ],
  });

/** What a license numbers itself: `operation-1`, `inspection-2`. */
const numbered = (name: string) =>
  z
    .string()
    .regex(/^[a-z]+-[1-9]\d{0,6}$/)
    .meta({ examples: [`${name}-1`] });

export const operationPath = z.strictObject({ id: licenseId, operationId: numbered('operation') });
export const inspectionId = numbered('inspection');
export const inspectionPath = z.strictObject({ id: licenseId, inspectionId });
export const conditionPath = z.strictObject({ id: licenseId, conditionId: numbered('condition') });
export const companionPath = z.strictObject({ id: licenseId, companionId: numbered('companion') });
export const subsidiaryPath = z.strictObject({ id: licenseId, subsidiaryId: numbered('subsidiary') });
export const dutyPath = z.strictObject({
  id: licenseId,
  duty: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .meta({ examples: ['display-permit-number'] }),
});

export type LicensePath = z.output<typeof licensePath>;
export type FilingPath = z.output<typeof filingPath>;
export type MaterialPath = z.output<typeof materialPath>;
export type RequirementPath = z.output<typeof requirementPath>;
export type PackPath = z.output<typeof packPath>;
export type OperationPath = z.output<typeof operationPath>;
export type InspectionPath = z.output<typeof inspectionPath>;
export type ConditionPath = z.output<typeof conditionPath>;
export type CompanionPath = z.output<typeof companionPath>;
export type SubsidiaryPath = z.output<typeof subsidiaryPath>;
export type DutyPath = z.output<typeof dutyPath>;
