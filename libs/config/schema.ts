import { z } from 'zod';
import { Secret } from './secret.js';

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

/** Hosts of this machine; to any other one only over TLS. */
const plainHosts = ['127.0.0.1', 'localhost', '[::1]'];

/** An address of the operator's own that we call. */
const ownUrl = url('http:', 'https:').refine(
  (text) => {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || plainHosts.includes(hostname);
  },
  {
    error: 'must begin with https://, but for an address of this machine',
    when: ({ issues }) => issues.length === 0,
  },
);

/** One that may hold a secret. */
const calledUrl = ownUrl.transform((text) => new Secret(text));

const mailAddresses = z
  .string()
  .transform((text) => text.split(',').map((address) => address.trim()))
  .pipe(z.array(z.email({ error: 'must be mail addresses with commas between them' })).min(1));

const secretUrl = (...protocols: string[]) => url(...protocols).transform((text) => new Secret(text));

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((number) => number >= from && number <= to, { error: `must be from ${from} to ${to}` });

/** What encrypts or signs: all of it is these bytes. */
const secretKey = z
  .string()
  .refine((text) => /^[A-Za-z0-9+/]{43}=$/.test(text), { error: 'must be 32 random bytes in base64 (44 characters)' })
  .transform((text) => new Secret(Buffer.from(text, 'base64')));

const secretKeys = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((key) => key !== ''))
  .pipe(
    z.array(z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'must be keys of 32 random bytes in base64, with commas between')),
  )
  .transform((keys) => new Secret(keys.map((key) => Buffer.from(key, 'base64'))));

/** host:port, or the path of a Unix socket. */
const clamdAddress = z
  .string()
  .regex(/^(\/.+|[^\s/]+:\d{1,5})$/, 'must be host:port, or the path of a socket that begins with /');

/** Host, bucket and, where there is one, the folder in it; nothing else belongs into the address. */
const bucketUrl = url('http:', 'https:').refine(
  (text) => {
    const { pathname, search, hash, username } = new URL(text);
    return /^\/[a-z0-9][a-z0-9.-]{1,62}(\/[\w./-]*)?$/.test(pathname) && search + hash + username === '';
  },
  { error: 'must be http(s)://host/bucket or http(s)://host/bucket/folder', when: ({ issues }) => issues.length === 0 },
);

const region = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/, 'must be a region such as us-east-1')
  .default('us-east-1');

const minuteOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 08:00')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const queues = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(['licenses', 'notices'])).min(1));

/** Hosts of one's own network, each as a URL names it: `host`, or `host:port` where the port is not the scheme's own. */
const allowedHosts = z
  .string()
  .transform((text) => text.split(',').map((host) => host.trim().toLowerCase()))
  .pipe(
    z.array(
      z
        .string()
        .regex(/^(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(:\d{1,5})?$/, 'must be hosts as host or host:port, with commas'),
    ),
  );

/** As Express takes them: addresses, networks, or names of kinds of networks. */
const proxies = z
  .string()
  .transform((text) => text.split(',').map((address) => address.trim()))
  .pipe(
    z.array(
      z
        .string()
        .regex(
          /^(loopback|linklocal|uniquelocal|[0-9a-f.:]+(\/\d{1,3})?)$/i,
          'must be addresses or networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, with commas',
        ),
    ),
  );

/** Signatures by a key pair: whoever may verify a token cannot make one. */
const signatures = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'] as const;

const algorithms = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(signatures, { error: `must be some of ${signatures.join(', ')}, with commas` })).min(1));

/** Every variable that a process of Paizhao reads. `.env.example` explains each; a spec compares the two. */
export const variables = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SIMULATION: z.enum(['off', 'on']).default('off'),

  DATABASE_URL: secretUrl('postgres:', 'postgresql:'),
  DATABASE_ADMIN_URL: secretUrl('postgres:', 'postgresql:').optional(),
  DATABASE_POOL_SIZE: wholeNumber(2, 200).default(10),
  PAIZHAO_DATA_KEY: secretKey,
  PAIZHAO_OTHER_DATA_KEYS: secretKeys.default(new Secret([])),
  FILES_DIR: z.string().optional(),
  FILES_S3_URL: bucketUrl.optional(),
  FILES_S3_REGION: region,
  FILES_S3_KEY_ID: z.string().optional(),
  FILES_S3_SECRET_KEY: z
    .string()
    .transform((text) => new Secret(text))
    .optional(),
  PAIZHAO_CHECKPOINT_KEY: secretKey.optional(),
  PAIZHAO_OTHER_CHECKPOINT_KEYS: secretKeys.default(new Secret([])),
  CHECKPOINTS_DIR: z.string().optional(),
  CHECKPOINTS_S3_URL: bucketUrl.optional(),
  CHECKPOINTS_S3_REGION: region,
  CHECKPOINTS_S3_KEY_ID: z.string().optional(),
  CHECKPOINTS_S3_SECRET_KEY: z
    .string()
    .transform((text) => new Secret(text))
    .optional(),
  CLAMD_ADDRESS: clamdAddress.optional(),
  LAW_FOLDER: z.string().optional(),
  OUTBOUND_ALLOWED_HOSTS: allowedHosts.default([]),

  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, 'must be host:port')
    .default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('paizhao'),
  TEMPORAL_API_KEY: z
    .string()
    .transform((text) => new Secret(text))
    .optional(),
  TEMPORAL_TLS_CERT: z.string().optional(),
  TEMPORAL_TLS_KEY: z
    .string()
    .transform((text) => new Secret(text))
    .optional(),
  TEMPORAL_UI_URL: url('http:', 'https:').optional(),

  SMTP_URL: secretUrl('smtp:', 'smtps:').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'must be a mail address, or a name and an address in <>')
    .optional(),

  ALARM_MAIL_TO: mailAddresses.optional(),
  ALARM_WEBHOOK_URL: calledUrl.optional(),
  DEADMAN_URL: calledUrl.optional(),
  DEADMAN_MINUTES: wholeNumber(1, 1440).default(5),
  WATCH_SECONDS: wholeNumber(5, 60).default(60),

  OIDC_ISSUER: ownUrl.optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_PERSON_CLAIM: z.string().default('sub'),
  OIDC_ALGORITHMS: algorithms.default(['RS256', 'PS256', 'ES256', 'EdDSA']),

  METRICS_HOST: z.string().default('127.0.0.1'),
  API_METRICS_PORT: wholeNumber(1, 65_535).optional(),
  WORKER_METRICS_PORT: wholeNumber(1, 65_535).optional(),

  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  PUBLIC_URL: url('http:', 'https:').optional(),
  /** Requests per second, or nothing at all. */
  RATE_LIMIT: z
    .union([z.literal('off'), wholeNumber(1, 100_000)], { error: 'must be a whole number from 1 to 100000, or off' })
    .default(100),
  RATE_LIMIT_STRANGERS: wholeNumber(1, 100_000).default(20),
  ACCESS_REASONS: z.enum(['optional', 'demanded'], { error: 'must be optional or demanded' }).default('optional'),
  TRUSTED_PROXIES: proxies.default([]),
  UPLOAD_MAX_BYTES: wholeNumber(1, 52_428_800).default(5_242_880),
  COMMAND_QUEUE: wholeNumber(1, 10_000).default(100),
  FAN_OUT_PER_SECOND: wholeNumber(1, 1000).default(10),

  WORKER_QUEUES: queues.default(['licenses', 'notices']),
  WORKER_HEALTH_FILE: z.string().optional(),
  WAKE_WINDOW_FROM: minuteOfDay.default(8 * 60),
  WAKE_WINDOW_MINUTES: wholeNumber(1, 720).default(50),
});

export type Variables = z.output<typeof variables>;

/** Each of these may also be given as the path of a file that holds it, in `<NAME>_FILE`. */
export const fromFile = [
  'DATABASE_URL',
  'DATABASE_ADMIN_URL',
  'PAIZHAO_DATA_KEY',
  'PAIZHAO_OTHER_DATA_KEYS',
  'PAIZHAO_CHECKPOINT_KEY',
  'PAIZHAO_OTHER_CHECKPOINT_KEYS',
  'FILES_S3_SECRET_KEY',
  'CHECKPOINTS_S3_SECRET_KEY',
  'SMTP_URL',
  'ALARM_WEBHOOK_URL',
  'DEADMAN_URL',
  'TEMPORAL_API_KEY',
  'TEMPORAL_TLS_CERT',
  'TEMPORAL_TLS_KEY',
] as const;
