import { z } from 'zod';
import { uuid, wholeNumberOr } from '../schemas/fields.js';

/** Forms hold texts alone. */
const flag = z.enum(['true', 'false']).transform((word) => word === 'true');

const person = uuid.nullable().default(null);

export const importForm = z.strictObject({
  trial: flag.prefault('true'),
  notify: flag.prefault('false'),
  owner: person,
  deputy: person,
  manager: person,
});

export type ImportForm = z.output<typeof importForm>;

const id = { type: 'string', format: 'uuid' };

/** As the description of the API shows the form. */
export const importFormShown = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary', description: 'An .xlsx, or CSV in UTF-8 or GB18030; up to 10 MB' },
    trial: {
      type: 'string',
      enum: ['true', 'false'],
      default: 'true',
      description: 'true: says row by row what would be done; false: does it',
    },
    notify: {
      type: 'string',
      enum: ['true', 'false'],
      default: 'false',
      description: 'true: people are mailed what is due at once; false: that is recorded as withheld',
    },
    owner: { ...id, description: 'Of rows that name nobody' },
    deputy: id,
    manager: id,
  },
};

export const findingsQuery = z.strictObject({
  after: wholeNumberOr(0, 0, Number.MAX_SAFE_INTEGER, { description: '`next` of the page before: the last row of it' }),
  limit: wholeNumberOr(500, 1, 1_000, { description: 'Rows' }),
});

export const templateQuery = z.strictObject({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  language: z
    .enum(['zh', 'en'])
    .optional()
    .meta({ description: 'Of headings and notes; by Accept-Language where it is left out' }),
});
