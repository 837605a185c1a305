import { z } from 'zod';
import { exampleValues } from './example-values.js';
import { filingPath, freeText, uuid, validOn, wholeNumber } from './fields.js';

const day = z.string().meta({ format: 'date' });
export const textRef = z.object({ ref: z.string(), commitment: z.string(), text: z.string().nullable().optional() });
const version = z.object({ materialId: z.string(), version: z.int(), sha256: z.string() });

const entry = wholeNumber(1, 10_000_000, {
  description: 'Number of the entry that tells the paper',
  examples: [12],
});

const { id, filingId } = filingPath.shape;

export const paperPath = z.strictObject({ id, seq: entry });
export const scanPath = z.strictObject({
  id,
  seq: entry,
  scanId: uuid.meta({ examples: [exampleValues.scan] }),
});
export const itemPath = z.strictObject({
  id,
  filingId,
  itemId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/)
    .meta({ examples: ['r1-1'] }),
});

export type PaperPath = z.output<typeof paperPath>;
export type ScanPath = z.output<typeof scanPath>;
export type ItemPath = z.output<typeof itemPath>;

/** Images that were uploaded before, for the entry that they show. */
export const scans = z.array(uuid).max(10).default([]).meta({
  description: 'Images of the paper, as POST …/scans gave their ids; later ones can be tied to the entry too',
});

export const scanTie = z
  .strictObject({
    scanId: uuid,
    replaces: uuid
      .nullable()
      .default(null)
      .meta({ description: 'A scan of this paper that showed something else; it stays on record' }),
    validOn,
  })
  .meta({ id: 'ScanTie', examples: [{ scanId: exampleValues.scan }] });

export const itemAnswer = z
  .strictObject({ text: freeText, validOn })
  .meta({ id: 'ItemAnswer', examples: [{ text: 'Forty seats, all of them in Shanghai.' }] });

export const itemPassing = z
  .strictObject({ reason: freeText, validOn })
  .meta({ id: 'ItemPassing', examples: [{ reason: 'The window said that the form as it is will do.' }] });

export const scanStored = z
  .object({
    licenseId: z.uuid(),
    scanId: z.uuid(),
    sha256: z.string(),
    bytes: z.int(),
    mediaType: z.string(),
  })
  .meta({ id: 'ScanStored' });

const actor = z.object({ kind: z.string(), id: z.string() });

/** A correction that two persons have agreed on. */
export const madeCorrection = z.object({
  seq: z.int().meta({ description: 'The mistaken entry' }),
  changes: z.array(z.object({ member: z.string(), from: z.unknown(), to: z.unknown() })),
  reason: textRef.nullable().meta({ description: 'Why, as it was proposed, for whoever may read it' }),
  proposedBy: z.string(),
  proposedSeq: z.int().nullable().meta({ description: 'The entry that proposed it' }),
  approvedBy: z.string(),
  on: day,
  correctedBy: z.int().meta({ description: 'The entry that corrects it' }),
});

export const paper = z.object({
  seq: z.int(),
  type: z.string().meta({ description: 'Type of the entry, as in the history' }),
  words: z.object({ zh: z.string(), en: z.string() }),
  filingId: z.string().nullable(),
  on: day.meta({ description: 'Day on the paper; the first day of its term where it tells no other' }),
  number: z.string().nullable(),
  enteredBy: actor,
  recordedOn: day,
  daysLate: z.int().nullable().meta({
    description: 'Days from the day on the paper to that of its entry; null where the paper tells only its term',
  }),
  scans: z.array(
    z.object({
      scanId: z.uuid(),
      sha256: z.string(),
      bytes: z.int(),
      mediaType: z.string(),
      attachedBy: z.string(),
      attachedOn: day,
      seq: z.int(),
      replacedBy: z.string().nullable(),
      erasedOn: day.nullable().meta({ description: 'Since when its content is gone for good' }),
    }),
  ),
  corrections: z.array(madeCorrection),
});

export const papersAnswer = z
  .object({ licenseId: z.uuid(), seq: z.int(), papers: z.array(paper) })
  .meta({ id: 'Papers' });

export const correctionItem = z.object({
  state: z
    .enum(['open', 'supplied', 'answered', 'passed-over'])
    .meta({ description: 'Supplied: a newer version of the material answers it; answered: in words' }),
  requirementId: z.string().nullable(),
  text: textRef.nullable().meta({ description: 'What the authority wrote, for whoever may read it' }),
  rejected: version.nullable().meta({ description: 'The version that was sent back' }),
  suppliedBy: version.nullable().meta({ description: 'The version that answers' }),
  said: textRef.nullable().meta({ description: 'The answer in words, or why the item is passed over' }),
  done: z.object({ by: z.string(), on: day, seq: z.int() }).nullable(),
});

export const correctionItemsAnswer = z
  .object({
    licenseId: z.uuid(),
    filingId: z.string(),
    rounds: z.array(
      z.object({
        round: z.int(),
        noticedOn: day,
        dueOn: day.nullable(),
        number: z.string().nullable(),
        items: z.array(correctionItem.extend({ id: z.string() })),
      }),
    ),
  })
  .meta({ id: 'CorrectionItems' });
