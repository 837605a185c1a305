import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { ExecutionContext } from '@nestjs/common';
import express, { type ErrorRequestHandler } from 'express';
import { lastValueFrom, of } from 'rxjs';
import { SheetUpload } from '../imports/sheet-upload.js';
import { slowBodies, type UploadPace } from './slow-bodies.js';
import { unreadBody } from './unread-body.js';

const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
const end = '\r\n--b--\r\n';
const hour = 3_600_000;

/** Takes sheets as imports do, of senders who are no faster than so. */
async function started(pace: UploadPace): Promise<Server> {
  const sheets = new SheetUpload();
  const app = express();
  app.use(unreadBody, slowBodies(hour, pace));
  app.post('/', async (request, response) => {
    const context = { switchToHttp: () => ({ getRequest: () => request, getResponse: () => response }) };
    const read = await sheets.intercept(context as ExecutionContext, { handle: () => of('read') });
    response.json(await lastValueFrom(read));
  });
  const refuse: ErrorRequestHandler = (error, _request, response, _next) => {
    if (!response.headersSent) response.status(503).json(error);
  };
  const told: ErrorRequestHandler = (error, request, response, next) => {
    if (error.code !== 'body-too-slow') refuse(error, request, response, next);
    else response.status(408).json(error.message);
  };
  app.use(told);
  const server = app.listen(0);
  await once(server, 'listening');
  return server;
}

/** Sends a form whose file comes in such pieces, for ever if they never end. @returns what was answered */
async function sent(server: Server, pieces: Iterable<Buffer>, length: number): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const head = ['POST / HTTP/1.1', 'Host: x', 'Connection: close', 'Content-Type: multipart/form-data; boundary=b'];
  const of = Buffer.byteLength(file) + length + Buffer.byteLength(end);
  socket.write(`${head.join('\r\n')}\r\nContent-Length: ${of}\r\n\r\n${file}`);
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk))).on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  for (const piece of pieces) {
    if (answer !== '' || socket.destroyed) break;
    socket.write(piece);
    await pause(10);
  }
  if (answer === '') socket.write(end);
  await closed;
  return answer;
}

function* trickle(size: number, most = Number.POSITIVE_INFINITY): Generator<Buffer> {
  for (let piece = 0; piece < most; piece += 1) yield Buffer.alloc(size, 'a');
}

const unending = 1_000_000;

describe('a form that comes slowly', () => {
  let server: Server;
  const running = async (pace: UploadPace): Promise<Server> => {
    server = await started(pace);
    return server;
  };

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is taken where it is fast enough, however many times its pace is looked at', async () => {
    const to = await running({ everyMs: 200, leastBytes: 1, mostMs: hour });
    expect(await sent(to, trickle(100, 60), 6_000)).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('is refused where some of it comes, but too little', async () => {
    const to = await running({ everyMs: 200, leastBytes: 100_000, mostMs: hour });
    const answer = await sent(to, trickle(1), unending);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('less than 100000 bytes of the body arrived within 0.2 seconds');
  });

  it('is refused where it takes too long altogether', async () => {
    const to = await running({ everyMs: 100, leastBytes: 1, mostMs: 500 });
    const answer = await sent(to, trickle(1), unending);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('the body did not arrive within 0.5 seconds');
  });
});
