import type { Server } from 'node:http';

/**
 * Takes no new connection and waits until the open requests are answered, or for so many milliseconds. Whoever still
 * waits then is cut off by the caller.
 */
export async function drain(server: Server, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await Promise.race([closed, limit]);
  clearTimeout(timer);
  clearInterval(idle);
}
