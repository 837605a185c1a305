import { randomUUID } from 'node:crypto';
import type { Act } from './act.js';
import { ApiTokenRepository } from './api-tokens.repository.js';
import { Cipher } from './cipher.js';
import { createDataSource } from './data-source.js';
import { PersonRepository } from './people.repository.js';

/**
 * On an installation without any token: the first administrator and the token's text, for the only time. Null
 * everywhere else.
 *
 * @param now UTC instant, with `validOn` its civil day in Asia/Shanghai
 * @param keep told the text before the transaction ends, so that none is lost between commit and caller
 */
export async function issueFirstAdmin(
  databaseUrl: string,
  dataKey: Buffer,
  when: Pick<Act, 'now' | 'validOn'>,
  keep: (token: string) => void = () => undefined,
): Promise<string | null> {
  const source = createDataSource({ url: databaseUrl, poolSize: 1, applicationName: 'paizhao-bootstrap' });
  await source.initialize();
  try {
    return await source.transaction(async (manager) => {
      const tokens = new ApiTokenRepository(manager);
      if (await tokens.any()) return null;
      const act: Act = { ...when, actor: { kind: 'system', id: 'bootstrap' }, commandId: randomUUID() };
      const person = { id: randomUUID(), name: 'Administrator', mail: 'admin@localhost', language: 'en' } as const;
      await new PersonRepository(manager, new Cipher(dataKey)).add(person, act);
      const bearer = { kind: 'person', id: person.id } as const;
      const token = await tokens.issue({ id: randomUUID(), bearer, roles: ['admin'], expiresAt: null }, act);
      keep(token);
      return token;
    });
  } finally {
    await source.destroy();
  }
}
