import { z } from 'zod';
import type { ObligationKind } from '../../../libs/domain/index.js';
import { wordsOf } from '../../../libs/notices/index.js';
import { version } from './fields.js';

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'On the clock in Shanghai', examples: ['20:00'] });

const obligationKind = z.enum(Object.keys(wordsOf('en').kind) as [ObligationKind, ...ObligationKind[]]);

export const preferencesBody = z
  .strictObject({
    digest: z.boolean().meta({ description: 'One mail a day for what is not urgent; off: each reminder by itself' }),
    quietHours: z
      .strictObject({ from: time, until: time })
      .nullable()
      .meta({ description: 'No mail in these hours, unless its safe day is today or past; null for none' }),
    language: z.enum(['zh', 'en']),
    mutedKinds: z
      .array(obligationKind)
      .max(100)
      .meta({ description: 'Kinds of duties of which no reminder is wanted' }),
  })
  .meta({
    id: 'NoticePreferences',
    examples: [
      { digest: true, quietHours: { from: '20:00', until: '08:00' }, language: 'zh', mutedKinds: ['litigation'] },
    ],
  });

export type PreferencesBody = z.output<typeof preferencesBody>;

export const keptPreferences = z
  .object({
    personId: z.uuid(),
    version,
    ...preferencesBody.shape,
    mutedKinds: z.array(z.string()),
    toldAnyway: z.array(z.object({ licenseId: z.uuid(), kind: z.string(), owner: z.string() })).meta({
      description: 'Duties by law that owner, deputy and manager have all muted: the owner is told all the same',
    }),
  })
  .meta({ id: 'KeptNoticePreferences' });

export type PreferencesAnswer = z.output<typeof keptPreferences>;

/** Minutes after midnight as the clock shows them, and back. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
