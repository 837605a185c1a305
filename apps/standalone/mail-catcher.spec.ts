import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { type MailCatcher, startMailCatcher } from './mail-catcher.js';
import { parsed } from './mail-store.js';

describe('the mail catcher', () => {
  let catcher: MailCatcher;

  beforeEach(async () => {
    catcher = await startMailCatcher();
  });

  afterEach(() => catcher.stop());

  const send = async (subject = '续期提醒', to = 'officer@example.test') => {
    const transport = createTransport({
      url: catcher.smtpUrl,
      connectionTimeout: 2_000,
      tls: { rejectUnauthorized: false },
    });
    return transport.sendMail({ from: 'paizhao@example.test', to, subject, text: '距最后申请日 30 天' });
  };

  it('keeps what arrived with its envelope', async () => {
    await send();
    const [mail] = catcher.store.all('Officer@example.test');
    expect(mail).toMatchObject({ id: '000001', from: 'paizhao@example.test', to: ['officer@example.test'] });
    expect(mail && (await parsed(mail)).text?.trim()).toBe('距最后申请日 30 天');
  });

  it('shows the mailbox to people and to programs', async () => {
    await send('<b>bold</b>');
    const html = await (await fetch(`${catcher.httpUrl}/?lang=en`)).text();
    const [listed] = (await (await fetch(`${catcher.httpUrl}/messages`)).json()) as { id: string; subject: string }[];
    const raw = await (await fetch(`${catcher.httpUrl}/messages/${listed?.id}/raw`)).text();
    expect(html).toContain('&#60;b&#62;bold');
    expect(listed?.subject).toBe('<b>bold</b>');
    expect(raw).toContain('From: paizhao@example.test');
  });

  it('shows the HTML part in a frame where nothing runs and nothing is loaded', async () => {
    const transport = createTransport({ url: catcher.smtpUrl, tls: { rejectUnauthorized: false } });
    const html = '<p onclick="x()">Hello</p><script>top.location = "http://elsewhere.test"</script>';
    await transport.sendMail({ from: 'a@example.test', to: 'b@example.test', subject: 's', text: 't', html });
    const page = await (await fetch(`${catcher.httpUrl}/view/000001?lang=en`)).text();
    expect(page).toContain('<iframe src="/messages/000001/html"');
    expect(page).toMatch(/sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    expect(page).not.toContain('elsewhere.test');
    const part = await fetch(`${catcher.httpUrl}/messages/000001/html`);
    expect(part.headers.get('content-security-policy')).toMatch(/^default-src 'none';.* sandbox allow-popups/);
    expect(await part.text()).toContain('<p onclick="x()">Hello</p>');
  });

  it('keeps its mails across a restart when it has a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mails-'));
    await catcher.stop();
    catcher = await startMailCatcher({ folder });
    await send('first');
    await catcher.stop();
    catcher = await startMailCatcher({ folder });
    await send('second');
    const subjects = await Promise.all(catcher.store.all().map(async (mail) => (await parsed(mail)).subject));
    rmSync(folder, { recursive: true });
    expect(subjects).toEqual(['first', 'second']);
  });

  it.each([
    ['refuse-sender', 451],
    ['refuse-recipient', 550],
    ['refuse-data', 451],
  ] as const)('can answer %s with %i, as often as asked', async (kind, code) => {
    catcher.misbehave({ kind, code }, 1);
    await expect(send()).rejects.toMatchObject({ responseCode: code });
    await send();
    expect(catcher.store.all()).toHaveLength(1);
  });

  it.each([
    ['drop-before-answer', 1],
    ['lose-and-drop', 0],
  ] as const)('can %s after the data', async (kind, kept) => {
    catcher.misbehave({ kind }, 1);
    await expect(send()).rejects.toThrow();
    expect(catcher.store.all().map(({ unanswered }) => unanswered)).toEqual(Array(kept).fill(true));
  });

  it('can keep a message and let its sender wait for the answer', async () => {
    catcher.misbehave({ kind: 'answer-late', afterMs: 300 }, 1);
    const sent = send();
    while (catcher.store.all().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const first = await Promise.race([sent, Promise.resolve('still waiting')]);
    expect(first).toBe('still waiting');
    await sent;
    expect(catcher.store.all()).toHaveLength(1);
  });

  it('can refuse connections and come back on the same port', async () => {
    await catcher.refuseConnections();
    await expect(send()).rejects.toMatchObject({ code: 'ESOCKET' });
    await catcher.acceptConnections();
    await send();
    expect(catcher.store.all()).toHaveLength(1);
  });

  it('names the port and the setting when a port set by hand is taken', async () => {
    const second = startMailCatcher({ smtpPort: catcher.smtpPort });
    await expect(second).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringContaining('PAIZHAO_MAIL_SMTP_PORT'),
    });
  });
});
