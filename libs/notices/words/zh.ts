import { chineseArticles } from './chinese-articles.js';
import { rungParts, type Words } from './words.js';

function toSafeDay(days: number): string {
  if (days > 0) return `距安全日还有 ${days} 天。`;
  return days === 0 ? '今天是安全日：最后一个稳妥的办理日。' : `安全日已过 ${-days} 天，请立即办理。`;
}

function rung(key: string, daysLeft: number | null): string {
  const { name, count } = rungParts(key);
  switch (name) {
    case 'S':
      return toSafeDay(daysLeft ?? 0);
    case 'january':
      return '本年度年报自 1 月 1 日起可以报送。';
    case 'opened':
      return '这一事项已经产生。';
    case 'prepare':
      return `请现在开始准备：按本机构以往用时，今天是最迟的稳妥开始日。${toSafeDay(daysLeft ?? 0)}`;
    case 'half-time':
      return '期限已经过半。';
    case 'ask':
      return '按较早的理解，主管部门的期限已经届满：请询问进度。';
    case 'complaint':
      return '按各种理解，主管部门的期限均已届满：可以投诉或申请督办。';
    case 'ends-soon':
      return '该期间将在一个月内届满。';
    case 'ended':
      return '该期间已经届满。';
    case 'window-missed':
      return `续期的法定申请时间已经错过，许可证仍然有效（第 ${count} 次提醒）。请立即处理。`;
    case 'expired':
      return `许可证已经届满而未续期（第 ${count} 次提醒）。`;
    case 'cure':
      return `已经逾期，正在补救期内（第 ${count} 次提醒）。`;
    case 'weekly':
      return `已经逾期，事项尚未了结（每周提醒，第 ${count} 次）。`;
    case 'undated':
      return `事项尚未了结，也没有确定的期限（第 ${count} 次提醒）。`;
    case 'alarm':
      return '有业务正在无证经营，请立即停止，或者取得许可。';
    case 'still-running':
      return `业务仍在无证经营（第 ${count} 次提醒），请立即停止。`;
    case 'date-moved':
      return '此前告知的日期有变动。';
    default:
      return `提醒级别：${key}。`;
  }
}

export const zh: Words = {
  product: '牌照 Paizhao',
  colon: '：',
  kind: {
    acceptance: '受理决定（主管部门）',
    review: '审查决定（主管部门）',
    'permit-issue': '颁发许可证（主管部门）',
    'renewal-decision': '续期决定（主管部门）',
    correction: '补正材料',
    'report-return': '年报退回后的更正',
    'deferred-materials': '补交容缺材料',
    'annual-report': '年报',
    change: '变更手续',
    renewal: '续期申请',
    'termination-notice': '终止经营公示（主管部门）',
    'termination-decision': '终止经营决定（主管部门）',
    'reissue-decision': '遗失补发许可证（主管部门）',
    'non-renewal-report': '不再续期的报告',
    'permit-return': '交回纸质许可证',
    'false-material-bar': '因虚假材料不得再次申请的期间',
    'fraud-bar': '许可被撤销后不得再次申请的期间',
    'bad-list-exit': '移出不良名单',
    'dishonest-list-exit': '移出失信名单',
    reconsideration: '申请行政复议的期限',
    litigation: '提起行政诉讼的期限',
    'operating-without-permit': '停止无证经营',
    'inspection-answer': '答复监督检查',
    'special-condition': '许可证特别规定事项',
    'number-certificate-renewal': '码号使用证书续期',
    'number-certificate-report': '码号年报',
  },
  role: { owner: '负责人', deputy: '代理人', manager: '主管' },
  confidence: { verified: '条文已核对', secondary: '依据可靠转述', unverified: '尚未核对，请谨慎' },
  greeting: (name) => `${name}，您好：`,
  rung,
  simulated: '【模拟】该许可证的时间被快进过，以下不是真实义务。',
  late: (plannedOn) => `本提醒原定于 ${plannedOn} 发出，现在补发。`,
  skipped: (count) => `此前有 ${count} 级提醒未能发出，已记录在案。`,
  moved: (from, to) => `日期由 ${from ?? '未定'} 变为 ${to ?? '未定'}。`,
  asDeputy: '负责人尚未确认此提醒，因此也通知您（代理人）。',
  asManager: '负责人和代理人都尚未确认此提醒，因此也通知您（主管）。',
  toldTogether: '负责人和主管同时收到本提醒。',
  standsIn: '您之前的负责人员不在岗，因此立即通知您，请接替处理。',
  ladder: ({ of, seq }) => {
    if (of === 'pack') return null;
    return of === 'house' ? `由本机构设定（内部记录第 ${seq} 条）` : `为本许可证设定（记录第 ${seq} 条）`;
  },
  startBy: ({ startBy, workingDays, lastTime, count, of }, passed) => {
    const last = `${of === 'license' ? '' : '公司其他许可证'}上次准备材料用了 ${lastTime} 个工作日`;
    const others = count === 1 ? '' : `；以往 ${count} 次中九成不超过 ${workingDays} 个工作日`;
    return `${startBy}${passed ? '（已过，请立即开始）' : ''}。${last}${others}。`;
  },
  undelivered: '一封提醒未能送达收件人，因此通知您。请转告对方并核对其邮箱地址。',
  mutedByRecipient: '本应收到此提醒的人已关闭此类提醒；因属法定事项，改为通知您。',
  provisional: '暂定：该日期涉及国务院尚未公布的节假日安排，公布后会重新计算。',
  noDate: '未定',
  basis: (source, article, confidence, wording) => `${source}${chineseArticles(article)}（${confidence}）：${wording}`,
  rungAndDay: (key, plannedOn) => `${key}，原定 ${plannedOn}`,
  told: (others) => (others.length === 0 ? '无' : others.map((each) => zh.role[each]).join('、')),
  why: (role) => `您作为该许可证的${zh.role[role]}收到此邮件。`,
  labels: {
    company: '公司',
    license: '许可证',
    obligation: '事项',
    legalDate: '法定期限',
    withoutRightSince: '无权经营起始日',
    authorityDate: '主管部门期限',
    spanEnd: '期间最后一日',
    safeDay: '安全日',
    cureEnd: '补救期届满',
    basis: '依据',
    otherReadings: '其他理解',
    next: '下一步',
    startBy: '最迟开始准备',
    ladder: '提醒日期',
    open: '打开许可证',
    acknowledge: '我已知悉',
    acknowledgeNote: '确认后不再逐级通知下一位，但不代表事项已经办理。',
    authority: '主管部门',
    rung: '提醒级别',
    told: '也通知了',
    reference: '编号',
  },
  subject: ({ kind, license, date, past, span, undelivered }) => {
    const day = span ? `${date} 届满` : `${date} 前`;
    const when = date === null ? '' : `，${past ? (span ? '已于 ' : '应于 ') : ''}${day}`;
    return `${undelivered ? '提醒未送达：' : ''}${kind}${when} — ${license}`;
  },
  digest: {
    subject: (head, count) => (count === 1 ? head : `${head}（另有 ${count - 1} 项）`),
    lead: (count, licenses) => `${licenses} 个许可证共 ${count} 个日期，最紧迫的在前。`,
    why: '您作为这些许可证的负责人、代理人或主管收到此邮件：不紧急的提醒每个工作日汇总一次。',
    whyAtOnce: '您作为该许可证的负责人、代理人或主管收到此邮件：同时到期的紧急提醒合为一封。',
  },
  calendar: {
    name: '牌照：许可证日期',
    simulated: '【模拟】',
    provisional: '（暂定）',
    leftOut: '许可证过多，日期较晚的未列入本日历，请缩小范围。',
  },
  footer: '此邮件由牌照（Paizhao）自动发出。只有办理、经两人同意的豁免或了结事项才会停止提醒。',
};
