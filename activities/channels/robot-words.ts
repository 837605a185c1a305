import type { RobotNote } from '../../libs/channels/index.js';
import type { LetterBody, NoticeContent } from '../../libs/notices/index.js';

/** What a letter says, for a group: no greeting, since it names a person. */
export function noteOf({ subject, marks, lead, facts, url }: LetterBody): RobotNote {
  return { title: subject, marks, lead, facts, url };
}

/** Says that a robot works. */
export function testNote(language: NoticeContent['language'], name: string, publicUrl: string): RobotNote {
  const zh = language === 'zh';
  return {
    title: zh ? '测试消息' : 'Test message',
    marks: [],
    lead: zh
      ? '机器人已接通：以后的牌照提醒会发到这个群。'
      : 'The robot works: reminders about licenses will be told to this group.',
    facts: [{ label: zh ? '机器人' : 'Robot', value: name }],
    url: { label: zh ? '打开' : 'Open', href: publicUrl },
  };
}
