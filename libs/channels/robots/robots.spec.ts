import { RobotReceiver, type RobotService } from '../../../test/support/robot-receiver.js';
import { createOutbound } from '../outbound-client.js';
import { type RobotNote, robotTongues, robotVerdict } from './index.js';

const services: RobotService[] = ['wecom', 'dingtalk', 'feishu'];

const aNote = (over: Partial<RobotNote> = {}): RobotNote => ({
  title: '年报 2027，请于 2027-03-31 前办理 — B2-20260001',
  marks: ['[Provisional]'],
  lead: '30 days to the safe day.',
  facts: [
    { label: '安全日', value: '2027-03-31' },
    { label: 'Article', value: 'art. 36: in the first quarter' },
  ],
  url: { label: 'Open', href: 'https://paizhao.example.com/licenses/0192' },
  ...over,
});

let receiver: RobotReceiver;

beforeEach(async () => {
  receiver = await RobotReceiver.start();
});

afterEach(() => receiver.stop());

async function tell(service: RobotService, note = aNote(), over: { secret?: string; url?: string; now?: number } = {}) {
  const tongue = robotTongues[service];
  const address = { url: receiver.urlOf(service), secret: receiver.secrets[service], ...over };
  const request = tongue.request(address, note, { language: 'zh', now: over.now ?? Date.now() });
  const outbound = createOutbound({ allowedHosts: [receiver.host], deadlineMs: 1_000 });
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return robotVerdict(tongue, await outbound.post({ ...request, headers }));
}

describe.each(services)('%s', (service) => {
  it('takes a message that is signed and formed as it documents', async () => {
    expect(await tell(service)).toEqual({ kind: 'taken', code: 'code 0' });
    const [text = ''] = receiver.group;
    for (const part of [
      '年报 2027',
      '[Provisional]',
      '2027-03-31',
      'art. 36',
      'https://paizhao.example.com/licenses/0192',
      'Paizhao 牌照',
    ])
      expect(text.replace('［', '[').replace('］', ']')).toContain(part);
  });

  it('takes the longest note too: it is cut to the size that is allowed, and keeps its link', async () => {
    const facts = Array.from({ length: 40 }, (_, i) => ({ label: `事项${i}`, value: '律'.repeat(3_000) }));
    expect(await tell(service, aNote({ title: '题'.repeat(9_000), facts }))).toMatchObject({ kind: 'taken' });
    expect(receiver.group[0]).toContain('https://paizhao.example.com/licenses/0192');
  });

  it('refuses a wrong key', async () => {
    const url = receiver.urlOf(service).replace(/a1b2c3d4|ffffffff/, '00000000');
    expect(await tell(service, aNote(), { url })).toMatchObject({ kind: 'refused' });
    expect(receiver.group).toEqual([]);
  });

  it('says that there were too many, and for how long nothing will be taken', async () => {
    receiver.limits[service] = 1;
    await tell(service);
    expect(await tell(service)).toMatchObject({ kind: 'too-many', pauseSeconds: service === 'dingtalk' ? 600 : 60 });
  });

  it.each([
    ['a page instead of JSON', { status: 200, body: '<html>' }, 'uncertain'],
    ['JSON of another kind', { status: 200, body: '[1]' }, 'uncertain'],
    ['a number instead of an object', { status: 200, body: '0' }, 'uncertain'],
    ['nothing', { status: 200, body: '' }, 'uncertain'],
    ['a server error', { status: 502, body: 'Bad Gateway' }, 'later'],
    ['an error that says it went well', { status: 500, body: '{"errcode":0,"code":0}' }, 'later'],
    ['HTTP 429', { status: 429, body: '' }, 'too-many'],
    ['an error code that nobody knows', { status: 200, body: '{"errcode":-1,"code":-1}' }, 'later'],
  ])('that answers with %s', async (_, answer, kind) => {
    receiver.instead.push(answer);
    expect(await tell(service)).toMatchObject({ kind });
  });

  it('paces itself below the limit of a minute', () => {
    expect(60 / robotTongues[service].spacingSeconds).toBeLessThan(receiver.limits[service]);
  });

  it('knows its own URLs', () => {
    const own = {
      wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a1b2c3d4-0000-4000-8000-00000000beef',
      dingtalk: `https://oapi.dingtalk.com/robot/send?access_token=${'0f'.repeat(32)}`,
      feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/a1b2c3d4-0000-4000-8000-00000000beef',
    };
    const { isOwnUrl } = robotTongues[service];
    for (const [kind, url] of Object.entries(own)) expect(isOwnUrl(new URL(url), false)).toBe(kind === service);
    expect(isOwnUrl(new URL(receiver.urlOf(service)), false)).toBe(false);
    expect(isOwnUrl(new URL(receiver.urlOf(service)), true)).toBe(true);
  });
});

describe.each(['dingtalk', 'feishu'] as const)('the signature for %s', (service) => {
  it.each([
    ['by another secret', { secret: `SEC${'1b'.repeat(32)}` }],
    ['of two hours ago', { now: Date.now() - 7_200_000 }],
  ])('%s is refused for good', async (_, over) => {
    expect(await tell(service, aNote(), over)).toMatchObject({ kind: 'refused' });
  });
});

describe('signatures', () => {
  const at = { language: 'zh', now: 1_599_360_473_000 } as const;

  it('are those of other implementations', () => {
    const signed = robotTongues.dingtalk.request(
      { url: 'https://oapi.dingtalk.com/robot/send', secret: 'this is secret' },
      aNote(),
      at,
    );
    expect(new URL(signed.url).searchParams.get('sign')).toBe('hXZTWifRGHclNuZSKxoXc//sh51SWfVfRIhcdeKs63I=');
    const { body } = robotTongues.feishu.request({ url: 'https://x.example', secret: 'demo' }, aNote(), at);
    expect(JSON.parse(body)).toMatchObject({
      timestamp: '1599360473',
      sign: 'l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=',
    });
  });
});

describe('a text in markdown', () => {
  it.each(['wecom', 'dingtalk'] as const)(
    'mentions nobody and links nowhere by what people have written, on %s',
    async (service) => {
      const value = '<@all> [点我](https://evil.example) **x** `y`\n> z @13800000000\r# w\u2028# v';
      await tell(service, aNote({ facts: [{ label: '公司', value }] }));
      expect(receiver.group[0]).not.toMatch(/[\r\u2028]|<@|\]\(https:\/\/evil|\*\*x|`|@1/);
    },
  );
});
