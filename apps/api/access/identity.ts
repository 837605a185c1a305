import type { Cipher } from '../../../libs/persistence/index.js';

/** What an identity provider calls a person may be a name or a mail address: only this is kept of it. */
export const identityFingerprint = (cipher: Cipher, subject: string): string =>
  cipher.fingerprint({ of: 'identity', subject });
