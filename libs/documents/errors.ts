import { DomainError, InvalidInput } from '../domain/errors.js';

/** Larger than one file may be. */
export class FileTooLarge extends InvalidInput {
  constructor(maxBytes: number) {
    super('file-too-large', `the file is larger than ${maxBytes} bytes`, {
      pointer: '/file',
      maxBytes,
      remedy: 'Make the file smaller, or split it; the authorities take 5 MB per file as well.',
    });
  }
}

/** What the content is, by its bytes, is not a type that a filing takes. */
export class FileTypeNotAllowed extends InvalidInput {
  constructor(found: string | null) {
    super('file-type-not-allowed', found ? `the content is ${found}` : 'the content is of no known type', {
      pointer: '/file',
      found,
      allowed: ['pdf', 'docx', 'png', 'jpeg'],
      remedy: 'Send a PDF, a Word document (.docx), a PNG or a JPEG; archives are not taken.',
    });
  }
}

/** The name promises another type than the content has. */
export class FileTypeMismatch extends InvalidInput {
  constructor(extension: string, found: string) {
    super('file-type-mismatch', `the name ends in ".${extension}", the content is ${found}`, {
      pointer: '/file',
      extension,
      found,
      remedy: 'Give the file the name that fits its content, and check that it is the right file.',
    });
  }
}

export class FileEmpty extends InvalidInput {
  constructor() {
    super('file-empty', 'the file has no content', {
      pointer: '/file',
      remedy: 'Send the file again; nothing arrived.',
    });
  }
}

/** The stored bytes are missing, or are not what was stored. */
export class DocumentUnreadable extends DomainError {
  constructor(id: string, why: 'missing' | 'altered') {
    super('document-unreadable', 'unavailable', `the stored document is ${why}`, {
      id,
      why,
      remedy: 'Restore the file store from its backup.',
    });
  }
}
