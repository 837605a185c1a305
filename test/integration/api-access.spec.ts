import { randomUUID } from 'node:crypto';
import type { Role } from '../../libs/domain/index.js';
import { type ApiClient, ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let endpoints: { method: string; path: string }[];
const clients: Partial<Record<Role, ApiClient>> = {};

beforeAll(async () => {
  world = await ApiWorld.create();
  const { paths } = (await world.stranger().get('/openapi.json')).body as { paths: Record<string, object> };
  endpoints = Object.entries(paths)
    .flatMap(([path, operations]) => Object.keys(operations).map((method) => ({ method, path: filled(path) })))
    .filter(({ path }) => !/^\/(health|problems)|\.ics$/.test(path));
  for (const role of ['officer', 'approver', 'auditor', 'admin'] as const)
    clients[role] = (await world.person(role)).client;
});

afterAll(() => world.close());

const filled = (path: string): string => path.replace('{filingId}', 'new-1').replaceAll(/\{\w+\}/g, randomUUID());

function ask(client: ApiClient, { method, path }: { method: string; path: string }) {
  if (method === 'get') return client.get(path);
  return method === 'put' ? client.put(path, {}) : client.post(path, {});
}

/** Which of the endpoints that write let a role through the door; what they then say of an empty body is theirs. */
async function writable(role: Role): Promise<string[]> {
  const open: string[] = [];
  for (const endpoint of endpoints.filter(({ method }) => method !== 'get')) {
    const { body } = await ask(clients[role] as ApiClient, endpoint);
    if (body?.code !== 'role-not-allowed')
      open.push(endpoint.path.replaceAll(/[0-9a-f-]{36}/g, ':id').replace('new-1', ':filing'));
  }
  return open.sort();
}

describe('every endpoint', () => {
  it('is closed to strangers', async () => {
    expect(endpoints.length).toBeGreaterThan(50);
    for (const endpoint of endpoints) {
      const { status, body } = await ask(world.stranger(), endpoint);
      expect({ ...endpoint, status, code: body?.code }).toEqual({ ...endpoint, status: 401, code: 'token-missing' });
    }
  });

  it('that writes is closed to auditors, who only ask and compute', async () => {
    expect(await writable('auditor')).toEqual([
      '/assessments',
      '/licenses/:id/rehearsals',
      '/rehearsals',
      '/rehearsals/comparisons',
    ]);
  });

  it('that acts for the company is closed to administrators', async () => {
    expect(await writable('admin')).toEqual([
      '/assessments',
      '/feeds/:id/revocation',
      '/licenses/:id/rehearsals',
      '/people',
      '/people/:id/departure',
      '/people/:id/preferences',
      '/people/:id/return',
      '/rehearsals',
      '/rehearsals/comparisons',
      '/robots',
      '/robots/:id/changes',
      '/robots/:id/disabling',
      '/robots/:id/enabling',
      '/robots/:id/tests',
      '/simulation/licenses/:id/skip',
      '/tokens',
      '/webhooks',
      '/webhooks/:id/changes',
      '/webhooks/:id/disabling',
      '/webhooks/:id/enabling',
      '/webhooks/:id/replay',
      '/webhooks/:id/secrets',
      '/webhooks/:id/tests',
    ]);
  });

  it('that decides for the company is the approver’s and not the officer’s', async () => {
    const [officer, approver] = [await writable('officer'), await writable('approver')];
    const decisions = [
      '/adoptions/:id/confirmation',
      '/ladders',
      '/licenses/:id/closure',
      '/licenses/:id/corrections/approval',
      '/licenses/:id/filings/:filing/sign-off',
      '/licenses/:id/non-renewal',
      '/licenses/:id/non-renewal-withdrawal',
      '/licenses/:id/permit-end',
      '/licenses/:id/waiver-approvals',
      '/readings/:id/confirmation',
    ];
    expect(approver.filter((path) => !officer.includes(path))).toEqual(decisions);
    expect(officer).toContain('/licenses/:id/filings/:filing/submission');
    expect(approver).not.toContain('/licenses/:id/filings/:filing/submission');
  });
});
