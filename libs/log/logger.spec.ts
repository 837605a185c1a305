import { addToLogContext, createLogger, withLogContext } from './index.js';

/** A logger, and the lines that it wrote. */
function aLogger() {
  const lines: string[] = [];
  const options = { process: 'api', version: '0.0.0-test', level: 'info' } as const;
  const log = createLogger(options, { write: (line: string) => void lines.push(line) });
  return { log, last: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>, text: () => lines.join('') };
}

describe('a line of the log', () => {
  it('carries the ids of what it is about, also those that are found out later', async () => {
    const { log, last } = aLogger();
    await withLogContext({ requestId: 'r', licenseId: 'l' }, async () => {
      log.info('before');
      expect(last()).toMatchObject({ requestId: 'r', licenseId: 'l', process: 'api' });
      addToLogContext({ commandId: 'c' });
      await Promise.resolve();
      log.child({ part: 'x' }).warn('after');
      expect(last()).toMatchObject({ requestId: 'r', licenseId: 'l', commandId: 'c', part: 'x' });
    });
    log.info('outside');
    expect(last()).not.toHaveProperty('licenseId');
  });

  it.each([
    ['an address in a server’s words', { answer: '550 5.1.1 <wang.fang@example.com>: no such user' }, 'example.com'],
    ['an address in the message', {}, 'wang.fang'],
    ['an address of another script', { answer: '550 王芳@例子.公司 unknown' }, '王芳'],
    ['a token of ours', { said: `Bearer pz_${'a'.repeat(43)}` }, 'aaaa'],
    ['a feed’s token', { path: `/feeds/pzf_${'b'.repeat(43)}.ics` }, 'bbbb'],
    ['a webhook’s secret', { said: `whsec_${'c'.repeat(43)}=` }, 'cccc'],
    ['somebody else’s token', { header: 'Bearer abcdefgh.ijklmnop' }, 'ijklmnop'],
    ['one of an identity provider', { path: '/licenses/eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzIn0.c2ln' }, 'eyJzdWIi'],
    ['credentials of a URL', { url: 'smtps://user:hush-secret@mail.example.com:465' }, 'hush-secret'],
    ['credentials of the database', { url: 'postgres://paizhao_app:hush-secret@db:5432/paizhao' }, 'hush-secret'],
    ['a secret member', { token: 'hush-secret' }, 'hush-secret'],
    ['a secret member of a member', { person: { mail: 'a', token: 'hush-secret' } }, 'hush-secret'],
    ['a name', { person: { name: '王芳' } }, '王芳'],
  ])('never carries %s', (_, fields, secret) => {
    const { log, text, last } = aLogger();
    log.error(fields, 'not taken for wang.fang@example.com');
    expect(text()).not.toContain(secret);
    expect(last()).toMatchObject({ msg: 'not taken for …', level: 50 });
  });

  it('takes no longer for a word of any length: paths are written by strangers', () => {
    const { log, text } = aLogger();
    log.info({ path: `/${'a'.repeat(1_000_000)}` }, `${'b@'.repeat(100_000)}example.com`);
    expect(text()).not.toContain('example.com');
  });

  it('says of a database’s error only what holds no values', () => {
    const { log, text, last } = aLogger();
    const driver = Object.assign(new Error('Key (mail)=(wang.fang@example.com) exists'), { code: '23505' });
    log.error({ err: driver }, 'failed');
    expect(last()).toMatchObject({
      err: { name: 'Error', code: '23505', message: 'the database refused a statement' },
    });
    expect(text()).not.toContain('wang');
  });

  it('keeps ids, hosts and figures', () => {
    const { log, last } = aLogger();
    const about = { licenseId: '0b24c0de-0000-5000-8000-0000000000aa', url: 'https://paizhao.example.com/x', ms: 1.5 };
    log.info(about, 'answered');
    expect(last()).toMatchObject(about);
  });
});
