import PostalMime from 'postal-mime';
import { golden } from '../../test/support/golden.js';
import { aNoticeContent } from '../../test/support/notice-content.js';
import {
  type DigestContent,
  digestOf,
  type LetterFrame,
  type PlainContent,
  renderDigest,
  renderMime,
  renderPlainMime,
} from './index.js';

const frame: LetterFrame = {
  key: 'golden',
  from: 'Paizhao <paizhao@example.com>',
  to: 'wang@example.com',
  date: '2027-03-01T00:12:00.000Z',
};

const license = (name: string) => ({ id: name, name, url: `https://paizhao.example.com/licenses/${name}` });

const people = { zh: '王芳', en: 'Wang Fang' } as const;

const renewal = (language: 'zh' | 'en', role: 'owner' | 'deputy' = 'owner') =>
  aNoticeContent(
    {
      language,
      recipient: { name: people[language], role },
      license: license('沪B2-20260001'),
      kind: 'renewal',
      period: null,
      today: '2027-06-15',
      next: {
        zh: '准备续期材料并于安全日前提交续期申请。',
        en: 'Prepare the materials for the renewal and apply for it by the safe day.',
      },
      basis: {
        source: {
          zh: '电信业务经营许可管理办法（2017）',
          en: 'Measures for the Administration of Telecom Business Permits (2017)',
        },
        article: 'art. 28',
        wording: {
          zh: '应当提前90日，向原发证机关提出续期申请',
          en: 'to be asked for 90 days ahead, from the authority that issued it',
        },
        confidence: 'verified',
      },
      otherReadings: [{ date: '2027-07-03', wording: { zh: '按起算日当日计入', en: 'counting the first day' } }],
      cureEnd: null,
    },
    {
      obligationId: 'renewal:7',
      kind: 'renewal',
      rung: 'S-14',
      plannedOn: '2027-06-15',
      to: [{ role, person: 'p' }],
      date: '2027-07-02',
      safeDay: '2027-06-29',
      firmness: 'provisional',
    },
  );

const report = (language: 'zh' | 'en') =>
  aNoticeContent(
    { language, recipient: { name: people[language], role: 'owner' }, today: '2027-06-15' },
    { rung: 'cure-2', late: true, skipped: ['S', 'cure-1'] },
  );

const other = (language: 'zh' | 'en') =>
  aNoticeContent(
    {
      language,
      recipient: { name: people[language], role: 'owner' },
      license: license('B24 CN'),
      company: '北京示例科技股份有限公司第一分公司 & <Partners>',
      kind: 'correction',
      period: null,
      today: '2027-06-15',
      acknowledgeUrl: null,
      cureEnd: null,
    },
    { obligationId: 'correction:9', rung: 'undated-1', date: null, safeDay: null },
  );

const alarm: Record<'zh' | 'en', PlainContent> = {
  zh: {
    language: 'zh',
    subject: '提醒未能发出：3 条已逾 24 小时',
    text: [
      '有 3 条应当发出的提醒在 24 小时后仍未发出。',
      '',
      '== 事实',
      '最早一条应于 2027-06-14 08:12（上海）发出',
      '  邮件服务器最近一次答复：451 <temporary> failure',
      '',
      '== 处理办法',
      '查看邮件服务器是否可用、worker 进程是否运行；恢复后提醒会自动补发。',
    ].join('\n'),
  },
  en: {
    language: 'en',
    subject: 'Reminders have not left: 3 for more than 24 hours',
    text: [
      '3 reminders that were due have not left after 24 hours.',
      '',
      '== Facts',
      'The earliest was due on 2027-06-14 at 08:12 (Shanghai)',
      '  last answer of the mail server: 451 <temporary> failure',
      '',
      '== What to do',
      'See whether the mail server answers and whether a worker runs; then the reminders leave by themselves.',
    ].join('\n'),
  },
};

function digestContent(language: 'zh' | 'en'): DigestContent {
  const content = digestOf('2027-06-15', [renewal(language), report(language), other(language)]);
  if (!content) throw new Error('There is nothing to tell.');
  return content;
}

const mails = {
  letter: (language: 'zh' | 'en') => renderMime(frame, renewal(language)),
  escalation: (language: 'zh' | 'en') => renderMime(frame, { ...renewal(language, 'deputy'), simulated: true }),
  digest: (language: 'zh' | 'en') => renderDigest(frame, digestContent(language)),
  alarm: (language: 'zh' | 'en') => renderPlainMime(frame, alarm[language]),
};

const each = Object.keys(mails).flatMap((name) => (['zh', 'en'] as const).map((language) => [name, language] as const));

describe('the mails', () => {
  it.each(each)('are what is checked in: %s in %s', async (name, language) => {
    const parsed = await PostalMime.parse(await mails[name as keyof typeof mails](language));
    const text = `${parsed.subject}\n\n${parsed.text}`;
    expect(text).toBe(golden(`mails/${name}.${language}.txt`, text));
    expect(parsed.html).toBe(golden(`mails/${name}.${language}.html`, parsed.html ?? ''));
  });

  it.each(each)('load nothing and run nothing: %s in %s', async (name, language) => {
    const { html = '' } = await PostalMime.parse(await mails[name as keyof typeof mails](language));
    expect(html).not.toMatch(
      /<(img|script|link|iframe|object|form|input|video|audio)\b|url\(|@import|@font-face|\son\w+=/i,
    );
    expect(html).not.toContain('<%');
    const addresses = [...html.matchAll(/\b(?:src|href|background)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.filter((address) => !address?.startsWith('https://paizhao.example.com/'))).toEqual([]);
  });

  it.each(each)('show in a list what matters, and in the subject no person: %s in %s', async (name, language) => {
    const { html = '', subject } = await PostalMime.parse(await mails[name as keyof typeof mails](language));
    const preheader = /<div style="display:none[^>]*>([^<]*)<\/div>/.exec(html)?.[1];
    expect(preheader?.length).toBeGreaterThan(10);
    expect(subject).not.toContain(people[language]);
  });

  it('name each license of a digest once, the most pressing first', async () => {
    const content = digestContent('en');
    const headings = content.licenses.map(({ license, company }) => `${license.name} — ${company}`);
    const { text = '' } = await PostalMime.parse(await renderDigest(frame, content));
    expect([...text.matchAll(/^== (.*) ==$/gm)].map(([, heading]) => heading)).toEqual(headings);
    expect(headings[0]).toContain('B2-20260001');
  });

  it('show a long digest as cards first and then in lines, with every link, and stay small', async () => {
    const many = Array.from({ length: 60 }, (_, n) => ({
      ...renewal('en'),
      license: license(`B2-${100 + n}`),
      acknowledgeUrl: `https://paizhao.example.com/acknowledge/${100 + n}`,
    }));
    const content = digestOf('2027-06-15', many);
    const { html = '' } = await PostalMime.parse(content ? await renderDigest(frame, content) : '');
    for (let n = 100; n < 160; n += 1) {
      expect(html).toContain(`href="https://paizhao.example.com/licenses/B2-${n}"`);
      expect(html).toContain(`href="https://paizhao.example.com/acknowledge/${n}"`);
    }
    expect(html.match(/font-size:20px;font-weight:700/g)).toHaveLength(5);
    expect(html.length).toBeLessThan(110_000);
  });
});
