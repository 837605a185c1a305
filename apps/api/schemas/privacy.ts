import { z } from 'zod';
import { erasureGrounds } from '../../../libs/domain/index.js';
import { freeText } from './fields.js';

const ground = z.enum(erasureGrounds).meta({
  description:
    'Which case of PIPL article 47: the purpose is met or cannot be met, the period of keeping has ended, consent was withdrawn, the data was handled against the law, another law says so',
});

export const personErasure = z.strictObject({ ground, reason: freeText }).meta({
  id: 'PersonErasure',
  examples: [{ ground: 'purpose-met', reason: '该员工离职已满三年' }],
});

export type PersonErasureBody = z.output<typeof personErasure>;

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
