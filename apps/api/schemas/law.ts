import { z } from 'zod';
import { latestPins } from '../../../libs/domain/index.js';
import { exampleValues } from './example-values.js';
import { version } from './fields.js';

/** How the house reads the law, and which version of it its licenses follow. */
const state = z.enum(['proposed', 'confirmed', 'rejected']);
const houseSeq = z.int().meta({ description: "Entry of the house's record" });
const person = z.string().meta({ examples: [exampleValues.owner] });

export const readingsAnswer = z
  .object({
    readings: z.array(
      z.object({
        id: z.uuid(),
        rule: z.string(),
        reading: z
          .string()
          .nullable()
          .meta({ examples: ['working-days-from-acceptance'] }),
        scope: z
          .looseObject({ kind: z.enum(['installation', 'authority', 'license']) })
          .meta({ examples: [{ kind: 'authority', authority: 'sh' }] }),
        state: z.enum(['proposed', 'confirmed', 'rejected', 'superseded']),
        evidence: z.looseObject({ ref: z.string(), commitment: z.string() }),
        proposedBy: person,
        decidedBy: person.nullable(),
        houseSeq,
      }),
    ),
  })
  .meta({ id: 'Readings' });

const hidden = 'null to whoever is limited to a scope, or to a period that is over';

const adoption = z.object({
  id: z.uuid(),
  kind: z.enum(['rulebook', 'calendar']),
  version: z.string().meta({ examples: [latestPins.pack] }),
  state,
  licenses: z
    .int()
    .nullable()
    .meta({ description: `Open licenses that pin another version; ${hidden}` }),
  moved: z
    .int()
    .nullable()
    .meta({ description: `Those of them with a date that moves; ${hidden}` }),
  impactHash: z.string(),
  proposedBy: person,
  decidedBy: person.nullable(),
  perSecond: z.int().nullable(),
  eventId: z.uuid().nullable(),
  houseSeq,
});

export const adoptionsAnswer = z
  .object({
    adoptions: z.array(adoption),
    next: z.int().nullable().meta({ description: 'Give it as `before` for the next page; null at the end' }),
  })
  .meta({ id: 'Adoptions' });

export const adoptionAnswer = adoption
  .extend({
    progress: z
      .looseObject({
        pending: z.int(),
        refused: z.array(z.looseObject({ licenseId: z.uuid() })),
        perSecond: z.int(),
        secondsLeft: z.int().nullable().meta({ description: 'Null to whoever has a scope' }),
      })
      .nullable()
      .meta({
        description:
          'How far it is carried, of the licenses that you see; null until it is confirmed, and after your period',
      }),
  })
  .meta({ id: 'Adoption' });

export const impactAnswer = z
  .object({
    licenses: z.array(z.object({ licenseId: z.uuid(), dates: z.array(z.looseObject({})) })),
    next: z.uuid().nullable().meta({ description: 'Give it as `after` for the next page; null at the end' }),
  })
  .meta({ id: 'AdoptionImpact' });

export const laddersAnswer = z
  .object({
    version,
    ladders: z.array(
      z.object({
        kind: z.string(),
        default: z.array(z.int()).meta({ examples: [[30, 14, 7, 3]] }),
        chosen: z
          .looseObject({ offsets: z.array(z.int()).nullable(), chosenBy: person, houseSeq })
          .nullable()
          .meta({ description: 'Null where the house goes by the rules' }),
      }),
    ),
  })
  .meta({ id: 'Ladders' });
