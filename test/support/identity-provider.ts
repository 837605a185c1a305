import { randomUUID } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

interface Key {
  kid: string;
  alg: string;
  privateKey: CryptoKey;
  jwk: JWK;
}

/** An OpenID Connect provider as far as an API meets it: discovery and keys, over HTTP; and the tokens that it signs. */
export class TestIdentityProvider {
  /** What was asked for, in order. */
  readonly asked: string[] = [];
  /** What it answers instead, where it is not well. */
  failing: ((response: ServerResponse) => unknown) | null = null;
  /** What its discovery document says otherwise than it should. */
  told: Record<string, unknown> = {};
  private keys: Key[] = [];

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(): Promise<TestIdentityProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const provider = new TestIdentityProvider(
      server,
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/realm`,
    );
    server.on('request', ({ url = '' }, response) => provider.answer(url, response));
    return provider;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** Signs by a new key from here on; those before are published no more. */
  async rotate(alg = 'ES256'): Promise<void> {
    this.keys = [await keyOf(alg, randomUUID())];
  }

  /** A token that is right but for what is said. */
  async token(
    claims: Record<string, unknown>,
    { now, typ = 'at+jwt' }: { now: number; typ?: string },
  ): Promise<string> {
    const [key] = this.keys;
    if (!key) throw new Error('rotate first');
    const seconds = Math.floor(now / 1_000);
    const all = { iss: this.issuer, aud: 'paizhao', iat: seconds, exp: seconds + 300, ...claims };
    return new SignJWT(all).setProtectedHeader({ alg: key.alg, kid: key.kid, typ }).sign(key.privateKey);
  }

  private answer(url: string, response: ServerResponse): void {
    this.asked.push(url);
    if (this.failing) {
      this.failing(response);
      return;
    }
    response.setHeader('content-type', 'application/json');
    if (url === '/realm/.well-known/openid-configuration') {
      response.end(JSON.stringify({ issuer: this.issuer, jwks_uri: `${this.issuer}/keys`, ...this.told }));
    } else if (url === '/realm/keys') {
      response.end(JSON.stringify({ keys: this.keys.map(({ jwk }) => jwk) }));
    } else {
      response.statusCode = 404;
      response.end();
    }
  }
}

async function keyOf(alg: string, kid: string): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}
