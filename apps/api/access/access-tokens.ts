import {
  createLocalJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyResult,
  jwtVerify,
} from 'jose';
import { TokenInvalid } from '../problems/api-errors.js';
import { IdentityProviderAway } from './access-errors.js';

/** An identity provider, and which of its tokens are taken. */
export interface IdentityProvider {
  /** As the tokens name it (`iss`); the discovery document lies below it. */
  issuer: string;
  /** One of the audiences (`aud`) that a token must name. */
  audience: string;
  /** The claim that says who the person is. */
  personClaim: string;
  /** Signatures that are taken: none by a shared secret, and never no signature. */
  algorithms: readonly string[];
}

export interface AccessTokens {
  /** Whose they are. */
  readonly issuer: string;
  /**
   * What the provider calls the bearer. @param now UTC instant
   * @throws TokenInvalid, IdentityProviderAway
   */
  subjectOf(token: string, now: string): Promise<string>;
}

/** Clocks of two machines differ; so long may a token be over, or not have begun. */
const clockSkewSeconds = 60;
const requestMs = 5_000;
/** Keys are read anew so often; for a key that nobody knows at most every half minute. */
const keysKeptMs = 600_000;
const unknownKeyEveryMs = 30_000;
/** A provider that did not answer is not asked again at once: every request would wait for it. */
const quietMs = 5_000;

/** Of access tokens; what is made for other purposes is none, whoever signed it. */
const takenTypes = ['jwt', 'at+jwt', 'application/at+jwt'];

/**
 * Where API and client are one registration, ID tokens name the same audience. Hashes of what came with it only they hold,
 * and some providers say what a token is (Keycloak `typ`, Cognito `token_use`). A nonce Keycloak before 25 and Azure AD B2C
 * wrote into access tokens too: there `typ` or a scope says so, as the header does in those of RFC 9068.
 */
function isIdToken(payload: JWTPayload, type: string): boolean {
  const { at_hash, c_hash, nonce, typ, token_use, scope, scp } = payload;
  if (at_hash !== undefined || c_hash !== undefined || typ === 'ID' || token_use === 'id') return true;
  const forAccess = type !== 'jwt' || typ === 'Bearer' || scope !== undefined || scp !== undefined;
  return nonce !== undefined && !forAccess;
}

interface Keys {
  find: JWTVerifyGetKey;
  readAt: number;
}

/** Verifies access tokens of an OpenID Connect provider. Asks it for its keys when the first token comes. */
export class OidcAccessTokens implements AccessTokens {
  readonly issuer: string;
  private keys: Keys | null = null;
  private reading: Promise<Keys> | null = null;
  private awayUntil = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly provider: IdentityProvider,
    private readonly monotonic: () => number = () => performance.now(),
  ) {
    this.issuer = provider.issuer;
  }

  async subjectOf(token: string, now: string): Promise<string> {
    const { payload, protectedHeader } = await this.verified(token, new Date(now)).catch((error: unknown) => {
      // Faults of the token; what else goes wrong is the provider's.
      throw error instanceof errors.JOSEError ? new TokenInvalid() : error;
    });
    const subject = payload[this.provider.personClaim];
    const type = protectedHeader.typ?.toLowerCase() ?? 'jwt';
    // A token that is bound to a key of its bearer (`cnf`) is not good for whoever shows it.
    if (!takenTypes.includes(type) || isIdToken(payload, type) || payload.cnf !== undefined) throw new TokenInvalid();
    if (typeof subject !== 'string' || subject === '') throw new TokenInvalid();
    return subject;
  }

  /** A provider changes its keys: one that nobody knows may be new. */
  private async verified(token: string, now: Date): Promise<JWTVerifyResult> {
    const { issuer, audience, personClaim, algorithms } = this.provider;
    const verify = ({ find }: Keys): Promise<JWTVerifyResult> =>
      jwtVerify(token, find, {
        issuer,
        audience,
        algorithms: [...algorithms],
        clockTolerance: clockSkewSeconds,
        currentDate: now,
        requiredClaims: ['exp', personClaim],
      });
    const keys = await this.keysNotOlderThan(keysKeptMs);
    return verify(keys).catch(async (error: unknown) => {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      const newer = await this.keysNotOlderThan(unknownKeyEveryMs);
      if (newer === keys) throw error;
      return verify(newer);
    });
  }

  private async keysNotOlderThan(ageMs: number): Promise<Keys> {
    if (this.keys && this.monotonic() - this.keys.readAt < ageMs) return this.keys;
    this.reading ??= this.read().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  /** @throws IdentityProviderAway where it does not answer as it should, or did not a moment ago */
  private async read(): Promise<Keys> {
    if (this.monotonic() < this.awayUntil) throw new IdentityProviderAway();
    try {
      const find = createLocalJWKSet((await jsonAt(await this.addressOfKeys())) as JSONWebKeySet);
      this.keys = { find, readAt: this.monotonic() };
      return this.keys;
    } catch (error) {
      this.awayUntil = this.monotonic() + quietMs;
      throw new IdentityProviderAway(error);
    }
  }

  private async addressOfKeys(): Promise<string> {
    const { issuer } = this.provider;
    const found = await jsonAt(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    const { issuer: named, jwks_uri: uri } = (found ?? {}) as { issuer?: unknown; jwks_uri?: unknown };
    if (named !== issuer || typeof uri !== 'string' || !isProtected(uri))
      throw new Error('the discovery document names another issuer, or no address of keys that is protected');
    return uri;
  }
}

async function jsonAt(address: string): Promise<unknown> {
  const response = await fetch(address, { signal: AbortSignal.timeout(requestMs), redirect: 'error' });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  return response.json();
}

/** Keys come over TLS, or from this machine. */
function isProtected(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}
