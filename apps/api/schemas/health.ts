import { z } from 'zod';
import { latestPins } from '../../../libs/domain/index.js';

const check = z.enum(['ok', 'failed']);
const version = z.string().meta({ description: 'Of the product', examples: ['0.5.0'] });
const law = (id: string) => z.object({ id: z.string().meta({ examples: [id] }), hash: z.string() });

export const liveAnswer = z.object({ status: z.literal('live'), version }).meta({ id: 'Live' });

export const readinessAnswer = z
  .object({
    status: z.enum(['ready', 'not-ready']),
    version,
    checks: z.object({
      database: check,
      temporal: check,
      licensesWorker: check,
      noticesWorker: check,
      law: check,
    }),
    alarms: z.object({ open: z.int(), untold: z.int() }).nullable(),
    law: z.object({
      packs: z.array(law(latestPins.pack)),
      calendars: z.array(law(latestPins.calendar)),
      digest: z.string(),
      lacking: z.array(z.looseObject({})).meta({ description: 'Law that licenses pin and this process has not' }),
      workersDiffer: z.boolean(),
    }),
  })
  .meta({ id: 'Readiness' });
