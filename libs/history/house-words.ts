import { dutyNames } from '../domain/index.js';
import type { Envelope } from '../ledger/envelope.js';
import type { Bilingual } from '../rulebook/index.js';
import { say, wordFor } from './event-say.js';
import { inWords } from './event-words.js';

type Data = Readonly<Record<string, unknown>>;
type Words = Readonly<Record<string, (data: Data) => Bilingual>>;

const access: Words = {
  'role-given': ({ role }) => say(`授予角色 ${role}`, `The role ${role} was given`),
  'role-taken': ({ role }) => say(`收回角色 ${role}`, `The role ${role} was taken`),
  'access-limited': ({ scope, period, lastDay }) =>
    say(
      `设定权限的范围${scope ? '（限部分公司或许可证）' : '（全部）'}、期间${period ? '（有限）' : '（不限）'}、${lastDay ? `最后日期 ${lastDay}` : '无最后日期'}`,
      `Access was limited: scope ${scope ? 'some companies or licenses' : 'everything'}, period ${period ? 'limited' : 'every moment'}, ${lastDay ? `until ${lastDay}` : 'without a last day'}`,
    ),
  'token-issued': ({ roles }) =>
    say(`签发令牌：${list(roles).join('、')}`, `A token was issued: ${list(roles).join(', ')}`),
  'token-revoked': () => say('令牌作废', 'A token was revoked'),
  'identity-linked': () => say('关联身份提供方的账号', 'An account of the identity provider was linked'),
  'identity-unlinked': () => say('解除与身份提供方账号的关联', 'An account of the identity provider was unlinked'),
};

const people: Words = {
  'person-added': () => say('新增人员', 'A person was added'),
  'person-left': () => say('人员离开', 'A person left'),
  'person-returned': () => say('人员回任', 'A person returned'),
  'person-erased': ({ ground }) =>
    say(`一个人的个人信息已删除，无法恢复（${ground}）`, `A person was erased for good (${ground})`),
  erased: ({ refs }) =>
    say(
      `本单位的 ${list(refs).length} 段文字已删除，无法恢复`,
      `Texts of the house were erased for good: ${list(refs).length}`,
    ),
  'erasures-repeated': ({ people: gone, texts, files = [] }) =>
    say(
      `恢复数据库后再次删除：${list(gone).length} 人，${list(texts).length} 段文字，${list(files).length} 个文件`,
      `Erased again after a restore: ${list(gone).length} people, ${list(texts).length} texts, ${list(files).length} files`,
    ),
  'licenses-handed-over': ({ licenses }) =>
    say(`移交 ${licenses} 项许可证`, `Licenses were handed over, so many: ${licenses}`),
  'preferences-changed': () => say('更改通知偏好', 'Preferences of notices were changed'),
  'absence-recorded': ({ from, until }) =>
    say(`登记 ${from} 至 ${until} 不在岗`, `An absence from ${from} to ${until} was recorded`),
  'absence-called-off': () => say('取消不在岗安排', 'An absence was called off'),
};

const law: Words = {
  'reading-proposed': ({ rule, reading }) =>
    reading === null
      ? say(`提议 ${rule} 恢复未定`, `It was proposed to leave ${rule} open again`)
      : say(`提议 ${rule} 按 ${reading} 理解`, `It was proposed to read ${rule} as ${reading}`),
  'reading-confirmed': () => say('经第二人确认对规则的理解', 'How a rule is read was confirmed by a second person'),
  'reading-rejected': () => say('对规则的理解被否决', 'A proposed reading was rejected'),
  'adoption-proposed': ({ version }) => say(`提议采用 ${version}`, `It was proposed to adopt ${version}`),
  'adoption-rejected': () => say('采用提议被否决', 'A proposed adoption was rejected'),
  'rulebook-adopted': ({ version }) => say(`采用规则库 ${version}`, `The rulebook ${version} was adopted`),
  'calendar-adopted': ({ version }) => say(`采用日历 ${version}`, `The calendar ${version} was adopted`),
  'house-ladder-chosen': ({ kind, offsets }) => {
    const { zh, en } = wordFor(String(kind), dutyNames);
    return offsets === null
      ? say(`“${zh}”恢复默认提醒`, `The default reminders (${en}) hold again`)
      : say(
          `设定“${zh}”的提醒：安全日前 ${list(offsets).join('、')} 天`,
          `Reminders (${en}) were chosen: ${list(offsets).join(', ')} days before the safe day`,
        );
  },
  'retention-period-chosen': ({ kind, days }) =>
    say(`${kind} 的保存期定为 ${days} 天`, `${kind} is kept for ${days} days`),
  'retention-report-mailed': ({ answer }) =>
    answer === 'taken'
      ? say('到期删除的预告已发给一名管理员', 'An administrator was mailed what will be erased')
      : say(
          '一名管理员的邮箱拒收到期删除的预告',
          'The mailbox of an administrator refused the mail about what will be erased',
        ),
  'retention-carried-out': ({ underWay }) => {
    const { length } = list(underWay);
    return length === 0
      ? say('到期信息已删除', 'What had outlived its period was erased')
      : say(
          `到期信息已删除，另有 ${length} 项许可证的文字、文件正在删除`,
          `What had outlived its period was erased; texts or files of licenses are being erased, so many times: ${length}`,
        );
  },
};

const channels: Words = {
  'feed-issued': () => say('生成日历地址', 'A calendar was made'),
  'feed-revoked': () => say('日历地址作废', 'A calendar was revoked'),
  'webhook-registered': () => say('登记网络回调', 'A webhook was registered'),
  'webhook-changed': () => say('更改网络回调', 'A webhook was changed'),
  'webhook-secret-replaced': () => say('更换网络回调的密钥', 'The secret of a webhook was replaced'),
  'webhook-enabled': () => say('启用网络回调', 'A webhook was enabled'),
  'webhook-disabled': () => say('停用网络回调', 'A webhook was disabled'),
  'robot-registered': () => say('登记群机器人', 'A chat robot was registered'),
  'robot-changed': () => say('更改群机器人', 'A chat robot was changed'),
  'robot-enabled': () => say('启用群机器人', 'A chat robot was enabled'),
  'robot-disabled': () => say('停用群机器人', 'A chat robot was disabled'),
};

const words: Words = { ...access, ...people, ...law, ...channels };

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Null for a type that this program does not know. */
export function houseWords({ type, data }: Pick<Envelope, 'type' | 'data'>): Bilingual | null {
  return Object.hasOwn(words, type) ? (words[type]?.(data as Data) ?? null) : null;
}

/** What a company's licenses hear is told in the same words. */
export function companyWords(entry: Pick<Envelope, 'type' | 'v' | 'data'>): Bilingual | null {
  return entry.type === 'company-registered' ? say('登记公司', 'The company was registered') : inWords(entry, null);
}
