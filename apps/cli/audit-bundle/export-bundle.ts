import { createWriteStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { auditBundle, type BundleWish, type PersonalParts, recordBundle } from '../../../libs/audit-bundle/index.js';
import { formatInstant } from '../../../libs/calendar/index.js';
import { demanded } from '../../../libs/config/demanded.js';
import type { Config } from '../../../libs/config/index.js';
import { version } from '../../../libs/config/version.js';
import { documentStoreOf } from '../../../libs/documents/index.js';
import { Conflict, NotFound } from '../../../libs/domain/index.js';
import { keyringOf } from '../../../libs/keys/keyring.js';
import {
  type Cipher,
  createDataSource,
  LicenseRepository,
  OwnFileKeys,
  openCipher,
} from '../../../libs/persistence/index.js';
import { UsageError } from '../command.js';
import { keptWhole } from '../kept-whole.js';
import { type OperatorSaid, operatorOf } from '../operator.js';

export interface AskedBundle {
  /** Id, or number of the permit. */
  license: string;
  file: string;
  from: string;
  to: string;
  files: boolean;
  reason: string | null;
  operator: OperatorSaid;
}

export interface BundleReport extends Pick<BundleWish, 'licenseId' | 'from' | 'to' | 'createdAt'> {
  file: string;
  bytes: number;
}

/**
 * Writes the bundle of a license of this installation. That it was made is on the access record before it is.
 * @throws Conflict `bundle-file-exists`; NotFound `license-not-found`; UsageError `operator-unknown`, `unwritable-file`
 */
export async function exportBundle(config: Config, asked: AskedBundle): Promise<BundleReport> {
  if (existsSync(asked.file)) throw fileExists(asked.file);
  const url = config.database.url.reveal();
  const dataSource = await createDataSource({ url, poolSize: 2, applicationName: 'paizhao-export' }).initialize();
  try {
    return await written(dataSource, config, asked);
  } finally {
    await dataSource.destroy();
  }
}

const fileExists = (file: string) =>
  new Conflict('bundle-file-exists', `${file} is there already`, {
    remedy: 'Give a name that no file has: a bundle replaces none.',
  });

async function written(dataSource: DataSource, config: Config, asked: AskedBundle): Promise<BundleReport> {
  const { file, from, to, files, reason } = asked;
  const { licenseId, createdAt } = await standingOf(dataSource.manager, asked.license);
  const cipher = await openCipher(dataSource.manager, keyringOf(config));
  const wish = {
    licenseId,
    from,
    to,
    createdAt,
    release: version,
    personal: files ? personalOf(config, cipher, dataSource.manager) : null,
  };
  const now = formatInstant(Date.now());
  const operator = await operatorOf(dataSource.manager, cipher, asked.operator, now);
  async function* recorded(): AsyncGenerator<Buffer> {
    await recordBundle(dataSource, cipher, {
      licenseId,
      from,
      to,
      files,
      by: 'command-line',
      now,
      reason,
      ...operator,
    });
    yield* await auditBundle(dataSource, wish);
  }
  const write = (partial: string): Promise<void> =>
    pipeline(recorded, createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }));
  const bytes = await keptWhole(file, write, fileExists).catch((error: unknown) => {
    throw unwritable(error, file);
  });
  return { file, bytes, licenseId, from, to, createdAt };
}

function personalOf(config: Config, cipher: Cipher, manager: EntityManager): PersonalParts {
  const store = documentStoreOf(config, new OwnFileKeys(manager, cipher));
  return { cipher, names: true, texts: true, store: demanded(store, 'FILES_DIR') };
}

/** The license with that id or permit number, and its own time. @throws NotFound, Conflict `license-not-certain` */
async function standingOf(manager: EntityManager, asked: string): Promise<{ licenseId: string; createdAt: string }> {
  const licenses = new LicenseRepository(manager);
  const found = await licenses.namedBy(asked);
  const [licenseId, ...others] = found;
  const standing = licenseId === undefined ? null : await licenses.standing(licenseId);
  if (!standing)
    throw new NotFound('license-not-found', 'there is no such license', {
      remedy: 'Give the id of a license, or the number on its permit.',
    });
  if (others.length > 0)
    throw new Conflict('license-not-certain', `${found.length} licenses have a permit with this number`, {
      licenses: found,
      remedy: 'Give the id of one of them.',
    });
  const now = formatInstant(Date.now() + standing.clockOffsetMs);
  return { licenseId: standing.licenseId, createdAt: standing.recordedAt > now ? standing.recordedAt : now };
}

function unwritable(error: unknown, file: string): unknown {
  const { syscall, code } = Object(error) as NodeJS.ErrnoException;
  if (syscall === undefined || code === undefined) return error;
  return new UsageError('unwritable-file', `"${file}" cannot be written: ${code}`);
}
