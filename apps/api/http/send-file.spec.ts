import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { sendBytes } from './send-file.js';

async function* endless(): AsyncGenerator<Buffer> {
  for (;;) yield Buffer.alloc(65_536);
}

async function* broken(): AsyncGenerator<Buffer> {
  yield Buffer.from('a');
  throw new Error('the file store is gone');
}

describe('bytes that are sent while they are made', () => {
  it('end without a failure where the client goes away before their end', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = get({ port, host: '127.0.0.1' });
    client.on('response', (answer) => answer.once('data', () => client.destroy())).on('error', () => undefined);
    const [, response] = await once(server, 'request');
    await expect(sendBytes(response, endless())).resolves.toBeUndefined();
    server.close();
  });

  it('fail where they cannot be made', async () => {
    await expect(sendBytes(new PassThrough(), broken())).rejects.toThrow('the file store is gone');
  });
});
