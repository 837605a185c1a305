import { z } from 'zod';
import { exampleValues } from './example-values.js';
import { civilDate, freeText, uuid, validOn } from './fields.js';

const ladder = {
  kind: z.string().trim().min(1).max(60).meta({ description: 'Kind of obligation, such as renewal' }),
  offsets: z.array(z.number()).max(100).nullable().meta({
    description:
      'Calendar days before the safe day, 1 to 20 of them; the safe day itself and what repeats after it always stay. Null goes back to what held before',
  }),
  reason: freeText,
};

export const chosenLadder = z.strictObject(ladder).meta({
  id: 'ChosenLadder',
  examples: [{ kind: 'renewal', offsets: [180, 90, 45, 20, 10, 5, 2], reason: '材料准备通常需要两个月' }],
});

export const chosenLadderOfLicense = z.strictObject({ ...ladder, validOn }).meta({
  id: 'ChosenLadderOfLicense',
  examples: [{ kind: 'annual-report', offsets: [60, 30, 10], reason: 'The auditors need two months.' }],
});

export const absence = z.strictObject({ from: civilDate, until: civilDate }).meta({
  id: 'Absence',
  description: 'Both days are days of the absence',
  examples: [{ from: exampleValues.today, until: exampleValues.lastDay }],
});

export const handOver = z
  .strictObject({
    to: uuid,
    licenseIds: z
      .array(uuid)
      .min(1)
      .max(1_000)
      .nullable()
      .default(null)
      .meta({ description: 'Null for all open licenses of the person' }),
  })
  .meta({ id: 'HandOver', examples: [{ to: exampleValues.deputy, licenseIds: null }] });

export const departure = z
  .strictObject({
    successor: uuid.nullable().default(null).meta({ description: 'Takes over every license that names nobody else' }),
    successors: z
      .array(z.strictObject({ licenseId: uuid, to: uuid }))
      .max(1_000)
      .default([]),
    toStandIns: z
      .boolean()
      .default(false)
      .meta({ description: "What is left goes to each license's deputy, or else to its manager" }),
  })
  .meta({ id: 'Departure', examples: [{ toStandIns: true }] });
