import { z } from 'zod';
import { checkUscc } from '../../../libs/rulebook/index.js';
import { exampleValues } from './example-values.js';
import { civilDate, documentNumber, freeText, inspectionId, provinceCode, serviceType, validOn } from './fields.js';

const evidence = freeText.nullable().default(null);
const lastDayOfService = civilDate.meta({ description: 'The last day on which the service ran' });

export const operationStart = z
  .strictObject({
    serviceType,
    province: provinceCode,
    startedOn: civilDate,
    stoppedOn: lastDayOfService.nullable().default(null),
    evidence,
  })
  .meta({
    id: 'OperationStart',
    examples: [{ serviceType: 'B24', province: 'sh', startedOn: exampleValues.today, evidence: 'first call answered' }],
  });

export const operationStop = z.strictObject({ stoppedOn: lastDayOfService, evidence }).meta({
  id: 'OperationStop',
  examples: [{ stoppedOn: exampleValues.today, evidence: 'lines closed by the carrier' }],
});

export const operatingPeriod = z.strictObject({
  startedOn: civilDate,
  stoppedOn: lastDayOfService.nullable().default(null),
});

export const operationCorrection = z
  .strictObject({
    period: operatingPeriod.nullable().meta({ description: 'The days as they were; null for what never ran' }),
    reason: freeText,
    validOn,
  })
  .meta({ id: 'OperationCorrection', examples: [{ period: null, reason: 'entered for the wrong license' }] });

export const income = z
  .strictObject({
    income: z.int().min(0).max(9_007_199_254_740_991).meta({ description: 'Whole RMB yuan earned without a right to' }),
    asOf: civilDate,
    evidence,
  })
  .meta({ id: 'StatedIncome', examples: [{ income: 120_000, asOf: exampleValues.today }] });

const inspectionKind = z.enum(['paper', 'on-site', 'network-monitoring', 'third-party']);
const officials = z.int().min(1).max(1000);

export const inspectionAnnouncement = z
  .strictObject({
    kind: inspectionKind,
    announcedOn: civilDate,
    plannedOn: civilDate.nullable().default(null),
    number: documentNumber,
  })
  .meta({ id: 'InspectionAnnouncement', examples: [{ kind: 'on-site', announcedOn: exampleValues.today }] });

export const inspection = z
  .strictObject({
    inspectionId: inspectionId.nullable().default(null).meta({ description: 'The announcement that it follows' }),
    kind: inspectionKind,
    heldOn: civilDate,
    officials: officials.nullable().default(null),
    number: documentNumber,
    findings: z.array(freeText).max(100).default([]),
    answerDueOn: civilDate.nullable().default(null).meta({ description: 'As the authority printed it' }),
  })
  .meta({
    id: 'Inspection',
    examples: [{ kind: 'paper', heldOn: exampleValues.today, findings: ['Records of calls are missing.'] }],
  });

export const inspectionAnswer = z
  .strictObject({ answeredOn: civilDate, number: documentNumber, text: evidence })
  .meta({ id: 'InspectionAnswer', examples: [{ answeredOn: exampleValues.today }] });

export const siteVisit = z
  .strictObject({ on: civilDate, officials, note: evidence })
  .meta({ id: 'SiteVisit', examples: [{ on: exampleValues.today, officials: 2 }] });

export const specialCondition = z
  .strictObject({
    kind: z.enum(['open-service', 'act', 'standing']),
    serviceType: serviceType.nullable().default(null),
    text: freeText,
    dueOn: civilDate.nullable().default(null).meta({ description: 'As the permit prints it' }),
    validOn,
  })
  .meta({
    id: 'SpecialCondition',
    examples: [
      { kind: 'open-service', serviceType: 'B24', text: 'Open the service in time.', dueOn: exampleValues.lastDay },
    ],
  });

export const conditionMet = z
  .strictObject({ metOn: civilDate, evidence: freeText })
  .meta({ id: 'ConditionMet', examples: [{ metOn: exampleValues.today, evidence: 'acceptance report' }] });

export const companion = z
  .strictObject({
    companion: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .meta({ description: 'Kind of certificate, as the rules name it' }),
    number: z.string().trim().min(1).max(40),
    holder: z.string().trim().min(1).max(200).meta({ description: 'Stored encrypted; the record holds a reference' }),
    validFrom: civilDate,
    lastDay: civilDate,
    validOn,
  })
  .meta({
    id: 'Companion',
    examples: [
      {
        companion: 'number-certificate-95',
        number: '95123',
        holder: '上海牌照示例科技有限公司',
        validFrom: exampleValues.today,
        lastDay: exampleValues.lastDay,
      },
    ],
  });

export const companionRenewal = z
  .strictObject({ validFrom: civilDate, lastDay: civilDate, validOn })
  .meta({ id: 'CompanionRenewal' });

export const companionReport = z
  .strictObject({ year: z.string().regex(/^\d{4}$/), filedOn: civilDate })
  .meta({ id: 'CompanionReport', examples: [{ year: '2026', filedOn: exampleValues.today }] });

export const ending = z
  .strictObject({ endedOn: civilDate })
  .meta({ id: 'Ending', examples: [{ endedOn: exampleValues.today }] });

export const subsidiary = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    uscc: z
      .string()
      .refine((text) => checkUscc(text).valid, {
        error: (issue) => `"${String(issue.input).slice(0, 40)}" is not a unified social credit code`,
        params: { code: 'invalid-uscc', remedy: 'Copy the 18 characters of its business license.' },
      })
      .meta({ examples: ['91310000MA1K000019'] }),
    percent: z.number().gt(0).lte(100).meta({ description: 'Share that the holder of the permit has in it' }),
    serviceTypes: z.array(serviceType).min(1).max(20),
    provinces: z.array(provinceCode).min(1).max(31),
    approvedOn: civilDate,
    shownOnPermit: z.boolean().default(false),
  })
  .meta({
    id: 'Subsidiary',
    examples: [
      {
        name: '上海牌照示例子公司',
        uscc: '91310000MA1K000019',
        percent: 60,
        serviceTypes: ['B24'],
        provinces: ['sh'],
        approvedOn: exampleValues.today,
        shownOnPermit: true,
      },
    ],
  });

export const dutyConfirmation = z
  .strictObject({ on: civilDate, place: evidence, evidence })
  .meta({ id: 'DutyConfirmation', examples: [{ on: exampleValues.today, place: 'front desk and home page' }] });
