import { z } from 'zod';
import { knownRoles } from '../../../libs/domain/index.js';
import { day, filingLine, historyEntry, obligation, permit } from './answers.js';
import { exampleValues } from './example-values.js';
import { explanation } from './explanation.js';

const instant = z.string().meta({ format: 'date-time' });

const canonical = (path: string) =>
  z.string().meta({
    description: 'The address that gives this answer again, byte for byte',
    examples: [path],
  });

const position = z
  .object({
    at: z.string().meta({ examples: ['12.4.33'] }),
    streams: z.array(
      z.object({
        stream: z.string().meta({ examples: [`license/${exampleValues.license}`] }),
        seq: z.int(),
        hash: z
          .string()
          .nullable()
          .meta({ description: 'Of that entry, as the chain has it', examples: ['5f'.repeat(32)] }),
      }),
    ),
  })
  .meta({ description: 'The newest entries that were looked at, stream by stream' });

const couldSee = z
  .array(
    z.object({
      kind: z.enum(['person', 'integration']),
      id: z.string(),
      roles: z.array(z.enum(knownRoles)),
      period: z.object({ from: day.nullable(), until: day.nullable() }).nullable(),
    }),
  )
  .nullable()
  .meta({
    description:
      'Who might read it by what the house had granted by then: people by roles, programs by tokens. Null for callers who may not read who has access',
  });

const law = z
  .object({
    pack: z.string(),
    calendar: z.string(),
    readings: z.record(
      z.string(),
      z.object({
        reading: z.string().meta({ examples: ['receipt-day-counts'] }),
        scope: z.string(),
        houseSeq: z.int(),
      }),
    ),
  })
  .meta({ description: 'What the license had adopted by then: rules, calendar, readings that were settled' });

const question = { validOn: day, knownOn: instant, position };

const times = (of: string) => `${of}?validOn=${exampleValues.today}&knownOn=${exampleValues.today}T02:00:00.000Z`;

const sent = z.object({
  key: z.string().meta({ examples: [`${exampleValues.license}/renewal:1/S-30/${exampleValues.owner}/mail`] }),
  obligationId: z.string(),
  rung: z.string(),
  channel: z.string().meta({ examples: ['mail'] }),
  role: z
    .string()
    .nullable()
    .meta({ description: 'Null for a chat group, and for who was told in the place of another' }),
  personId: z.string().nullable().meta({ description: 'Null for a chat group' }),
  robotId: z.uuid().nullable().meta({ description: 'Null for a mail' }),
  state: z.enum(['sent', 'uncertain', 'bounced']).meta({ description: 'The last that was known' }),
  at: instant,
});

const ofLicense = `/licenses/${exampleValues.license}`;

export const knownStateAnswer = z
  .object({
    licenseId: z.uuid(),
    ...question,
    canonical: canonical(`${times(`${ofLicense}/state`)}&at=12.4.33`),
    today: day.meta({ description: 'The day asked about, by which status and agenda are told' }),
    seq: z.int(),
    status: z.string(),
    simulated: z.boolean(),
    law,
    filings: z.array(filingLine),
    permit: permit.nullable(),
    agenda: z.array(obligation),
    notices: z.array(sent).meta({ description: 'Messages that had left by then' }),
    erasedFiles: z.array(z.string()).meta({
      description: 'Materials and scans on record then whose content was erased, by then or since',
      examples: [[]],
    }),
    unfit: z
      .array(z.int())
      .meta({ description: 'Entries of the day that hold only together with a later one, and so change nothing' }),
    couldSee,
  })
  .meta({ id: 'KnownState' });

export const knownObligationAnswer = z
  .object({
    licenseId: z.uuid(),
    obligationId: z.string(),
    ...question,
    canonical: canonical(`${times(`${ofLicense}/obligations/${exampleValues.obligation}/state`)}&at=12.4.33`),
    seq: z.int(),
    simulated: z.boolean(),
    law,
    open: z.boolean().meta({ description: 'It was due on the day' }),
    waived: z.boolean(),
    obligation: obligation.nullable().meta({ description: 'Null where it was neither open nor foreseen any more' }),
    explanation: explanation.nullable(),
    rungs: z.array(
      z.object({
        rung: z.string(),
        on: day,
        people: z.array(z.string().meta({ examples: [exampleValues.owner] })),
        skipped: z.boolean(),
        acknowledgedBy: z.string().nullable(),
        snoozedUntil: day.nullable(),
      }),
    ),
    notices: z.array(sent),
    couldSee,
  })
  .meta({ id: 'KnownObligation' });

export const knownCompanyAnswer = z
  .object({
    companyId: z.uuid(),
    ...question,
    canonical: canonical(`${times(`/companies/${exampleValues.company}/state`)}&at=3.33`),
    seq: z.int(),
    facts: z.object({ name: z.string(), uscc: z.string(), province: z.string() }),
    entries: z.array(historyEntry),
    licenses: z.string().meta({
      description: 'Where its licenses are listed as of the same times',
      examples: [`${times('/as-of/licenses')}&companyId=${exampleValues.company}`],
    }),
    couldSee,
  })
  .meta({ id: 'KnownCompany' });

const standpoint = z.object({ validOn: day, knownOn: instant });

const factChanges = ([member, from, to]: [string, unknown, unknown]) =>
  z.array(
    z.object({
      member: z.string().meta({ examples: [member] }),
      from: z.unknown().meta({ examples: [from] }),
      to: z.unknown().meta({ examples: [to] }),
    }),
  );

const came = z
  .array(historyEntry)
  .meta({ description: 'What counts in the later answer alone, with who did it, in words; reasons by role' });

const withdrawn = z
  .array(historyEntry)
  .meta({ description: 'What counts in the earlier answer alone, such as an entry whose day was corrected' });

const changesAt = (path: string, at: string) =>
  canonical(
    `${path}?from=${exampleValues.today}&fromKnownOn=${exampleValues.today}T02:00:00.000Z&to=${exampleValues.today}&toKnownOn=${exampleValues.today}T08:00:00.000Z&at=${at}`,
  );

export const licenseChangesAnswer = z
  .object({
    licenseId: z.uuid(),
    from: standpoint,
    to: standpoint,
    canonical: changesAt(`${ofLicense}/state-changes`, '12.4.33'),
    position,
    simulated: z.boolean(),
    entries: came,
    withdrawn,
    facts: factChanges(['status', 'submitted', 'in-review']),
    obligations: z.array(
      z.object({
        obligationId: z.string(),
        kind: z.string(),
        change: z.enum(['opened', 'ended', 'moved']),
        from: day.nullable().meta({ description: 'Its date in the earlier answer' }),
        to: day.nullable(),
      }),
    ),
    notices: z.array(sent).meta({ description: 'Messages of which the later answer knows more' }),
  })
  .meta({ id: 'LicenseChanges' });

export const companyChangesAnswer = z
  .object({
    companyId: z.uuid(),
    from: standpoint,
    to: standpoint,
    canonical: changesAt(`/companies/${exampleValues.company}/state-changes`, '3.33'),
    position,
    entries: came,
    withdrawn,
    facts: factChanges(['registeredCapital', 1_000_000, 10_000_000]),
  })
  .meta({ id: 'CompanyChanges' });

const limits = {
  actions: z.array(z.string()).nullable(),
  scope: z.object({ companies: z.array(z.string()), licenses: z.array(z.string()) }).nullable(),
  period: z.object({ from: day.nullable(), until: day.nullable() }).nullable(),
};

export const knownHouseAnswer = z
  .object({
    ...question,
    canonical: canonical(`${times('/house/state')}&at=33`),
    seq: z.int(),
    access: z
      .array(
        z.object({
          kind: z.enum(['person', 'integration']),
          id: z.string(),
          roles: z.array(z.enum(knownRoles)),
          ...limits,
        }),
      )
      .meta({ description: 'Who might do something: people by roles, programs by each of their tokens' }),
    rulebook: z
      .string()
      .nullable()
      .meta({
        description: 'That the house had adopted; null while licenses took what the release brought',
        examples: ['cn-vats-current-2'],
      }),
    calendar: z.string().nullable(),
    readings: z.array(
      z.object({
        rule: z.string(),
        reading: z.string().meta({ examples: ['receipt-day-counts'] }),
        scope: z.object({ kind: z.enum(['installation', 'authority', 'license']) }),
        houseSeq: z.int(),
      }),
    ),
    ladders: z.record(z.string(), z.array(z.int())).meta({
      description: 'Days of reminding before the safe day, by kind of obligation, where the house chose some',
    }),
    retention: z.record(z.string(), z.int()).meta({ description: 'Days of keeping, by kind, where the house chose' }),
  })
  .meta({ id: 'KnownHouse' });

export const houseChangesAnswer = z
  .object({
    from: standpoint,
    to: standpoint,
    canonical: changesAt('/house/state-changes', '33'),
    position,
    entries: came,
    withdrawn,
    decided: z.array(
      z.object({
        member: z.enum(['access', 'rulebook', 'calendar', 'reading', 'ladder', 'retention']),
        of: z
          .record(z.string(), z.unknown())
          .nullable()
          .meta({ description: 'About whom or what; null: the house as a whole' }),
        from: z.unknown().meta({ examples: ['cn-2026'], description: 'Null: nothing' }),
        to: z.unknown().meta({ examples: ['cn-2027'], description: 'Null: nothing' }),
      }),
    ),
  })
  .meta({ id: 'HouseChanges' });
