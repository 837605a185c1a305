import { z } from 'zod';
import { bilingual, citation, confidence, day } from './answers.js';

const text = z
  .object({ ref: z.string(), commitment: z.string(), text: z.string().nullable().optional() })
  .meta({ description: 'What somebody wrote, for whoever may read it' });

const suppliedVersion = z
  .object({
    materialId: z.string(),
    version: z.int(),
    sha256: z.string(),
    bytes: z.int(),
    mediaType: z.string(),
    issuedOn: day.nullable(),
    sealed: z.boolean().nullable(),
    copyOf: z.object({ licenseId: z.string(), materialId: z.string() }).nullable(),
    reason: text.nullable().meta({ description: 'Why it took the place of the version before it' }),
    suppliedBy: z.string(),
    suppliedOn: day,
    erasedOn: day.nullable().meta({ description: 'Since when its content is gone for good' }),
    freshUntil: day.nullable(),
    stale: z.boolean().nullable(),
  })
  .meta({ id: 'SuppliedVersion' });

const original = z
  .object({
    holder: z.union([z.object({ person: z.string() }), z.object({ place: text })]),
    handedOverOn: day,
    dueBackOn: day.nullable(),
    shownOn: day.nullable().meta({ description: "Day at the authority's window" }),
    returnedOn: day.nullable(),
    overdue: z.boolean(),
  })
  .meta({ id: 'Original', description: 'Where the paper itself is' });

export const originalsAnswer = z
  .object({
    licenseId: z.uuid(),
    originals: z.array(original.extend({ filingId: z.string(), requirementId: z.string() })),
  })
  .meta({ id: 'Originals' });

export const requirementsAnswer = z
  .object({
    licenseId: z.uuid(),
    filingId: z.string(),
    plannedOn: day.nullable(),
    filingDay: day.meta({ description: 'The planned day, or today once it has passed' }),
    freshThrough: day.nullable().meta({ description: 'The last day on which nothing supplied is too old' }),
    requirements: z.array(
      z.object({
        id: z.string(),
        status: z.enum(['required', 'optional', 'deferrable']),
        title: bilingual,
        citation,
        confidence,
        rule: z.string().meta({ description: 'Id of the rule that asks for it' }),
        freshness: z
          .object({ length: z.int(), unit: z.string() })
          .nullable()
          .meta({ description: 'How old it may be on the filing day' }),
        material: z.object({ materialId: z.string(), version: z.int(), sha256: z.string() }).nullable(),
        versions: z.int(),
        supplied: z.array(suppliedVersion),
        freshUntil: day.nullable(),
        stale: z.boolean().nullable(),
        deferred: z.boolean(),
        formality: z
          .object({
            seal: z.boolean().nullable(),
            signed: z.boolean().nullable(),
            original: z.enum(['shown', 'handed-in']).nullable(),
            note: bilingual.nullable(),
            citation,
            confidence,
          })
          .nullable()
          .meta({ description: 'Seal, signature and original that it needs, as far as a source says' }),
        sealMissing: z.boolean(),
        original: original.nullable(),
      }),
    ),
    further: z
      .array(z.object({ id: z.string(), supplied: z.array(suppliedVersion), original: original.nullable() }))
      .meta({ description: 'Supplied beyond the list: for items of a correction notice, or an older rule' }),
  })
  .meta({ id: 'Requirements' });

export const packsAnswer = z
  .object({
    licenseId: z.uuid(),
    filingId: z.string(),
    packs: z.array(
      z.object({
        seq: z.int().meta({ description: "Entry of the license's history" }),
        packHash: z.string().meta({ description: 'What the sign-off stands for' }),
        signedOn: day,
        signedBy: z.string(),
        materials: z.int(),
        deferred: z.array(z.string()),
        state: z.enum(['standing', 'outdated', 'superseded']).meta({
          description:
            'Outdated: materials have changed since, other than those that were deferred and came once it was handed in; superseded: signed off again',
        }),
        rounds: z.array(z.int()).meta({ description: 'Rounds in which it was handed in' }),
      }),
    ),
  })
  .meta({ id: 'Packs' });

const missing = z.array(z.object({ field: z.string(), label: bilingual }));

export const draftsAnswer = z
  .object({
    licenseId: z.uuid(),
    filingId: z.string(),
    drafts: z.array(
      z.object({
        requirementId: z.string(),
        title: bilingual,
        wording: z.object({ title: z.string(), version: z.int() }),
        missing: missing.meta({ description: 'Not on record: marked in the draft, to be written in' }),
      }),
    ),
  })
  .meta({ id: 'Drafts' });

export const portalFormAnswer = z
  .object({
    licenseId: z.uuid(),
    filingId: z.string(),
    kind: z.string(),
    confidence: z
      .enum(['verified', 'secondary', 'unverified'])
      .meta({ description: 'Unverified: the portal’s own form lies behind a login and was not read' }),
    sections: z.array(
      z.object({
        id: z.string(),
        title: bilingual,
        fields: z.array(
          z.object({
            id: z.string(),
            label: bilingual,
            value: z.string().nullable().meta({ description: 'Ready to copy; null where it is not on record' }),
            source: z.enum(['company', 'license', 'filing', 'permit', 'nobody']),
          }),
        ),
        shareholders: z
          .array(
            z.object({
              name: z.string().nullable(),
              kind: bilingual,
              percent: z.string(),
              amount: z.string(),
              foreign: z.boolean(),
            }),
          )
          .nullable(),
      }),
    ),
    missing: z.array(z.string()),
  })
  .meta({ id: 'PortalForm' });
