import type { Bilingual } from '../../../libs/rulebook/index.js';

const say = (zh: string, en: string): Bilingual => ({ zh, en });

/** What is on record of a message, in a sentence per type of entry. Server answers stand beside it, scrubbed. */
const words: Record<string, Bilingual> = {
  'delivery-attempted': say('开始发送', 'An attempt to send it began'),
  'delivery-sent': say('已发出：邮件服务器已接收', 'It left: the mail server took it'),
  'delivery-deferred': say('未发出，将重试', 'It did not leave and is tried again'),
  'delivery-uncertain': say('发送后连接中断，可能已发出', 'The connection broke behind it: it may have left'),
  'delivery-suppressed': say('未发送：原因附后', 'Not sent: the reason stands beside it'),
  'delivery-failed': say('无法发出，已通知替代人', 'It could not be delivered; somebody else was told'),
  'delivery-bounced': say(
    '被退回：收件地址无法投递，已通知替代人',
    'It came back: the address failed; somebody else was told',
  ),
  'delivery-reported': say('收到投递状态报告，不影响状态', 'A server reported on it, without effect'),
};

/** Null for a type of entry that this program does not know. */
export const deliveryInWords = (type: string): Bilingual | null =>
  Object.hasOwn(words, type) ? (words[type] as Bilingual) : null;
