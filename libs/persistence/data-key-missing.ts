import { Unavailable } from '../domain/errors.js';

/** Something was sealed under a data key that this process was not given. */
export class DataKeyMissing extends Unavailable {
  constructor(keyId: string | null) {
    super('data-key-missing', 'what is stored is sealed under a data key that this process does not have', {
      ...(keyId === null ? {} : { keyId }),
      remedy:
        'Give the key under which it was stored, in PAIZHAO_OTHER_DATA_KEYS where it is no longer the current one.',
    });
  }
}
