import { createRemoteJWKSet, customFetch, errors, jwtVerify, type RemoteJWKSet } from 'jose';
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
const discoveryKeptMs = 3_600_000;
/** A provider that did not answer is not asked again at once: every request would wait for it. */
const quietMs = 5_000;

/** Of access tokens; what is made for other purposes is none, whoever signed it. */
const takenTypes = ['jwt', 'at+jwt', 'application/at+jwt'];

/** Verifies access tokens of an OpenID Connect provider. Asks it for its keys when the first token comes. */
export class OidcAccessTokens implements AccessTokens {
  readonly issuer: string;
  private keys: { of: Promise<RemoteJWKSet>; until: number } | null = null;
  private awayUntil = 0;

  constructor(
    private readonly provider: IdentityProvider,
    private readonly monotonic: () => number = () => performance.now(),
  ) {
    this.issuer = provider.issuer;
  }

  async subjectOf(token: string, now: string): Promise<string> {
    const { issuer, audience, personClaim, algorithms } = this.provider;
    const keys = await this.keySet();
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: [...algorithms],
      clockTolerance: clockSkewSeconds,
      currentDate: new Date(now),
      requiredClaims: ['exp', personClaim],
    }).catch((error: unknown) => {
      throw isAboutToken(error) ? new TokenInvalid() : new IdentityProviderAway();
    });
    const subject = payload[personClaim];
    const type = protectedHeader.typ?.toLowerCase() ?? 'jwt';
    // A token that is bound to a key of its bearer (`cnf`) is not good for whoever shows it.
    if (!takenTypes.includes(type) || payload.cnf !== undefined || typeof subject !== 'string' || subject === '')
      throw new TokenInvalid();
    return subject;
  }

  private keySet(): Promise<RemoteJWKSet> {
    const now = this.monotonic();
    if (this.keys && now < this.keys.until) return this.keys.of;
    const of = this.discover();
    this.keys = { of, until: now + discoveryKeptMs };
    of.catch(() => {
      this.keys = null;
    });
    return of;
  }

  private async discover(): Promise<RemoteJWKSet> {
    const { issuer } = this.provider;
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const found = await this.asked(address, { redirect: 'error' }).then(jsonOf, () => null);
    const { issuer: named, jwks_uri: uri } = (found ?? {}) as { issuer?: unknown; jwks_uri?: unknown };
    if (named !== issuer || typeof uri !== 'string' || !isProtected(uri)) throw new IdentityProviderAway();
    return createRemoteJWKSet(new URL(uri), {
      timeoutDuration: requestMs,
      cacheMaxAge: keysKeptMs,
      cooldownDuration: unknownKeyEveryMs,
      [customFetch]: (url, options) => this.asked(url, options),
    });
  }

  /** @throws where the provider does not answer, or did not a moment ago */
  private async asked(url: string, options: RequestInit): Promise<Response> {
    if (this.monotonic() < this.awayUntil) throw new Error('the identity provider did not answer a moment ago');
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(requestMs), ...options });
      if (response.status !== 200) throw new Error(`the identity provider answered ${response.status}`);
      return response;
    } catch (error) {
      this.awayUntil = this.monotonic() + quietMs;
      throw error;
    }
  }
}

const jsonOf = (response: Response): Promise<unknown> => response.json();

/** Keys come over TLS, or from this machine. */
function isProtected(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}

/** Faults of the token; what else goes wrong is the provider's: it is away, or gives no keys. */
function isAboutToken(error: unknown): boolean {
  return [
    errors.JWTClaimValidationFailed,
    errors.JWTExpired,
    errors.JOSEAlgNotAllowed,
    errors.JOSENotSupported,
    errors.JWSInvalid,
    errors.JWTInvalid,
    errors.JWSSignatureVerificationFailed,
    errors.JWKSNoMatchingKey,
    errors.JWKSMultipleMatchingKeys,
  ].some((kind) => error instanceof kind);
}
