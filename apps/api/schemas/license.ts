import { z } from 'zod';
import { operatingPeriod } from './conduct.js';
import { exampleValues } from './example-values.js';
import {
  civilDate,
  coverage,
  documentNumber,
  freeText,
  people,
  permit,
  returnPaper,
  servedOn,
  serviceType,
  uuid,
  validOn,
} from './fields.js';

export const openLicense = z
  .strictObject({
    companyId: uuid,
    serviceTypes: z.array(serviceType).min(1).max(20),
    coverage,
    people,
    follows: uuid.nullable().default(null).meta({
      description:
        'The license of the same company that this one follows after its end, or the provincial one that a permit for the whole country is to replace',
    }),
    validOn,
  })
  .meta({
    id: 'OpenLicense',
    examples: [
      {
        companyId: exampleValues.company,
        serviceTypes: ['B24'],
        coverage: { kind: 'province', provinces: ['sh'] },
        people: { owner: exampleValues.owner, deputy: exampleValues.deputy, manager: exampleValues.manager },
      },
    ],
  });

export const registerPermit = z
  .strictObject({
    companyId: uuid,
    people,
    permit,
    grantedOn: civilDate.nullable().default(null),
    opened: z
      .array(z.strictObject({ serviceType, openedOn: civilDate.nullable().default(null) }))
      .max(20)
      .default([]),
    reportsFiled: z
      .array(z.string().regex(/^\d{4}$/))
      .max(50)
      .default([])
      .meta({ description: 'Years whose annual report is known to be filed' }),
    unknown: z
      .array(z.string().min(1).max(60))
      .max(40)
      .default([])
      .meta({ description: 'Fields that nobody could fill' }),
    validOn,
  })
  .meta({ id: 'RegisterPermit' });

export const assignPeople = z.strictObject({ people, validOn }).meta({ id: 'AssignPeople' });

export const decidePermitEnd = z.strictObject({ lastDay: civilDate, reason: freeText, validOn }).meta({
  id: 'DecidePermitEnd',
  examples: [{ lastDay: exampleValues.lastDay, reason: 'The authority confirmed the computed day by phone.' }],
});

export const openService = z
  .strictObject({
    serviceType,
    openedOn: civilDate,
    evidence: freeText.nullable().default(null),
    violation: z
      .boolean()
      .default(false)
      .meta({ description: 'True enters a service that ran without or before the permit, as such' }),
  })
  .meta({
    id: 'OpenService',
    examples: [{ serviceType: 'B24', openedOn: exampleValues.today, evidence: 'first invoice of a client' }],
  });

export const cancellation = z
  .strictObject({ cancelledOn: civilDate, number: documentNumber, returnPaper })
  .meta({ id: 'Cancellation' });

export const suspension = z
  .strictObject({ from: civilDate, until: civilDate.nullable().default(null), number: documentNumber })
  .meta({ id: 'Suspension' });

export const suspensionEnd = z.strictObject({ on: civilDate, number: documentNumber }).meta({ id: 'SuspensionEnd' });

export const revocation = z
  .strictObject({
    outcome: z.enum(['revoked', 'set-aside', 'withdrawn']),
    revokedOn: civilDate,
    servedOn,
    number: documentNumber,
    byFraud: z
      .boolean()
      .default(false)
      .meta({ description: 'Set aside because it was got by deceit or bribery: three years without an application' }),
    returnPaper,
  })
  .meta({ id: 'Revocation' });

export const permitReturn = z
  .strictObject({ returnedOn: civilDate })
  .meta({ id: 'PermitReturn', examples: [{ returnedOn: exampleValues.today }] });

export const nonRenewal = z
  .strictObject({
    decidedOn: civilDate,
    serviceTypes: z
      .array(serviceType)
      .min(1)
      .max(20)
      .nullable()
      .default(null)
      .meta({ description: 'Types that end with the term; null for all of the permit' }),
    reason: freeText.nullable().default(null),
  })
  .meta({
    id: 'NonRenewal',
    examples: [{ decidedOn: exampleValues.today, reason: 'The business moves to a partner.' }],
  });

export const nonRenewalWithdrawal = z
  .strictObject({ on: civilDate })
  .meta({ id: 'NonRenewalWithdrawal', examples: [{ on: exampleValues.today }] });

export const nonRenewalReport = z
  .strictObject({ reportedOn: civilDate, number: documentNumber })
  .meta({ id: 'NonRenewalReport', examples: [{ reportedOn: exampleValues.today, number: null }] });

const entry = {
  seq: z.int().positive().meta({ description: 'Number of the mistaken entry' }),
  member: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,80}$/)
    .meta({ description: 'Member of its data, as GET …/corrections lists it', examples: ['receivedOn'] }),
};

const askedItem = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/)
    .nullable()
    .default(null)
    .meta({ description: 'An item that stays; null for a point that was overlooked' }),
  requirementId: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,80}$/)
    .nullable()
    .default(null),
  text: freeText.nullable().default(null).meta({ description: 'Null where it stays as it was' }),
});

export const correctionProposal = z
  .strictObject({
    ...entry,
    to: z
      .union([
        z.string().trim().min(1).max(100),
        z.boolean(),
        z.null(),
        z.array(serviceType).max(20),
        coverage,
        z.array(askedItem).min(1).max(100),
        operatingPeriod,
      ])
      .meta({
        description:
          'What should stand there: a day, a number (null for none), a filing, service types, a coverage, the items of a notice, the days of an operation (null for what never ran), the day on which an original was shown or came back (null for what never was), an authority (null for none), or yes or no',
      }),
    reason: freeText,
    validOn,
  })
  .meta({
    id: 'CorrectionProposal',
    examples: [{ seq: 12, member: 'receivedOn', to: exampleValues.today, reason: 'The receipt says another day.' }],
  });

export const correctionApproval = z
  .strictObject({
    ...entry,
    proposedSeq: z
      .int()
      .positive()
      .meta({ description: 'Entry of the proposal that was read, as GET …/corrections names it' }),
    validOn,
  })
  .meta({ id: 'CorrectionApproval', examples: [{ seq: 12, member: 'receivedOn', proposedSeq: 15 }] });

export const creditFlag = z
  .strictObject({ flag: z.enum(['bad-list', 'dishonest-list', 'recent-penalty']), listed: z.boolean(), on: civilDate })
  .meta({ id: 'CreditFlag' });

export const closeLicense = z.strictObject({ reason: freeText, validOn }).meta({ id: 'CloseLicense' });

export const obligationId = z
  .string()
  .regex(/^[a-z0-9:-]{1,80}$/)
  .meta({ examples: [exampleValues.obligation] });
const rung = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,60}$/)
  .meta({ examples: ['S-30'] });

export const acknowledgement = z.strictObject({ obligationId, rung, validOn }).meta({ id: 'Acknowledgement' });

export const snooze = z.strictObject({ obligationId, rung, until: civilDate, validOn }).meta({ id: 'Snooze' });

export const waiver = z.strictObject({ obligationId, reason: freeText, validOn }).meta({ id: 'Waiver' });

export const waiverApproval = z.strictObject({ obligationId, validOn }).meta({ id: 'WaiverApproval' });

export const attentionClearance = z
  .strictObject({ reason: z.string().regex(/^[a-z-]{1,40}$/), about: z.string().max(100), validOn })
  .meta({ id: 'AttentionClearance' });

export const operatorAnswer = z
  .strictObject({ obligationId, operatorChanges: z.boolean(), validOn })
  .meta({ id: 'OperatorAnswer' });
