import { z } from 'zod';
import { erasureGrounds } from '../../../libs/domain/index.js';
import { retentionKinds } from '../../../libs/persistence/inventory/kinds.js';
import { exampleValues } from './example-values.js';
import { freeText, uuid, validOn } from './fields.js';

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

export const textsErasureOfLicense = textsErasure.extend({ validOn }).meta({
  id: 'TextsErasureOfLicense',
  examples: [{ refs: ['00000000-0000-5000-8000-000000000008'], ground: 'purpose-met', reason: '终止已满十年' }],
});

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
const anything = z.record(z.string(), z.unknown());

export const personalData = z
  .object({
    givenAt: instant,
    person: z.object({
      id: z.uuid(),
      name: z.string(),
      mail: z.string(),
      language: z.enum(['zh', 'en']),
      active: z.boolean(),
      failingSince: maybe,
      erasedAt: maybe,
    }),
    access: z.object({
      roles: z.array(z.string()),
      scope: z.object({ companies: z.array(z.string()), licenses: z.array(z.string()) }).nullable(),
      period: z.object({ from: z.string().nullable(), until: z.string().nullable() }).nullable(),
      lastDay: day.nullable().meta({ examples: [exampleValues.lastDay] }),
      linked: z.boolean(),
    }),
    preferences: z.object({
      digest: z.boolean(),
      quietHours: z.object({ fromMinute: z.int(), untilMinute: z.int() }).nullable(),
      mutedKinds: z.array(z.string()),
    }),
    absences: z.array(z.object({ from: day, until: day, calledOff: z.boolean() })),
    tokens: z.array(
      z.object({
        id: z.uuid(),
        roles: z.array(z.string()),
        createdAt: instant,
        revokedAt: maybe,
        lastUsedAt: maybe,
      }),
    ),
    feeds: z.array(z.object({ id: z.uuid(), createdAt: instant, revokedAt: maybe, lastUsedOn: day.nullable() })),
    views: z.array(
      z.object({ id: z.uuid(), name: z.string(), filter: anything, shared: z.boolean(), changedAt: instant }),
    ),
    licenses: z.array(
      z.object({ licenseId: z.uuid(), role: z.enum(['owner', 'deputy', 'manager']), ended: z.boolean() }),
    ),
    originals: z.array(
      z.object({ licenseId: z.uuid(), filingId: z.string(), requirementId: z.string(), handedOverOn: day }),
    ),
    comments: z.array(z.object({ id: z.uuid(), licenseId: z.uuid(), writtenAt: instant, text: z.string().nullable() })),
    jobs: z.array(z.object({ id: z.uuid(), kind: z.string(), createdAt: instant, outcome: anything.nullable() })),
    messages: z
      .array(
        z.object({
          licenseId: z.uuid(),
          obligationId: z.string(),
          rung: z.string(),
          role: z.string(),
          dueAt: instant,
          state: z.string(),
          changedAt: maybe,
        }),
      )
      .meta({ description: 'Reminders to the person; what they said follows from license, obligation and rung' }),
    acts: z
      .array(
        z.object({
          stream: z.string().meta({ examples: [`license/${exampleValues.license}`] }),
          seq: z.int(),
          type: z.string(),
          validOn: day,
          recordedAt: instant,
        }),
      )
      .meta({ description: 'Every entry of the record that names the person as the actor' }),
  })
  .meta({ id: 'PersonalData' });

export const accessAboutPerson = z
  .object({
    personId: z.uuid(),
    from: day,
    until: day,
    records: z.array(
      z.object({
        day,
        seq: z.int(),
        recordedAt: instant,
        kind: z.string().meta({ description: 'Such as personal-data-exported, access-denied' }),
        by: z.object({ kind: z.enum(['person', 'integration', 'system']), id: z.string() }),
        details: anything,
      }),
    ),
    next: z.string().nullable().meta({ description: '`before` of the next page; null where there are no older ones' }),
  })
  .meta({ id: 'AccessAboutPerson' });

export type AccessAboutPerson = z.output<typeof accessAboutPerson>;

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
  subject: z.string().meta({ description: 'Id of a person or license; the last day of the messages' }),
  count: z.int().meta({ description: 'Texts or messages that go' }),
  dueOn: day.meta({ description: 'When its period ended' }),
});

export const retentionAnswer = z
  .object({
    periods: z.array(period),
    report: z
      .object({ id: z.uuid(), madeOn: day, erasesOn: day, mailedAt: maybe, items: z.array(dueItem) })
      .nullable()
      .meta({ description: 'What goes on its day; nothing does that nobody was mailed of' }),
    next: z.array(dueItem).meta({ description: 'What the report after that would name, made today' }),
  })
  .meta({ id: 'Retention' });

export type RetentionAnswer = z.output<typeof retentionAnswer>;
