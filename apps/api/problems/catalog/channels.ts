import { type Chapter, words } from './wording.js';

/** Webhooks and chat robots. */
export const channels: Chapter = {
  'webhook-not-found': words(
    '没有这个 webhook',
    'No such webhook',
    '请在 GET /webhooks 查看编号。',
    'Look at GET /webhooks for the ids.',
  ),
  'robot-not-found': words(
    '没有这个群机器人',
    'No such robot',
    '请在 GET /robots 查看编号。',
    'Look at GET /robots for the ids.',
  ),
  'secret-already-shown': words(
    '密钥只显示一次',
    'The secret was shown once',
    '请使用当时保存的密钥，或换新的 Idempotency-Key 更换密钥。',
    'Use the secret as it was shown then, or replace it under a new Idempotency-Key.',
  ),
  'url-not-allowed': words(
    '不允许访问此地址',
    'URL not allowed',
    '请使用公网地址的 https（443 端口），或请运维在 OUTBOUND_ALLOWED_HOSTS 中按名称放行。',
    'Use https on port 443 of a public address, or let the operator allow the host by name (OUTBOUND_ALLOWED_HOSTS).',
  ),
  'unknown-event-type': words(
    '没有这种事件',
    'Unknown event type',
    '请使用许可证历史中的事件类型。',
    "Use a type as in a license's history.",
  ),
  'robot-url-invalid': words(
    '不是该机器人的地址',
    'Not an address of such a robot',
    '请从群机器人设置中复制 webhook 地址。',
    'Copy the webhook address from the settings of the group robot.',
  ),
  'robot-secret-invalid': words(
    '不是该机器人的密钥',
    'Not a secret of such a robot',
    '请从安全设置中复制加签密钥；企业微信没有密钥。',
    'Copy the secret from the security settings; WeCom has none.',
  ),
  'channel-disabled': words('通道已停用', 'Channel disabled', '请先启用。', 'Enable it first.'),
  'replay-backward': words(
    '结束早于开始',
    'The end is before the beginning',
    '请把较早的时刻填在 from。',
    'Give the earlier instant as "from".',
  ),
};
