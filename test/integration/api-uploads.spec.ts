import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { AccessRecords } from '../../apps/api/access/access-records.js';
import { aPdf } from '../stack/samples.js';
import { type Cast, cast, must, openedLicense } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';
import { ClamdReceiver, eicar } from '../support/clamd-receiver.js';
import { aDocx, zipOf } from '../support/files.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let clamd: ClamdReceiver;
let all: Cast;
let path: string;

beforeAll(async () => {
  clamd = await ClamdReceiver.start();
  world = await ApiWorld.create({ clamd: clamd.address });
  all = await cast(world);
  const { licenseId } = await openedLicense(all);
  const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
  path = `/licenses/${licenseId}/filings/${filingId}/materials`;
});

afterAll(async () => {
  await world.close();
  await clamd.stop();
});

const upload = (bytes: Buffer, name = 'a.pdf', language = 'en') =>
  all.officer.upload(
    path,
    { requirementId: 'application-form', issuedOn: '2026-11-18', reason: 'A better scan' },
    { name, bytes },
    { headers: { 'accept-language': language } },
  );

describe('an upload that is scanned', () => {
  it('is kept when it is clean, and every byte of it was looked at', async () => {
    const bytes = aPdf('clean');
    expect(await upload(bytes)).toMatchObject({ status: 201 });
    expect(clamd.scanned.at(-1)).toBe(bytes.length);
  });

  it('is refused when it is not, with nothing told but the name of the virus; the access record has it', async () => {
    const before = await world.traces();
    const answer = await upload(Buffer.concat([aPdf(), eicar]), '机密.pdf');
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'file-infected', details: { signature: 'Eicar-Test-Signature' } },
    });
    expect(answer.text).not.toContain('机密');
    expect(await world.traces()).toEqual(before);
    await world.app.get(AccessRecords, { strict: false }).flush();
    const { records } = await must(all.auditor.get('/access-records?day=2026-11-20'));
    expect(records).toContainEqual(
      expect.objectContaining({ action: 'supply-material', why: 'file-infected', who: expect.anything() }),
    );
    expect(JSON.stringify(records)).not.toContain('Eicar');
  });

  it.each(['hangs-up', 'error'] as const)('is not kept when the scanner is away: %s', async (mood) => {
    clamd.moods.push(mood);
    const before = await world.traces();
    const answer = await upload(aPdf());
    expect(answer).toMatchObject({ status: 503, body: { code: 'scanner-unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(await world.traces()).toEqual(before);
  });

  it('is told about in the readiness of the process, which goes on without', async () => {
    const ready = () => world.stranger().get('/health/ready');
    expect((await ready()).body.files).toEqual({ store: 'ok', scanner: 'ok' });
    clamd.moods.push('hangs-up');
    // Until the answer of before is too old, nobody asks the scanner.
    const failed = async (): Promise<boolean> => (await ready()).body.files.scanner === 'failed';
    while (!(await failed())) await pause(200);
    expect(await ready()).toMatchObject({ status: 200, body: { files: { store: 'ok', scanner: 'failed' } } });
  });
});

describe('what is refused', () => {
  it.each<[string, Buffer, string, string, string]>([
    ['an archive', zipOf([{ name: 'a', content: 'a' }]), 'a.zip', 'archive-not-allowed', '含有压缩包'],
    [
      'macros',
      aDocx({ name: 'word/vbaProject.bin', content: 'x' }),
      'a.docx',
      'file-has-active-content',
      '含有宏或脚本',
    ],
    [
      'an encrypted PDF',
      Buffer.from('%PDF-1.7\ntrailer << /Encrypt 1 0 R >>\n'),
      'a.pdf',
      'file-protected',
      '文件已加密',
    ],
    [
      'a bomb',
      aDocx({ name: 'word/a', content: Buffer.alloc(101_000_000) }),
      'a.docx',
      'file-inflates',
      '文件解压后过大',
    ],
    ['a cut document', aDocx().subarray(0, 300), 'a.docx', 'file-malformed', '文件不完整'],
  ])('is said in the reader’s language: %s', async (_what, bytes, name, code, title) => {
    const before = await world.traces();
    const answer = await upload(bytes, name, 'zh');
    expect(answer).toMatchObject({ status: 422, body: { code, title, pointer: '/file', remedy: expect.any(String) } });
    expect(await world.traces()).toEqual(before);
  });
});

describe('an upload without end', () => {
  const boundary = 'b';
  /** More than can pass in the time that who is refused may go on sending. */
  const bytesWithoutEnd = 1_000_000_000_000;
  const head = (length: string, address = path, type = `multipart/form-data; boundary=${boundary}`): string =>
    [
      `POST ${address} HTTP/1.1`,
      'Host: paizhao.test',
      `Authorization: Bearer ${all.officer.token}`,
      `Idempotency-Key: ${randomUUID()}`,
      `Content-Type: ${type}`,
      length,
      '',
      '',
    ].join('\r\n');
  const form = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n`;

  /** Sends without end until the other side has answered and hung up. Answers what was said and how much was sent. */
  async function pour(
    socket: Socket,
    frame: (bytes: Buffer) => Buffer,
  ): Promise<{ answer: string; sent: number; most: number }> {
    let [answer, sentAtAnswer, most] = ['', 0, 0];
    socket.on('error', () => undefined); // being hung up upon is what is waited for
    socket.on('data', (data) => {
      sentAtAnswer ||= socket.bytesWritten;
      answer += data.toString('utf8');
    });
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    const chunk = frame(Buffer.alloc(65_536, 'x'));
    while (!socket.destroyed && socket.bytesWritten < bytesWithoutEnd) {
      most = Math.max(most, process.memoryUsage().arrayBuffers);
      const taken = new Promise<void>((resolve) => socket.write(chunk, () => resolve()));
      await Promise.race([taken, closed]);
    }
    await closed;
    return { answer, sent: sentAtAnswer, most };
  }

  const chunked = (bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

  const opened = async (): Promise<Socket> => {
    const { hostname, port } = new URL(world.url);
    const socket = connect(Number(port), hostname.replace(/[[\]]/g, ''));
    await once(socket, 'connect');
    return socket;
  };

  it('that is announced is refused before any of it is read, and the connection ends', async () => {
    const before = await world.traces();
    const socket = await opened();
    socket.write(head(`Content-Length: ${bytesWithoutEnd}`));
    socket.write(form);
    const { answer, sent } = await pour(socket, (bytes) => bytes);
    expect(answer).toMatch(/^HTTP\/1.1 422 /);
    expect(answer).toContain('"code":"file-too-large"');
    expect(sent).toBeLessThan(10_000_000);
    expect(socket.bytesWritten).toBeLessThan(bytesWithoutEnd);
    expect(await world.traces()).toEqual(before);
  });

  it('that is not announced is refused at the limit, in bounded memory, and leaves nothing', async () => {
    const before = await world.traces();
    const memory = process.memoryUsage().arrayBuffers;
    const socket = await opened();
    socket.write(head('Transfer-Encoding: chunked'));
    socket.write(chunked(Buffer.from(form)));
    const { answer, sent, most } = await pour(socket, chunked);
    expect(answer).toMatch(/^HTTP\/1.1 422 /);
    expect(answer).toContain('"code":"file-too-large"');
    expect(sent).toBeLessThan(30_000_000);
    expect(most - memory).toBeLessThan(60_000_000);
    expect(await world.traces()).toEqual(before);
  });

  const part = (name: string, file = ''): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`;
  const aFile = `${part('file', '; filename="a.pdf"')}%PDF-1.7\n`;

  it.each([
    ['before the first part', ''],
    ['in a field', part('reason')],
    ['in another file', `${aFile}\r\n${part('file', '; filename="b.pdf"')}`],
    ['in a file of another name', part('other', '; filename="b.pdf"')],
  ])('%s is refused as early', async (_where, start) => {
    const before = await world.traces();
    const socket = await opened();
    socket.write(head('Transfer-Encoding: chunked'));
    if (start) socket.write(chunked(Buffer.from(start)));
    const { answer, sent } = await pour(socket, chunked);
    expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(sent).toBeLessThan(30_000_000);
    expect(await world.traces()).toEqual(before);
  });

  it.each([
    ['JSON that is announced', 'application/json', `Content-Length: ${bytesWithoutEnd}`],
    ['JSON that is not', 'application/json', 'Transfer-Encoding: chunked'],
    ['a mail that is announced', 'message/rfc822', `Content-Length: ${bytesWithoutEnd}`],
    ['a mail that is not', 'message/rfc822', 'Transfer-Encoding: chunked'],
  ])('%s is refused without being read to its end, and the connection ends', async (_what, type, length) => {
    const before = await world.traces();
    const socket = await opened();
    socket.write(head(length, type === 'application/json' ? '/companies' : '/bounces', type));
    const { answer, sent } = await pour(socket, length.startsWith('Content') ? (bytes) => bytes : chunked);
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain('"code":"body-too-large"');
    expect(sent).toBeLessThan(30_000_000);
    expect(socket.bytesWritten).toBeLessThan(bytesWithoutEnd);
    expect(await world.traces()).toEqual(before);
  });

  it('keeps a connection whose small upload was refused', async () => {
    const answers = [await upload(Buffer.from('no')), await upload(aPdf('again'))];
    expect(answers.map(({ status }) => status)).toEqual([422, 201]);
  });
});
