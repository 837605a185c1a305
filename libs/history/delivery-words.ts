import type { Bilingual } from '../rulebook/index.js';
import { say } from './event-say.js';

/** What is on record of a message, in a few words per type of entry. Answers of the other side stand beside it, scrubbed. */
const words: Readonly<Record<string, Bilingual>> = {
  'delivery-attempted': say('开始发送', 'sending began'),
  'delivery-sent': say('对方已接收', 'accepted by the other side'),
  'delivery-deferred': say('未发出，稍后重试', 'did not leave, tried again later'),
  'delivery-uncertain': say('发送后连接中断，可能已发出', 'connection broke: it may have left'),
  'delivery-suppressed': say('未发送', 'not sent'),
  'delivery-failed': say('无法发出，已通知替代人', 'could not be delivered, somebody else was told'),
  'delivery-bounced': say('被退回，已通知替代人', 'came back, somebody else was told'),
  'delivery-reported': say('收到投递状态报告', 'a server reported on it'),
};

/** Null for a type of entry that this program does not know. */
export const deliveryInWords = (type: string): Bilingual | null =>
  Object.hasOwn(words, type) ? (words[type] ?? null) : null;
