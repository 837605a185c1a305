import type { Cipher } from '../../../libs/persistence/index.js';

/** What a provider calls a person, who is another one at another provider, may be a name or a mail address: only this is kept of it. */
export const identityFingerprint = (cipher: Cipher, issuer: string, subject: string): string =>
  cipher.fingerprint({ of: 'identity', issuer, subject });
