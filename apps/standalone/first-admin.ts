import { randomUUID } from 'node:crypto';
import { shanghaiDay } from '../../libs/calendar/index.js';
import type { Actor } from '../../libs/domain/index.js';
import { ApiTokenRepository } from '../../libs/persistence/api-tokens.repository.js';
import { Cipher } from '../../libs/persistence/cipher.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { PersonRepository } from '../../libs/persistence/people.repository.js';

const bootstrap: Actor = { kind: 'system', id: 'bootstrap' };

/** On an installation without any token: the first administrator and the token, shown once. Null everywhere else. */
export async function firstAdminToken(databaseUrl: string, dataKey: string): Promise<string | null> {
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
      return tokens.issue({ id: randomUUID(), bearer, roles: ['admin'], expiresAt: null }, act);
    });
  } finally {
    await source.destroy();
  }
}
