import { type Chapter, words } from './wording.js';

/** What goes wrong without the caller's doing. */
export const system: Chapter = {
  'internal-error': words(
    '内部错误',
    'Internal error',
    '请稍后重试；若重复出现，请把 requestId 告知管理员。',
    'Try again later; if it happens again, give the requestId to your administrator.',
  ),
  'record-unavailable': words(
    '记录暂不可用',
    'Record unavailable',
    '结果未知，请用同一编号重试，操作至多生效一次。',
    'The outcome is unknown: send it again with the same key, it is kept at most once.',
  ),
  'too-many-commands': words(
    '排队的操作过多',
    'Too many commands',
    '请稍候用同一编号重试。',
    'Wait a moment and send it again with the same key.',
  ),
  'document-unreadable': words(
    '文件无法读取',
    'Document not readable',
    '请从备份恢复文件存储。',
    'Restore the file store from its backup.',
  ),
  'data-key-missing': words(
    '缺少数据密钥',
    'Data key not here',
    '请把加密这些数据时的密钥放入 PAIZHAO_OTHER_DATA_KEYS。',
    'Give the key under which it was stored, in PAIZHAO_OTHER_DATA_KEYS where it is no longer the current one.',
  ),
  'time-not-skipped': words(
    '时间快进失败',
    'Time not skipped',
    '请确认工作进程正在运行后重试。',
    'See that a worker runs, and try again.',
  ),
  'license-simulated': words(
    '模拟许可证不能在此办理',
    'Simulated license',
    '只能在开启模拟的环境中办理。',
    'Go on where simulation is on.',
  ),
};
