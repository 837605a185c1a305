import { z } from 'zod';
import { knownRoles, programRoles, type Role } from '../../../libs/domain/index.js';
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

export const accessRecordsAnswer = z
  .object({
    day: z.string(),
    records: z.array(
      z.union([
        z.object({
          seq: z.int(),
          recordedAt: z.string(),
          kind: z.literal('exported'),
          who: actor,
          jobId: z.uuid(),
          format: z.string(),
          columns: z.array(z.string()),
          conditions: z.array(z.string()).meta({ description: 'Their names alone: what was looked for may be a name' }),
          viewId: z.uuid().nullable(),
          licenses: z.int(),
        }),
        z.object({
          seq: z.int(),
          recordedAt: z.string(),
          kind: z.literal('read'),
          who: actor,
          what: z.enum(['material', 'scan', 'draft', 'portal-form', 'pack']),
          licenseId: z.uuid(),
          of: z.record(z.string(), z.string()).meta({
            description: 'Which one, by the names of the address: filingId, materialId, seq, scanId, requirementId',
          }),
          count: z.int(),
          first: z.string(),
          last: z.string(),
        }),
        z.object({
          seq: z.int(),
          recordedAt: z.string(),
          kind: z.literal('asked'),
          who: actor,
          question: z.enum(['license', 'obligation', 'license-changes', 'company', 'licenses']),
          subject: z.uuid().nullable().meta({ description: 'The license or company; null for a list' }),
          address: z.string().meta({
            description: 'Where the same answer is',
            examples: [
              `/licenses/${exampleValues.license}/state?validOn=2026-11-20&knownOn=2026-11-20T02:00:00.000Z&at=12.4.33`,
            ],
          }),
          reason: z
            .object({ ref: z.uuid(), commitment: z.string(), text: z.string().nullable().optional() })
            .nullable()
            .meta({ description: 'Why, as far as the asker said; its text for whoever may read texts of people' }),
        }),
        z.object({
          seq: z.int(),
          recordedAt: z.string(),
          kind: z.literal('personal-data'),
          who: actor,
          subject: z.uuid().meta({ description: 'The person about whom everything was given' }),
        }),
        z.object({
          seq: z.int(),
          recordedAt: z.string(),
          kind: z.literal('denied'),
          who: actor.nullable().meta({ description: 'Null for strangers' }),
          action: z.string().nullable().meta({ description: 'Null, as are route and subject, in a sum' }),
          route: z.string().nullable(),
          subject: z.string().nullable().meta({ description: 'Id of what the address named' }),
          why: z.string().meta({ description: 'Code of the problem; `outside-scope` was answered as not found' }),
          count: z.int(),
          first: z.string(),
          last: z.string(),
        }),
      ]),
    ),
    next: z.int().nullable(),
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
  })
  .meta({ id: 'Tokens' });
