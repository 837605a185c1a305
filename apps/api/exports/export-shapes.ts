import { z } from 'zod';
import { type RegisterColumnKey, registerColumns } from '../../../libs/sheets/register/index.js';
import { keptFilter } from '../portfolio/portfolio-filter.js';
import { uuid } from '../schemas/fields.js';

/** How a file looks, whatever stands in it. */
const look = {
  format: z.enum(['csv', 'xlsx', 'pdf']).meta({ description: 'pdf: a register in Chinese, ready to print' }),
  language: z.enum(['zh', 'en']).default('zh').meta({ description: 'Of headings and words; a pdf is in Chinese' }),
  columns: z
    .array(z.enum(registerColumns as [RegisterColumnKey, ...RegisterColumnKey[]]))
    .min(1)
    .max(registerColumns.length)
    .refine((columns) => new Set(columns).size === columns.length, { error: 'a column stands twice' })
    .nullable()
    .default(null)
    .meta({ description: 'In this order; all of them where it is left out, for a pdf those that fit' }),
};

export const exportBody = z
  .strictObject({
    format: look.format,
    language: look.language,
    viewId: uuid.nullable().default(null).meta({ description: 'A saved view of yours, or a shared one' }),
    filter: keptFilter.prefault({}),
    columns: look.columns,
  })
  .refine(({ viewId, filter }) => viewId === null || Object.keys(filter).length === 0, {
    path: ['filter'],
    error: 'a view brings its own conditions',
    params: { code: 'field-invalid', remedy: 'Give viewId or filter, not both.' },
  })
  .meta({ id: 'NewExport', examples: [{ format: 'xlsx', language: 'zh', filter: { slackTo: 30 } }] });

export const viewExportBody = z
  .strictObject(look)
  .meta({ id: 'NewExportOfView', examples: [{ format: 'xlsx', language: 'zh' }] });
