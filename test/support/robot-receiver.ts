import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type RobotService = 'wecom' | 'dingtalk' | 'feishu';

interface Asked {
  url: URL;
  contentType: string;
  raw: string;
  // biome-ignore lint/suspicious/noExplicitAny: what came is being checked here.
  body: any;
}

const key = 'a1b2c3d4-0000-4000-8000-00000000beef';
const token = 'f'.repeat(64);
const hour = 3_600_000;

/**
 * The three services' robots as their documents describe them: they look at address, signature, time, form and size,
 * count messages per minute, and answer as the services do.
 */
export class RobotReceiver {
  /** Texts that stand in the group. */
  readonly group: string[] = [];
  /** Everything that was asked, as it came. */
  readonly asked: Asked[] = [];
  /** Answers that come instead of the service's own, in turn. */
  readonly instead: { status: number; body: string }[] = [];
  readonly secrets = { wecom: null, dingtalk: `SEC${'0a'.repeat(32)}`, feishu: 'Abcdefgh1234567890abcd' };
  /** Messages a minute; the documents say 20, 20 and 100. */
  limits = { wecom: 20, dingtalk: 20, feishu: 100 };
  host = '';
  private readonly taken: number[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<RobotReceiver> {
    const server = createServer();
    const receiver = new RobotReceiver(server);
    server.on('request', (request, response) => void receiver.serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    receiver.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    return receiver;
  }

  urlOf(service: RobotService): string {
    const path = {
      wecom: `/cgi-bin/webhook/send?key=${key}`,
      dingtalk: `/robot/send?access_token=${token}`,
      feishu: `/open-apis/bot/v2/hook/${key}`,
    }[service];
    return `http://${this.host}${path}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request, this.host);
    this.asked.push(asked);
    const { status, body } = this.instead.shift() ?? { status: 200, body: JSON.stringify(this.answer(asked)) };
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  }

  private answer(asked: Asked): object {
    const { pathname } = asked.url;
    if (pathname === '/cgi-bin/webhook/send') return this.wecom(asked);
    if (pathname === '/robot/send') return this.dingtalk(asked);
    if (pathname.startsWith('/open-apis/bot/v2/hook/')) return this.feishu(asked);
    return { errcode: 404, errmsg: 'not found' };
  }

  private wecom({ url, contentType, body }: Asked): object {
    if (url.searchParams.get('key') !== key) return { errcode: 93000, errmsg: 'invalid webhook url' };
    if (!contentType.startsWith('application/json')) return { errcode: 40058, errmsg: 'invalid Request Parameter' };
    const content = body?.markdown?.content;
    if (!exactly(body, ['markdown', 'msgtype']) || body.msgtype !== 'markdown' || !exactly(body.markdown, ['content']))
      return { errcode: 40008, errmsg: 'invalid message type' };
    if (typeof content !== 'string' || content === '') return { errcode: 44004, errmsg: 'empty content' };
    if (Buffer.byteLength(content) > 4096) return { errcode: 40058, errmsg: 'markdown.content exceed max length 4096' };
    return this.take('wecom', content)
      ? { errcode: 0, errmsg: 'ok' }
      : { errcode: 45009, errmsg: 'api freq out of limit' };
  }

  private dingtalk({ url, contentType, raw, body }: Asked): object {
    if (url.searchParams.get('access_token') !== token) return { errcode: 300001, errmsg: 'token is not exist' };
    const timestamp = url.searchParams.get('timestamp') ?? '';
    const secret = this.secrets.dingtalk;
    const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
    const inTime = /^\d{13}$/.test(timestamp) && Math.abs(Date.now() - Number(timestamp)) < hour;
    if (!inTime || url.searchParams.get('sign') !== sign) return { errcode: 310000, errmsg: 'sign not match' };
    if (!contentType.startsWith('application/json')) return { errcode: 43004, errmsg: 'invalid content type' };
    const { title, text } = body?.markdown ?? {};
    const formed =
      exactly(body, ['markdown', 'msgtype']) &&
      body.msgtype === 'markdown' &&
      exactly(body.markdown, ['text', 'title']);
    if (!formed || !title || !text || raw.length > 20_000) return { errcode: 40035, errmsg: 'param error' };
    return this.take('dingtalk', text)
      ? { errcode: 0, errmsg: 'ok' }
      : { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' };
  }

  private feishu({ url, raw, body }: Asked): object {
    if (!url.pathname.endsWith(`/${key}`))
      return { code: 19001, msg: 'param invalid: incoming webhook access token invalid', data: {} };
    const { timestamp, sign } = body ?? {};
    const expected = createHmac('sha256', `${timestamp}\n${this.secrets.feishu}`).digest('base64');
    const inTime =
      typeof timestamp === 'string' &&
      /^\d{10}$/.test(timestamp) &&
      Math.abs(Date.now() - Number(timestamp) * 1000) < hour;
    if (!inTime || sign !== expected)
      return { code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time', data: {} };
    const post = body.content?.post?.zh_cn ?? body.content?.post?.en_us;
    const lines: unknown[] = Array.isArray(post?.content) ? post.content : [];
    const formed =
      exactly(body, ['content', 'msg_type', 'sign', 'timestamp']) &&
      body.msg_type === 'post' &&
      typeof post?.title === 'string' &&
      lines.length > 0 &&
      lines.every(isLine);
    if (!formed || Buffer.byteLength(raw) > 20 * 1024) return { code: 9499, msg: 'Bad Request', data: {} };
    return this.take('feishu', [post.title, ...lines.map(textOf)].join('\n'))
      ? { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' }
      : { code: 11232, msg: 'frequency limited', data: {} };
  }

  private take(service: RobotService, text: string): boolean {
    const now = Date.now();
    if (this.taken.filter((at) => now - at < 60_000).length >= this.limits[service]) return false;
    this.taken.push(now);
    this.group.push(text);
    return true;
  }
}

const exactly = (value: object | null | undefined, keys: string[]): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).sort().join() === keys.join();

function isLine(line: unknown): boolean {
  return (
    Array.isArray(line) &&
    line.every(
      (part) =>
        (part.tag === 'text' && typeof part.text === 'string') ||
        (part.tag === 'a' && typeof part.text === 'string' && URL.canParse(part.href)),
    )
  );
}

const textOf = (line: unknown): string =>
  (line as { text: string; href?: string }[]).map(({ text, href }) => (href ? `${text} ${href}` : text)).join('');

async function read(request: IncomingMessage, host: string): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks).toString('utf8');
  return {
    url: new URL(request.url ?? '', `http://${host}`),
    contentType: request.headers['content-type'] ?? '',
    raw,
    body: JSON.parse(raw),
  };
}
