import type { Stack } from '../standalone/stack.js';
import { ApiClient } from './api-client.js';
import { Mailbox } from './mailbox.js';
import type { Narrator } from './narrator.js';
import type { World } from './story/world.js';

const cast = {
  officer: { name: '样例专员 (sample data)', mail: 'sample.owner@example.com', language: 'zh', roles: ['officer'] },
  deputy: {
    name: 'Sample Deputy (sample data)',
    mail: 'sample.deputy@example.com',
    language: 'en',
    roles: ['officer', 'approver'],
  },
  approver: { name: '样例经理 (sample data)', mail: 'sample.manager@example.com', language: 'zh', roles: ['approver'] },
  auditor: {
    name: 'Sample Auditor (sample data)',
    mail: 'sample.auditor@example.com',
    language: 'en',
    roles: ['auditor'],
  },
} as const;

/** The administrator adds four people and gives each a token of their role. */
export async function castPeople(stack: Stack, narrator: Narrator): Promise<World> {
  if (stack.adminToken === null) throw new Error('the demo needs a fresh data folder');
  const admin = new ApiClient(stack.apiUrl, stack.adminToken);
  const ids: Record<string, string> = {};
  const tokens: Record<string, string> = { admin: stack.adminToken };
  for (const [part, { roles, ...person }] of Object.entries(cast)) {
    const added = await admin.typed.POST('/people', { body: person });
    ids[part] = added.data?.personId ?? '';
    const issued = await admin.typed.POST('/tokens', { body: { personId: ids[part], roles: [...roles] } });
    tokens[part] = issued.data?.token ?? '';
  }
  const client = (part: string) => new ApiClient(stack.apiUrl, tokens[part] ?? null);
  return {
    narrator,
    mailbox: new Mailbox(stack.mail.httpUrl),
    officer: client('officer'),
    deputy: client('deputy'),
    approver: client('approver'),
    auditor: client('auditor'),
    admin,
    people: { owner: ids.officer ?? '', deputy: ids.deputy ?? '', manager: ids.approver ?? '' },
    tokens,
    superuserUrl: stack.database.superuserUrl,
    dates: [],
    companyId: '',
    licenseId: '',
    verification: {},
  };
}
