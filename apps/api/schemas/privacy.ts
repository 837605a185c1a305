import { z } from 'zod';
import { erasureGrounds } from '../../../libs/domain/index.js';
import { retentionKinds } from '../../../libs/persistence/inventory/kinds.js';
import { commandAnswer } from '../commands/command-answer.js';
import { exampleValues } from './example-values.js';
import { freeText, uuid, validOn, version } from './fields.js';

const ground = z.enum(erasureGrounds).meta({
  description:
    'Which case of PIPL article 47: the purpose is met or cannot be met, the period of keeping has ended, consent was withdrawn, the data was handled against the law, another law says so',
});

export const personErasure = z.strictObject({ ground, reason: freeText }).meta({
  id: 'PersonErasure',
  examples: [{ ground: 'purpose-met', reason: '该员工离职已满三年' }],
});

export type PersonErasureBody = z.output<typeof personErasure>;

export const textsErasure = z
  .strictObject({
    refs: z.array(uuid).min(1).max(200).meta({ description: '`ref` of each text, as the history shows it' }),
    ground,
    reason: freeText,
  })
  .meta({
    id: 'TextsErasure',
    examples: [
      { refs: ['00000000-0000-5000-8000-000000000008'], ground: 'consent-withdrawn', reason: '本人要求删除其姓名' },
    ],
  });

export type TextsErasureBody = z.output<typeof textsErasure>;

const oneKind = {
  path: ['files'],
  error: 'texts and files are erased one after the other, each by an act of its own',
  params: { code: 'field-invalid', remedy: 'Give refs or files, not both.' },
};

export const erasureOfLicense = z
  .strictObject({
    refs: z
      .array(uuid)
      .max(200)
      .default([])
      .meta({ description: '`ref` of each text, as the history shows it; none where files go' }),
    files: z.array(uuid).max(200).default([]).meta({
      description: '`materialId` or `scanId` of each file; its content goes for good, once nobody else uses it',
    }),
    ground,
    reason: freeText,
    validOn,
  })
  .refine(({ refs, files }) => refs.length > 0 !== files.length > 0, oneKind)
  .meta({
    id: 'ErasureOfLicense',
    examples: [
      { refs: ['00000000-0000-5000-8000-000000000008'], ground: 'purpose-met', reason: '终止已满十年' },
      { files: [exampleValues.material], ground: 'unlawful-handling', reason: '误传他人身份证件' },
    ],
  });

export type ErasureOfLicenseBody = z.output<typeof erasureOfLicense>;

export const erasedOfLicense = commandAnswer
  .extend({
    alsoAt: z
      .array(
        z.object({
          file: z.uuid().meta({ description: 'The one that was erased', examples: [exampleValues.material] }),
          licenseId: z.uuid(),
          id: z.uuid().meta({ description: 'Of the material or scan' }),
        }),
      )
      .meta({ description: 'Where the same content stands on record besides, and stays until it is erased there too' }),
    alsoElsewhere: z.int().meta({ description: 'As that, at licenses that you do not see: how many' }),
  })
  .meta({ id: 'ErasedOfLicense' });

export type ErasedOfLicense = z.output<typeof erasedOfLicense>;

export const companyTextsErased = z.object({ companyId: z.uuid(), seq: z.int() }).meta({ id: 'CompanyTextsErased' });

export const houseTextsErased = z
  .object({ houseSeq: z.int().meta({ description: 'The entry of the house that says so' }) })
  .meta({ id: 'HouseTextsErased' });

export const erasedPerson = z
  .object({
    personId: z.uuid(),
    eventId: z.uuid().meta({ description: 'The entry of the house that says so' }),
    erased: z.object({
      messages: z.int(),
      comments: z.int(),
      views: z.int(),
      absences: z.int(),
      tokens: z.int(),
      feeds: z.int(),
    }),
  })
  .meta({ id: 'ErasedPerson' });

const instant = z.string().meta({ format: 'date-time' });
const maybe = instant.nullable();
const day = z.string().meta({ format: 'date' });

export const retentionKind = z.enum(retentionKinds);

export const retentionPeriod = z
  .strictObject({ days: z.int().min(1).max(36_500) })
  .meta({ id: 'RetentionPeriod', examples: [{ days: 1_825 }] });

const period = z.object({
  kind: retentionKind,
  days: z.int(),
  usually: z.int().meta({ description: 'Where the house chose nothing' }),
  atLeast: z.int(),
});

export const keptRetentionPeriod = period.meta({ id: 'KeptRetentionPeriod' });

const dueItem = z.object({
  kind: retentionKind,
  subject: z
    .string()
    .meta({ description: 'Id of a person, license or company; the last day of messages and house texts' }),
  count: z.int().meta({ description: 'Texts, files or messages that go' }),
  dueOn: day.meta({ description: 'When its period ended' }),
});

const reportItem = dueItem.extend({
  state: z.enum(['asked', 'spread', 'erased', 'kept']).meta({
    description:
      'Named in the report; given to its license, which has not answered; gone; no longer due on its day, or refused by the license',
  }),
});

const report = z.object({
  id: z.uuid(),
  madeOn: day,
  erasesOn: day,
  mailedAt: maybe,
  doneAt: maybe.meta({ description: 'When all of it was looked at; what is `spread` goes on by itself' }),
  items: z.array(reportItem),
});

export const retentionAnswer = z
  .object({
    version,
    periods: z.array(period),
    report: report.nullable().meta({ description: 'What goes on its day; nothing does that nobody was mailed of' }),
    last: report.nullable().meta({ description: 'The newest report that was carried out' }),
    underWay: z
      .array(reportItem)
      .meta({ description: 'Of all reports: texts whose license was told to erase them, and has not done it yet' }),
    next: z.array(dueItem).meta({ description: 'What the report after that would name, made today' }),
  })
  .meta({ id: 'Retention' });

export type RetentionAnswer = z.output<typeof retentionAnswer>;
