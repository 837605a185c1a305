import { z } from 'zod';
import { knownRoles, programRoles, type Role } from '../../../libs/domain/index.js';
import { questionKinds, sensitiveKinds } from '../access/access-kinds.js';
import { type Action, actions } from '../access/access-table.js';
import { exampleValues } from './example-values.js';
import { civilDate, uuid, version } from './fields.js';

const role = z.enum(knownRoles);
const action = z.enum(actions as [Action, ...Action[]]);
const roleOfPerson = z.enum(
  knownRoles.filter((each) => !programRoles.includes(each)) as Exclude<Role, 'integration' | 'postmaster'>[],
);

/** As many as one row of limits holds. */
const ids = z.array(uuid).max(1_000).default([]);

const scope = z
  .strictObject({ companies: ids, licenses: ids })
  .refine(({ companies, licenses }) => companies.length + licenses.length > 0, {
    error: 'a scope without anything in it',
    params: { code: 'field-invalid', remedy: 'Name companies or licenses; give null for everything, or no role.' },
  })
  .meta({
    description: 'Companies with all their licenses, and single licenses; nothing else is there for the bearer',
  });

const period = z
  .strictObject({ from: civilDate.nullable().default(null), until: civilDate.nullable().default(null) })
  .refine(({ from, until }) => from !== null || until !== null, {
    error: 'a period without a day',
    params: { code: 'field-invalid', remedy: 'Give the first day, the last one, or both; null for every moment.' },
  })
  .refine(({ from, until }) => from === null || until === null || from <= until, {
    path: ['until'],
    error: 'the period ends before it begins',
    params: { code: 'field-invalid', remedy: 'Give a last day that is not before the first one.' },
  })
  .meta({ description: 'Moments that may be asked about, both days included; the present is one of them or not' });

const limits = {
  scope: scope.nullable().default(null),
  period: period.nullable().default(null),
};

export const accessOfPerson = z
  .strictObject({
    roles: z.array(roleOfPerson).max(5),
    ...limits,
    lastDay: civilDate.nullable().default(null).meta({ description: 'Last day on which any of it holds' }),
  })
  .meta({
    id: 'AccessOfPerson',
    examples: [
      {
        roles: ['auditor'],
        scope: { companies: [exampleValues.company], licenses: [] },
        period: { from: '2026-01-01', until: '2026-12-31' },
        lastDay: '2027-03-31',
      },
    ],
  });

export type AccessOfPersonBody = z.output<typeof accessOfPerson>;

export const keptAccess = z
  .object({
    personId: z.uuid(),
    version,
    ...accessOfPerson.shape,
    roles: z.array(z.string()),
    linked: z.boolean().meta({ description: 'The identity provider knows this person' }),
  })
  .meta({ id: 'KeptAccess' });

export type KeptAccess = z.output<typeof keptAccess>;

export const identity = z
  .strictObject({
    subject: z
      .string()
      .min(1)
      .max(255)
      .nullable()
      .meta({ description: 'What the identity provider calls the person (OIDC_PERSON_CLAIM); null to unlink' }),
  })
  .meta({ id: 'IdentityOfPerson', examples: [{ subject: 'b5f1f0a2-sample' }] });

export const linkedIdentity = z.object({ personId: z.uuid(), linked: z.boolean() }).meta({ id: 'LinkedIdentity' });

const actor = z.object({ kind: z.enum(['person', 'integration', 'system']), id: z.string() });

export const ownAccess = z
  .object({
    actor,
    roles: z.array(z.string()),
    actions: z.array(z.string()).meta({ description: 'All that you may do' }),
    scopes: z.array(z.object({ companies: z.array(z.string()), licenses: z.array(z.string()) })).meta({
      description: 'You see what each of them covers; without any, everything',
    }),
    period: z.object({ from: z.string().nullable(), until: z.string().nullable() }).nullable(),
    licenses: z
      .array(z.object({ licenseId: z.uuid(), companyId: z.uuid(), openedOn: z.string() }))
      .nullable()
      .meta({
        description: 'Those within your scope, opened by the end of your period; null where nothing limits you',
      }),
  })
  .meta({ id: 'OwnAccess' });

export type OwnAccessAnswer = z.output<typeof ownAccess>;

const said = z
  .object({ ref: z.uuid(), commitment: z.string(), text: z.string().nullable().optional() })
  .nullable()
  .meta({ description: 'Why, as far as somebody said; its text is null once it was erased' });

const people = z
  .array(z.string().meta({ examples: [exampleValues.owner] }))
  .meta({ description: 'Ids of whom it concerns: the people of the license, or whom the sheet names' });

export const accessWords = z
  .object({ zh: z.string(), en: z.string() })
  .nullable()
  .meta({ description: 'Null for what a newer release wrote' });

/** Of each entry of the access record: where it stands, its kind, in words. */
const record = <K extends string>(kind: K) => ({
  day: z.string(),
  seq: z.int(),
  recordedAt: z.string(),
  kind: z.literal(kind),
  words: accessWords,
});

const often = { count: z.int(), first: z.string(), last: z.string() };

export const accessRecordsAnswer = z
  .object({
    day: z.string(),
    until: z.string().meta({ examples: [exampleValues.today] }),
    records: z.array(
      z.union([
        z.object({
          ...record('exported'),
          who: actor,
          jobId: z.uuid(),
          format: z.string(),
          columns: z.array(z.string()),
          conditions: z.array(z.string()).meta({ description: 'Their names alone: what was looked for may be a name' }),
          viewId: z.uuid().nullable(),
          licenses: z.int(),
          reason: said,
          people,
        }),
        z.object({
          ...record('read'),
          who: actor,
          what: z.enum(sensitiveKinds),
          licenseId: z.uuid(),
          of: z.record(z.string(), z.string()).meta({
            description: 'Which one, by the names of the address: filingId, materialId, seq, scanId, requirementId',
          }),
          ...often,
          reason: said,
          people,
        }),
        z.object({
          ...record('asked'),
          who: actor,
          question: z.enum(questionKinds),
          subject: z.uuid().nullable().meta({ description: 'The license or company; null for the house, and a list' }),
          address: z.string().meta({
            description: 'Where the same answer is; of a list that was searched, without `q`',
            examples: [
              `/licenses/${exampleValues.license}/state?validOn=2026-11-20&knownOn=2026-11-20T02:00:00.000Z&at=12.4.33`,
            ],
          }),
          search: said.meta({ description: 'What a list was searched for (`q`); its text is null once it was erased' }),
          reason: said,
          people,
        }),
        z.object({
          ...record('audit-bundle'),
          who: actor,
          licenseId: z.uuid(),
          from: z.string(),
          to: z.string(),
          files: z.boolean(),
          by: z.enum(['api', 'command-line']),
          claimed: actor.nullable().meta({
            description:
              'Whom somebody at the command line says to be, where no token proves it; `who` is `operator` then',
          }),
          account: said.meta({
            description: 'At the command line: the account of the operating system, and on which machine',
          }),
          reason: said,
          people,
        }),
        z.object({
          ...record('personal-data'),
          who: actor,
          subject: z.uuid().meta({ description: 'The person about whom everything was given' }),
          reason: said,
        }),
        z.object({
          ...record('calendar'),
          who: z.null().meta({ description: 'Whoever has the address' }),
          feedId: z.uuid(),
          madeBy: z.uuid().meta({ description: 'Who made the calendar, and gave its address away' }),
          people,
        }),
        z.object({
          ...record('denied'),
          who: actor.nullable().meta({ description: 'Null for strangers' }),
          action: z.string().nullable().meta({ description: 'Null, as are route and subject, in a sum' }),
          route: z.string().nullable(),
          subject: z.string().nullable().meta({ description: 'Id of what the address named' }),
          why: z.string().meta({ description: 'Code of the problem; `outside-scope` was answered as not found' }),
          ...often,
        }),
      ]),
    ),
    next: z.int().nullable().meta({ description: 'For `after` of the next page' }),
    nextDay: z
      .string()
      .nullable()
      .meta({ description: 'For `day` of the next page', examples: [exampleValues.today] }),
  })
  .meta({ id: 'AccessRecords' });

export const newToken = z
  .strictObject({
    personId: uuid.nullable().default(null),
    integration: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .nullable()
      .default(null)
      .meta({ description: 'Name of a program, instead of a person' }),
    roles: z.array(role).min(1).max(6).meta({ description: 'A person who lacks one is given it' }),
    actions: z
      .array(action)
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Only these acts; null for all that the roles may do' }),
    ...limits,
    expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
  })
  .refine((token) => (token.personId === null) !== (token.integration === null), {
    path: ['personId'],
    error: 'a token belongs to a person or to an integration',
    params: { code: 'field-invalid', remedy: 'Give personId or integration, not both.' },
  })
  .refine(({ roles, personId }) => !roles.includes('postmaster') || (roles.length === 1 && personId === null), {
    path: ['roles'],
    error: 'a mail server hands in what came back, and does nothing else',
    params: { code: 'field-invalid', remedy: 'Give an integration of its own the role postmaster alone.' },
  })
  .refine(({ roles, personId }) => !roles.includes('integration') || personId === null, {
    path: ['roles'],
    error: 'this role is for programs',
    params: { code: 'field-invalid', remedy: 'Give an integration the role, or the person another one.' },
  })
  .meta({ id: 'NewToken', examples: [{ personId: exampleValues.owner, roles: ['officer'] }] });

export type NewToken = z.output<typeof newToken>;

export const issuedToken = z.object({ id: z.uuid(), token: z.string() }).meta({ id: 'IssuedToken' });

export const tokensAnswer = z
  .object({
    tokens: z.array(
      z.object({
        id: z.uuid(),
        bearer: actor,
        roles: z.array(z.string()),
        actions: z.array(z.string()).nullable(),
        scope: z.object({ companies: z.array(z.string()), licenses: z.array(z.string()) }).nullable(),
        period: z.object({ from: z.string().nullable(), until: z.string().nullable() }).nullable(),
        createdAt: z.string(),
        expiresAt: z.string().nullable(),
        revokedAt: z.string().nullable(),
        lastUsedAt: z.string().nullable().meta({ description: 'At most a minute behind' }),
      }),
    ),
    next: z.string().nullable().meta({ description: 'Give it as `after` for the next page; null at the end' }),
  })
  .meta({ id: 'Tokens' });
