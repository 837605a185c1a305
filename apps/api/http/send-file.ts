import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** By the ending of the file's name. */
export const sheetTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

/** Sends a file while it is made: to be saved, never to be shown in the browser. @param name plain ASCII */
export async function sendFile(
  response: Response,
  bytes: Iterable<Buffer> | AsyncIterable<Buffer>,
  name: string,
): Promise<void> {
  const ending = name.slice(name.lastIndexOf('.') + 1) as keyof typeof sheetTypes;
  response
    .set('Content-Type', sheetTypes[ending])
    .set('Content-Disposition', `attachment; filename="${name}"`)
    .set('Content-Security-Policy', "default-src 'none'; sandbox");
  await sendBytes(response, bytes);
}

/** So long a client may take nothing of what waits for it. */
const patienceMs = 60_000;

/**
 * Sends bytes while they are made. A client that goes away before the end is no failure of the server; one that stops
 * reading is cut off, so that what the answer holds (a connection, one of a few places) is free again.
 */
export async function sendBytes(
  response: ServerResponse,
  bytes: Iterable<Buffer | string> | AsyncIterable<Buffer | string>,
  patience = patienceMs,
): Promise<void> {
  // The socket counts the time in which nothing left it. Where nothing waits, the bytes are still being made.
  response.setTimeout(patience, () => {
    if (response.writableLength > 0) response.destroy();
  });
  await pipeline(Readable.from(bytes), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}
