/**
 * Everything that the watch raises an alarm about. `failed`: the channel that this alarm says is not working, so that
 * the other one is tried first. docs/runbook.md has a heading for each.
 */
export const alarmKinds = {
  'wake-up-overdue': {
    failed: null,
    zh: '许可证未按时唤醒：预定时刻已过去一个多小时',
    en: 'A license was not woken: its time passed more than an hour ago',
  },
  'reminder-not-left': {
    failed: 'mail',
    zh: '到期提醒在 24 小时内没有发出',
    en: 'A reminder that was due has not left within 24 hours',
  },
  'mail-not-taken': {
    failed: 'mail',
    zh: '邮件服务器两小时以来未接收邮件',
    en: 'The mail server has not taken messages for two hours',
  },
  'heartbeat-missing': {
    failed: 'mail',
    zh: '每周平安邮件没有发出',
    en: 'The weekly heartbeat mail did not leave',
  },
  'checkpoint-mail-missing': {
    failed: 'mail',
    zh: '每日检查点邮件没有发给审计员',
    en: 'The daily checkpoint mail to an auditor did not leave',
  },
  'retention-stalled': {
    failed: 'mail',
    zh: '到期信息没有按期删除，或有管理员没有收到删除预告',
    en: 'What has outlived its period does not go, or an administrator was not mailed that it will',
  },
  'webhook-gone': {
    failed: null,
    zh: 'Webhook 接收方答复 410，不再接收，已停用',
    en: 'The receiver of a webhook answered that it wants no more; the webhook was disabled',
  },
  'webhook-failing': {
    failed: null,
    zh: 'Webhook 三天内没有一次送达成功，已停用',
    en: 'A webhook was not taken for three days and was disabled',
  },
  'robot-refused': {
    failed: null,
    zh: '群机器人拒绝了密钥或签名，已停用：此群不再收到提醒（邮件照常）',
    en: 'A chat robot refused key or signature and was disabled: its group hears nothing (mails go on)',
  },
  'robot-message-unsent': {
    failed: null,
    zh: '有提醒未能发到群里（邮件照常）',
    en: 'Reminders could not be told to a group (mails go on)',
  },
  'temporal-unreachable': {
    failed: null,
    zh: 'Temporal 服务无法连接',
    en: 'Temporal does not answer',
  },
  'worker-silent': {
    failed: null,
    zh: '没有工作进程在处理任务队列',
    en: 'No worker polls a task queue',
  },
  'work-waiting': {
    failed: null,
    zh: '任务排队超过十分钟无人处理',
    en: 'Work has been waiting in a task queue for more than ten minutes',
  },
  'api-silent': {
    failed: null,
    zh: 'API 进程没有生命迹象',
    en: 'The API gives no sign of life',
  },
  'clock-skew': {
    failed: null,
    zh: '进程时钟与数据库时钟相差超过 60 秒',
    en: 'The clocks of a process and of the database are more than 60 seconds apart',
  },
  'checkpoint-refused': {
    failed: null,
    zh: '记录链与已签署的检查点不符：停止签署新的检查点',
    en: 'The ledger is not what was sealed: no further checkpoint is signed',
  },
  'record-broken': {
    failed: null,
    zh: '记录链断裂：新记录不承接已封存的记录，或已被改动',
    en: 'A chain is broken: new entries do not follow those that are sealed, or were changed',
  },
  'entries-unnoted': {
    failed: null,
    zh: '有记录未登记待封存：登记丢失、被删除，或触发器被停用（已补登并封存）',
    en: 'Entries were not noted for sealing: notes were lost or deleted, or a trigger is off (they are sealed now)',
  },
  'clock-jump': {
    failed: null,
    zh: '时钟跳变：记录时间与存储时间不合',
    en: 'A clock jumped: entries are not recorded when they were stored, or stored before their predecessors',
  },
  'checkpoint-store-away': {
    failed: null,
    zh: '检查点的第二存储五分钟以来无应答：暂停签署',
    en: 'The second store of checkpoints has not answered for five minutes: nothing is sealed',
  },
  'erasures-unlisted': {
    failed: null,
    zh: '删除清单无法执行或无法写入：恢复的数据库可能仍可读到已删除的信息',
    en: 'Lists of erasures cannot be carried out or written: a restored database may show what was erased',
  },
  'sealing-late': {
    failed: null,
    zh: '新记录超过十五分钟未封存',
    en: 'What was recorded has not been sealed for more than fifteen minutes',
  },
  'watch-blind': {
    failed: null,
    zh: '守望程序五分钟以来无法读取数据库',
    en: 'The watch has not been able to look at the database for five minutes',
  },
} as const satisfies Record<string, { failed: 'mail' | null; zh: string; en: string }>;

export type AlarmKind = keyof typeof alarmKinds;

/** Null for a kind that another release raised. */
export const wordsOf = (kind: string): (typeof alarmKinds)[AlarmKind] | null =>
  Object.hasOwn(alarmKinds, kind) ? alarmKinds[kind as AlarmKind] : null;
