import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';
import { createOutbound, type OutboundOptions } from './outbound-client.js';

const servers: (Server | TcpServer)[] = [];
const sockets = new Set<Socket>();

async function listening<T extends Server | TcpServer>(server: T): Promise<number> {
  servers.push(server);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const served = (listener: RequestListener) => listening(createServer(listener));
const spoken = (talk: (socket: Socket) => void) =>
  listening(createTcpServer((socket) => void talk(socket.on('error', () => undefined))));

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

const post = (url: string, options: Partial<OutboundOptions> = {}) =>
  createOutbound({ allowedHosts: [new URL(url).host], ...options }).post({
    url,
    headers: { a: 'b' },
    body: '{"x":"证"}',
  });

describe('a request', () => {
  it('carries body and headers to a host that is allowed by name, and brings status and body back', async () => {
    const seen: string[] = [];
    const port = await served((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers['content-length']} ${request.headers.a}`);
      request.on('data', (chunk: Buffer) => seen.push(chunk.toString()));
      request.on('end', () => response.writeHead(202, { 'retry-after': '7' }).end('taken'));
    });
    expect(await post(`http://127.0.0.1:${port}/hook?k=1`)).toEqual({
      kind: 'answered',
      status: 202,
      retryAfter: '7',
      body: 'taken',
    });
    expect(seen).toEqual(['POST /hook?k=1 11 b', '{"x":"证"}']);
  });

  it('does not follow a redirect into a private address', async () => {
    let inside = 0;
    const hidden = await served((_, response) => {
      inside += 1;
      response.end();
    });
    const port = await served((_, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${hidden}/` }).end(),
    );
    expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ kind: 'answered', status: 307 });
    expect(inside).toBe(0);
  });

  it.each([
    ['a private address', [{ address: '10.0.0.1', family: 4 }]],
    ['loopback', [{ address: '127.0.0.1', family: 4 }]],
    ['a mapped address', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    [
      'one public and one private address',
      [
        { address: '8.8.8.8', family: 4 },
        { address: '192.168.0.1', family: 4 },
      ],
    ],
  ])('does not leave where the name means %s', async (_, addresses) => {
    const outbound = createOutbound({ allowedHosts: [], resolve: async () => addresses });
    const answer = await outbound.post({ url: 'https://hooks.example.com/', headers: {}, body: '' });
    expect(answer).toEqual({ kind: 'refused', fault: 'address' });
  });

  it('asks for the address once per attempt: a name server that changes its mind is not heard', async () => {
    const port = await served((_, response) => response.end('here'));
    const answers = ['127.0.0.1', '10.9.9.9', '10.9.9.9'];
    let asked = 0;
    const resolve = async () => [{ address: answers[asked++] ?? '', family: 4 }];
    const answer = await post(`http://rebinding.test:${port}/`, { resolve });
    expect(answer).toMatchObject({ kind: 'answered', body: 'here' });
    expect(asked).toBe(1);
  });

  it('asks again at each attempt, and refuses a name that means something private by then', async () => {
    const answers: string[] = ['', '10.9.9.9'];
    const resolve = async () => [{ address: answers.shift() ?? '', family: 4 }].filter(({ address }) => address !== '');
    const outbound = createOutbound({ allowedHosts: [], resolve });
    const attempt = () => outbound.post({ url: 'https://rebinding.test/', headers: {}, body: '' });
    expect(await attempt()).toEqual({ kind: 'lost', why: 'ENOTFOUND', handedOver: false });
    expect(await attempt()).toEqual({ kind: 'refused', fault: 'address' });
  });

  it('heeds no proxy of the environment', async () => {
    const port = await served((_, response) => response.end('direct'));
    const names = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'NODE_USE_ENV_PROXY'];
    const before = names.map((name) => process.env[name]);
    for (const name of names) process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : 'http://127.0.0.1:9';
    try {
      expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ kind: 'answered', body: 'direct' });
    } finally {
      names.forEach((name, i) => {
        if (before[i] === undefined) delete process.env[name];
        else process.env[name] = before[i];
      });
    }
  });

  it('reads no more than the beginning of a body that never ends', async () => {
    const port = await served((_, response) => {
      const more = () => {
        if (!response.destroyed) response.write('x'.repeat(65_536), more);
      };
      more();
    });
    const answer = await post(`http://127.0.0.1:${port}/`);
    expect(answer).toMatchObject({ kind: 'answered', status: 200, body: 'x'.repeat(8_192) });
  });

  it.each([
    [
      'answers byte by byte',
      (socket: Socket) => {
        socket.write('HTTP/1.1 200 OK\r\nx: ');
        const timer = setInterval(() => socket.write('y'), 20);
        socket.on('close', () => clearInterval(timer));
      },
    ],
    ['says nothing', () => undefined],
  ])('ends by its deadline where the other side %s', async (_, talk) => {
    const port = await spoken(talk);
    expect(await post(`http://127.0.0.1:${port}/`, { deadlineMs: 150 })).toEqual({
      kind: 'lost',
      why: 'TIMEOUT',
      handedOver: true,
    });
  });

  it('counts a status whose body does not come to its end in time', async () => {
    const port = await spoken((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'));
    expect(await post(`http://127.0.0.1:${port}/`, { deadlineMs: 150 })).toMatchObject({ status: 200, body: 'half' });
  });

  it('ends by its deadline where the name server does not answer', async () => {
    const answer = await post('http://slow.test:81/', { resolve: () => new Promise(() => undefined), deadlineMs: 50 });
    expect(answer).toEqual({ kind: 'lost', why: 'TIMEOUT', handedOver: false });
  });

  it.each([
    ['huge headers', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 'HPE_HEADER_OVERFLOW'],
    ['no HTTP at all', 'SSH-2.0-OpenSSH\r\n', 'HPE_INVALID_CONSTANT'],
    ['a hang-up', '', 'ECONNRESET'],
  ])('is lost to %s', async (_, bytes, why) => {
    const port = await spoken((socket) => socket.once('data', () => socket.end(bytes)));
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual({ kind: 'lost', why, handedOver: true });
  });

  it('is lost, and was not handed over, where nobody listens', async () => {
    expect(await post('http://127.0.0.1:1/')).toEqual({ kind: 'lost', why: 'ECONNREFUSED', handedOver: false });
  });

  it('trusts no certificate that nobody vouches for', async () => {
    const port = await served((_, response) => response.end());
    expect(await post(`https://127.0.0.1:${port}/`)).toMatchObject({ kind: 'lost' });
  });
});
