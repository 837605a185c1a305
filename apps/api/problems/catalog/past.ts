import { type Chapter, words } from './wording.js';

/** Questions about the past. */
export const past: Chapter = {
  'not-known-yet': words('当时尚无记录', 'Nothing known then', '请查询更晚的时点。', 'Ask for a later moment.'),
  'not-true-yet': words(
    '当日尚无任何事实',
    'Nothing true on that day',
    '请查询更晚的日期（validOn）。',
    'Ask about a later day (validOn).',
  ),
  'day-too-far': words(
    '日期过远',
    'Day too far ahead',
    '请查询所知时点之后十年以内的日期。',
    'Ask about a day up to ten years after what is known.',
  ),
  'position-unknown': words(
    '记录中没有该位置',
    'No such place in the record',
    '请原样使用答复给出的地址，或去掉 at；若地址未经改动，则记录被截断，请联系管理员。',
    'Take the address as an answer gave it, or leave `at` out; if it is as given, the record was cut: tell an administrator.',
  ),
  'bundle-is-whole': words(
    '审计包须为完整记录链',
    'A bundle is whole',
    '请由不受期间限制且可查看该公司的人员导出，或查询您可见范围内的状态与历史。',
    'Let somebody make it who is limited to no period and may see the company, or ask about the state and the history that you may see.',
  ),
  'bundle-too-large': words(
    '审计包过大',
    'Bundle too large',
    '请缩短期间分次导出，或不附文件。',
    'Ask for fewer days at a time, or without files.',
  ),
  'law-not-here': words(
    '许可证所用规则已不在本安装中',
    'Law of the license not here',
    '请管理员将该规则包或日历文件放回规则目录并重新启动。',
    'Ask an administrator to put the file back into the folder of the law, and to start again.',
  ),
  'sealing-behind': words(
    '封存尚未跟上',
    'Sealing is behind',
    '请几分钟后再试；若持续如此，请管理员运行 paizhao doctor。',
    'Ask again in some minutes; if that lasts, let an administrator look at `paizhao doctor`.',
  ),
  'reason-invalid': words(
    'Paizhao-Reason 格式不符',
    'Paizhao-Reason of another form',
    '请用百分号编码的 UTF-8 文本，最多 500 字。',
    'Write text of up to 500 characters in percent-encoded UTF-8.',
  ),
  'reason-missing': words(
    '须说明理由',
    'A reason is needed',
    '请在 Paizhao-Reason 请求头中用百分号编码的 UTF-8 说明查阅理由。',
    'Say why in the header Paizhao-Reason, in percent-encoded UTF-8.',
  ),
};
