import { request } from 'node:http';
import { OidcAccessTokens } from '../api/access/access-tokens.js';
import { freePort } from './free-port.js';
import { type LocalIdentityProvider, startIdentityProvider } from './identity-provider.js';

let provider: LocalIdentityProvider;

beforeAll(async () => {
  provider = await startIdentityProvider({ port: await freePort(), production: false });
});

afterAll(() => provider.stop());

const signIn = (form: Record<string, string>): Promise<Response> =>
  fetch(`${provider.issuer}/token`, { method: 'POST', body: new URLSearchParams(form) });

describe('the local identity provider', () => {
  it('does not start in production', async () => {
    await expect(startIdentityProvider({ port: await freePort(), production: true })).rejects.toMatchObject({
      code: 'identity-provider-in-production',
    });
  });

  it('gives tokens that the API takes, for the name that was asked for', async () => {
    const answer = (await (await signIn({ subject: 'officer' })).json()) as { access_token: string };
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 3_600 });
    const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, ...further } = provider.settings;
    expect(further).toEqual({ OIDC_PERSON_CLAIM: 'sub', OIDC_ALGORITHMS: 'ES256' });
    const tokens = new OidcAccessTokens({ issuer, audience, personClaim: 'sub', algorithms: ['ES256'] });
    expect(await tokens.subjectOf(answer.access_token, new Date().toISOString())).toBe('officer');
  });

  it('has a page, and says what is wrong with a request', async () => {
    expect(await (await fetch(`${provider.issuer}/`)).text()).toContain('value="approver"');
    expect((await signIn({})).status).toBe(400);
    expect((await fetch(`${provider.issuer}/admin`)).status).toBe(404);
  });

  it('answers under its own name only', async () => {
    const { port } = new URL(provider.issuer);
    const status = await new Promise((resolve, reject) => {
      const asking = request(
        { host: '127.0.0.1', port, path: '/', headers: { host: `evil.example:${port}` } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      );
      asking.on('error', reject).end();
    });
    expect(status).toBe(421);
  });
});
