import { randomUUID } from 'node:crypto';
import { OidcAccessTokens } from '../../apps/api/access/access-tokens.js';
import { type Cast, cast, must } from '../support/api-story.js';
import { type Answer, ApiWorld, wallClock } from '../support/api-world.js';
import { TestIdentityProvider } from '../support/identity-provider.js';

jest.setTimeout(60_000);

let provider: TestIdentityProvider;
let world: ApiWorld;
let all: Cast;
/** Time as the verifier's intervals count it. */
let clock = 0;
const subject = `sample-subject-${randomUUID()}`;
let personId: string;

beforeAll(async () => {
  provider = await TestIdentityProvider.start();
  await provider.rotate();
  const { issuer } = provider;
  const identity = { issuer, audience: 'paizhao', personClaim: 'sub', algorithms: ['RS256', 'ES256', 'EdDSA'] };
  world = await ApiWorld.create({ identity: new OidcAccessTokens(identity, () => clock) });
  all = await cast(world);
  ({ personId } = await must(all.admin.post('/people', { name: '样例', mail: 'sso@example.com' })));
  await must(all.admin.put(`/people/${personId}/access`, { roles: ['officer'] }));
  await must(all.admin.put(`/people/${personId}/identity`, { subject }));
});

afterAll(async () => {
  await world.close();
  await provider.close();
});

const tokenFor = (claims: object = {}): Promise<string> =>
  provider.token({ sub: subject, ...claims }, { now: wallClock });

const ask = (token: string): Promise<Answer> => world.stranger(token).get('/access');

describe('an access token of the identity provider', () => {
  it('stands for the person that is linked, with the roles that the house gave, whatever it claims', async () => {
    const { status, body } = await ask(await tokenFor({ roles: ['admin'] }));
    expect(status).toBe(200);
    expect(body).toMatchObject({ actor: { kind: 'person', id: personId }, roles: ['officer'], scopes: [] });
  });

  it('that is none is refused as a token of the house is', async () => {
    const { status, body, headers } = await ask(await tokenFor({ aud: 'another-api' }));
    expect([status, body.code]).toEqual([401, 'token-invalid']);
    expect(headers.get('www-authenticate')).toContain('invalid_token');
  });

  it('of whom nobody has linked is refused, and so is that of who may do nothing any more, or left', async () => {
    const stranger = await ask(await tokenFor({ sub: 'nobody-here' }));
    expect([stranger.status, stranger.body.code]).toEqual([403, 'identity-not-linked']);
    const { personId: another } = await must(all.admin.post('/people', { name: '样例', mail: 'left@example.com' }));
    await must(all.admin.put(`/people/${another}/access`, { roles: ['auditor'], lastDay: '2026-11-20' }));
    await must(all.admin.put(`/people/${another}/identity`, { subject: 'another' }));
    const token = await tokenFor({ sub: 'another' });
    expect((await ask(token)).status).toBe(200);
    await must(all.admin.put(`/people/${another}/access`, { roles: ['auditor'], lastDay: '2026-11-19' }));
    expect((await ask(token)).body.code).toBe('identity-not-linked');
    await must(all.admin.put(`/people/${another}/access`, { roles: ['auditor'] }));
    await must(all.admin.post(`/people/${another}/departure`, {}));
    expect((await ask(token)).body.code).toBe('identity-not-linked');
  });

  it('cannot be verified while the provider is away: that is said, and tokens of the house hold', async () => {
    clock += 600_000;
    provider.failing = (response) => response.writeHead(500).end();
    const token = await tokenFor();
    const { status, body, headers } = await ask(token);
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'identity-provider-unavailable', '5']);
    expect(body).not.toHaveProperty('cause');
    expect(world.log.join('')).toContain('answered 500');
    expect((await all.officer.get('/access')).status).toBe(200);
    provider.failing = null;
    clock += 5_000;
    expect((await ask(token)).status).toBe(200);
  });

  it('is worth nothing where no provider is set up, and nobody is linked there', async () => {
    const alone = await ApiWorld.create();
    const { admin, people } = await cast(alone);
    expect((await alone.stranger(await tokenFor()).get('/access')).body.code).toBe('token-invalid');
    const linked = await admin.put(`/people/${people.owner}/identity`, { subject });
    expect([linked.status, linked.body.code]).toEqual([409, 'no-identity-provider']);
    await alone.close();
  });
});

describe('a link', () => {
  it('is for one person, is on record without what the provider says, and ends', async () => {
    const { personId: other } = await must(all.admin.post('/people', { name: '样例', mail: 'two@example.com' }));
    const taken = await all.admin.put(`/people/${other}/identity`, { subject });
    expect([taken.status, taken.body.code]).toEqual([409, 'identity-taken']);
    expect(await must(all.auditor.get(`/people/${personId}/access`))).toMatchObject({ linked: true });
    expect(await must(all.admin.put(`/people/${personId}/identity`, { subject: null }))).toEqual({
      personId,
      linked: false,
    });
    expect((await ask(await tokenFor())).body.code).toBe('identity-not-linked');
    const kept = JSON.stringify([
      await world.source.query(`select convert_from(body, 'UTF8') from paizhao.ledger_events`),
      await world.source.query('select * from paizhao.identities'),
      await world.source.query('select * from paizhao.commands'),
      world.log,
    ]);
    expect(kept).toContain('identity-linked');
    expect(kept).toContain('identity-unlinked');
    expect(kept).not.toContain(subject);
  });
});
