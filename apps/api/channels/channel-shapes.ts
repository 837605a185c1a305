import { z } from 'zod';
import { exampleValues } from '../schemas/example-values.js';
import { uuid, version, wholeNumberOr } from '../schemas/fields.js';

export const channelPath = z.strictObject({ id: uuid });
export type ChannelPath = z.output<typeof channelPath>;

const name = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .meta({ description: 'Your own name for it: lower-case letters, digits and hyphens' });
const url = z.string().trim().min(1).max(2_000);
const licenseIds = z.array(uuid).min(1).max(500).nullable().meta({ description: 'Only these; null for all' });
const companyIds = z.array(uuid).min(1).max(500).nullable().meta({ description: 'Only theirs; null for all' });
const eventTypes = z
  .array(z.string().min(1).max(60))
  .min(1)
  .max(200)
  .nullable()
  .meta({ description: 'Types of license events, as in the history; null for all' });
const imported = z.boolean().meta({
  description:
    'Whether it hears, entry by entry, of permits that an import puts on record; GET /changes has them in any case',
});
const authorities = z.array(z.string().min(1).max(20)).min(1).max(50).nullable();
const language = z.enum(['zh', 'en']);
const secret = z.string().min(1).max(200).nullable();

/** At least one member must be there. */
const changes = <S extends z.ZodRawShape>(shape: S) =>
  z
    .strictObject(shape)
    .partial()
    .refine((asked) => Object.keys(asked).length > 0, {
      error: 'there is nothing to change',
      params: { code: 'field-missing', remedy: 'Give what is to be changed; what is left out stays as it is.' },
    });

const webhookShape = { name, url, eventTypes, licenseIds, companyIds, imported };

export const newWebhook = z
  .strictObject({
    ...webhookShape,
    eventTypes: eventTypes.default(null),
    licenseIds: licenseIds.default(null),
    companyIds: companyIds.default(null),
    imported: imported.default(true),
  })
  .meta({
    id: 'NewWebhook',
    examples: [
      { name: 'erp', url: 'https://erp.example.com/hooks/paizhao', eventTypes: ['permit-issued', 'permit-renewed'] },
    ],
  });

export const webhookChange = changes(webhookShape).meta({
  id: 'WebhookChange',
  examples: [{ url: 'https://erp.example.com/hooks/licenses' }],
});

export const newSecret = z
  .strictObject({
    keepOldHours: z.int().min(0).max(168).default(24).meta({ description: 'So long the old one signs too' }),
  })
  .meta({ id: 'NewWebhookSecret', examples: [{ keepOldHours: 24 }] });

const instant = z.iso.datetime({ offset: true });

export const replay = z
  .strictObject({ from: instant, to: instant })
  .refine(({ from, to }) => Date.parse(from) <= Date.parse(to), {
    path: ['to'],
    error: 'the end is before the beginning',
    params: { code: 'replay-backward', remedy: 'Give the earlier instant as "from".' },
  })
  .meta({ id: 'Replay', examples: [{ from: '2026-11-19T00:00:00Z', to: '2026-11-20T00:00:00Z' }] });

const robotShape = { name, language, url, secret, licenseIds, companyIds, authorities, urgentOnly: z.boolean() };

export const newRobot = z
  .strictObject({
    kind: z.enum(['wecom', 'dingtalk', 'feishu']),
    ...robotShape,
    language: language.default('zh'),
    secret: secret.default(null).meta({ description: 'The secret of the setting 加签 / 签名校验; null without one' }),
    licenseIds: licenseIds.default(null),
    companyIds: companyIds.default(null),
    authorities: authorities.default(null),
    urgentOnly: z.boolean().default(false),
  })
  .meta({
    id: 'NewRobot',
    examples: [
      {
        kind: 'wecom',
        name: 'compliance-group',
        language: 'zh',
        url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-0000-4000-8000-000000000000',
        urgentOnly: false,
      },
    ],
  });

export const robotChange = changes(robotShape).meta({ id: 'RobotChange', examples: [{ urgentOnly: true }] });

export const deliveriesQuery = z.strictObject({
  state: z.enum(['queued', 'sending', 'sent', 'suppressed', 'failed']).optional(),
  before: uuid.optional().meta({ description: '`next` of the page before' }),
  limit: wholeNumberOr(50, 1, 200),
});

export const messagesQuery = z.strictObject({
  state: z.enum(['queued', 'sending', 'sent', 'uncertain', 'suppressed', 'failed']).optional(),
  before: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .optional()
    .meta({ description: '`next` of the page before' }),
  limit: wholeNumberOr(50, 1, 200),
});

const shownInstant = z.string().nullable();
const state = z.enum(['enabled', 'disabled']);

const webhook = z
  .object({
    id: z.uuid(),
    version,
    name: z.string(),
    host: z.string().meta({ description: 'Of the URL; the rest of it may hold a secret' }),
    eventTypes: z.array(z.string()).nullable(),
    licenseIds: z.array(z.string()).nullable(),
    companyIds: z.array(z.string()).nullable(),
    imported: z.boolean(),
    state,
    disabledWhy: z.enum(['by-hand', 'gone', 'failing']).nullable(),
    failingSince: shownInstant,
    oldSecretUntil: shownInstant,
  })
  .meta({ id: 'Webhook' });

export const webhooksAnswer = z.object({ webhooks: z.array(webhook) });
export const webhookAnswer = webhook.extend({
  replays: z.array(z.object({ id: z.uuid(), from: z.string(), to: z.string(), queued: z.int(), doneAt: shownInstant })),
});
export const secretAnswer = z
  .object({ webhookId: z.uuid(), secret: z.string() })
  .meta({ id: 'WebhookSecret', examples: [{ webhookId: exampleValues.license, secret: 'whsec_…' }] });
export const webhookDone = z.object({ webhookId: z.uuid() });
export const testAnswer = z.object({ webhookId: z.uuid(), deliveryId: z.uuid() });
export const replayAnswer = z.object({ webhookId: z.uuid(), replayId: z.uuid() });

export const deliveriesAnswer = z.object({
  deliveries: z.array(
    z.object({
      id: z.uuid().meta({ description: 'The webhook-id' }),
      licenseId: z.uuid().nullable(),
      seq: z.int(),
      type: z.string(),
      state: z.string(),
      attempts: z.int(),
      replays: z.int(),
      answer: z.string().nullable(),
      nextAttemptAt: shownInstant,
      changedAt: shownInstant,
    }),
  ),
  next: z.uuid().nullable().meta({ description: 'Give it as `before` for the next page; null at the end' }),
});

const robot = z
  .object({
    id: z.uuid(),
    version,
    kind: z.string(),
    name: z.string(),
    language: z.string(),
    signs: z.boolean(),
    licenseIds: z.array(z.string()).nullable(),
    companyIds: z.array(z.string()).nullable(),
    authorities: z.array(z.string()).nullable(),
    urgentOnly: z.boolean(),
    state,
    disabledWhy: z.enum(['by-hand', 'refused']).nullable(),
  })
  .meta({ id: 'Robot' });

export const robotsAnswer = z.object({ robots: z.array(robot) });
export const robotAnswer = robot;
export const robotDone = z.object({ robotId: z.uuid() });
export const robotTestAnswer = z.object({ robotId: z.uuid(), key: z.string() });

export const messagesAnswer = z.object({
  messages: z.array(
    z.object({
      key: z.string(),
      purpose: z.string(),
      licenseId: z.uuid().nullable(),
      obligationId: z.string().nullable(),
      rung: z.string().nullable(),
      simulated: z.boolean(),
      state: z.string(),
      attempts: z.int(),
      answer: z.string().nullable(),
      dueAt: z.string(),
      changedAt: shownInstant,
    }),
  ),
  next: z.string().nullable().meta({ description: 'Give it as `before` for the next page; null at the end' }),
});
