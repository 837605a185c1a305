import { z } from 'zod';
import { accessWords } from './access.js';
import { exampleValues } from './example-values.js';

const instant = z.string().meta({ format: 'date-time' });
const maybe = instant.nullable();
const day = z.string().meta({ format: 'date' });
const anything = z.record(z.string(), z.unknown());

const scope = z.object({ companies: z.array(z.string()), licenses: z.array(z.string()) }).nullable();
const period = z.object({ from: z.string().nullable(), until: z.string().nullable() }).nullable();

/** How far a mail has come. */
const sent = {
  state: z.string(),
  changedAt: maybe,
  answer: z.string().nullable().meta({ description: 'What the mail server said last, without addresses' }),
};

const entry = { seq: z.int(), type: z.string(), validOn: day, recordedAt: instant };

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
      scope,
      period,
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
        actions: z.array(z.string()).nullable(),
        scope,
        period,
        createdAt: instant,
        expiresAt: maybe,
        revokedAt: maybe,
        lastUsedAt: maybe,
      }),
    ),
    feeds: z
      .array(
        z.object({
          id: z.uuid(),
          madeBy: z.uuid(),
          ofPerson: z.uuid().nullable(),
          ofOwner: z.uuid().nullable(),
          scopes: z.array(anything),
          period,
          createdAt: instant,
          revokedAt: maybe,
          lastUsedOn: day.nullable().meta({ description: 'Null of a calendar that somebody else made' }),
        }),
      )
      .meta({ description: 'Calendars that the person made, or that show the person’s licenses' }),
    views: z.array(
      z.object({ id: z.uuid(), name: z.string(), filter: anything, shared: z.boolean(), changedAt: instant }),
    ),
    licenses: z.array(
      z.object({ licenseId: z.uuid(), role: z.enum(['owner', 'deputy', 'manager']), ended: z.boolean() }),
    ),
    originals: z.array(
      z.object({ licenseId: z.uuid(), filingId: z.string(), requirementId: z.string(), handedOverOn: day }),
    ),
    comments: z.array(
      z.object({
        id: z.uuid(),
        licenseId: z.uuid(),
        about: z.string(),
        aboutId: z
          .string()
          .nullable()
          .meta({ examples: [exampleValues.filing] }),
        writtenAt: instant,
        withdrawnAt: maybe,
        text: z.string().nullable().meta({ description: 'Null once it was withdrawn or erased' }),
      }),
    ),
    jobs: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        createdAt: instant,
        asked: anything,
        outcome: anything.nullable(),
      }),
    ),
    messages: z
      .array(
        z.object({
          licenseId: z.uuid(),
          obligationId: z.string(),
          rung: z.string(),
          role: z.string(),
          dueAt: instant,
          digest: z.string().nullable().meta({ description: 'Key of the digest that carried it' }),
          ...sent,
        }),
      )
      .meta({ description: 'Reminders to the person; what they said follows from license, obligation and rung' }),
    digests: z
      .array(
        z.object({
          key: z.string(),
          day,
          dueAt: instant,
          messages: z.int().meta({ description: 'Reminders that it carries' }),
          ...sent,
        }),
      )
      .meta({ description: 'Mails that carry several reminders' }),
    heartbeats: z
      .array(z.object({ week: day, ...sent }))
      .meta({ description: 'Weekly mails that say that everything runs, by their Monday' }),
    checkpointMails: z
      .array(z.object({ day, checkpoint: z.int(), ...sent }))
      .meta({ description: 'Daily mails to auditors' }),
    bounces: z
      .array(
        z.object({
          arrivedAt: instant,
          action: z.string(),
          status: z.string(),
          diagnostic: z.string().meta({ examples: ['550 5.1.1 no such mailbox'] }),
          addressed: z.boolean().meta({ description: 'It spoke of the address that the person had then' }),
        }),
      )
      .meta({ description: 'What mail servers reported about mails to the person' }),
    retention: z
      .array(z.object({ madeOn: day, erasesOn: day, outcome: z.enum(['erased', 'kept']).nullable() }))
      .meta({ description: 'Reports by which the person’s data goes after the period of keeping' }),
    house: z.array(z.object({ ...entry, by: z.object({ kind: z.string(), id: z.string() }) })).meta({
      description: 'Entries of the house’s record in which others name the person: roles, tokens, hand-overs …',
    }),
    acts: z
      .array(
        z.object({
          stream: z.string().meta({ examples: [`license/${exampleValues.license}`] }),
          ...entry,
          texts: z
            .array(z.object({ at: z.string().meta({ examples: ['/reason'] }), text: z.string().nullable() }))
            .meta({
              description:
                'What the person wrote in it, such as a reason, by its JSON Pointer in the entry’s data; null once it was erased. Names of a company’s representatives and shareholders are not among it',
            }),
        }),
      )
      .meta({ description: 'Every entry of licenses, companies and the house that names the person as the actor' }),
    reads: z
      .array(
        z.object({
          day,
          seq: z.int(),
          recordedAt: instant,
          kind: z.string(),
          words: accessWords,
          details: anything.meta({ description: 'What was read, how often, why (`reason`)' }),
        }),
      )
      .meta({
        description:
          'What the person read, exported, asked, was denied, or is said to have done at the command line, as the access record has it',
      }),
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
        kind: z
          .string()
          .meta({ description: 'Such as personal-data-exported, papers-read, as-of-asked, access-denied' }),
        by: z.object({ kind: z.enum(['person', 'integration', 'system']), id: z.string() }),
        words: accessWords,
        details: anything.meta({ description: 'What was read or asked, how often, why (`reason`)' }),
      }),
    ),
    next: z.string().nullable().meta({ description: '`before` of the next page; null where there are no older ones' }),
  })
  .meta({ id: 'AccessAboutPerson' });

export type AccessAboutPerson = z.output<typeof accessAboutPerson>;
