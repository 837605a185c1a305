import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { sendBytes } from './send-file.js';

const piece = Buffer.alloc(65_536);

async function* endless(): AsyncGenerator<Buffer> {
  for (;;) yield piece;
}

async function* broken(): AsyncGenerator<Buffer> {
  yield Buffer.from('a');
  throw new Error('the file store is gone');
}

/** Nothing is made until the server has lost its patience twice. */
async function* slowlyMade(response: ServerResponse): AsyncGenerator<string> {
  yield 'a';
  for (let lost = 0; lost < 2; lost++) {
    await once(response, 'timeout');
    yield 'b';
  }
}

let server: Server;
let port: number;
const sockets: Socket[] = [];

beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  server.close();
});

const asked = async (): Promise<ServerResponse> => (await once(server, 'request'))[1];

describe('bytes that are sent while they are made', () => {
  it('end without a failure where the client goes away before their end', async () => {
    const client = get({ port, host: '127.0.0.1' });
    client.on('response', (answer) => answer.once('data', () => client.destroy())).on('error', () => undefined);
    await expect(sendBytes(await asked(), endless())).resolves.toBeUndefined();
  });

  it('fail where they cannot be made', async () => {
    get({ port, host: '127.0.0.1' }).on('error', () => undefined);
    await expect(sendBytes(await asked(), broken())).rejects.toThrow('the file store is gone');
  });

  it('end where the client stops reading, and hold nothing any more', async () => {
    const client = connect(port, '127.0.0.1').pause();
    sockets.push(client);
    client.write('GET / HTTP/1.1\r\nHost: paizhao\r\n\r\n');
    const response = await asked();
    const bytes = endless();
    await sendBytes(response, bytes, 100);
    expect(response.destroyed).toBe(true);
    expect(await bytes.next()).toEqual({ done: true, value: undefined });
  });

  it('may be long in the making', async () => {
    const answered = once(get({ port, host: '127.0.0.1' }), 'response') as Promise<[IncomingMessage]>;
    const read = answered.then(([answer]) => answer.toArray());
    const response = await asked();
    await sendBytes(response, slowlyMade(response), 50);
    expect(String(await read)).toBe('a,b,b');
  });
});
