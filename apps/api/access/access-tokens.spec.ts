import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { parseInstant } from '../../../libs/calendar/index.js';
import { TestIdentityProvider } from '../../../test/support/identity-provider.js';
import { OidcAccessTokens } from './access-tokens.js';

const now = '2026-11-20T02:00:00.000Z';
const seconds = parseInstant(now) / 1_000;

let provider: TestIdentityProvider;
let tokens: OidcAccessTokens;
/** Time as the verifier's intervals count it. */
let clock = 0;

beforeAll(async () => {
  provider = await TestIdentityProvider.start();
});

afterAll(() => provider.close());

beforeEach(async () => {
  clock = 0;
  provider.failing = null;
  provider.told = {};
  await provider.rotate();
  const { issuer } = provider;
  const identity = { issuer, audience: 'paizhao', personClaim: 'sub', algorithms: ['RS256', 'ES256', 'EdDSA'] };
  tokens = new OidcAccessTokens(identity, () => clock);
});

const tokenWith = (claims: object = {}, typ?: string): Promise<string> =>
  provider.token({ sub: 'somebody', ...claims }, { now: parseInstant(now), ...(typ ? { typ } : {}) });

/** The subject, or the code of the refusal. */
const outcome = (token: string): Promise<string> =>
  tokens.subjectOf(token, now).catch((error: { code: string }) => error.code);

describe('an access token', () => {
  it.each([
    ['RS256', 'JWT'],
    ['EdDSA', 'application/at+jwt'],
    ['ES256', 'at+jwt'],
  ])('is taken when it is signed by %s, as %s', async (alg, typ) => {
    await provider.rotate(alg);
    expect(await outcome(await tokenWith({}, typ))).toBe('somebody');
  });

  it.each([
    ['for several audiences, one of them this', { aud: ['another-api', 'paizhao'] }],
    ['that ended less than a minute ago', { exp: seconds - 50 }],
    ['that begins in less than a minute', { nbf: seconds + 50 }],
  ])('%s is taken', async (_, claims) => {
    expect(await outcome(await tokenWith(claims))).toBe('somebody');
  });

  it.each([
    ['for another audience', { aud: 'another-api' }],
    ['for no audience', { aud: undefined }],
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['that is over', { exp: seconds - 61 }],
    ['that has not begun', { nbf: seconds + 61 }],
    ['without an end', { exp: undefined }],
    ['without a subject', { sub: undefined }],
    ['whose subject is empty', { sub: '' }],
    ['whose subject is no text', { sub: 7 }],
    ['that is bound to a key of its bearer', { cnf: { jkt: 'x' } }],
  ])('%s is not taken', async (_, claims) => {
    expect(await outcome(await tokenWith(claims))).toBe('token-invalid');
  });

  it.each([
    ['by its hash of the access token beside it', { at_hash: 'x' }],
    ['by its hash of the code', { c_hash: 'x' }],
    ['by its type, as Keycloak names it', { typ: 'ID', scope: 'openid' }],
    ['by its use, as Cognito names it', { token_use: 'id' }],
    ['by a nonce, where it is for no scope', { nonce: 'n' }],
  ])('is told from an ID token for the same audience %s', async (_, claims) => {
    expect(await outcome(await tokenWith(claims, 'JWT'))).toBe('token-invalid');
  });

  it.each([
    ['for a scope (scope)', { nonce: 'n', scope: 'openid' }, 'JWT'],
    ['for a scope (scp)', { nonce: 'n', scp: 'access' }, 'JWT'],
    ['by the type in it, as Keycloak before 25 wrote it', { nonce: 'n', typ: 'Bearer' }, 'JWT'],
    ['by its own type', { nonce: 'n' }, 'at+jwt'],
  ])('with a nonce is taken where it is one %s', async (_, claims, typ) => {
    expect(await outcome(await tokenWith(claims, typ))).toBe('somebody');
  });

  it.each(['logout+jwt', 'secevent+jwt', 'dpop+jwt'])('that was made as %s is not taken', async (typ) => {
    expect(await outcome(await tokenWith({}, typ))).toBe('token-invalid');
  });

  it('that is not signed, or by a secret, or that is none, is not taken', async () => {
    const [, payload] = (await tokenWith()).split('.');
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'none', typ: 'at+jwt' })}.${payload}.`;
    const head = `${part({ alg: 'HS256', typ: 'at+jwt' })}.${payload}`;
    const shared = `${head}.${createHmac('sha256', 'paizhao').update(head).digest('base64url')}`;
    for (const token of [unsigned, shared, 'not.a.token', 'x']) expect(await outcome(token)).toBe('token-invalid');
  });

  it('that was changed is not taken', async () => {
    const [head, , signature] = (await tokenWith()).split('.');
    const [, other] = (await tokenWith({ sub: 'somebody-else' })).split('.');
    expect(await outcome(`${head}.${other}.${signature}`)).toBe('token-invalid');
  });

  it('by an algorithm that is not on the list is not taken', async () => {
    await provider.rotate('ES384');
    expect(await outcome(await tokenWith())).toBe('token-invalid');
  });
});

describe('the keys of the provider', () => {
  const keysAsked = () => provider.asked.filter((url) => url === '/realm/keys').length;

  it('are read once for many requests', async () => {
    const before = keysAsked();
    const token = await tokenWith();
    expect(await Promise.all([outcome(token), outcome(token), outcome(token)])).toEqual(Array(3).fill('somebody'));
    expect(await outcome(await tokenWith({ sub: 'another' }))).toBe('another');
    expect(keysAsked()).toBe(before + 1);
  });

  it('are read anew when a token names one that nobody knows, at most every half minute', async () => {
    const old = await tokenWith();
    expect(await outcome(old)).toBe('somebody');
    const before = keysAsked();
    await provider.rotate();
    const unknown = await tokenWith();
    for (let i = 0; i < 20; i += 1) expect(await outcome(unknown)).toBe('token-invalid');
    expect(keysAsked()).toBe(before);
    clock += 30_000;
    expect(await outcome(unknown)).toBe('somebody');
    expect(await outcome(old)).toBe('token-invalid');
    expect(keysAsked()).toBe(before + 1);
  });

  it('are kept for ten minutes', async () => {
    await outcome(await tokenWith());
    const before = keysAsked();
    clock += 599_999;
    await outcome(await tokenWith());
    expect(keysAsked()).toBe(before);
    clock += 1;
    expect(await outcome(await tokenWith())).toBe('somebody');
    expect(keysAsked()).toBe(before + 1);
  });

  it('are asked for every five seconds while the provider is away', async () => {
    provider.failing = (response) => response.writeHead(500).end();
    const before = provider.asked.length;
    const token = await tokenWith();
    for (let i = 0; i < 5; i += 1) expect(await outcome(token)).toBe('identity-provider-unavailable');
    expect(provider.asked.length).toBe(before + 1);
    provider.failing = null;
    clock += 5_000;
    expect(await outcome(token)).toBe('somebody');
  });

  it.each([
    ['names another issuer', { issuer: 'https://elsewhere.example' }],
    ['has its keys where anybody may change them on their way', { jwks_uri: 'http://keys.example/' }],
    ['has no keys', { jwks_uri: undefined }],
  ])('are not taken from whoever %s', async (_, told) => {
    provider.told = told;
    expect(await outcome(await tokenWith())).toBe('identity-provider-unavailable');
  });

  it.each([
    ['sends elsewhere', (response: ServerResponse) => response.writeHead(302, { location: '/elsewhere' }).end()],
    ['answers something else', (response: ServerResponse) => response.end('<html>')],
    ['answers no keys', (response: ServerResponse) => response.end('{"keys":7}')],
    ['cuts the line', (response: ServerResponse) => response.destroy()],
  ])('are not taken from whoever %s', async (_, failing) => {
    provider.failing = failing;
    expect(await outcome(await tokenWith())).toBe('identity-provider-unavailable');
  });
});
