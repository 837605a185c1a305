import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { DocumentStore } from '../../../libs/documents/index.js';
import type { WakeWindow } from '../../../libs/domain/index.js';
import type { Gateway, Pollers } from '../../../libs/gateway/index.js';
import type { Metrics } from '../../../libs/metrics/index.js';
import type { Cipher } from '../../../libs/persistence/index.js';
import type { AccessTokens } from '../access/access-tokens.js';
import type { Limits } from '../http/rate-limits.js';
import type { UploadPace } from '../http/slow-bodies.js';

/** The engine behind the licenses, and what only an installation with simulated time has. */
export interface Engine {
  gateway: Pick<Gateway, 'execute' | 'start' | 'startFanOut' | 'startBounce' | 'progress'>;
  /** Which workers poll; rejects when Temporal does not answer. */
  pollers(): Promise<Pollers>;
  /** Brings one license's workflow forward; null where simulation is off. */
  skipTime: ((licenseId: string, milliseconds: number) => Promise<void>) | null;
}

export interface ApiOptions {
  /** Address under which people reach the API, without a slash at its end. */
  publicUrl: string;
  version: string;
  /** Licenses that a fan-out reaches per second. */
  fanOutPerSecond: number;
  /** Links for the first page, where they exist. */
  links: { temporalUi: string | null };
  wakeWindow: WakeWindow;
  /** How fast callers may ask; null where nothing limits them. */
  limits: Limits | null;
  /** Whose word about a caller's address is taken (Express's `trust proxy`); none: the connection's own. */
  trustedProxies: readonly string[];
  /** So long a body may take to arrive. */
  bodyMs: number;
  /** How fast a form arrives at least, whose file may be large. */
  uploads: UploadPace;
  /** Whether whoever reads papers, exports, or asks about the past must say why. */
  reasonsDemanded: boolean;
  /** Hosts of one's own network that webhooks and robots may reach. */
  outboundAllowedHosts: readonly string[];
}

/** All that the API is given from outside. Only `main.ts` and tests put one together. */
export interface Runtime {
  options: ApiOptions;
  log: Logger;
  dataSource: DataSource;
  engine: Engine;
  documents: DocumentStore;
  /** Under the installation's data key. */
  cipher: Cipher;
  /** Null where the house knows its people by its own tokens alone. */
  identity: AccessTokens | null;
  /** Null where nobody reads them. */
  metrics: Pick<Metrics, 'answered'> | null;
  /** The clock on the wall, in milliseconds since 1970. */
  wallClock: () => number;
}

export const RUNTIME = Symbol('runtime');
export const ENGINE = Symbol('engine');
export const DOCUMENTS = Symbol('documents');
export const OPTIONS = Symbol('options');
export const LOG = Symbol('log');
export const IDENTITY = Symbol('identity');
