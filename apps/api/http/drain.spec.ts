import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drain } from './drain.js';

/** A server that answers only when it is told to. */
async function holdingServer() {
  let accepted: (response: ServerResponse) => void = () => undefined;
  const asked = new Promise<ServerResponse>((resolve) => {
    accepted = resolve;
  });
  const server = createServer((_, response) => accepted(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, url, asked };
}

describe('an api that is told to stop', () => {
  it('answers what it has accepted, and takes nothing new', async () => {
    const { server, url, asked } = await holdingServer();
    const open = fetch(url);
    const response = await asked;
    const drained = drain(server, 60_000);
    await expect(fetch(url)).rejects.toThrow();
    response.end('kept');
    expect(await (await open).text()).toBe('kept');
    await drained;
    expect(server.listening).toBe(false);
  });

  it('waits for so long and no longer', async () => {
    const { server, url, asked } = await holdingServer();
    const open = fetch(url).catch(() => 'cut off');
    await asked;
    await drain(server, 20);
    server.closeAllConnections();
    expect(await open).toBe('cut off');
  });
});
