import { realpathSync } from 'node:fs';
import { z } from 'zod';
import { ConfigurationError } from './demanded.js';

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number, or unset for a free one')
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65_535, { error: 'must be from 1 to 65535' })
  .optional();

/** What can be set by hand for the stack on one machine; every port is a free one where it is left out. */
export const localVariables = z.object({
  PAIZHAO_DIR: z.string().min(1).optional(),
  LAW_FOLDER: z.string().min(1).optional(),
  PORT: port,
  PAIZHAO_POSTGRES_PORT: port,
  PAIZHAO_TEMPORAL_PORT: port,
  PAIZHAO_TEMPORAL_UI_PORT: port,
  PAIZHAO_MAIL_SMTP_PORT: port,
  PAIZHAO_MAIL_HTTP_PORT: port,
  PAIZHAO_IDENTITY_PORT: port,
  NODE_ENV: z.string().optional(),
  TEMPORAL_ADDRESS: z.string().min(1).optional(),
});

export interface LocalSettings {
  /** Folder of all local data; default `.paizhao` in the checkout. */
  dataFolder: string | undefined;
  temporalAddress: string | undefined;
  /** Where a provider that signs everybody in listens, to try things; null for none. */
  identity: { port: number; production: boolean } | null;
  /** As `NODE_ENV` says. */
  production: boolean;
  /** Absolute, because processes of the stack run in a folder of their own. */
  lawFolder: string | null;
  ports: Partial<Record<'api' | 'postgres' | 'temporal' | 'temporalUi' | 'mailSmtp' | 'mailHttp', number>>;
  /** What a child process may inherit. */
  inherited: Record<string, string>;
}

const named = [
  'PATH',
  'HOME',
  'TMPDIR',
  'LANG',
  'OUTBOUND_ALLOWED_HOSTS',
  'OIDC_ISSUER',
  'OIDC_AUDIENCE',
  'OIDC_PERSON_CLAIM',
  'OIDC_ALGORITHMS',
] as const;

/**
 * What watches an installation that is to last, and where its files are; the demo, which also inherits, must not ping for
 * it, nor write there.
 */
const lasting = [
  'ALARM_MAIL_TO',
  'ALARM_WEBHOOK_URL',
  'DEADMAN_URL',
  'DEADMAN_MINUTES',
  'WATCH_SECONDS',
  'METRICS_HOST',
  'API_METRICS_PORT',
  'WORKER_METRICS_PORT',
  'FILES_S3_URL',
  'FILES_S3_REGION',
  'FILES_S3_KEY_ID',
  'FILES_S3_SECRET_KEY',
  'FILES_S3_SECRET_KEY_FILE',
  'CHECKPOINTS_S3_URL',
  'CHECKPOINTS_S3_REGION',
  'CHECKPOINTS_S3_KEY_ID',
  'CHECKPOINTS_S3_SECRET_KEY',
  'CHECKPOINTS_S3_SECRET_KEY_FILE',
  'CLAMD_ADDRESS',
] as const;

/** For the processes of an installation that is to last, beside what every stack inherits. */
export const lastingSettings = (env: NodeJS.ProcessEnv = process.env): Record<string, string> => given(env, lasting);

function given(env: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}

/** @throws ConfigurationError that names each variable and what would be right */
export function loadLocalSettings(env: NodeJS.ProcessEnv = process.env): LocalSettings {
  const parsed = localVariables.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!parsed.success) {
    throw new ConfigurationError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const { data } = parsed;
  const ports = {
    api: data.PORT,
    postgres: data.PAIZHAO_POSTGRES_PORT,
    temporal: data.PAIZHAO_TEMPORAL_PORT,
    temporalUi: data.PAIZHAO_TEMPORAL_UI_PORT,
    mailSmtp: data.PAIZHAO_MAIL_SMTP_PORT,
    mailHttp: data.PAIZHAO_MAIL_HTTP_PORT,
  };
  return {
    dataFolder: data.PAIZHAO_DIR,
    temporalAddress: data.TEMPORAL_ADDRESS,
    identity: identityOf(data),
    production: isProduction(data),
    lawFolder: data.LAW_FOLDER === undefined ? null : absolute('LAW_FOLDER', data.LAW_FOLDER),
    ports: Object.fromEntries(Object.entries(ports).filter(([, value]) => value !== undefined)),
    inherited: given(env, named),
  };
}

function identityOf(data: z.output<typeof localVariables>): LocalSettings['identity'] {
  if (data.PAIZHAO_IDENTITY_PORT === undefined) return null;
  return { port: data.PAIZHAO_IDENTITY_PORT, production: isProduction(data) };
}

const isProduction = ({ NODE_ENV }: z.output<typeof localVariables>): boolean => NODE_ENV === 'production';

function absolute(name: string, path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new ConfigurationError([`${name}: cannot be read (${(error as NodeJS.ErrnoException).code})`]);
  }
}
