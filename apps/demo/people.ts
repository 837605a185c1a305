import type { LocalIdentityProvider } from '../standalone/identity-provider.js';
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

/** The administrator, by a token of the house, adds four people with their roles; they sign in by themselves. */
export async function castPeople(stack: Stack, narrator: Narrator): Promise<World> {
  if (stack.adminToken === null) throw new Error('the demo needs a fresh data folder');
  if (stack.identity === null) throw new Error('the demo needs a stack with an identity provider');
  const admin = new ApiClient(stack.apiUrl, stack.adminToken);
  const ids: Record<string, string> = {};
  const tokens: Record<string, string> = { admin: stack.adminToken };
  const client = (part: string) => new ApiClient(stack.apiUrl, tokens[part] ?? null);
  for (const [part, { roles, ...person }] of Object.entries(cast)) {
    const added = await admin.typed.POST('/people', { body: person });
    const id = added.data?.personId ?? '';
    await admin.put(`/people/${id}/access`, { roles });
    await admin.put(`/people/${id}/identity`, { subject: part });
    ids[part] = id;
    tokens[part] = await signedIn(stack.identity, part);
    const { body } = await client(part).get('/access');
    narrator.expect(body.actor?.id === id && roles.every((role) => body.roles.includes(role)), `the ${part} signs in`);
  }
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

/** The access token of whoever goes by that name at the provider. */
async function signedIn(provider: LocalIdentityProvider, subject: string): Promise<string> {
  const answer = await fetch(`${provider.issuer}/token`, { method: 'POST', body: new URLSearchParams({ subject }) });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return token;
}
