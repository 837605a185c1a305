import { z } from 'zod';
import { specialCondition } from './conduct.js';
import { exampleValues } from './example-values.js';
import { civilDate, freeText, permit } from './fields.js';
import { scans } from './papers.js';

const member = z.enum(['serviceTypes', 'coverage']);

const entry = {
  permit,
  issuedOn: civilDate,
  form: z
    .enum(['electronic', 'paper'])
    .nullable()
    .default(null)
    .meta({ description: 'An e-permit, or one on paper; null where nobody said' }),
  settled: z
    .strictObject({ differences: z.array(member).min(1).max(2), reason: freeText })
    .nullable()
    .default(null)
    .meta({ description: 'In what the permit says otherwise than the filing, and why it is taken as it is' }),
  conditions: z
    .array(specialCondition.omit({ validOn: true }))
    .max(20)
    .default([])
    .meta({ description: 'What the permit itself asks for (特别规定事项)' }),
};

const example = {
  permit: {
    number: '沪B2-20261234',
    validFrom: exampleValues.today,
    printedLastDay: exampleValues.lastDay,
    serviceTypes: ['B24'],
    coverage: { kind: 'province', provinces: ['sh'] },
  },
  issuedOn: exampleValues.today,
  form: 'electronic',
};

export const permitIssue = z.strictObject({ ...entry, scans }).meta({ id: 'PermitIssue', examples: [example] });

export const permitPreview = z.strictObject(entry).meta({ id: 'PermitPreview', examples: [example] });

const problem = z.object({
  code: z.string(),
  message: z.string(),
  pointer: z.string(),
  remedy: z.string(),
});

const previewed = {
  findings: z
    .array(
      z.object({
        code: z.string(),
        level: z.enum(['warning', 'decision', 'settlement']),
        pointer: z.string(),
        expected: z.unknown(),
        printed: z.unknown(),
        wording: z.object({ zh: z.string(), en: z.string() }),
      }),
    )
    .meta({
      description:
        'Warning: unusual, and may be right; decision: entered, and an approver decides; settlement: entered only where it is named under `settled`',
    }),
  refusals: z.array(problem).meta({ description: 'Why it would be refused as it is; none where it would be entered' }),
  events: z.array(z.string()).meta({ description: 'What would go on record' }),
};

export const permitPreviewAnswer = z
  .object({ licenseId: z.uuid(), filingId: z.string(), ...previewed })
  .meta({ id: 'PermitPreviewAnswer' });

export const registrationPreviewAnswer = z.object(previewed).meta({ id: 'RegistrationPreviewAnswer' });
