import { Conflict, DomainError, InvalidInput, Unavailable } from '../domain/errors.js';

const pointer = '/file';

/** Larger than one file may be. */
export class FileTooLarge extends InvalidInput {
  constructor(maxBytes: number) {
    super('file-too-large', `the file is larger than ${maxBytes} bytes`, {
      pointer,
      maxBytes,
      remedy: 'Make the file smaller, or split it; the authorities take 5 MB per file as well.',
    });
  }
}

/** What the content is, by its bytes, is not a type that a filing takes. */
export class FileTypeNotAllowed extends InvalidInput {
  constructor(found: string | null) {
    super('file-type-not-allowed', found ? `the content is ${found}` : 'the content is of no known type', {
      pointer,
      found,
      allowed: ['pdf', 'docx', 'png', 'jpeg'],
      remedy: 'Send a PDF, a Word document (.docx), a PNG or a JPEG.',
    });
  }
}

/** The name promises another type than the content has. */
export class FileTypeMismatch extends InvalidInput {
  constructor(extension: string, found: string) {
    super('file-type-mismatch', `the name ends in ".${extension}", the content is ${found}`, {
      pointer,
      extension,
      found,
      remedy: 'Give the file the name that fits its content, and check that it is the right file.',
    });
  }
}

export class FileEmpty extends InvalidInput {
  constructor() {
    super('file-empty', 'the file has no content', { pointer, remedy: 'Send the file again; nothing arrived.' });
  }
}

/** The content is an archive, or something else that an archive hides in. `where`: in plain words. */
export class ArchiveNotAllowed extends InvalidInput {
  constructor(found: string, where: string) {
    super('archive-not-allowed', `${where} is an archive (${found})`, {
      pointer,
      found,
      remedy: 'Unpack it and send each file by itself; a document that holds one must be saved anew without it.',
    });
  }
}

/** The content is not what its first bytes promise. */
export class FileMalformed extends InvalidInput {
  constructor(found: string, why: string) {
    super('file-malformed', `the file is not a sound ${found}: ${why}`, {
      pointer,
      found,
      why,
      remedy: 'Open it, look whether it is whole, save it anew and send that.',
    });
  }
}

/** A small file that becomes a huge one for whoever opens it. */
export class FileInflates extends InvalidInput {
  constructor(why: string) {
    super('file-inflates', `the file unpacks to far more than it seems: ${why}`, {
      pointer,
      why,
      remedy: 'Save it anew with fewer or smaller pictures and parts, or print it to a PDF.',
    });
  }
}

/** The file does something when it is opened: a macro, a script, the start of a program. */
export class FileHasActiveContent extends InvalidInput {
  constructor(found: string) {
    super('file-has-active-content', `the file holds ${found}`, {
      pointer,
      found,
      remedy: 'Save it without macros and scripts, or print it to a PDF, and send that.',
    });
  }
}

/** Locked by a password, or with rights that a reader must observe. */
export class FileProtected extends InvalidInput {
  constructor() {
    super('file-protected', 'the file is encrypted', {
      pointer,
      remedy: 'Take the password or the protection off, and send it again.',
    });
  }
}

/** The virus scanner found something. Of the file nothing is told but the name that the scanner gives to what it found. */
export class FileInfected extends InvalidInput {
  /** It stands on the access record too. */
  readonly denied = 'file-infected';

  constructor(signature: string) {
    super('file-infected', `the virus scanner found ${signature}`, {
      pointer,
      signature,
      remedy: 'Do not open the file; tell whoever looks after the computer that it comes from.',
    });
  }
}

/** A scanner is set, and it did not say that the file is clean. */
export class ScannerUnavailable extends Unavailable {
  constructor(why: string) {
    super('scanner-unavailable', `the virus scanner does not answer: ${why}`, {
      why,
      remedy: 'Send the file again in a moment; no file is taken unscanned.',
      retryAfterSeconds: 30,
    });
  }
}

/** The disk or the bucket does not do what it is asked. `why` names no address and no key. */
export class FileStoreUnavailable extends Unavailable {
  constructor(why: string) {
    super('file-store-unavailable', `the file store does not answer: ${why}`, {
      why,
      remedy: 'Try again in a moment; paizhao doctor says what is wrong with the store.',
      retryAfterSeconds: 30,
    });
  }
}

/** The content was destroyed; what it was stays on record. */
export class FileErased extends Conflict {
  constructor(
    id: string,
    readonly erasedAt: string,
  ) {
    super('file-erased', 'the content of this file was erased, for good', {
      id,
      erasedAt,
      remedy: 'Nobody can read it any more; the history says who erased it, and why.',
    });
  }
}

/** The stored bytes are missing, are not what was stored, or their key is not here. */
export class DocumentUnreadable extends DomainError {
  constructor(
    id: string,
    readonly why: 'missing' | 'altered' | 'no-key' | 'key-gone',
  ) {
    super('document-unreadable', 'unavailable', `the stored document is ${words[why]}`, {
      id,
      why,
      remedy: remedies[why],
    });
  }
}

const words = {
  missing: 'missing',
  altered: 'altered',
  'no-key': 'encrypted under a data key that is not here',
  'key-gone': 'encrypted under a key of its own that is not here',
} as const;

const remedies = {
  missing: 'Restore the file store from its backup.',
  altered: 'Restore the file store from its backup.',
  'no-key': 'Give the data key under which it was stored in PAIZHAO_OTHER_DATA_KEYS.',
  'key-gone': 'Restore the newest own keys with the database; of a file that was erased there is none any more.',
} as const;
