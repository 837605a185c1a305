import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shanghaiDay } from '../../libs/calendar/index.js';
import type { Actor } from '../../libs/domain/index.js';
import { ApiTokenRepository } from '../../libs/persistence/api-tokens.repository.js';
import { Cipher } from '../../libs/persistence/cipher.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { PersonRepository } from '../../libs/persistence/people.repository.js';

const bootstrap: Actor = { kind: 'system', id: 'bootstrap' };

/**
 * On an installation without any token: the first administrator and the token, to be shown once. Null everywhere else.
 * Until `adminTokenWasShown` it waits in the folder, readable by its owner only: a start that fails before anybody saw
 * the token would otherwise lock everybody out.
 */
export async function firstAdminToken(databaseUrl: string, dataKey: string, folder: string): Promise<string | null> {
  const issued = await issueFirst(databaseUrl, dataKey, folder);
  if (issued !== null) return issued;
  return existsSync(waitingFile(folder)) ? readFileSync(waitingFile(folder), 'utf8') : null;
}

export function adminTokenWasShown(folder: string): void {
  rmSync(waitingFile(folder), { force: true });
}

const waitingFile = (folder: string): string => join(folder, 'admin-token-not-shown-yet');

/** The file is written before the transaction ends: without its commit the next start makes another token. */
async function issueFirst(databaseUrl: string, dataKey: string, folder: string): Promise<string | null> {
  const source = await createDataSource({
    url: databaseUrl,
    poolSize: 1,
    applicationName: 'paizhao-bootstrap',
  }).initialize();
  try {
    return await source.transaction(async (manager) => {
      const tokens = new ApiTokenRepository(manager);
      if (await tokens.any()) return null;
      const now = new Date().toISOString();
      const act = { actor: bootstrap, commandId: randomUUID(), now, validOn: shanghaiDay(now) };
      const personId = randomUUID();
      const cipher = new Cipher(Buffer.from(dataKey, 'base64'));
      await new PersonRepository(manager, cipher).add(
        { id: personId, name: 'Administrator', mail: 'admin@localhost', language: 'en' },
        act,
      );
      const bearer = { kind: 'person', id: personId } as const;
      const token = await tokens.issue({ id: randomUUID(), bearer, roles: ['admin'], expiresAt: null }, act);
      writeFileSync(waitingFile(folder), token, { mode: 0o600 });
      return token;
    });
  } finally {
    await source.destroy();
  }
}
