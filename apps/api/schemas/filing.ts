import { z } from 'zod';
import { exampleValues } from './example-values.js';
import {
  civilDate,
  documentNumber,
  freeText,
  requirementId,
  returnPaper,
  servedOn,
  serviceType,
  uuid,
  validOn,
} from './fields.js';
import { scans } from './papers.js';

export const openFiling = z
  .strictObject({
    kind: z.enum(['new', 'renewal', 'change', 'termination', 'reissue', 'annual-report']),
    period: z
      .string()
      .regex(/^\d{4}$/)
      .nullable()
      .default(null)
      .meta({ description: 'Year of an annual report: the year in which it is filed' }),
    answers: z
      .array(z.string().max(80))
      .max(50)
      .default([])
      .meta({ description: 'Obligations that a change filing answers' }),
    serviceTypes: z
      .array(serviceType)
      .max(20)
      .nullable()
      .default(null)
      .meta({ description: 'Types of the permit that a renewal or a termination is about; null for all of them' }),
    plannedOn: civilDate.nullable().default(null),
    validOn,
  })
  .meta({ id: 'OpenFiling', examples: [{ kind: 'new', plannedOn: exampleValues.today }] });

export const filingPlan = z
  .strictObject({
    plannedOn: civilDate.nullable().meta({ description: 'Day of handing in; null for no day in mind' }),
    validOn,
  })
  .meta({ id: 'FilingPlan', examples: [{ plannedOn: exampleValues.today }] });

/** The text fields of the form that carries a file. */
export const materialForm = z
  .strictObject({
    requirementId,
    issuedOn: civilDate.optional(),
    reason: freeText.optional().meta({ description: 'Why an older version is replaced' }),
    sealed: z.enum(['true', 'false']).optional().meta({ description: 'Bears the seal of the company' }),
  })
  .meta({ id: 'MaterialForm' });

export const materialCopy = z
  .strictObject({
    requirementId,
    from: z
      .strictObject({ licenseId: uuid, materialId: uuid })
      .meta({ description: 'A material of this or another license of the company: GET …/documents lists them' }),
    issuedOn: civilDate.optional().meta({ description: 'Its day of issue; that on record where it is left out' }),
    sealed: z.boolean().optional().meta({ description: 'Bears the seal; what is on record where it is left out' }),
    reason: freeText.optional().meta({ description: 'Why an older version is replaced' }),
  })
  .meta({
    id: 'MaterialCopy',
    examples: [
      {
        requirementId: 'business-license',
        from: { licenseId: exampleValues.license, materialId: exampleValues.material },
      },
    ],
  });

export const originalHandOver = z
  .strictObject({
    holder: z
      .union([
        z.strictObject({ person: uuid }).meta({ description: 'A person of the house' }),
        z.strictObject({ place: freeText }).meta({ description: 'Where else it is; stored encrypted' }),
      ])
      .meta({ description: 'Who has the original, or where it is' }),
    handedOverOn: civilDate,
    dueBackOn: civilDate.nullable().default(null),
  })
  .meta({
    id: 'OriginalHandOver',
    examples: [{ holder: { person: exampleValues.deputy }, handedOverOn: exampleValues.today, dueBackOn: null }],
  });

export const originalShowing = z
  .strictObject({ shownOn: civilDate })
  .meta({ id: 'OriginalShowing', examples: [{ shownOn: exampleValues.today }] });

export const originalReturn = z
  .strictObject({ returnedOn: civilDate })
  .meta({ id: 'OriginalReturn', examples: [{ returnedOn: exampleValues.today }] });

export const originalCorrection = z
  .strictObject({
    mistaken: z
      .enum(['showing', 'return'])
      .meta({ description: 'What was entered by mistake: the newest showing, or the return' }),
    reason: freeText,
    validOn,
  })
  .meta({ id: 'OriginalCorrection', examples: [{ mistaken: 'return', reason: '登记有误，原件仍在窗口' }] });

export const signOff = z
  .strictObject({
    deferred: z
      .array(requirementId)
      .max(50)
      .default([])
      .meta({ description: 'Requirements promised for later (容缺)' }),
    validOn,
  })
  .meta({ id: 'SignOff', examples: [{ deferred: [] }] });

export const submission = z
  .strictObject({ submittedOn: civilDate.optional().meta({ description: 'Today where it is left out' }) })
  .meta({ id: 'Submission', examples: [{}] });

export const receipt = z
  .strictObject({ receivedOn: civilDate, number: documentNumber, scans })
  .meta({ id: 'Receipt', examples: [{ receivedOn: exampleValues.today, number: '沪通收 2026-0123' }] });

export const correctionNotice = z
  .strictObject({
    noticedOn: civilDate,
    dueOn: civilDate.nullable().default(null).meta({ description: 'Date in the notice; null where it sets none' }),
    number: documentNumber,
    items: z
      .array(
        z.strictObject({
          requirementId: requirementId.nullable().default(null),
          text: freeText.nullable().default(null),
        }),
      )
      .min(1)
      .max(100),
    scans,
  })
  .meta({
    id: 'CorrectionNotice',
    examples: [
      {
        noticedOn: exampleValues.today,
        dueOn: null,
        number: '沪通补 2026-0045',
        items: [{ requirementId: 'application-form', text: 'The contact person is missing.' }],
      },
    ],
  });

export const acceptance = z
  .strictObject({ acceptedOn: civilDate, number: documentNumber, scans })
  .meta({ id: 'Acceptance', examples: [{ acceptedOn: exampleValues.today, number: '沪通受 2026-0210' }] });

/** Confirms what silence brought about. */
export const confirmation = z.strictObject({ validOn }).meta({ id: 'Confirmation', examples: [{}] });

export const nonAcceptance = z
  .strictObject({
    decidedOn: civilDate,
    servedOn,
    number: documentNumber,
    reason: freeText.nullable().default(null),
    reroutedTo: z.string().min(1).max(20).nullable().default(null).meta({
      description:
        'The authority that decides instead, as the decision names it (MIIT, or the code of a provincial administration): a new filing is opened for it, linked to this one',
    }),
    scans,
  })
  .meta({
    id: 'NonAcceptance',
    examples: [{ decidedOn: exampleValues.today, number: '沪通不受 2026-0007', reroutedTo: 'MIIT' }],
  });

export const expertReview = z
  .strictObject({ from: civilDate, announcedUntil: civilDate.nullable().default(null), number: documentNumber, scans })
  .meta({ id: 'ExpertReview', examples: [{ from: exampleValues.today, announcedUntil: null }] });

export const expertReviewEnd = z
  .strictObject({ on: civilDate })
  .meta({ id: 'ExpertReviewEnd', examples: [{ on: exampleValues.today }] });

export const grant = z
  .strictObject({
    grantedOn: civilDate,
    servedOn,
    number: documentNumber,
    refusedTypes: z
      .array(serviceType)
      .max(20)
      .default([])
      .meta({ description: 'Types of a renewal that the same decision refuses' }),
    scans,
  })
  .meta({ id: 'Grant', examples: [{ grantedOn: exampleValues.today, number: '沪通批 2027-0033' }] });

export const refusal = z
  .strictObject({
    refusedOn: civilDate,
    servedOn: civilDate,
    number: documentNumber,
    falseMaterial: z.boolean().default(false),
    reason: freeText.nullable().default(null),
    scans,
  })
  .meta({ id: 'Refusal', examples: [{ refusedOn: exampleValues.today, servedOn: exampleValues.today }] });

export const publication = z
  .strictObject({ publishedOn: civilDate, number: documentNumber, scans })
  .meta({ id: 'Publication', examples: [{ publishedOn: exampleValues.today }] });

export const termination = z
  .strictObject({ endedOn: civilDate, number: documentNumber, returnPaper, scans })
  .meta({ id: 'Termination', examples: [{ endedOn: exampleValues.today, number: null }] });

export const withdrawal = z
  .strictObject({ withdrawnOn: civilDate })
  .meta({ id: 'Withdrawal', examples: [{ withdrawnOn: exampleValues.today }] });

export const reportReturn = z
  .strictObject({ returnedOn: civilDate, dueOn: civilDate.nullable().default(null), number: documentNumber, scans })
  .meta({ id: 'ReportReturn', examples: [{ returnedOn: exampleValues.today }] });

export const reportFiled = z
  .strictObject({ filedOn: civilDate, number: documentNumber, scans })
  .meta({ id: 'ReportFiled', examples: [{ filedOn: exampleValues.today, number: null }] });
