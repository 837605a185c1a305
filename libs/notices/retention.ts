import type { PlainContent } from './plain-body.js';

/** What the mail to administrators says before anything goes: ids, counts and days, nobody by name. */
export interface RetentionContent {
  language: 'zh' | 'en';
  erasesOn: string;
  items: readonly {
    kind: keyof typeof lines;
    subject: string;
    count: number;
  }[];
  publicUrl: string;
}

/** A report of what has outlived its period; nothing goes that did not stand in one. */
export function retentionLetter({ language, erasesOn, items, publicUrl }: RetentionContent): PlainContent {
  const listed = items.map((item) => `- ${lines[item.kind][language](item)}`);
  const said = language === 'zh' ? inChinese(erasesOn, items.length) : inEnglish(erasesOn, items.length);
  const where = `${publicUrl}/retention/report`;
  return {
    language,
    subject: said.subject,
    text: [said.lead, '', ...listed, '', `${said.remedy} ${where}`].join('\n'),
  };
}

const inChinese = (day: string, count: number) => ({
  subject: `Paizhao 将自 ${day} 起删除保存期已满的信息：${count} 项`,
  lead: `以下各项保存期已满，最早于 ${day} 删除，删除后无法恢复：`,
  remedy: '需继续保存的，请在此之前延长保存期（PUT /retention/periods）。清单见',
});

const inEnglish = (day: string, count: number) => ({
  subject: `Paizhao will erase from ${day} on what has outlived its period: ${count} items`,
  lead: `The period of keeping has ended for what follows. It goes on ${day} at the earliest, for good:`,
  remedy: 'Whatever must stay: choose a longer period before then (PUT /retention/periods). The list stands at',
});

type Line = (item: { subject: string; count: number }) => string;

const lines = {
  'people-who-left': {
    zh: ({ subject }) => `已离开的人员 ${subject}：姓名和邮箱`,
    en: ({ subject }) => `person ${subject}, who left: name and address`,
  },
  messages: {
    zh: ({ subject, count }) => `${subject} 及以前的邮件正文：${count} 封`,
    en: ({ subject, count }) => `mails as they were sent, up to ${subject}: ${count}`,
  },
  'texts-of-ended-licenses': {
    zh: ({ subject, count }) => `已终结的许可证（或许可证均已终结、从无许可证的公司）${subject}：${count} 段文字`,
    en: ({ subject, count }) =>
      `license that ended, or company whose licenses did or that never had one, ${subject}: ${count} texts`,
  },
  'texts-of-the-house': {
    zh: ({ subject, count }) => `${subject} 及以前写下的本单位文字：${count} 段`,
    en: ({ subject, count }) => `texts of the house, written up to ${subject}: ${count}`,
  },
  'files-of-ended-licenses': {
    zh: ({ subject, count }) => `已终结的许可证 ${subject}：${count} 份申请材料`,
    en: ({ subject, count }) => `license that ended, ${subject}: ${count} materials`,
  },
  'replaced-files': {
    zh: ({ subject, count }) => `许可证 ${subject}：${count} 份已被替换、未曾提交的申请材料`,
    en: ({ subject, count }) => `license ${subject}: ${count} materials that others replaced, never handed in`,
  },
} as const satisfies Record<string, Record<'zh' | 'en', Line>>;
