import type { LetterFrame, MailCarrier, PlainContent } from '../../libs/notices/index.js';
import type { ChannelAlarmRepository, PersonRepository } from '../../libs/persistence/index.js';

export interface AlarmDeps {
  alarms: Pick<ChannelAlarmRepository, 'take' | 'told'>;
  people: Pick<PersonRepository, 'find'>;
  carrier: Pick<MailCarrier, 'deliver'>;
  renderPlain: (frame: LetterFrame, content: PlainContent) => Promise<Buffer>;
  mailFrom: string;
  publicUrl: string;
}

type Alarm = Awaited<ReturnType<ChannelAlarmRepository['take']>>[number];

/** Mails the alarms that are due to those who administer. @returns how many attempts were made */
export async function mailAlarms(deps: AlarmDeps): Promise<number> {
  const due = await deps.alarms.take(5);
  for (const alarm of due) if (await mailed(deps, alarm)) await deps.alarms.told(alarm.key);
  return due.length;
}

async function mailed(deps: AlarmDeps, alarm: Alarm): Promise<boolean> {
  const person = alarm.personId === null ? null : await deps.people.find(alarm.personId);
  if (!person?.active) return false;
  const frame = { key: alarm.key, from: deps.mailFrom, to: person.mail, date: alarm.storedAt };
  const mime = await deps.renderPlain(frame, alarmLetter(alarm, person.language, deps.publicUrl));
  const from = /<([^>]+)>/.exec(deps.mailFrom)?.[1] ?? deps.mailFrom;
  const { outcome } = await deps.carrier.deliver({ from, to: person.mail, mime });
  return outcome === 'accepted';
}

type Said = Record<'zh' | 'en', { what: string; next: string }>;

const said: Record<Alarm['kind'], Said> = {
  'webhook-gone': {
    zh: { what: '接收方答复 410：不再接收，已停用。', next: '请与接收方核实；需要时更改地址，再启用并重放。' },
    en: {
      what: 'The receiver answered 410, that it wants no more; the webhook was disabled.',
      next: 'Ask whoever runs the receiver; change the URL if need be, enable the webhook, and replay.',
    },
  },
  'webhook-failing': {
    zh: { what: '三天内没有一次送达成功，已停用。', next: '请修复接收方，再启用，并重放这段时间的事件。' },
    en: {
      what: 'Nothing was taken for three days; the webhook was disabled.',
      next: 'Mend the receiver, enable the webhook, and replay what was stored meanwhile.',
    },
  },
  'robot-refused': {
    zh: {
      what: '群机器人拒绝了密钥或签名，已停用：此群不再收到提醒（邮件照常）。',
      next: '请核对地址、加签密钥、关键词与 IP 设置，更改后启用并发送测试消息。',
    },
    en: {
      what: 'The robot refused key or signature and was disabled: its group hears nothing (mails go on).',
      next: 'Check URL, secret, keywords and IP settings; change them, enable the robot and send a test.',
    },
  },
  'robot-message-unsent': {
    zh: { what: '一条提醒未能发到群里（邮件照常）。', next: '请查看该机器人的消息记录。' },
    en: { what: 'A reminder could not be told to the group (mails go on).', next: "Look at the robot's messages." },
  },
};

function alarmLetter(alarm: Alarm, language: 'zh' | 'en', publicUrl: string): PlainContent {
  const { what, next } = said[alarm.kind][language];
  const path = `${publicUrl}/${alarm.channel}s/${alarm.channelId}`;
  const answer = alarm.answer ?? '–';
  return language === 'zh'
    ? {
        language,
        subject: `通道告警：${alarm.name}`,
        text: `${what}\n\n通道：${alarm.name}\n最后的答复：${answer}\n${next}\n\n${path}\n`,
      }
    : {
        language,
        subject: `Channel alarm: ${alarm.name}`,
        text: `${what}\n\nChannel: ${alarm.name}\nLast answer: ${answer}\n${next}\n\n${path}\n`,
      };
}
