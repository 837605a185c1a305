import { createHmac, randomUUID } from 'node:crypto';
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

beforeEach(() => {
  provider.failing = null;
  clock += 60_000;
});

const tokenFor = (claims: object = {}, typ?: string): Promise<string> =>
  provider.token({ sub: subject, ...claims }, { now: wallClock, ...(typ ? { typ } : {}) });

const ask = (token: string): Promise<Answer> => world.stranger(token).get('/access');

const seconds = Math.floor(wallClock / 1_000);

describe('an access token of the identity provider', () => {
  it('stands for the person that is linked, with the roles that the house gave', async () => {
    const { status, body } = await ask(await tokenFor({ roles: ['admin'] }));
    expect(status).toBe(200);
    expect(body).toMatchObject({ actor: { kind: 'person', id: personId }, roles: ['officer'], scopes: [] });
  });

  it.each([
    ['RS256', 'JWT'],
    ['EdDSA', 'application/at+jwt'],
    ['ES256', 'at+jwt'],
  ])('is taken when it is signed by %s, as %s', async (alg, typ) => {
    await provider.rotate(alg);
    expect((await ask(await tokenFor({}, typ))).status).toBe(200);
  });

  it.each([
    ['for another audience', { aud: 'another-api' }],
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['that is over', { exp: seconds - 61 }],
    ['that has not begun', { nbf: seconds + 61 }],
    ['without an end', { exp: undefined }],
    ['without a subject', { sub: undefined }],
    ['whose subject is no text', { sub: 7 as unknown as string }],
    ['that is bound to a key of its bearer', { cnf: { jkt: 'x' } }],
  ])('%s is not taken', async (_, claims) => {
    const { status, body, headers } = await ask(await tokenFor(claims));
    expect([status, body.code]).toEqual([401, 'token-invalid']);
    expect(headers.get('www-authenticate')).toContain('invalid_token');
  });

  it('may be a minute over, or a minute early: clocks differ', async () => {
    expect((await ask(await tokenFor({ exp: seconds - 50 }))).status).toBe(200);
    expect((await ask(await tokenFor({ nbf: seconds + 50 }))).status).toBe(200);
  });

  it('that was made for another purpose is not taken', async () => {
    expect((await ask(await tokenFor({}, 'logout+jwt'))).body.code).toBe('token-invalid');
  });

  it('that is not signed, or by a secret that everybody may know, is not taken', async () => {
    const [, payload] = (await tokenFor()).split('.');
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'none', typ: 'at+jwt' })}.${payload}.`;
    const head = `${part({ alg: 'HS256', typ: 'at+jwt' })}.${payload}`;
    const shared = `${head}.${createHmac('sha256', 'paizhao').update(head).digest('base64url')}`;
    for (const token of [unsigned, shared, 'not.a.token', 'x'])
      expect((await ask(token)).body).toMatchObject({ status: 401, code: 'token-invalid' });
  });

  it('that was changed is not taken', async () => {
    const [head, , signature] = (await tokenFor()).split('.');
    const [, other] = (await tokenFor({ sub: 'somebody-else' })).split('.');
    expect((await ask(`${head}.${other}.${signature}`)).body.code).toBe('token-invalid');
  });

  it('by an algorithm that is not on the list is not taken', async () => {
    await provider.rotate('ES384');
    expect((await ask(await tokenFor())).body.code).toBe('token-invalid');
    await provider.rotate();
  });

  it('of whom nobody has linked is refused, and so is that of who left or may do nothing', async () => {
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
});

describe('the keys of the identity provider', () => {
  const keysAsked = () => provider.asked.filter((url) => url === '/realm/keys').length;

  it('are read anew once when a token names a key that nobody knows, and not for each such token', async () => {
    await provider.rotate();
    expect((await ask(await tokenFor())).status).toBe(401);
    clock += 3_600_000;
    expect((await ask(await tokenFor())).status).toBe(200);
    const before = keysAsked();
    await provider.rotate();
    const unknown = await tokenFor();
    for (let i = 0; i < 20; i += 1) expect((await ask(unknown)).status).toBe(401);
    expect(keysAsked()).toBe(before);
  });

  it('are not there while the provider is away: that is said, it is asked seldom, and tokens of the house hold', async () => {
    clock += 3_600_000;
    provider.failing = (response) => response.writeHead(500).end();
    const before = provider.asked.length;
    const token = await tokenFor();
    for (let i = 0; i < 5; i += 1) {
      const { status, body, headers } = await ask(token);
      expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'identity-provider-unavailable', '5']);
    }
    expect(provider.asked.length).toBe(before + 1);
    expect((await all.officer.get('/access')).status).toBe(200);
    provider.failing = null;
    clock += 5_000;
    expect((await ask(token)).status).toBe(200);
  });

  it('are not taken from whoever names another issuer, or sends elsewhere', async () => {
    for (const wrong of [
      () => {
        provider.named = 'https://elsewhere.example';
      },
      () => {
        provider.failing = (response) => response.writeHead(302, { location: 'https://elsewhere.example/' }).end();
      },
      () => {
        provider.failing = (response) => response.end('<html>');
      },
    ]) {
      clock += 3_600_000;
      wrong();
      expect((await ask(await tokenFor())).body.code).toBe('identity-provider-unavailable');
      provider.named = provider.issuer;
      provider.failing = null;
    }
    clock += 3_600_000;
    expect((await ask(await tokenFor())).status).toBe(200);
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
