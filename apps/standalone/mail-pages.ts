import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Email } from 'postal-mime';
import { type CaughtMail, type MailStore, parsed } from './mail-store.js';

const WORDS = {
  zh: {
    title: '牌照 · 测试邮箱',
    empty: '还没有邮件。',
    received: '收到时间 (UTC)',
    to: '收件人',
    subject: '主题',
    raw: '原文',
    html: '网页版',
    text: '纯文本',
    attached: '附件',
    back: '全部邮件',
    other: ['en', 'English'],
  },
  en: {
    title: 'Paizhao · mailbox',
    empty: 'No mail yet.',
    received: 'received (UTC)',
    to: 'to',
    subject: 'subject',
    raw: 'raw source',
    html: 'as HTML',
    text: 'as text',
    attached: 'attached',
    back: 'all mail',
    other: ['zh', '中文'],
  },
} as const;

type Language = keyof typeof WORDS;

/**
 * The mailbox over HTTP: GET / and /view/:id for people (zh, en); /messages, /messages/:id, /messages/:id/raw and
 * /messages/:id/html for programs and for the frame of the page.
 */
export function mailPages(store: MailStore): RequestListener {
  return (request, response) => {
    answer(store, request, response).catch((error: unknown) => {
      send(response, 500, 'text/plain', error instanceof Error ? error.message : 'failed');
    });
  };
}

async function answer(store: MailStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain', 'only GET');
  if (url.pathname === '/') return send(response, 200, 'text/html', await listPage(store, languageOf(request, url)));
  if (url.pathname === '/messages')
    return sendJson(response, await Promise.all(store.all(url.searchParams.get('to') ?? undefined).map(summary)));
  const [, kind, id, form] = /^\/(messages|view)\/(\d+)(?:\/(raw|html))?$/.exec(url.pathname) ?? [];
  const mail = id === undefined ? undefined : store.byId(id);
  if (!mail) return send(response, 404, 'text/plain', 'no such mail');
  if (form === 'raw') return send(response, 200, 'text/plain', mail.raw);
  if (form === 'html') return send(response, 200, 'text/html', (await parsed(mail)).html ?? '', framedPolicy);
  if (kind === 'view') return send(response, 200, 'text/html', await mailPage(mail, languageOf(request, url)));
  return sendJson(response, await whole(mail));
}

async function summary(mail: CaughtMail) {
  const { subject, messageId, date } = await parsed(mail);
  const { raw, ...envelope } = mail;
  return { ...envelope, subject, messageId, date, bytes: raw.length };
}

async function whole(mail: CaughtMail) {
  const email = await parsed(mail);
  const attachments = email.attachments.map(({ filename, mimeType, content }) => ({
    filename,
    mimeType,
    bytes: sizeOf(content),
  }));
  return { ...(await summary(mail)), headers: email.headers, text: email.text, html: email.html, attachments };
}

function sizeOf(content: Email['attachments'][number]['content']): number {
  return typeof content === 'string' ? content.length : content.byteLength;
}

async function listPage(store: MailStore, language: Language): Promise<string> {
  const words = WORDS[language];
  const newestFirst = [...store.all()].reverse();
  const rows = await Promise.all(
    newestFirst.map(async (mail) => {
      const { subject } = await parsed(mail);
      const link = `<a href="/view/${mail.id}?lang=${language}">${escapeHtml(subject ?? '–')}</a>`;
      return `<tr><td>${mail.receivedAt}<td>${escapeHtml(mail.to.join(', '))}<td>${link}<td><a href="/messages/${mail.id}/raw">${words.raw}</a>`;
    }),
  );
  const table = `<table><tr><th>${words.received}<th>${words.to}<th>${words.subject}<th>${rows.join('')}</table>`;
  return page(language, '/', rows.length === 0 ? `<p>${words.empty}` : table);
}

/** The HTML part is another sender's code: it is shown in a frame where nothing runs and nothing is loaded. */
async function mailPage(mail: CaughtMail, language: Language): Promise<string> {
  const words = WORDS[language];
  const { subject, text, html, attachments } = await parsed(mail);
  const path = `/messages/${mail.id}`;
  const links = [
    `<a href="/?lang=${language}">${words.back}</a>`,
    `<a href="${path}/raw">${words.raw}</a>`,
    ...(html ? [`<a href="${path}/html">${words.html}</a>`] : []),
  ];
  const names = attachments.map(({ filename, mimeType }) => escapeHtml(filename ?? mimeType)).join(', ');
  const parts = [
    `<p>${links.join(' · ')}<h2>${escapeHtml(subject ?? '–')}</h2><p>${words.to}: ${escapeHtml(mail.to.join(', '))}`,
    ...(names ? [`<p>${words.attached}: ${names}`] : []),
    ...(html ? [`<iframe src="${path}/html" title="${words.html}" sandbox="${frameMay}"></iframe>`] : []),
    `<details${html ? '' : ' open'}><summary>${words.text}</summary><pre>${escapeHtml(text ?? '')}</pre></details>`,
  ];
  return page(language, `/view/${mail.id}`, parts.join('\n'));
}

/** Links may be followed, in a tab of their own. */
const frameMay = 'allow-popups allow-popups-to-escape-sandbox';

const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";

/** Holds where somebody opens the HTML part by itself, too. */
const framedPolicy = `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox ${frameMay}`;

function page(language: Language, path: string, body: string): string {
  const { title, other } = WORDS[language];
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem}td,th{text-align:left;padding:.2rem 1rem .2rem 0;vertical-align:top}pre{white-space:pre-wrap}iframe{width:100%;max-width:820px;height:1000px;border:1px solid #ccc}</style>
<h1>${title}</h1><p><a href="${path}?lang=${other[0]}" lang="${other[0]}">${other[1]}</a>${body}`;
}

function languageOf(request: IncomingMessage, url: URL): Language {
  const asked = url.searchParams.get('lang') ?? request.headers['accept-language'] ?? 'zh';
  return asked.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function sendJson(response: ServerResponse, body: unknown): void {
  send(response, 200, 'application/json', JSON.stringify(body));
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  policy = pagePolicy,
): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body);
}
