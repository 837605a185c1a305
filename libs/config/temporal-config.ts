import { type Config, certificate, given, halfCertificate, readOrThrow } from './config.js';
import { ConfigurationError } from './demanded.js';
import { variables } from './schema.js';
import type { Secret } from './secret.js';

/** What it takes to read an installation's workflows, and nothing else. */
export interface TemporalConfig {
  temporal: Pick<Config['temporal'], 'address' | 'namespace' | 'apiKey' | 'certificate'>;
  /** In production, where messages are stored encrypted; null elsewhere. */
  dataKey: Secret<Buffer> | null;
  otherDataKeys: Secret<Buffer[]>;
}

const asked = variables
  .pick({
    NODE_ENV: true,
    PAIZHAO_DATA_KEY: true,
    PAIZHAO_OTHER_DATA_KEYS: true,
    TEMPORAL_ADDRESS: true,
    TEMPORAL_NAMESPACE: true,
    TEMPORAL_API_KEY: true,
    TEMPORAL_TLS_CERT: true,
    TEMPORAL_TLS_KEY: true,
  })
  .partial({ PAIZHAO_DATA_KEY: true })
  .refine(({ NODE_ENV, PAIZHAO_DATA_KEY }) => NODE_ENV !== 'production' || PAIZHAO_DATA_KEY !== undefined, {
    path: ['PAIZHAO_DATA_KEY'],
    error: 'is needed in production, where messages are encrypted',
  });

/** Of this environment, for a process that asks Temporal only. @throws ConfigurationError */
export function loadTemporalConfig(env: NodeJS.ProcessEnv = process.env): TemporalConfig {
  const values = readOrThrow(asked, given(env));
  const half = halfCertificate(values);
  if (half) throw new ConfigurationError([half]);
  return {
    temporal: {
      address: values.TEMPORAL_ADDRESS,
      namespace: values.TEMPORAL_NAMESPACE,
      apiKey: values.TEMPORAL_API_KEY ?? null,
      certificate: certificate(values),
    },
    dataKey: values.NODE_ENV === 'production' ? (values.PAIZHAO_DATA_KEY ?? null) : null,
    otherDataKeys: values.PAIZHAO_OTHER_DATA_KEYS,
  };
}
