import type { PlainContent } from './plain-body.js';

/** What the mail to administrators says before anything goes: ids, counts and days, nobody by name. */
export interface RetentionContent {
  language: 'zh' | 'en';
  erasesOn: string;
  items: readonly {
    kind: 'people-who-left' | 'messages' | 'texts-of-ended-licenses';
    subject: string;
    count: number;
  }[];
  publicUrl: string;
}

type Item = RetentionContent['items'][number];

/** A report of what has outlived its period; nothing goes that did not stand in one. */
export function retentionLetter({ language, erasesOn, items, publicUrl }: RetentionContent): PlainContent {
  const lines = items.map((item) => `- ${lineOf[language](item)}`);
  const said = language === 'zh' ? inChinese(erasesOn, items.length) : inEnglish(erasesOn, items.length);
  const where = `${publicUrl}/retention/report`;
  return { language, subject: said.subject, text: [said.lead, '', ...lines, '', `${said.remedy} ${where}`].join('\n') };
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

const lineOf = {
  zh: ({ kind, subject, count }: Item): string => {
    if (kind === 'people-who-left') return `已离开的人员 ${subject}：姓名和邮箱`;
    return kind === 'messages'
      ? `${subject} 及以前的邮件正文：${count} 封`
      : `已终结的许可证（或许可证均已终结、从无许可证的公司）${subject}：${count} 段文字`;
  },
  en: ({ kind, subject, count }: Item): string => {
    if (kind === 'people-who-left') return `person ${subject}, who left: name and address`;
    return kind === 'messages'
      ? `mails as they were sent, up to ${subject}: ${count}`
      : `license that ended, or company whose licenses did or that never had one, ${subject}: ${count} texts`;
  },
};
