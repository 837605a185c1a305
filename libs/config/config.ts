import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { ConfigurationError } from './demanded.js';
import { fromFile, type Variables, variables } from './schema.js';
import type { Secret } from './secret.js';

export interface Config {
  production: boolean;
  logLevel: Variables['LOG_LEVEL'];
  /** Time may be skipped for single licenses; never in production. */
  simulation: 'off' | 'on';
  database: { url: Secret<string>; adminUrl: Secret<string> | null; poolSize: number };
  /** 32 bytes; encrypts personal data, private texts, rendered mail and files. */
  dataKey: Secret<Buffer>;
  /** Open what was stored under them; nothing is stored under them any more. */
  otherDataKeys: Secret<Buffer[]>;
  /** Null where this process keeps no files. With a bucket: where uploads lie until they are there. */
  filesDir: string | null;
  /** Where files are kept instead of a folder. */
  bucket: Bucket | null;
  /** What signs checkpoints over the ledger, and where they are kept outside the database. */
  checkpoints: {
    /** 32 bytes; null where nothing is sealed. */
    key: Secret<Buffer> | null;
    /** Signed earlier, or will sign later: known while keys are exchanged. */
    otherKeys: Secret<Buffer[]>;
    directory: string | null;
    /** Instead of the folder. */
    bucket: Bucket | null;
  };
  /** Address of the virus scanner; null where nothing is scanned. */
  clamd: string | null;
  /** Rule packs and calendars beside those that ship; null where there are none. */
  lawFolder: string | null;
  /** Hosts of one's own network that webhooks and robots may reach; everything else must be public. */
  outbound: { allowedHosts: string[] };
  temporal: {
    /** host:port */
    address: string;
    namespace: string;
    apiKey: Secret<string> | null;
    /** PEM. */
    certificate: { crt: string; key: Secret<string> } | null;
    uiUrl: string | null;
  };
  /** Null where this process sends nothing. */
  mail: { url: Secret<string>; from: string } | null;
  /** Who is told that something is silent, and how often it is looked for. */
  watch: {
    everyMs: number;
    /** Beside the administrators. */
    mailTo: string[];
    webhookUrl: Secret<string> | null;
    deadMan: { url: Secret<string>; everyMs: number } | null;
  };
  /** Whose access tokens are taken beside the house's own; null for nobody's. */
  identity: { issuer: string; audience: string; personClaim: string; algorithms: string[] } | null;
  /** Ports of the metrics pages, which need no token; null for none. */
  metrics: { host: string; apiPort: number | null; workerPort: number | null };
  http: {
    host: string;
    port: number;
    publicUrl: string;
    uploadMaxBytes: number;
    /** Null where nothing is limited. */
    limits: Record<'bearers' | 'strangers' | 'tokens', { perSecond: number; burst: number }> | null;
    trustedProxies: string[];
    /** Whether whoever reads papers, exports, or asks about the past must say why. */
    reasonsDemanded: boolean;
  };
  gateway: { longestLine: number; fanOutPerSecond: number };
  /** `healthFile`: written every few seconds while the worker polls; null for none. */
  worker: { queues: ('licenses' | 'notices')[]; healthFile: string | null };
  /** Minutes after midnight in Asia/Shanghai, and the window's length in minutes. */
  wakeWindow: { fromMinute: number; spreadMinutes: number };
}

/** A bucket of an S3-compatible store. */
export interface Bucket {
  /** With the bucket and, where there is one, the folder in its path. */
  url: string;
  region: string;
  keyId: string;
  secretKey: Secret<string>;
}

/** What not every process needs. */
export type Needed = 'DATABASE_ADMIN_URL' | 'FILES_DIR' | 'SMTP_URL';

/**
 * Reads and checks the environment, once, at a process's start. An empty variable counts as absent; a secret may stand
 * in a file that `<NAME>_FILE` names. `needs`: what this process cannot do without, beside what all need.
 * @throws ConfigurationError with every problem at once
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env, needs: readonly Needed[] = []): Config {
  const values = readOrThrow(variables, given(env));
  const missing = needs.filter((name) => values[name] === undefined && !(name === 'FILES_DIR' && values.FILES_S3_URL));
  const problems = [...missing.map((name) => `${name}: is needed by this process`), ...contradictions(values)];
  if (problems.length > 0) throw new ConfigurationError(problems);
  return arranged(values);
}

/** @throws ConfigurationError with every variable that is not as it must be */
export function readOrThrow<T extends z.ZodType>(schema: T, values: Record<string, string>): z.output<T> {
  const read = schema.safeParse(values);
  if (read.success) return read.data;
  throw new ConfigurationError(
    read.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name}: ${issue.code === 'invalid_type' ? 'is needed' : issue.message}`;
    }),
  );
}

/** The configuration of a process that people start by hand or in a container: what is wrong is said in plain lines. */
export function loadConfigOrExit(...needs: Needed[]): Config {
  try {
    return loadConfig(process.env, needs);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n.env.example explains every variable.\n`);
    process.exit(1);
  }
}

/** What is set, with the content of files that `<NAME>_FILE` names. */
export function given(env: NodeJS.ProcessEnv): Record<string, string> {
  const values = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  for (const name of fromFile) {
    const file = values[`${name}_FILE`];
    if (file !== undefined && values[name] === undefined) values[name] = contentOf(name, file);
  }
  return values as Record<string, string>;
}

function contentOf(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigurationError([`${name}_FILE: cannot be read (${(error as NodeJS.ErrnoException).code})`]);
  }
}

function contradictions(values: Variables): string[] {
  const problems: string[] = [];
  if (values.NODE_ENV === 'production' && values.SIMULATION === 'on') {
    problems.push('SIMULATION: must be off where NODE_ENV is production');
  }
  if (values.WAKE_WINDOW_FROM + values.WAKE_WINDOW_MINUTES > 24 * 60) {
    problems.push('WAKE_WINDOW_MINUTES: the window must end on the same day');
  }
  const half = halfCertificate(values);
  if (half) problems.push(half);
  if (values.SMTP_URL !== undefined && values.MAIL_FROM === undefined) {
    problems.push('MAIL_FROM: is needed with SMTP_URL');
  }
  if ((values.OIDC_ISSUER === undefined) !== (values.OIDC_AUDIENCE === undefined)) {
    problems.push('OIDC_ISSUER, OIDC_AUDIENCE: give both or none');
  }
  for (const place of ['FILES', 'CHECKPOINTS'] as const) {
    const names = bucketNames(place);
    const parts = names.map((name) => values[name]);
    if (parts.includes(undefined) && parts.some((part) => part !== undefined))
      problems.push(`${names.join(', ')}: give all or none`);
  }
  if (values.NODE_ENV === 'production' && values.OIDC_ISSUER?.startsWith('http:')) {
    problems.push('OIDC_ISSUER: must begin with https:// where NODE_ENV is production');
  }
  return problems;
}

function arranged(values: Variables): Config {
  return {
    production: values.NODE_ENV === 'production',
    logLevel: values.LOG_LEVEL,
    simulation: values.SIMULATION,
    database: {
      url: values.DATABASE_URL,
      adminUrl: values.DATABASE_ADMIN_URL ?? null,
      poolSize: values.DATABASE_POOL_SIZE,
    },
    dataKey: values.PAIZHAO_DATA_KEY,
    otherDataKeys: values.PAIZHAO_OTHER_DATA_KEYS,
    filesDir: values.FILES_DIR ?? null,
    bucket: bucketOf(values, 'FILES'),
    checkpoints: checkpointsOf(values),
    clamd: values.CLAMD_ADDRESS ?? null,
    lawFolder: values.LAW_FOLDER ?? null,
    outbound: { allowedHosts: values.OUTBOUND_ALLOWED_HOSTS },
    temporal: {
      address: values.TEMPORAL_ADDRESS,
      namespace: values.TEMPORAL_NAMESPACE,
      apiKey: values.TEMPORAL_API_KEY ?? null,
      certificate: certificate(values),
      uiUrl: values.TEMPORAL_UI_URL ?? null,
    },
    mail: values.SMTP_URL && values.MAIL_FROM ? { url: values.SMTP_URL, from: values.MAIL_FROM } : null,
    watch: watchOf(values),
    identity: identityOf(values),
    metrics: {
      host: values.METRICS_HOST,
      apiPort: values.API_METRICS_PORT ?? null,
      workerPort: values.WORKER_METRICS_PORT ?? null,
    },
    http: {
      host: values.HOST,
      port: values.PORT,
      publicUrl: (values.PUBLIC_URL ?? `http://${values.HOST}:${values.PORT}`).replace(/\/$/, ''),
      uploadMaxBytes: values.UPLOAD_MAX_BYTES,
      limits: limitsOf(values),
      trustedProxies: values.TRUSTED_PROXIES,
      reasonsDemanded: values.ACCESS_REASONS === 'demanded',
    },
    gateway: { longestLine: values.COMMAND_QUEUE, fanOutPerSecond: values.FAN_OUT_PER_SECOND },
    worker: { queues: values.WORKER_QUEUES, healthFile: values.WORKER_HEALTH_FILE ?? null },
    wakeWindow: { fromMinute: values.WAKE_WINDOW_FROM, spreadMinutes: values.WAKE_WINDOW_MINUTES },
  };
}

function checkpointsOf(values: Variables): Config['checkpoints'] {
  return {
    key: values.PAIZHAO_CHECKPOINT_KEY ?? null,
    otherKeys: values.PAIZHAO_OTHER_CHECKPOINT_KEYS,
    directory: values.CHECKPOINTS_DIR ?? null,
    bucket: bucketOf(values, 'CHECKPOINTS'),
  };
}

type BucketOf = 'FILES' | 'CHECKPOINTS';

const bucketNames = (place: BucketOf) => [`${place}_S3_URL`, `${place}_S3_KEY_ID`, `${place}_S3_SECRET_KEY`] as const;

function bucketOf(values: Variables, place: BucketOf): Bucket | null {
  const url = values[`${place}_S3_URL`];
  const keyId = values[`${place}_S3_KEY_ID`];
  const secretKey = values[`${place}_S3_SECRET_KEY`];
  const region = values[`${place}_S3_REGION`];
  if (url === undefined || keyId === undefined || secretKey === undefined) return null;
  return { url: url.replace(/\/+$/, ''), region, keyId, secretKey };
}

/**
 * A page asks for much at once, and then for a while for nothing: five seconds' worth may come together. Tokens are new
 * by the hundred where an office begins its day behind one address.
 */
function limitsOf({ RATE_LIMIT: bearers, RATE_LIMIT_STRANGERS: strangers }: Variables): Config['http']['limits'] {
  if (bearers === 'off') return null;
  const rate = (perSecond: number) => ({ perSecond, burst: 5 * perSecond });
  return { bearers: rate(bearers), strangers: rate(strangers), tokens: rate(5 * strangers) };
}

function identityOf(values: Variables): Config['identity'] {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = values;
  if (issuer === undefined || audience === undefined) return null;
  return { issuer, audience, personClaim: values.OIDC_PERSON_CLAIM, algorithms: values.OIDC_ALGORITHMS };
}

function watchOf(values: Variables): Config['watch'] {
  return {
    everyMs: values.WATCH_SECONDS * 1_000,
    mailTo: values.ALARM_MAIL_TO ?? [],
    webhookUrl: values.ALARM_WEBHOOK_URL ?? null,
    deadMan: values.DEADMAN_URL ? { url: values.DEADMAN_URL, everyMs: values.DEADMAN_MINUTES * 60_000 } : null,
  };
}

type Certificate = Pick<Variables, 'TEMPORAL_TLS_CERT' | 'TEMPORAL_TLS_KEY'>;

/** What is wrong where only one of the two is given. */
export function halfCertificate({ TEMPORAL_TLS_CERT: crt, TEMPORAL_TLS_KEY: key }: Certificate): string | null {
  return (crt === undefined) === (key === undefined) ? null : 'TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY: give both or none';
}

export function certificate(values: Certificate): Config['temporal']['certificate'] {
  const { TEMPORAL_TLS_CERT: crt, TEMPORAL_TLS_KEY: key } = values;
  return crt !== undefined && key !== undefined ? { crt, key } : null;
}
