import { z } from 'zod';
import { bilingual } from './answers.js';

const day = z.string().meta({ format: 'date' });

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
        state: z
          .enum(['standing', 'outdated', 'superseded'])
          .meta({ description: 'Outdated: materials have changed since; superseded: signed off again' }),
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
