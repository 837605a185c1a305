import type { Readable } from 'node:stream';
import { fileTypeFromStream } from 'file-type/node';
import { FileTypeMismatch, FileTypeNotAllowed } from './errors.js';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a filing takes, with the endings a name may have. */
export const allowedMediaTypes: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  [docx]: ['docx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
};

/** The media type by the bytes of the stream, null when they are of no known type. The stream is read, not kept. */
export async function detectMediaType(content: Readable): Promise<string | null> {
  const found = await fileTypeFromStream(content);
  return found?.mime ?? null;
}

/**
 * Neither the name nor the type that a client states is trusted: the bytes decide, and the name must agree with them.
 * @throws FileTypeNotAllowed, FileTypeMismatch
 */
export function checkMediaType(detected: string | null, fileName: string): string {
  const endings = detected === null ? undefined : allowedMediaTypes[detected];
  if (detected === null || !endings) throw new FileTypeNotAllowed(detected);
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (!endings.includes(ending)) throw new FileTypeMismatch(ending, detected);
  return detected;
}
